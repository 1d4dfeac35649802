//! Sets of long answers and the short ones that people wrote.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use offprint::document::{Question, plain_text};
use offprint::internals::condense::{
    Answer, CondenseOptions, Corpus, Features, Reader, Weights, Words, Worth, choose,
    phrases, worth,
};
use offprint::parse::{ParseOptions, Source, parse};

/// A guide and its short answers.
pub struct Set {
    /// The folder's name.
    pub name: String,
    /// The questions that have a short answer.
    pub answers: Vec<LongAnswer>,
}

/// An answer taken apart, and what a person made of it.
pub struct LongAnswer {
    /// The question's id.
    pub id: String,
    /// The person's.
    pub reference: String,
    /// Its units.
    pub answer: Answer,
    /// Their figures.
    pub features: Features,
    /// For each unit, how much of it the person has.
    pub near: Vec<f64>,
    /// For each term, how often the person has it.
    pub has: Vec<usize>,
    /// For each term, how often the answer has it.
    pub counts: Vec<usize>,
}

/// An answer in short.
pub struct Short {
    /// Its sentences.
    pub text: String,
    /// Its words.
    pub words: usize,
}

/// The sets that there are, by name.
pub fn all() -> Vec<Set> {
    let folder = std::env::var_os("OFFPRINT_SETS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/condense"),
        PathBuf::from,
    );
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut folders: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    folders.iter().filter_map(|folder| read(folder)).collect()
}

fn read(folder: &Path) -> Option<Set> {
    let references = std::fs::read(folder.join("references.json")).ok()?;
    let references: BTreeMap<String, String> =
        serde_json::from_slice(&references).expect("short answers by id");
    let guide = std::fs::read(folder.join("guide.md")).ok()?;
    let source = Source::from_bytes("guide.md", &guide).expect("the guide is text");
    let document = parse(&[source], &ParseOptions::default()).document;
    let language = document.meta.language.clone();
    let words = Words::new(&language);
    let mut corpus = Corpus::default();
    for entry in document.sections.iter().flat_map(|section| &section.entries) {
        let title = words.of(&plain_text(entry.title()));
        corpus.add(title, words.of(&entry.plain_text()));
    }
    let reader = Reader { words: &words, phrases: phrases(&language), corpus: &corpus };
    let asked = document.questions().filter_map(|question| {
        let reference = references.get(&question.id)?;
        Some(long_answer(question, reference, &language, &reader))
    });
    let name = folder.file_name()?.to_string_lossy().into_owned();
    Some(Set { name, answers: asked.collect() })
}

fn long_answer(
    question: &Question,
    reference: &str,
    language: &str,
    reader: &Reader<'_>,
) -> LongAnswer {
    let title = plain_text(&question.title);
    let options = CondenseOptions::default();
    let answer = Answer::new(&title, question.reply(), language, &options);
    let features = reader.features(&answer.units, &title);
    let wanted = reader.words.of(reference);
    let mut ones: BTreeMap<&str, usize> = BTreeMap::new();
    let mut twos: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for word in &wanted {
        *ones.entry(word).or_default() += 1;
    }
    for pair in wanted.windows(2) {
        *twos.entry((&pair[0], &pair[1])).or_default() += 1;
    }
    let has_term = |(one, two): &(String, String)| {
        let count = if two.is_empty() {
            ones.get(one.as_str())
        } else {
            twos.get(&(one.as_str(), two.as_str()))
        };
        count.copied().unwrap_or(0)
    };
    let has = features.names.iter().map(has_term).collect();
    let mut counts = vec![0; features.names.len()];
    for (term, times) in features.said.iter().filter_map(|forms| forms.first()).flatten()
    {
        counts[*term] += *times as usize;
    }
    let near = answer.units.iter().map(|unit| {
        let said = reader.words.of(&unit.whole().text);
        let one =
            said.iter().filter(|word| ones.contains_key(word.as_str())).count() as f64;
        let two = said
            .windows(2)
            .filter(|pair| twos.contains_key(&(pair[0].as_str(), pair[1].as_str())))
            .count() as f64;
        let words = said.len().max(1) as f64;
        0.5 * one / words + two / (words - 1.0).max(1.0)
    });
    let near = near.collect();
    let (id, reference) = (question.id.clone(), reference.to_owned());
    LongAnswer { id, reference, answer, features, near, has, counts }
}

impl LongAnswer {
    /// At most so many words of it.
    pub fn condensed(&self, budget: usize, weights: &Weights) -> Short {
        let units = &self.answer.units;
        let all: usize = units.iter().map(|unit| unit.whole().words).sum();
        let share = budget as f64 / all.max(1) as f64;
        self.short(&worth(units, &self.features, weights, share), budget)
    }

    /// The nearest to the person's words that so many words of it come, of what can stand:
    /// what no judgement of worth goes beyond.
    pub fn nearest(&self, budget: usize) -> Short {
        let of_term = |(has, pair): (&usize, &bool)| {
            let each = if *pair { 2.0 } else { 1.0 };
            [0, 1, 2].map(|times| if times < *has { each } else { 0.0 })
        };
        let alone = self.answer.units.iter().map(|unit| vec![0.0; unit.forms.len()]);
        let worth = Worth {
            alone: alone.collect(),
            terms: self.features.said.clone(),
            weights: self.has.iter().zip(&self.features.pairs).map(of_term).collect(),
            power: 0.7,
            beside: 0.0,
        };
        self.short(&worth, budget)
    }

    fn short(&self, worth: &Worth, budget: usize) -> Short {
        let units = &self.answer.units;
        let choice = choose(units, worth, budget);
        let kept = choice.iter().filter(|(unit, _)| units[*unit].is_text());
        let kept: Vec<&str> =
            kept.map(|(unit, form)| units[unit].forms[form].text.trim()).collect();
        Short { text: kept.join(" "), words: choice.words(units) }
    }
}
