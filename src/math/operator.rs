//! Operators: what they do to the room around them, and what they are able to do.
//!
//! `math-core` writes of an operator only what is not its own by `MathML` Core's dictionary. Here a
//! character has the class that TeX gives it, from which the room between two neighbours
//! follows (The `TeXbook`, chapter 18), and what is written of it wins.

/// What an operator does to the room around it on a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Stands between two things, with room on both sides: `+`, `=`, `→`. Where nothing is
    /// before it, it belongs to what follows.
    Between,
    /// Belongs to what is next to it, without room: `′`, `/`.
    Tight,
    /// Opens a pair.
    Open,
    /// Closes a pair.
    Close,
    /// Opens or closes, as it stands: `|`.
    Bar,
    /// Has room after it: `,`.
    Comma,
    /// A name in letters, such as `log`.
    Name,
    /// Gathers what follows: `∑`, `∫`.
    Large,
}

/// TeX's classes of what stands side by side in a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A letter, a number, or whatever is none of the others.
    Ordinary,
    /// Gathers what follows, or is a name.
    Large,
    /// Joins two things: `+`.
    Binary,
    /// Compares two things: `=`.
    Relation,
    /// Opens a pair.
    Opening,
    /// Closes a pair.
    Closing,
    /// Parts two things: `,`.
    Punctuation,
    /// A thing of parts, such as a fraction.
    Inner,
}

/// An operator as it stands in a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Operator {
    /// What it says; nothing for a fence that is not shown.
    pub text: String,
    /// What it does on a line of text.
    pub sign: Sign,
    /// What it does in a formula that is set.
    pub class: Class,
    /// Whether it grows with what it stands beside or above.
    pub stretchy: bool,
    /// Whether its limits stand beside it where there is little height.
    pub movable: bool,
    /// Room before it, where that is written, in thousandths of the em.
    pub before: Option<i64>,
    /// The same behind it.
    pub after: Option<i64>,
    /// How high it has to be, in thousandths of the em.
    pub height: Option<i64>,
}

impl Operator {
    /// An operator of which nothing is written.
    pub(super) fn new(text: &str, form: &str) -> Self {
        let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        let sign = sign(&text, form);
        let mut characters = text.chars();
        let only = characters.next().filter(|_| characters.next().is_none());
        let class = only.map_or(Class::Ordinary, |c| class(c, sign));
        let class = if sign == Sign::Name { Class::Large } else { class };
        let stretchy = only.map_or(text.is_empty(), is_stretchy);
        let movable = only.is_some_and(|c| sign == Sign::Large && !is_integral(c));
        let (before, after, height) = (None, None, None);
        Self { text, sign, class, stretchy, movable, before, after, height }
    }

    /// The only character.
    pub(crate) fn character(&self) -> Option<char> {
        let mut characters = self.text.chars();
        characters.next().filter(|_| characters.next().is_none())
    }

    /// Whether it says nothing: a fence that only closes what the other one opened.
    pub(crate) fn is_unseen(&self) -> bool {
        self.text.is_empty()
    }
}

fn sign(text: &str, form: &str) -> Sign {
    let mut characters = text.chars();
    let (Some(first), None) = (characters.next(), characters.next()) else {
        let name = text.chars().any(char::is_alphabetic);
        return if name { Sign::Name } else { Sign::Between };
    };
    match first {
        _ if form == "prefix" => Sign::Open,
        _ if form == "postfix" => Sign::Close,
        '(' | '[' | '{' | '⌊' | '⌈' | '⟨' | '⟦' | '⟮' | '⎰' | '⌜' | '⌞' => {
            Sign::Open
        }
        ')' | ']' | '}' | '⌋' | '⌉' | '⟩' | '⟧' | '⟯' | '⎱' | '⌝' | '⌟' | '!' => {
            Sign::Close
        }
        '|' | '‖' => Sign::Bar,
        ',' | ';' => Sign::Comma,
        '∑' | '∏' | '∐' | '∫'..='∳' | '⋀'..='⋃' | '⨀'..='⨏' => {
            Sign::Large
        }
        '/' | '′'..='‷' | '⁗' | '.' | '⏟' | '⏞' | '¬' | '∀' | '∃' | '%' | '°' => {
            Sign::Tight
        }
        c if c.is_alphabetic() => Sign::Name,
        _ => Sign::Between,
    }
}

