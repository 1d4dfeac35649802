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
    // Units by word: most pairs of units have no word in common.
    let mut holders: Vec<Vec<(usize, f64)>> = vec![Vec::new(); words];
    for (unit, vector) in vectors.iter().enumerate() {
        for (word, weight) in vector {
            holders[*word as usize].push((unit, *weight));
        }
    }
    let mut near = vec![0.0; count * count];
    for holder in &holders {
        for (n, (one, x)) in holder.iter().enumerate() {
            for (other, y) in &holder[n + 1..] {
                near[one * count + other] += x * y;
                near[other * count + one] += x * y;
            }
        }
    }
    let sums: Vec<f64> = (0..count)
        .map(|row| near[row * count..(row + 1) * count].iter().sum::<f64>().max(1e-9))
        .collect();
    let mut rank = vec![1.0 / count.max(1) as f64; count];
    for _ in 0..ROUNDS {
        let given: Vec<f64> =
            rank.iter().zip(&sums).map(|(rank, sum)| rank / sum).collect();
        rank = (0..count)
            .map(|to| {
                let row = &near[to * count..(to + 1) * count];
                let got: f64 =
                    row.iter().zip(&given).map(|(near, given)| near * given).sum();
                (1.0 - DAMPING) / count as f64 + DAMPING * got
            })
            .collect();
    }
    Ranks { rank: scaled(rank), near: scaled(nearness(vectors, &holders)) }
}

/// The cosine between each vector and the mean of all, up to a factor.
fn nearness(vectors: &[Vec<(u32, f64)>], holders: &[Vec<(usize, f64)>]) -> Vec<f64> {
    let middle: Vec<f64> = holders
        .iter()
        .map(|holder| holder.iter().map(|(_, weight)| weight).sum())
        .collect();
    let near = |vector: &Vec<(u32, f64)>| {
        vector.iter().map(|(word, weight)| middle[*word as usize] * weight).sum()
    };
    vectors.iter().map(near).collect()
}

fn scaled(mut values: Vec<f64>) -> Vec<f64> {
    let most = values.iter().copied().fold(1e-9, f64::max);
    for value in &mut values {
        *value /= most;
    }
    values
}
