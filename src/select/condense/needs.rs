//! What each unit needs to stand, and what cannot stand at all.

mod locals;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::phrases::{Phrases, beginning, contains, phrases};
use super::refers::{Reference, reference};
use super::unit::{Fate, Form, Need, Standing, Unit, UnitKind};
use crate::document::{Role, word_count};

/// How many units away code, a table or a picture may be that a sentence points at.
const REACH: usize = 6;
/// How many items of a list that a colon announces are asked for at most.
const MOST_ITEMS: usize = 4;
/// An item with fewer words than this is hardly a sentence.
const FRAGMENT: usize = 9;

/// Fills in the needs and the standing of every form of `units`.
///
/// `title` is the question, `language` a BCP 47 tag.
pub(super) fn fill(units: &mut [Unit], title: &str, language: &str) {
    let words = phrases(language);
    let title: BTreeSet<String> = content_words(title).into_iter().collect();
    let judged: Vec<Vec<(Vec<Need>, Standing)>> = {
        let whole = Answer::new(units, words, &title);
        let judge = |index: usize| {
            let forms = whole.units[index].forms.iter();
            forms
                .map(|form| (whole.needs(index, form), whole.standing(index, form)))
                .collect()
        };
        (0..whole.units.len()).map(judge).collect()
    };
    for (unit, judged) in units.iter_mut().zip(judged) {
        for (form, (needs, standing)) in unit.forms.iter_mut().zip(judged) {
            (form.needs, form.standing) = (needs, standing);
        }
    }
}

/// The longer words of a text, in lower case: what it is about.
fn content_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

struct Answer<'a> {
    units: &'a [Unit],
    words: &'static Phrases,
    title: &'a BTreeSet<String>,
    /// The units right below each unit, and those that each leads.
    children: BTreeMap<usize, Vec<usize>>,
    led: BTreeMap<usize, Vec<usize>>,
    /// Where bold words lead.
    leads: BTreeMap<&'a str, Uses>,
    /// The names that the code of the answer declares, with the units that do.
    locals: BTreeMap<&'a str, Vec<usize>>,
    /// How often a heading comes.
    headings: BTreeMap<&'a str, usize>,
    /// The heading that each heading is below.
    above: BTreeMap<usize, usize>,
    /// What each list is made of, by the list's path.
    lists: BTreeMap<&'a [usize], ListUnits>,
}

/// Where the same bold words lead.
#[derive(Default)]
struct Uses {
    times: usize,
    /// The headings that they are below.
    below: BTreeSet<Option<usize>>,
}

/// What a list is made of.
struct ListUnits {
    /// Its first unit.
    first: usize,
    /// The numbers of its items.
    items: BTreeSet<usize>,
    /// The bold words that its items begin with.
    names: Vec<usize>,
    /// Whether these say by themselves what there is.
    say_all: bool,
}

impl<'a> Answer<'a> {
    fn new(
        units: &'a [Unit],
        words: &'static Phrases,
        title: &'a BTreeSet<String>,
    ) -> Self {
        let (mut children, mut led) = (BTreeMap::new(), BTreeMap::new());
        let (mut lists, mut leads) = (BTreeMap::new(), BTreeMap::new());
        let empty = |first| {
            let (items, names) = (BTreeSet::new(), Vec::new());
            ListUnits { first, items, names, say_all: false }
        };
        let add = |to: &mut BTreeMap<usize, Vec<usize>>, head: Option<usize>, unit| {
            if let Some(head) = head {
                to.entry(head).or_default().push(unit);
            }
        };
        for (index, unit) in units.iter().enumerate() {
            add(&mut children, unit.parent, index);
            add(&mut led, unit.lead, index);
            let list = lists.entry(list_of(unit)).or_insert_with(|| empty(index));
            list.items.extend(unit.item);
            if unit.kind == UnitKind::Lead {
                list.names.push(index);
                let uses: &mut Uses =
                    leads.entry(unit.whole().text.as_str()).or_default();
                uses.times += 1;
                uses.below.insert(unit.heading);
            }
        }
        let (headings, above) = headings(units);
        let locals = locals::declared(units);
        let mut answer = Self {
            units,
            words,
            title,
            children,
            led,
            leads,
            locals,
            headings,
            above,
            lists,
        };
        let say_all: Vec<bool> =
            answer.lists.values().map(|list| answer.names_say_all(list)).collect();
        for (list, say_all) in answer.lists.values_mut().zip(say_all) {
            list.say_all = say_all;
        }
        answer
    }
}