/// The class of a character that does this on a line of text.
fn class(c: char, sign: Sign) -> Class {
    match sign {
        Sign::Open => Class::Opening,
        Sign::Close => Class::Closing,
        Sign::Comma => Class::Punctuation,
        Sign::Name | Sign::Large => Class::Large,
        Sign::Bar | Sign::Tight => Class::Ordinary,
        Sign::Between => match c {
            '⋯' | '…' | '⋱' | '⋰' => Class::Inner,
            '∄' | '∅' | '∆' | '∇' | '∞' | '∟'..='∢' | '∴' | '∵' | '⊤' | '⊥' | '⋮' => {
                Class::Ordinary
            }
            c if is_binary(c) => Class::Binary,
            '<'
            | '='
            | '>'
            | ':'
            | '←'..='⇿'
            | '∈'..='⋿'
            | '⟀'..='⟿'
            | '⤀'..='⥿'
            | '⪀'..='⫿'
            | '⨣'..='⩿'
            | '⌢'
            | '⌣'
            | '⬀'..='⯿' => Class::Relation,
            _ => Class::Ordinary,
        },
    }
}

/// Whether a character joins two things, as TeX and its fonts of signs have it.
const fn is_binary(c: char) -> bool {
    matches!(
        c,
        '+' | '-' | '*' | '−' | '±' | '∓' | '×' | '÷' | '·' | '•' | '†' | '‡'
            | '∔' | '∖' | '∗' | '∘' | '∙' | '∧' | '∨' | '∩' | '∪' | '∸' | '≀'
            | '⊌'..='⊎' | '⊓'..='⊡' | '⊺'..='⊽' | '⋄'..='⋇' | '⋉'..='⋌'
            | '⋎' | '⋏' | '⋒' | '⋓' | '△' | '▽' | '▵' | '▿' | '▹' | '◃' | '◯'
            | '⌅' | '⌆' | '⨯' | '⨿' | '⩀'..='⩟' | '⨝' | '⨢'..='⨮'
            | '⨱'..='⨼' | '⧵' | '⧺' | '⧻' | '▷' | '◁'
    )
}

/// Whether it grows with what it stands at, unless something else is written of it.
const fn is_stretchy(c: char) -> bool {
    matches!(
        c,
        '(' | ')' | '[' | ']' | '{' | '}' | '|' | '‖' | '⌈'..='⌋' | '⟦'..='⟯'
            | '⎰' | '⎱' | '⌜'..='⌟' | '/' | '\\' | '↑'..='↓' | '↔' | '↕' | '⇑' | '⇓' | '⇕'
            | '←' | '↞'..='↤' | '↦' | '↩' | '↪' | '↼'..='⇁' | '⇄'..='⇋' | '⇌'
            | '⇐' | '⇒' | '⇔' | '⇚' | '⇛' | '⎴' | '⎵' | '⏜'..='⏡' | '¯' | '‾' | '_'
            | '\u{302}' | '\u{303}' | '\u{305}' | '\u{332}' | '\u{20d7}' | '∣' | '∥'
            | '⟵'..='⟿'
    )
}

const fn is_integral(c: char) -> bool {
    matches!(c, '∫'..='∳' | '⨋'..='⨜')
}

/// Marks of invisible multiplication and the like.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{2061}'..='\u{2064}' | '\u{200b}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_the_classes_of_tex() {
        for (signs, class) in [
            ("+−±×⋅·∘∪∩⊕⊗∖∧∨*", Class::Binary),
            ("=<>≤≥≠≈∈∉⊂⊆∼→⇒↦⟹⟂∣∥≡∝:⪯", Class::Relation),
            ("([{⟨⌊⌈", Class::Opening),
            (")]}⟩⌋⌉!", Class::Closing),
            (",;", Class::Punctuation),
            ("∑∏∫∮⋃⨁", Class::Large),
            ("/′.¬∀∃|‖∅∞", Class::Ordinary),
            ("⋯", Class::Inner),
        ] {
            for sign in signs.chars() {
                let found = Operator::new(&sign.to_string(), "").class;
                assert_eq!(found, class, "{sign}");
            }
        }
        assert_eq!(Operator::new("arg max", "").class, Class::Large);
        assert_eq!(Operator::new("|", "prefix").class, Class::Opening);
        assert!(Operator::new("\u{2063}", "").is_unseen());
    }
}
