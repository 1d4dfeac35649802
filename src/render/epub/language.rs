//! The language tag as the files may carry it.

/// The longest beginning of `wanted` that is a well-formed tag (BCP 47, section 2.1:
/// language, script, region, variants); `und`, undetermined, where there is none.
pub(super) fn tag(wanted: &str) -> String {
    let mut subtags = wanted.trim().split(['-', '_']);
    let Some(language) = subtags.next().filter(|s| is_language(s)) else {
        return "und".to_owned();
    };
    let mut tag = language.to_ascii_lowercase();
    // Script, region and variant stand in this order; a variant may not come twice.
    let mut stage = 0;
    for subtag in subtags {
        let next = match kind(subtag) {
            Some(kind) if kind > stage || (kind == 3 && !repeats(&tag, subtag)) => kind,
            _ => break,
        };
        stage = next;
        tag.push('-');
        tag.push_str(subtag);
    }
    tag
}

fn is_language(subtag: &str) -> bool {
    matches!(subtag.len(), 2 | 3) && subtag.bytes().all(|b| b.is_ascii_alphabetic())
}

/// 1 for a script, 2 for a region, 3 for a variant.
fn kind(subtag: &str) -> Option<u8> {
    let letters = subtag.bytes().all(|b| b.is_ascii_alphabetic());
    let digits = subtag.bytes().all(|b| b.is_ascii_digit());
    let both = subtag.bytes().all(|b| b.is_ascii_alphanumeric());
    let first_is_digit = subtag.starts_with(|c: char| c.is_ascii_digit());
    match subtag.len() {
        4 if letters => Some(1),
        2 if letters => Some(2),
        3 if digits => Some(2),
        5..=8 if both => Some(3),
        4 if both && first_is_digit => Some(3),
        _ => None,
    }
}

fn repeats(tag: &str, subtag: &str) -> bool {
    tag.split('-').any(|other| other.eq_ignore_ascii_case(subtag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_well_formed_tags_come_through() {
        for (wanted, expected) in [
            ("en", "en"),
            ("en_GB", "en-GB"),
            ("zh-Hant-TW", "zh-Hant-TW"),
            ("de-1996-1996", "de-1996"),
            ("EN-a", "en"),
            ("", "und"),
            ("english", "und"),
            ("e<n", "und"),
        ] {
            assert_eq!(tag(wanted), expected);
        }
    }
}
