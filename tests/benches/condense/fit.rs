//! Fits the lines: ridge regression for units, logistic regression for words and pairs.
//!
//! Every question weighs the same, however long its answer, and the targets of each set are
//! scaled, so that no kind of text has the word over the others.

use std::fmt::Write as _;

use offprint::internals::condense::{Line, MIXTURE, Weights};

use super::sets::{LongAnswer, Set};

/// How strongly weights are held near zero, relative to one example.
const UNIT_RIDGE: f64 = 3.0;
const TERM_RIDGE: f64 = 10.0;
/// Newton's steps; ten are more than it takes.
const STEPS: usize = 12;

/// The weights for what the people of these sets kept.
pub fn fitted(sets: &[&Set]) -> Weights {
    Weights {
        unit: unit_line(sets),
        terms: [1, 2, 3].map(|times| term_line(sets, times)),
        mixture: MIXTURE,
    }
}

/// Examples with their weights.
struct Examples<const N: usize> {
    rows: Vec<[f64; N]>,
    targets: Vec<f64>,
    weights: Vec<f64>,
}

impl<const N: usize> Examples<N> {
    fn new() -> Self {
        Self { rows: Vec::new(), targets: Vec::new(), weights: Vec::new() }
    }

    fn add(&mut self, row: [f64; N], target: f64, weight: f64) {
        self.rows.push(row);
        self.targets.push(target);
        self.weights.push(weight);
    }

    /// The same, each figure with mean 0 and deviation 1 and weights with mean 1; means and
    /// deviations.
    fn standard(mut self) -> (Self, [f64; N], [f64; N]) {
        let count = self.rows.len().max(1) as f64;
        let (mut means, mut deviations) = ([0.0; N], [0.0; N]);
        for n in 0..N {
            means[n] = self.rows.iter().map(|row| row[n]).sum::<f64>() / count;
            let square = |row: &[f64; N]| (row[n] - means[n]).powi(2);
            deviations[n] =
                (self.rows.iter().map(square).sum::<f64>() / count).sqrt() + 1e-9;
        }
        for row in &mut self.rows {
            for n in 0..N {
                row[n] = (row[n] - means[n]) / deviations[n];
            }
        }
        let mean = self.weights.iter().sum::<f64>() / count;
        self.weights.iter_mut().for_each(|weight| *weight /= mean);
        (self, means, deviations)
    }
}

fn unit_line<const N: usize>(sets: &[&Set]) -> Line<N>
where
    LongAnswer: Figures<N>,
{
    let mut examples = Examples::new();
    for set in sets {
        let texts = |answer: &LongAnswer| {
            let units = answer.answer.units.iter().enumerate();
            units.filter(|(_, unit)| unit.is_text()).map(|(n, _)| n).collect::<Vec<_>>()
        };
        let near: Vec<f64> = set
            .answers
            .iter()
            .flat_map(|answer| texts(answer).into_iter().map(|n| answer.near[n]))
            .collect();
        let mean = near.iter().sum::<f64>() / near.len().max(1) as f64;
        let square = near.iter().map(|near| (near - mean).powi(2)).sum::<f64>();
        let deviation = (square / near.len().max(1) as f64).sqrt().max(1e-9);
        for answer in &set.answers {
            let texts = texts(answer);
            let weight = 1.0 / texts.len().max(1) as f64 / set.answers.len() as f64;
            for unit in texts {
                let target = (answer.near[unit] - mean) / deviation;
                examples.add(answer.figures(unit), target, weight);
            }
        }
    }
    let (examples, means, deviations) = examples.standard();
    // The constant is the last column, and not held near zero.
    let mut system = System::new(N + 1);
    for ((row, target), weight) in
        examples.rows.iter().zip(&examples.targets).zip(&examples.weights)
    {
        system.add(&with_one(row), *weight, *target * weight);
    }
    let solution = system.solved(UNIT_RIDGE);
    line(&solution, &means, &deviations)
}

