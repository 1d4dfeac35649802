//! Which texts are central among several.

/// How central units are.
pub(super) struct Ranks {
    /// `TextRank` (Mihalcea and Tarau, 2004) over the cosine of weighted words; the best has 1.
    pub(super) rank: Vec<f64>,
    /// Nearness to the middle of all; the nearest has 1.
    pub(super) near: Vec<f64>,
}

/// The damping of `TextRank`, and enough rounds for two decimals.
const DAMPING: f64 = 0.85;
const ROUNDS: usize = 20;

/// The ranks of texts, each of which has some of so many words with their weights.
pub(super) fn ranks(vectors: &[Vec<(u32, f64)>], words: usize) -> Ranks {
    let count = vectors.len();
    let nearness = spread(vectors, words, &vec![1.0; count]);
    let own: Vec<f64> = vectors.iter().map(|vector| dot(vector, vector)).collect();
    // A unit whose words no other has is near to none.
    let sums: Vec<f64> =
        nearness.iter().zip(&own).map(|(all, own)| (all - own).max(1e-9)).collect();
    let mut rank = vec![1.0 / count.max(1) as f64; count];
    for _ in 0..ROUNDS {
        let given: Vec<f64> =
            rank.iter().zip(&sums).map(|(rank, sum)| rank / sum).collect();
        let got = spread(vectors, words, &given);
        let to = |unit: usize| {
            let got = got[unit] - own[unit] * given[unit];
            (1.0 - DAMPING) / count as f64 + DAMPING * got.max(0.0)
        };
        rank = (0..count).map(to).collect();
    }
    Ranks { rank: scaled(rank), near: scaled(nearness) }
}

/// What every vector gets if each gives to all, itself included, so much times the cosine
/// between the two. It goes by way of the words, so that no pair of units is looked at.
fn spread(vectors: &[Vec<(u32, f64)>], words: usize, given: &[f64]) -> Vec<f64> {
    let mut middle = vec![0.0; words];
    for (vector, given) in vectors.iter().zip(given) {
        for (word, weight) in vector {
            middle[*word as usize] += weight * given;
        }
    }
    let got = |vector: &Vec<(u32, f64)>| {
        vector.iter().map(|(word, weight)| middle[*word as usize] * weight).sum()
    };
    vectors.iter().map(got).collect()
}

fn dot(one: &[(u32, f64)], other: &[(u32, f64)]) -> f64 {
    one.iter().zip(other).map(|((_, x), (_, y))| x * y).sum()
}

fn scaled(mut values: Vec<f64>) -> Vec<f64> {
    let most = values.iter().copied().fold(1e-9, f64::max);
    for value in &mut values {
        *value /= most;
    }
    values
}
