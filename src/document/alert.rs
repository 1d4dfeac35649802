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
const OTHERS: [(&str, [&str; 5]); 18] = [
    ("ar", ["ملاحظة", "نصيحة", "مهم", "تحذير", "تنبيه"]),
    ("de", ["Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"]),
    ("es", ["Nota", "Consejo", "Importante", "Advertencia", "Precaución"]),
    ("fa", ["یادداشت", "نکته", "مهم", "هشدار", "احتیاط"]),
    ("fr", ["Note", "Astuce", "Important", "Avertissement", "Attention"]),
    ("he", ["הערה", "טיפ", "חשוב", "אזהרה", "זהירות"]),
    ("it", ["Nota", "Suggerimento", "Importante", "Avviso", "Attenzione"]),
    ("ja", ["注記", "ヒント", "重要", "警告", "注意"]),
    ("ko", ["참고", "팁", "중요", "경고", "주의"]),
    ("nl", ["Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Voorzichtig"]),
    ("pl", ["Uwaga", "Wskazówka", "Ważne", "Ostrzeżenie", "Przestroga"]),
    ("pt", ["Nota", "Dica", "Importante", "Aviso", "Cuidado"]),
    ("ru", ["Примечание", "Совет", "Важно", "Предупреждение", "Осторожно"]),
    ("tr", ["Not", "İpucu", "Önemli", "Uyarı", "Dikkat"]),
    ("uk", ["Примітка", "Порада", "Важливо", "Попередження", "Обережно"]),
    ("ur", ["نوٹ", "مشورہ", "اہم", "انتباہ", "احتیاط"]),
    ("vi", ["Ghi chú", "Mẹo", "Quan trọng", "Cảnh báo", "Thận trọng"]),
    ("zh", ["说明", "提示", "重要", "警告", "注意"]),
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
        assert_eq!(Alert::Note.name("fa"), "یادداشت");
        assert_eq!(Alert::Caution.name("eo"), "Caution");
        assert!(Alert::Warning.is_grave() && !Alert::Note.is_grave());
    }
}
