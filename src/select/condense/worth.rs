//! What units are worth.
//!
//! Two judgements come together: how near a unit is to what a person would say, by itself,
//! and how likely a person's short answer has each of its words and pairs of words. The
//! latter counts once, whoever says it, so that what was said adds little when it is said
//! again. What the title asks about, and every part of a long answer, counts beside them.

use std::collections::{BTreeMap, BTreeSet};

use super::aspects::{Aspect, Mention};
use super::features::{Features, OF_TERM};
use super::unit::{Standing, Unit, UnitKind};
use super::weights::{Mixture, TIMES, Weights};

/// The worth of an answer's units, for [`super::choose()`].
#[derive(Debug, Default)]
pub struct Worth {
    /// Of each form of each unit by itself.
    pub alone: Vec<Vec<f64>>,
    /// The terms of each form of each unit.
    pub terms: Vec<Vec<Vec<(usize, u32)>>>,
    /// What each term is worth when it is said, and when it is said again.
    pub weights: Vec<[f64; TIMES]>,
    /// How much a long unit is held against it.
    pub power: f64,
    /// What a neighbour is worth.
    pub beside: f64,
}

/// What is taken only where there is nothing better.
const POOR: f64 = 0.5;
/// Code, a table, a picture: a word of it says less than one of a sentence.
const SHOWN: f64 = 0.15;

/// The worth of `units`, whose figures are `features`, where so large a share of their words
/// stays.
pub fn worth(
    units: &[Unit],
    features: &Features,
    weights: &Weights,
    share: f64,
) -> Worth {
    let mixture = &weights.mixture;
    let mut terms = features.said.clone();
    let mut of_terms = of_terms(features, weights);
    add_aspects(features, mixture, &mut terms, &mut of_terms);
    add_parts(units, features, mixture, &mut terms, &mut of_terms);
    let own = Mixture::at(mixture.own, share);
    let mut alone: Vec<Vec<f64>> = units
        .iter()
        .zip(&features.units)
        .map(|(unit, figures)| {
            let near = weights.unit.at(figures).min(3.0).exp();
            let of_form = unit.forms.iter().map(|form| {
                let words = form.words as f64;
                match form.standing {
                    _ if unit.is_shown() => SHOWN * own * words,
                    Standing::Answers => own * near * words,
                    _ => POOR * own * near * words,
                }
            });
            of_form.collect()
        })
        .collect();
    // Below its title, a form says all that the one says that it stands for.
    for ((unit, alone), terms) in units.iter().zip(&mut alone).zip(&mut terms) {
        for (form, base) in unit.forms.iter().map(|form| form.below_title).enumerate() {
            if let Some(base) = base {
                alone[form] = alone[base];
                let said = terms[base].clone();
                terms[form] = said;
            }
        }
    }
    Worth {
        alone,
        terms,
        weights: of_terms,
        power: Mixture::at(mixture.power, share),
        beside: mixture.beside,
    }
}

fn of_terms(features: &Features, weights: &Weights) -> Vec<[f64; TIMES]> {
    let of_term = |(at, figures): (usize, &[f64; OF_TERM])| {
        let (pair, count) = (features.pairs[at], figures[0].exp() - 0.5);
        let mut of = [0.0; TIMES];
        for (times, line) in weights.terms.iter().enumerate() {
            if times > 0 && (pair || count <= (times + 1) as f64) {
                break;
            }
            let likely = 1.0 / (1.0 + (-line.at(figures)).exp());
            // To be there twice, it has to be there once.
            of[times] = if times > 0 { likely.min(of[times - 1]) } else { likely };
        }
        if pair {
            of[0] *= weights.mixture.pair;
        }
        of
    };
    features.terms.iter().enumerate().map(of_term).collect()
}

type Terms = [Vec<Vec<(usize, u32)>>];

/// Makes each thing that the title asks about a term that its sentences have.
fn add_aspects(
    features: &Features,
    mixture: &Mixture,
    terms: &mut Terms,
    weights: &mut Vec<[f64; TIMES]>,
) {
    let first = weights.len();
    let asking = if features.asks { mixture.asking } else { 1.0 };
    weights.extend(features.aspects.iter().map(|Aspect { share, mention }| {
        let much = match mention {
            Mention::Named => mixture.named,
            Mention::Subject => mixture.subject,
            Mention::Defined => mixture.defined,
        };
        [asking * much * share, 0.0, 0.0]
    }));
    for (terms, speaks) in terms.iter_mut().zip(&features.speaks) {
        for (form, speaks) in terms.iter_mut().zip(speaks) {
            form.extend(speaks.iter().map(|aspect| (first + aspect, 1)));
        }
    }
}

/// Headings of parts that the title asks for: of what is compared, each has a part of its
/// own. A heading that has more of the title than another is above the parts.
fn asked_parts(units: &[Unit], features: &Features) -> BTreeSet<usize> {
    let heads =
        units.iter().enumerate().filter(|(_, unit)| unit.kind == UnitKind::Heading);
    let mut with: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (head, _) in heads {
        let spoken = features.speaks[head].first().into_iter().flatten().copied();
        let named: Vec<usize> =
            spoken.filter(|at| features.aspects[*at].mention == Mention::Named).collect();
        for aspect in &named {
            with.entry(*aspect).or_default().push((named.len(), head));
        }
    }
    let own = with.into_values().filter_map(|mut heads| {
        heads.sort_unstable();
        let is_own = heads.get(1).is_none_or(|second| second.0 > heads[0].0);
        is_own.then(|| heads[0].1)
    });
    let own: BTreeSet<usize> = own.collect();
    if own.len() > 1 { own } else { BTreeSet::new() }
}

/// Makes each part of an answer, what stands below a heading, a term that its units have.
fn add_parts(
    units: &[Unit],
    features: &Features,
    mixture: &Mixture,
    terms: &mut Terms,
    weights: &mut Vec<[f64; TIMES]>,
) {
    let asking = if features.asks { mixture.asking } else { 1.0 };
    let mut part = None;
    let asked = asked_parts(units, features);
    for ((number, unit), terms) in units.iter().enumerate().zip(terms) {
        if unit.kind == UnitKind::Heading {
            let is_asked = asked.contains(&number);
            let worth = if is_asked { asking * mixture.asked_part } else { mixture.part };
            part = Some(weights.len());
            weights.push([worth, 0.0, 0.0]);
            continue;
        }
        if let Some(part) = part {
            for form in terms.iter_mut() {
                form.push((part, 1));
            }
        }
    }
}
