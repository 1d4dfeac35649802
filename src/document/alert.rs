//! Alerts: what they are called.

use serde::{Deserialize, Serialize};

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

/// What they are called, in the order of the kinds.
const ENGLISH: [&str; 5] = ["Note", "Tip", "Important", "Warning", "Caution"];
const OTHERS: [(&str, [&str; 5]); 4] = [
    ("de", ["Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"]),
    ("es", ["Nota", "Consejo", "Importante", "Advertencia", "Precaución"]),
    ("fr", ["Note", "Astuce", "Important", "Avertissement", "Attention"]),
    ("ja", ["注記", "ヒント", "重要", "警告", "注意"]),
];

impl Alert {
    /// What the alert calls itself in a language, given as a tag; in English where that is
    /// not at hand.
    pub fn name(self, language: &str) -> &'static str {
        let primary = language.split('-').next().unwrap_or_default();
        let names = OTHERS.iter().find(|(code, _)| code.eq_ignore_ascii_case(primary));
        names.map_or(&ENGLISH, |(_, names)| names)[self as usize]
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
        assert_eq!(Alert::Caution.name("nl"), "Caution");
        assert!(Alert::Warning.is_grave() && !Alert::Note.is_grave());
    }
}