/// How often each heading comes, and the heading that each is below.
fn headings(units: &[Unit]) -> (BTreeMap<&str, usize>, BTreeMap<usize, usize>) {
    let (mut times, mut above) = (BTreeMap::new(), BTreeMap::new());
    let mut open: Vec<usize> = Vec::new();
    let all = units.iter().enumerate();
    for (index, unit) in all.filter(|(_, unit)| unit.kind == UnitKind::Heading) {
        *times.entry(unit.whole().text.as_str()).or_default() += 1;
        while open.pop_if(|last| units[*last].level >= unit.level).is_some() {}
        above.extend(open.last().map(|last| (index, *last)));
        open.push(index);
    }
    (times, above)
}

/// The path of the list that a unit is in: its own, without the item and the block in that.
fn list_of(unit: &Unit) -> &[usize] {
    let path = &unit.place.path;
    &path[..path.len().saturating_sub(2)]
}

impl Answer<'_> {
    fn needs(&self, index: usize, form: &Form) -> Vec<Need> {
        let unit = &self.units[index];
        let mut needs = Vec::new();
        match unit.kind {
            UnitKind::Heading => {
                needs.push(any(self.below_heading(index)));
                needs.extend(self.heading_above(index).map(|above| all(vec![above])));
            }
            UnitKind::Label => needs.push(any(self.below_label(index))),
            UnitKind::Term => needs.push(any(self.children(index).collect())),
            UnitKind::Lead => needs.push(self.beside_name(index)),
            _ => {}
        }
        needs.extend(unit.lead.map(|lead| all(vec![lead])));
        needs.extend(self.headed_again(index).map(|heading| all(vec![heading])));
        needs.extend(self.parent_of(index).map(|parent| all(vec![parent])));
        if unit.kind == UnitKind::Sentence {
            needs.extend(self.text_needs(index, form));
        }
        if unit.is_shown() {
            needs.extend(self.introduction(index));
        }
        needs.retain(|need| !need.of.is_empty() || need.least > 0);
        needs
    }

    fn text_needs(&self, index: usize, form: &Form) -> Vec<Need> {
        let mut needs = Vec::new();
        let lower = form.text.to_lowercase();
        if let Some(reference) = self.reference(index, form) {
            needs.push(all(self.before(index, reference).into_iter().collect()));
        }
        needs.extend(self.told_of_code(index));
        needs.extend(self.of_local(index, form));
        needs.extend(self.named_by(index));
        if self.is_open(index, &form.text) {
            let of = self.after_colon(index);
            let least = of.len().div_ceil(2).clamp(1, MOST_ITEMS);
            needs.push(Need { least, ..any(of) });
        } else if contains(&lower, self.words.ahead) && !goes_on_itself(&form.text) {
            needs.push(any(self.shown_near(index, true)));
        }
        if contains(&lower, self.words.above) {
            let mut of = self.shown_near(index, false);
            of.extend(self.shown_near(index, true).into_iter().take(1));
            needs.push(any(of));
        }
        needs
    }

    /// Whether a text ends in a colon, or goes on in a formula on a line of its own.
    fn is_open(&self, index: usize, text: &str) -> bool {
        let formula = |unit: &Unit| unit.kind == UnitKind::Formula;
        let before_formula = self.units.get(index + 1).is_some_and(formula);
        ends_open(text) || (before_formula && text.ends_with(char::is_alphanumeric))
    }

    /// What a form refers to before it that is not the title.
    fn reference(&self, index: usize, form: &Form) -> Option<Reference> {
        let unit = &self.units[index];
        // After bold words a sentence goes on from these.
        if unit.lead.is_some() && unit.number == 0 {
            return None;
        }
        let lower_start = form.text.starts_with(char::is_lowercase);
        let after_shown = index > 0 && self.units[index - 1].is_shown();
        if lower_start && (unit.number > 0 || after_shown) || self.replies(index) {
            return Some(Reference::Before);
        }
        reference(&form.text, self.words, self.title, &code_of(unit))
    }

    /// Whether a sentence answers a question right before it, of which it says no word.
    fn replies(&self, index: usize) -> bool {
        let unit = &self.units[index];
        let Some(before) = index.checked_sub(1).filter(|_| unit.number > 0) else {
            return false;
        };
        let asked = &self.units[before].whole().text;
        if !asked.trim_end().ends_with(is_asking) {
            return false;
        }
        let long = |word: &String| word.chars().count() > 3 && !self.title.contains(word);
        let told: BTreeSet<String> =
            content_words(&unit.whole().text).into_iter().collect();
        !content_words(asked).iter().any(|word| long(word) && told.contains(word))
    }

    /// Code that declares the first name in a form that only the code knows. What the title
    /// names is known.
    fn of_local(&self, index: usize, form: &Form) -> Option<Need> {
        if self.locals.is_empty() {
            return None;
        }
        let code = code_of(&self.units[index]);
        let is_asked = |name: &&str| self.title.contains(&name.to_lowercase());
        let names = locals::named(&form.text, &code).into_iter();
        let mut names = names.filter(|name| !is_asked(name));
        names.find_map(|name| self.locals.get(name)).map(|of| any(of.clone()))
    }

    /// In a paragraph that tells of the code above it, a sentence needs the first one.
    fn told_of_code(&self, index: usize) -> Option<Need> {
        let unit = &self.units[index];
        let first = index.checked_sub(unit.number).filter(|_| unit.number > 0)?;
        let opener = Some(&self.units[first]).filter(|opener| opener.after_code)?;
        let lower = opener.whole().text.to_lowercase();
        let tells = contains(&lower, self.words.above)
            || beginning(&lower, self.words.back).is_some();
        tells.then(|| all(vec![first]))
    }

    /// What a sentence that refers back refers to: the sentence before it in its paragraph,
    /// the heading that it comes first below, what speaks for its list, or whatever comes
    /// before. Nothing where it begins the answer: it speaks of the title.
    fn before(&self, index: usize, reference: Reference) -> Option<usize> {
        let unit = &self.units[index];
        if unit.number > 0 {
            return index.checked_sub(1);
        }
        if unit.depth > 0 {
            return self.opener_of_list(index);
        }
        let same = |other: &usize| {
            let other = &self.units[*other];
            let fits = reference == Reference::Before || !other.heads();
            fits && (other.depth <= unit.depth || other.is_shown())
        };
        (0..index).rev().find(same)
    }

    /// The unit that a list is announced by.
    fn opener_of_list(&self, index: usize) -> Option<usize> {
        self.lists[list_of(&self.units[index])].first.checked_sub(1)
    }

    /// What a unit cannot be understood without: the label, term or item that it is below.
    fn parent_of(&self, index: usize) -> Option<usize> {
        let unit = &self.units[index];
        if let Some(parent) = unit.parent {
            return Some(parent);
        }
        if unit.depth == 0 || unit.lead.is_some() {
            return None;
        }
        // An item that is no sentence needs the one that ends in a colon before its list.
        let opener = self.opener_of_list(index)?;
        let sentence = unit.kind == UnitKind::Sentence && unit.of == 1;
        let fragment = sentence && unit.whole().words < FRAGMENT;
        (fragment && self.opens_list(opener)).then_some(opener)
    }

    /// Whether a unit right before a list says what the items are.
    fn opens_list(&self, opener: usize) -> bool {
        let unit = &self.units[opener];
        unit.kind == UnitKind::Heading || ends_open(&unit.whole().text)
    }

    /// Code right after a colon needs the sentence with the colon.
    fn introduction(&self, index: usize) -> Option<Need> {
        let before = index.checked_sub(1)?;
        let unit = &self.units[before];
        (unit.kind == UnitKind::Sentence && self.is_open(before, &unit.whole().text))
            .then(|| all(vec![before]))
    }

    /// What stands below a heading, down to the next of its level.
    fn below_heading(&self, index: usize) -> Vec<usize> {
        let level = self.units[index].level;
        let rest = self.units.iter().enumerate().skip(index + 1);
        let inside = rest
            .take_while(|(_, unit)| unit.kind != UnitKind::Heading || unit.level > level);
        inside.filter(|(_, unit)| !unit.heads()).map(|(below, _)| below).collect()
    }

    fn below_label(&self, index: usize) -> Vec<usize> {
        self.children(index).filter(|child| !self.units[*child].heads()).collect()
    }

    fn children(&self, index: usize) -> impl Iterator<Item = usize> {
        self.children.get(&index).into_iter().flatten().copied()
    }

    fn led_by(&self, index: usize) -> impl Iterator<Item = usize> {
        self.led.get(&index).into_iter().flatten().copied()
    }

    /// What a colon announces: the items of the list that follows, the code, or else the
    /// next sentence.
    fn after_colon(&self, index: usize) -> Vec<usize> {
        let unit = &self.units[index];
        let Some(next) = self.units.get(index + 1) else { return Vec::new() };
        if next.heads() && next.kind == UnitKind::Heading {
            return Vec::new();
        }
        if next.depth <= unit.depth || unit.number + 1 < unit.of {
            return vec![index + 1];
        }
        let items = self.units.iter().enumerate().skip(index + 1);
        let items = items.take_while(|(_, item)| item.depth > unit.depth);
        let mut seen = None;
        let firsts = items.filter(|(_, item)| {
            let new = item.depth == next.depth && seen != item.item;
            if new {
                seen = item.item;
            }
            new
        });
        firsts.map(|(first, _)| first).collect()
    }

    /// Code, tables, pictures and lists near a sentence, the nearest first.
    fn shown_near(&self, index: usize, ahead: bool) -> Vec<usize> {
        let unit = &self.units[index];
        let wanted = |other: &usize| {
            let other = &self.units[*other];
            other.is_shown() || (ahead && other.depth > unit.depth)
        };
        let units = self.units.len();
        if ahead {
            (index + 1..units.min(index + 1 + REACH / 2)).filter(wanted).take(2).collect()
        } else {
            (index.saturating_sub(REACH)..index).rev().filter(wanted).take(1).collect()
        }
    }

    fn standing(&self, index: usize, form: &Form) -> Standing {
        let unit = &self.units[index];
        let given = form.standing;
        if given != Standing::Answers || unit.fate == Fate::Keep {
            return given;
        }
        match unit.kind {
            UnitKind::Sentence => self.sentence_standing(unit, form),
            // Code alone is no answer, but it may be all that there is.
            UnitKind::Code | UnitKind::Picture | UnitKind::Formula => Standing::Poor,
            _ => Standing::Answers,
        }
    }

    fn sentence_standing(&self, unit: &Unit, form: &Form) -> Standing {
        let end =
            form.text.trim_end_matches(|c: char| !is_asking(c) && !c.is_alphanumeric());
        if end.ends_with(is_asking) || form.words == 0 {
            return Standing::Never;
        }
        let content = content_words(&form.text);
        let told = content
            .iter()
            .any(|word| word.chars().count() > 3 && !self.title.contains(word));
        let unspaced = form.text.contains(super::phrases::is_unspaced);
        if !told && !unspaced && content.len() <= self.title.len() {
            return Standing::Never;
        }
        let aside = matches!(unit.role, Role::Example | Role::Tip);
        let short = unit.depth == 0 && word_count(&form.text) < 4;
        let counts = beginning(&form.text, self.words.counts).is_some()
            && !form.text.contains([':', '：']);
        let announces = counts
            || beginning(&form.text, self.words.announces).is_some()
            || contains(&form.text.to_lowercase(), self.words.of_itself);
        let address = unit.linked || form.text.contains("://");
        if aside || short || announces || address {
            Standing::Poor
        } else {
            Standing::Answers
        }
    }
}

/// The pieces of code in a sentence.
fn code_of(unit: &Unit) -> Vec<&str> {
    let (text, start) = (&unit.whole().text, unit.place.range.start);
    let piece = |solid: &Range<usize>| {
        text.get(solid.start.checked_sub(start)?..solid.end.checked_sub(start)?)
    };
    unit.solid.iter().filter_map(piece).collect()
}

const fn is_asking(c: char) -> bool {
    matches!(c, '?' | '？' | '؟' | ';')
}

/// Whether a text ends in a colon, or in the middle of a sentence.
fn ends_open(text: &str) -> bool {
    text.trim_end_matches(['*', '_', ' ']).ends_with([':', '：', ',', '，'])
}

/// Whether what is announced comes in the same sentence: `the following: a, b and c.`
fn goes_on_itself(text: &str) -> bool {
    let after = text.split_once([':', '：']).map(|(_, after)| after);
    after.is_some_and(|after| word_count(after) >= 2)
}

fn all(of: Vec<usize>) -> Need {
    Need { least: of.len(), of, unless: Vec::new() }
}

fn any(of: Vec<usize>) -> Need {
    Need { least: 1, of, unless: Vec::new() }
}
