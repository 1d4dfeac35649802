//! Bold lead-ins: `**Example:** text`, and what their words say about the text.

use crate::document::{Inline, InlineKind, LeadIn, Paragraph, Role, plain_text};

use super::inlines::{trim_back, trim_front};

const COLONS: [char; 2] = [':', '：'];
const DASHES: [char; 3] = ['-', '–', '—'];
const SENTENCE_ENDS: [char; 7] = ['?', '!', '.', '？', '！', '。', '…'];

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// On its own.
    Free,
    /// At the beginning of a list item.
    InItem,
    /// The same, where most items of the list begin with bold words, which need no sign
    /// after them then.
    AmongLeads,
}

/// Where the first paragraphs of items stand, `firsts` being those of a whole list.
pub(super) fn stands_in<'a>(firsts: impl Iterator<Item = &'a [Inline]>) -> Stands {
    let (mut items, mut begin_bold) = (0, 0);
    for first in firsts {
        items += 1;
        begin_bold += usize::from(first.first().and_then(bold).is_some());
    }
    if begin_bold * 2 > items { Stands::AmongLeads } else { Stands::InItem }
}

/// Parts `content` into lead-in and text, if it begins with one.
pub(super) fn paragraph(content: Vec<Inline>, stands: Stands) -> Paragraph {
    match lead_of(&content, stands) {
        Some((lead, content)) => Paragraph { lead: Some(lead), content },
        None => Paragraph { lead: None, content },
    }
}

fn lead_of(content: &[Inline], stands: Stands) -> Option<(LeadIn, Vec<Inline>)> {
    let (first, rest) = content.split_first()?;
    let mut text = bold(first)?.to_vec();
    let mut rest = rest.to_vec();
    let separator = if let Some(sign) = sign_at_end(&plain_text(&text)) {
        trim_back(&mut text, &[sign]);
        sign.to_string()
    } else {
        let ends_sentence = plain_text(&text).trim_end().ends_with(SENTENCE_ENDS);
        let InlineKind::Text(after) = &mut rest.first_mut()?.kind else { return None };
        let (separator, length) = separator_of(after, stands, ends_sentence)?;
        after.drain(..length);
        trim_back(&mut text, &[]);
        separator
    };
    trim_front(&mut rest);
    let role = role(&plain_text(&text));
    (!text.is_empty()).then_some((LeadIn { role, text, separator }, rest))
}

/// The separator that bold words end with.
fn sign_at_end(words: &str) -> Option<char> {
    let words = words.trim_end();
    let sign = words.chars().next_back()?;
    let parted = || words.trim_end_matches(sign).ends_with(char::is_whitespace);
    (COLONS.contains(&sign) || DASHES.contains(&sign) && parted()).then_some(sign)
}

/// The words of bold, also inside emphasis.
fn bold(inline: &Inline) -> Option<&[Inline]> {
    match &inline.kind {
        InlineKind::Strong(content) => Some(content),
        InlineKind::Emphasis(content) => match &content[..] {
            [Inline { kind: InlineKind::Strong(content), .. }] => Some(content),
            _ => None,
        },
        _ => None,
    }
}

/// The sign between bold words and the `after` text, and the bytes it takes. Without a
/// sign the bold words may be the beginning of a sentence.
fn separator_of(
    after: &str,
    stands: Stands,
    ends_sentence: bool,
) -> Option<(String, usize)> {
    let trimmed = after.trim_start();
    let gap = after.len() - trimmed.len();
    let sign = trimmed.chars().next()?;
    let next = trimmed[sign.len_utf8()..].chars().next();
    let parted = next.is_none_or(char::is_whitespace) || sign == '：';
    let is_separator =
        COLONS.contains(&sign) && parted || DASHES.contains(&sign) && parted && gap > 0;
    if is_separator {
        return Some((sign.to_string(), gap + sign.len_utf8()));
    }
    let stands_apart = match stands {
        Stands::Free => false,
        Stands::InItem => ends_sentence,
        Stands::AmongLeads => ends_sentence || !goes_on(sign),
    };
    (stands_apart && gap > 0).then(|| (String::new(), gap))
}

/// Whether a sentence that has begun goes on with `first`: a small letter, or a letter of
/// hiragana, which Japanese particles are written in.
fn goes_on(first: char) -> bool {
    first.is_lowercase() || matches!(first, '\u{3041}'..='\u{309f}')
}