/// A line for terms that the person has so many times, fitted to those that can be there so
/// often.
fn term_line<const N: usize>(sets: &[&Set], times: usize) -> Line<N>
where
    LongAnswer: TermFigures<N>,
{
    let mut examples = Examples::new();
    for set in sets {
        for answer in &set.answers {
            let often = |term: &usize| {
                let pair = answer.features.pairs[*term];
                times == 1 || (!pair && answer.counts[*term] >= times)
            };
            let terms: Vec<usize> =
                (0..answer.features.pairs.len()).filter(often).collect();
            let weight = 1.0 / terms.len().max(1) as f64 / set.answers.len() as f64;
            for term in terms {
                let target = f64::from(u8::from(answer.has[term] >= times));
                examples.add(answer.term_figures(term), target, weight);
            }
        }
    }
    let (examples, means, deviations) = examples.standard();
    let mut solution = vec![0.0; N + 1];
    for _ in 0..STEPS {
        let mut system = System::new(N + 1);
        for ((row, target), weight) in
            examples.rows.iter().zip(&examples.targets).zip(&examples.weights)
        {
            let row = with_one(row);
            let at: f64 = row.iter().zip(&solution).map(|(x, w)| x * w).sum();
            let chance = 1.0 / (1.0 + (-at).exp());
            let bend = (chance * (1.0 - chance)).max(1e-6);
            // The next solution is that of a weighted line through these points.
            let point = bend * at + target - chance;
            system.add(&row, weight * bend, weight * point);
        }
        solution = system.solved(TERM_RIDGE);
    }
    line(&solution, &means, &deviations)
}

/// The figures of a unit.
pub trait Figures<const N: usize> {
    /// Of the unit at this place.
    fn figures(&self, unit: usize) -> [f64; N];
}

/// The figures of a term.
pub trait TermFigures<const N: usize> {
    /// Of the term at this place.
    fn term_figures(&self, term: usize) -> [f64; N];
}

impl Figures<{ offprint::internals::condense::OF_UNIT }> for LongAnswer {
    fn figures(&self, unit: usize) -> [f64; offprint::internals::condense::OF_UNIT] {
        self.features.units[unit]
    }
}

impl TermFigures<{ offprint::internals::condense::OF_TERM }> for LongAnswer {
    fn term_figures(&self, term: usize) -> [f64; offprint::internals::condense::OF_TERM] {
        self.features.terms[term]
    }
}

fn with_one<const N: usize>(row: &[f64; N]) -> Vec<f64> {
    row.iter().copied().chain([1.0]).collect()
}

/// A line over the figures as they are, of one over standard figures.
fn line<const N: usize>(
    solution: &[f64],
    means: &[f64; N],
    deviations: &[f64; N],
) -> Line<N> {
    let weights: [f64; N] = std::array::from_fn(|n| solution[n] / deviations[n]);
    let moved: f64 = weights.iter().zip(means).map(|(weight, mean)| weight * mean).sum();
    Line { constant: solution[N] - moved, weights }
}

/// Normal equations.
struct System {
    size: usize,
    matrix: Vec<f64>,
    right: Vec<f64>,
}

impl System {
    fn new(size: usize) -> Self {
        Self { size, matrix: vec![0.0; size * size], right: vec![0.0; size] }
    }

    fn add(&mut self, row: &[f64], weight: f64, target: f64) {
        for (n, x) in row.iter().enumerate() {
            self.right[n] += x * target;
            for (m, y) in row.iter().enumerate().skip(n) {
                self.matrix[n * self.size + m] += weight * x * y;
            }
        }
    }

    /// Solved by elimination, weights but the last held near zero.
    fn solved(mut self, ridge: f64) -> Vec<f64> {
        let size = self.size;
        for n in 0..size {
            for m in 0..n {
                self.matrix[n * size + m] = self.matrix[m * size + n];
            }
            self.matrix[n * size + n] += if n + 1 < size { ridge } else { 1e-9 };
        }
        for n in 0..size {
            let pivot = self.matrix[n * size + n];
            for m in n + 1..size {
                let factor = self.matrix[m * size + n] / pivot;
                for k in n..size {
                    self.matrix[m * size + k] -= factor * self.matrix[n * size + k];
                }
                self.right[m] -= factor * self.right[n];
            }
        }
        let mut solution = vec![0.0; size];
        for n in (0..size).rev() {
            let known: f64 =
                (n + 1..size).map(|m| self.matrix[n * size + m] * solution[m]).sum();
            solution[n] = (self.right[n] - known) / self.matrix[n * size + n];
        }
        solution
    }
}

/// The weights as source.
pub fn source(weights: &Weights) -> String {
    let mut out = String::from("pub const FITTED: Weights = Weights {\n");
    line_source(&mut out, "unit", &weights.unit);
    out.push_str("    terms: [\n");
    for line in &weights.terms {
        line_source(&mut out, "", line);
    }
    out.push_str("    ],\n    mixture: MIXTURE,\n};");
    out
}

fn line_source<const N: usize>(out: &mut String, name: &str, line: &Line<N>) {
    let weights = line.weights.iter().fold(String::new(), |mut all, weight| {
        let _ = write!(all, "{weight:.4}, ");
        all
    });
    let name = if name.is_empty() { String::new() } else { format!("{name}: ") };
    let _ = writeln!(
        out,
        "    {name}Line {{ constant: {:.4}, weights: [{weights}] }},",
        line.constant
    );
}
