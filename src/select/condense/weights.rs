//! The weights of the lines that tell what a unit and a word are worth.
//!
//! They are fitted, not set by hand: `cargo bench --bench condense -- --fit` prints this
//! table from sets of questions whose short answers people wrote.

use super::features::{OF_TERM, OF_UNIT};

/// A line over figures: a constant, and a weight for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<const N: usize> {
    /// What is added.
    pub constant: f64,
    /// What each figure is multiplied by.
    pub weights: [f64; N],
}

impl<const N: usize> Line<N> {
    /// The line's value.
    pub fn at(&self, figures: &[f64; N]) -> f64 {
        let sum: f64 = self.weights.iter().zip(figures).map(|(w, x)| w * x).sum();
        self.constant + sum
    }
}

/// How often a word is expected again, at most.
pub const TIMES: usize = 3;

/// All lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// How near a unit is to what a person would say: a standard score.
    pub unit: Line<OF_UNIT>,
    /// The log odds that a person's short answer has a word or a pair of neighbouring words
    /// once, and a word that the answer has so often twice, and three times.
    pub terms: [Line<OF_TERM>; TIMES],
    /// How these come together.
    pub mixture: Mixture,
}

/// How judgements come together. What is a pair goes from the first to the second as more of
/// an answer stays, from a twentieth of its words to a fifth.
#[derive(Debug, Clone, PartialEq)]
pub struct Mixture {
    /// How much of the worth is a unit's own, a word of it.
    pub own: (f64, f64),
    /// How much a long unit is held against it: 1 by its words, 0 not at all. Where little of
    /// a long answer stays, each word must earn its place; of a short answer the whole
    /// thought is worth more.
    pub power: (f64, f64),
    /// A pair of words says more than two words.
    pub pair: f64,
    /// That a thing the title asks about is named.
    pub named: f64,
    /// That a sentence is about it.
    pub subject: f64,
    /// That it is defined.
    pub defined: f64,
    /// That a part of a long answer is spoken of.
    pub part: f64,
    /// The same where the title asks for that part and others.
    pub asked_part: f64,
    /// How much more these weigh, but for parts not asked for, where the title is a question:
    /// it names what has to be spoken of, and not only what is told.
    pub asking: f64,
    /// That a sentence stands beside the one it was written beside.
    pub beside: f64,
}

/// The shares of an answer's words between which a mixture changes.
const SHARE: (f64, f64) = (0.05, 0.2);

impl Mixture {
    /// A value where so large a share of an answer stays.
    pub fn at((few, many): (f64, f64), share: f64) -> f64 {
        let part = ((share - SHARE.0) / (SHARE.1 - SHARE.0)).clamp(0.0, 1.0);
        few + (many - few) * part
    }
}

/// How judgements come together, as the practice sets have it.
pub const MIXTURE: Mixture = Mixture {
    own: (0.1, 0.0),
    power: (0.95, 0.7),
    pair: 2.0,
    named: 1.0,
    subject: 2.0,
    defined: 3.0,
    part: 1.0,
    asked_part: 3.0,
    asking: 2.5,
    beside: 1.0,
};

/// Fitted on the four practice sets, in which 257 answers have short ones by their authors.
///
/// Fitted on three kinds and scored on the fourth, ROUGE-1 / ROUGE-2 per cent: interview
/// questions at 50 words 49.5 / 26.3, sections of a textbook at 80 words 38.5 / 13.9, the same
/// in Chinese at 130 ideographs 43.1 / 22.8, sections of a school book at 120 words 43.3 / 14.6.
pub const FITTED: Weights = Weights {
    unit: Line {
        constant: -0.9602,
        weights: [
            1.7420, 0.3235, 5.2914, -1.3135, -0.4359, 0.5577, 0.4045, 0.1107, -0.0598,
            -0.2329, 0.0738, -0.2376, 0.3289, -0.3418, 0.0146, -0.0565, -0.0216, 0.0124,
            -0.1346, -0.0152, 0.3673, 0.0244, -0.0819, -0.2539, -0.2531, -0.1806, 0.1004,
            -0.0896, -0.1144, -0.5162, -0.4331, 0.1359, 0.2090, 0.1256, 0.5057, -0.0143,
            -0.0255, -0.1412, -0.0130, -0.4129, -1.9929,
        ],
    },
    terms: [
        Line {
            constant: 1.3065,
            weights: [
                -0.5317, 2.8036, 1.1339, -0.3866, 1.1329, -0.1677, -0.2488, 0.3883,
                -0.1893, -0.2003, -0.8101, 0.5693, 0.7095, 0.3755, 0.2440, 0.3839,
                0.3445, -0.7069, 0.0364, -0.2846, -0.8325, 0.4573, -0.3591, 0.5042,
                0.3901, 0.1977, 0.3687, 0.0542, 0.2298, 0.1826, 0.0489, -1.0023, -2.0548,
                0.2685,
            ],
        },
        Line {
            constant: -0.2195,
            weights: [
                0.6129, 0.7648, -0.0203, -0.3502, 0.8579, -0.2393, -0.3820, 0.4525,
                -0.3820, -0.3820, 0.0000, 0.7502, 0.5938, 0.1599, 0.6121, 0.0539, 0.0709,
                -0.7962, -0.0358, 0.7648, -0.3475, -0.0941, 0.3391, 0.1480, 0.2096,
                0.6995, 0.7787, 0.0000, 0.0000, 0.6129, 0.0750, -0.7915, -1.3311, 0.0000,
            ],
        },
        Line {
            constant: -0.6981,
            weights: [
                0.8832, 0.7335, -0.2928, -0.3917, 1.1538, -0.3394, -0.4206, 0.5468,
                -0.4206, -0.4206, 0.0000, 0.5488, 0.4233, 0.3151, 0.8329, -0.7457,
                0.0369, -0.9020, -0.2438, 0.7335, -0.4315, -0.1872, 0.7272, -0.1737,
                -0.0343, 0.8016, 1.1415, 0.0000, 0.0000, 0.8832, 0.0135, -0.9323,
                -3.0575, 0.0000,
            ],
        },
    ],
    mixture: MIXTURE,
};
