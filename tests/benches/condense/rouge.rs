//! ROUGE (Lin, 2004): the words and pairs of words that two texts share.

use std::collections::BTreeMap;

use offprint::internals::condense::Words;

/// The F of ROUGE-1 and of ROUGE-2, per cent. Every ideograph is a word.
pub fn rouge(reference: &str, text: &str) -> (f64, f64) {
    let words = Words::new("en");
    let (wanted, got) = (words.of(reference), words.of(text));
    (overlap(&wanted, &got, 1), overlap(&wanted, &got, 2))
}

fn overlap(wanted: &[String], got: &[String], length: usize) -> f64 {
    let (wanted, got) = (counts(wanted, length), counts(got, length));
    let hit: usize =
        wanted.iter().map(|(gram, count)| *count.min(got.get(gram).unwrap_or(&0))).sum();
    let all = wanted.values().sum::<usize>() + got.values().sum::<usize>();
    200.0 * hit as f64 / all.max(1) as f64
}

fn counts(words: &[String], length: usize) -> BTreeMap<&[String], usize> {
    let mut counts = BTreeMap::new();
    for gram in words.windows(length) {
        *counts.entry(gram).or_default() += 1;
    }
    counts
}
