//! Ids that are XML names, fit for a URL fragment, and unique.

use std::collections::BTreeSet;

/// Hands out ids; the same wishes in the same order get the same ids.
///
/// No id begins with `_`: those belong to what the book adds itself (`_note-1`), which
/// therefore can never meet an id of the guide.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// `wish` itself where it is a free name, else the nearest that is.
    pub(super) fn take(&mut self, wish: &str) -> String {
        let name = name(wish);
        let mut id = name.clone();
        let mut count = 1;
        while !self.0.insert(id.clone()) {
            count += 1;
            id = format!("{name}-{count}");
        }
        id
    }
}

fn name(wish: &str) -> String {
    let mut name: String =
        wish.chars().map(|c| if is_name(c) { c } else { '-' }).collect();
    if !name.starts_with(|c: char| c.is_alphabetic()) {
        name.insert_str(0, "id-");
    }
    name
}

/// Narrower than `NCName`: letters and digits of the basic plane only, since readers'
/// XML parsers follow different editions of XML.
fn is_name(c: char) -> bool {
    matches!(c, '-' | '_' | '.') || (c.is_alphanumeric() && !is_odd(c))
}

/// Counts as a letter or digit in Unicode, but not in a name by XML.
fn is_odd(c: char) -> bool {
    matches!(
        c,
        '\u{80}'..'\u{C0}'
            | '\u{2000}'..'\u{2C00}'
            | '\u{2E00}'..'\u{3005}'
            | '\u{FB00}'..
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_names_stay_and_others_become_names() {
        let mut ids = Ids::default();
        for (wish, id) in [
            ("q1", "q1"),
            ("q1", "q1-2"),
            ("12", "id-12"),
            ("", "id-"),
            ("_note-1", "id-_note-1"),
            ("a b\"c", "a-b-c"),
            ("質問", "質問"),
            ("½", "id--"),
        ] {
            assert_eq!(ids.take(wish), id);
        }
    }
}
