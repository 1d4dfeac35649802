//! How near condensed answers come to those that people wrote, and the fitting of the weights.
//!
//! `cargo bench --bench condense` prints a table: with the weights that the program has, and
//! with weights fitted on all sets but those of the kind that is scored. With `-- --fit` it
//! prints the weights fitted on all sets, as `src/select/condense/weights.rs` has them. The
//! last column is a bound: the units that come nearest to the person's words.
//!
//! A set is a folder with `guide.md`, whose answers are long, and `references.json`, the
//! short answers by question id. Sets are no part of the project: they are looked for in
//! the folder that `OFFPRINT_SETS` names, or in `../shared/condense`.

mod fit;
mod rouge;
mod sets;

use fit::fitted;
use offprint::internals::condense::{FITTED, Weights};
use sets::{LongAnswer, Set, Short};

/// The words an answer may have, by set; others are scored at these of the last line.
const BUDGETS: &[(&str, &[usize])] = &[
    ("javascript", &[25, 50, 80]),
    ("learning", &[40, 80]),
    ("learning-zh", &[65, 130]),
    ("psychology", &[60, 120]),
    ("", &[80, 120]),
];

fn main() {
    let sets = sets::all();
    if sets.is_empty() {
        println!("skipped: there are no sets (OFFPRINT_SETS names their folder)");
        return;
    }
    if std::env::args().any(|arg| arg == "--fit") {
        let all: Vec<&Set> = sets.iter().collect();
        println!("{}", fit::source(&fitted(&all)));
        return;
    }
    if let Some(at) = std::env::args().position(|arg| arg == "--try") {
        return try_mixtures(&sets, &std::env::args().skip(at + 1).collect::<Vec<_>>());
    }
    if let Some(at) = std::env::args().position(|arg| arg == "--nearest") {
        return print_nearest(&sets, &std::env::args().skip(at + 1).collect::<Vec<_>>());
    }
    println!("ROUGE-1 / ROUGE-2 (F, per cent), and the mean number of words");
    println!(
        "{:28}{:>26}{:>26}{:>26}",
        "", "the program's weights", "fitted on other kinds", "nearest that can stand"
    );
    for set in &sets {
        let others: Vec<&Set> =
            sets.iter().filter(|other| !same_kind(set, other)).collect();
        let apart = (!others.is_empty()).then(|| fitted(&others));
        for &budget in budgets(&set.name) {
            let of = |weights| score(set, |answer| answer.condensed(budget, weights));
            let (own, apart) = (of(&FITTED), apart.as_ref().map(of).unwrap_or_default());
            let nearest = score(set, |answer| answer.nearest(budget));
            let name = format!("{}, {budget} words", set.name);
            println!("{name:28}{own:>26}{apart:>26}{nearest:>26}");
        }
    }
}

/// Prints the answers nearest to the persons' as JSON, for somebody to read: `--nearest
/// javascript 50`.
fn print_nearest(sets: &[Set], wanted: &[String]) {
    let [name, budget] = wanted else { panic!("which set, and how many words?") };
    let budget = budget.parse().expect("a number of words");
    let set = sets.iter().find(|set| set.name == *name).expect("a set of that name");
    let texts = set.answers.iter().map(|one| (&one.id, one.nearest(budget).text));
    let texts: std::collections::BTreeMap<_, _> = texts.collect();
    println!("{}", serde_json::to_string(&texts).expect("texts"));
}

/// Whether two sets are one text in two languages: a weight that carries over from one to the
/// other proves little, but it is what the practice table does too.
fn same_kind(one: &Set, other: &Set) -> bool {
    one.name == other.name
}

fn budgets(name: &str) -> &'static [usize] {
    let known = BUDGETS.iter().find(|(set, _)| *set == name || set.is_empty());
    known.map_or(&[], |(_, budgets)| budgets)
}

fn score(set: &Set, short: impl Fn(&LongAnswer) -> Short) -> String {
    let (mut one, mut two, mut words) = (0.0, 0.0, 0);
    for answer in &set.answers {
        let short = short(answer);
        let (r1, r2) = rouge::rouge(&answer.reference, &short.text);
        (one, two, words) = (one + r1, two + r2, words + short.words);
    }
    let count = set.answers.len().max(1) as f64;
    format!("{:.1} / {:.1}  {:5.1}", one / count, two / count, words as f64 / count)
}

/// Scores each set with weights fitted on the others and other mixtures: `--try part=2
/// own0=0.2,own1=0` prints a line for each argument.
fn try_mixtures(sets: &[Set], mixtures: &[String]) {
    let fits: Vec<Weights> = sets
        .iter()
        .map(|set| {
            let others: Vec<&Set> =
                sets.iter().filter(|other| !same_kind(set, other)).collect();
            fitted(&others)
        })
        .collect();
    for mixture in mixtures {
        print!("{mixture:36}");
        for (set, weights) in sets.iter().zip(&fits) {
            let mut weights = weights.clone();
            for change in mixture.split(',') {
                let Some((name, value)) = change.split_once('=') else { continue };
                let value: f64 = value.parse().expect("a number");
                let mixture = &mut weights.mixture;
                let place = match name {
                    "own0" => &mut mixture.own.0,
                    "own1" => &mut mixture.own.1,
                    "power0" => &mut mixture.power.0,
                    "power1" => &mut mixture.power.1,
                    "pair" => &mut mixture.pair,
                    "named" => &mut mixture.named,
                    "subject" => &mut mixture.subject,
                    "defined" => &mut mixture.defined,
                    "part" => &mut mixture.part,
                    "asked" => &mut mixture.asked_part,
                    "asking" => &mut mixture.asking,
                    "beside" => &mut mixture.beside,
                    other => panic!("no weight is called {other}"),
                };
                *place = value;
            }
            let budgets = budgets(&set.name);
            let budget =
                if set.name == "javascript" { 50 } else { budgets[budgets.len() - 1] };
            print!("  {}", score(set, |answer| answer.condensed(budget, &weights)));
        }
        println!();
    }
}
