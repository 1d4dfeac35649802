//! Alerts: what they are called.

use serde::{Deserialize, Serialize};

use crate::words::Words;

/// The kinds of alert that code hosts draw (`> [!NOTE]`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the alerts’ own")]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl Alert {
    /// What the alert calls itself in a language, given as a tag; in English where that is
    /// not at hand.
    pub fn name(self, language: &str) -> &'static str {
        Words::of(language).alerts[self as usize]
    }

    /// Whether it is one that a reader must not miss.
    pub const fn is_grave(self) -> bool {
        matches!(self, Self::Important | Self::Warning | Self::Caution)
    }
}

#[cfg(test)]
mod tests {
    use super::Alert;

    #[test]
    fn alerts_are_named_in_the_language_of_the_guide() {
        assert_eq!(Alert::Tip.name("de-AT"), "Tipp");
        assert_eq!(Alert::Note.name("fa"), "یادداشت");
        assert_eq!(Alert::Caution.name("eo"), "Caution");
        assert!(Alert::Warning.is_grave() && !Alert::Note.is_grave());
    }
}