/// What the words of a lead-in say about the text after it.
pub(super) fn role(words: &str) -> Role {
    let words = words.to_lowercase();
    // `Scale (Fibonacci)` is a scale; an emoji before the words is a picture of them.
    let words = words.split(['(', '（', '[']).next().unwrap_or_default();
    let words = words.trim_matches(|char: char| !char.is_alphanumeric() && char != '!');
    let words = words.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    let whole = |list: &[&str]| list.contains(&words);
    let first = |list: &[&str]| {
        list.iter().any(|one| {
            words
                .strip_prefix(one)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    let last = |list: &[&str]| {
        list.iter().any(|one| {
            words
                .strip_suffix(one)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })
    };
    if first(EXAMPLE_FIRST) || last(EXAMPLE_LAST) {
        Role::Example
    } else if whole(IMPACT) || last(IMPACT_LAST) || first(IMPACT_FIRST) {
        Role::Impact
    } else if whole(KEY) || first(KEY_FIRST) {
        Role::Key
    } else if whole(TIP) || last(TIP_LAST) {
        Role::Tip
    } else if whole(NOTE) || first(NOTE_FIRST) || last(NOTE_LAST) {
        Role::Note
    } else {
        Role::Plain
    }
}

const EXAMPLE_FIRST: &[&str] = &[
    "example",
    "examples",
    "for example",
    "for instance",
    "e.g",
    "exemple",
    "par exemple",
    "exemples",
    "beispiel",
    "beispiele",
    "zum beispiel",
    "z. b",
    "z.b",
    "ejemplo",
    "ejemplos",
    "por ejemplo",
];
const EXAMPLE_LAST: &[&str] = &["example", "examples", "beispiel", "exemple", "ejemplo"];
const IMPACT: &[&str] = &[
    "target",
    "targets",
    "result",
    "results",
    "outcome",
    "outcomes",
    "metric",
    "kpi",
    "kpis",
    "résultat",
    "résultats",
    "ergebnis",
    "ergebnisse",
    "wirkung",
    "ziel",
    "resultado",
    "resultados",
    "impacto",
    "objectif",
    "objetivo",
];
const IMPACT_FIRST: &[&str] =
    &["metrics", "impact", "kennzahlen", "métricas", "indicateurs"];
const IMPACT_LAST: &[&str] = &["impact", "metrics"];
/// Not `Key components` and the like, which stand over lists of any length.
const KEY: &[&str] = &[
    "key",
    "keys",
    "key point",
    "key points",
    "key takeaway",
    "key takeaways",
    "takeaway",
    "takeaways",
    "key idea",
    "key insight",
    "key message",
    "key principle",
    "key fact",
    "key rule",
    "key question",
    "main point",
    "main idea",
    "bottom line",
    "tl;dr",
    "tldr",
    "summary",
    "in summary",
    "in short",
    "in a nutshell",
    "in one sentence",
    "short answer",
    "decision",
    "conclusion",
    "rule of thumb",
    "golden rule",
    "important",
    "à retenir",
    "résumé",
    "en bref",
    "en résumé",
    "clé",
    "l’essentiel",
    "l'essentiel",
    "décision",
    "merke",
    "merksatz",
    "fazit",
    "zusammenfassung",
    "kurz",
    "kurzfassung",
    "kernaussage",
    "kern",
    "wichtig",
    "entscheidung",
    "schlüssel",
    "clave",
    "resumen",
    "en resumen",
    "conclusión",
    "decisión",
    "importante",
    "idea clave",
    "punto clave",
    "point clé",
    "points clés",
];
const KEY_FIRST: &[&str] = &["remember", "recuerda", "retenez", "denk daran"];
const TIP: &[&str] = &[
    "tip",
    "tips",
    "hint",
    "hints",
    "advice",
    "pro tip",
    "pro tips",
    "protip",
    "trick",
    "astuce",
    "astuces",
    "conseil",
    "conseils",
    "indice",
    "tipp",
    "tipps",
    "ratschlag",
    "rat",
    "consejo",
    "consejos",
    "truco",
    "pista",
];
const TIP_LAST: &[&str] = &["tip", "tips", "tipp"];
const NOTE: &[&str] = &[
    "note",
    "notes",
    "nb",
    "n.b",
    "warning",
    "warnings",
    "caution",
    "caveat",
    "caveats",
    "attention",
    "beware",
    "gotcha",
    "gotchas",
    "careful",
    "disclaimer",
    "remarque",
    "remarques",
    "avertissement",
    "prudence",
    "hinweis",
    "hinweise",
    "achtung",
    "anmerkung",
    "warnung",
    "vorsicht",
    "nota",
    "notas",
    "atención",
    "advertencia",
    "ojo",
    "aviso",
    "cuidado",
];
const NOTE_FIRST: &[&str] = &["please note", "side note", "note that", "watch out"];
const NOTE_LAST: &[&str] = &["note"];

#[cfg(test)]
mod tests {
    use super::*;

    fn strong(text: &str) -> Inline {
        Inline { kind: InlineKind::Strong(vec![Inline::text(text)]), ..Inline::text("") }
    }

    /// `lead|separator|text`, or the text alone.
    fn parted(content: Vec<Inline>, stands: Stands) -> String {
        let paragraph = paragraph(content, stands);
        let text = plain_text(&paragraph.content);
        match paragraph.lead {
            Some(lead) => format!("{}|{}|{text}", plain_text(&lead.text), lead.separator),
            None => text,
        }
    }

    #[test]
    fn a_colon_or_a_dash_makes_a_lead_anywhere() {
        for (bold, after, parts) in [
            ("Example:", " text", "Example|:|text"),
            ("Example", ": text", "Example|:|text"),
            ("Example :", " text", "Example|:|text"),
            ("例：", "文", "例|：|文"),
            ("Stay", " - calm", "Stay|-|calm"),
            ("Stay", " – calm", "Stay|–|calm"),
            ("Stay", " — calm", "Stay|—|calm"),
            ("Framework:", "", "Framework|:|"),
            ("Stay –", " calm", "Stay|–|calm"),
        ] {
            let content = vec![strong(bold), Inline::text(after)];
            assert_eq!(parted(content, Stands::Free), parts);
        }
    }

    #[test]
    fn other_bold_words_lead_only_in_items_and_apart_from_the_sentence() {
        for (bold, after, in_item, among_leads) in [
            ("Create", " an epic", "Create an epic", "Create an epic"),
            ("Create", " (an epic)", "Create (an epic)", "Create||(an epic)"),
            ("Create", " An epic", "Create An epic", "Create||An epic"),
            ("What is it?", " it is", "What is it?||it is", "What is it?||it is"),
            ("Be clear.", " Say it", "Be clear.||Say it", "Be clear.||Say it"),
            ("可用性", " での問題", "可用性 での問題", "可用性 での問題"),
            ("std", "::vec", "std::vec", "std::vec"),
            ("well", "-known", "well-known", "well-known"),
            ("alone", "", "alone", "alone"),
        ] {
            let content = vec![strong(bold), Inline::text(after)];
            assert_eq!(
                parted(content.clone(), Stands::Free),
                format!("{bold}{after}"),
                "{bold}"
            );
            assert_eq!(parted(content.clone(), Stands::InItem), in_item);
            assert_eq!(parted(content, Stands::AmongLeads), among_leads);
        }
    }

    #[test]
    fn most_items_of_a_list_of_leads_begin_with_bold() {
        let (bold, plain) = ([strong("a")], [Inline::text("b")]);
        for (firsts, stands) in [
            (vec![&bold, &bold, &plain], Stands::AmongLeads),
            (vec![&bold, &plain], Stands::InItem),
            (vec![], Stands::InItem),
        ] {
            let firsts = firsts.into_iter().map(|first| &first[..]);
            assert_eq!(stands_in(firsts), stands);
        }
    }

    #[test]
    fn the_words_say_the_role() {
        for (role_of, words) in [
            (
                Role::Key,
                "Key, Remember, Summary, Decision, TL;DR, Fazit, À retenir, Clave",
            ),
            (
                Role::Example,
                "Example, Example Impact, Example Structure, Real-world example, e.g., \
                Example 2, Par exemple, Beispiel, Ejemplo",
            ),
            (
                Role::Impact,
                "Impact, Real Impact, Metrics to Track, Target, Result, Ergebnis",
            ),
            (Role::Tip, "Tip, Pro tip, 💡 Tip, Hint, Astuce, Tipp, Consejo"),
            (Role::Note, "Note, Warning, NB, Caveat, Hinweis, Remarque, ⚠️ Attention"),
            (
                Role::Plain,
                "Key Components, Key Techniques, Key Strategies, Decision Guide, \
                Decision Factors, Approach, Target audience, Notebook, Keyboard, Sequence",
            ),
        ] {
            for words in words.split(", ") {
                assert_eq!(role(words.trim()), role_of, "{words}");
            }
        }
    }
}
