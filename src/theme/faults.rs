//! What is wrong with a theme: words that cannot be read, and neighbours that cannot be told
//! apart.

use super::chosen::Theme;
use super::color::Color;
use super::tokens::{COMMENT, KEYWORD, NAME, NUMBER, STRING, hues};
use super::vision::{OF_WORDS, Vision, contrast, lab};

/// What of a theme a fault is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are the fields of a theme")]
pub enum Place {
    Text,
    Quiet,
    Faint,
    Rule,
    Code,
    Keyword,
    String,
    Comment,
    Number,
    Name,
    /// A colour of the sections, counted from 0.
    Section(usize),
}

/// What is wrong with a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ThemeFault {
    /// Where.
    pub place: Place,
    /// Whether something cannot be read; otherwise it is only hard to tell apart.
    pub is_error: bool,
    /// What is wrong, as a sentence without its end.
    pub message: String,
    /// What would do.
    pub hint: String,
}

/// The contrast that text needs (WCAG 2.2, criterion 1.4.6).
const OF_INK: f64 = 7.0;
/// The contrast at which a thin rule is seen at all.
const OF_RULES: f64 = 1.5;
/// How much lighter a neighbour is in print without colours (L*), and how different it is to
/// those who see few colours (CIE 1976): ten times what is just seen side by side, since
/// neighbours stand some lines apart.
const IN_GREY: f64 = 10.0;
const APART: f64 = 20.0;

impl Theme {
    /// What is wrong with it, the gravest first of each place, in the order of its fields.
    pub fn faults(&self) -> Vec<ThemeFault> {
        let mut faults = self.unreadable();
        if faults.is_empty() {
            faults.extend(self.alike());
        }
        faults
    }

    fn unreadable(&self) -> Vec<ThemeFault> {
        let white = Ground { color: Color::WHITE, name: "white".to_owned() };
        let mut grounds = vec![white];
        if self.bands {
            let code = format!("code’s {}", self.code);
            grounds.push(Ground { color: self.code, name: code });
            let bars: Vec<Color> = match &self.sections[..] {
                [] => hues().map(|hue| hue.bar).collect(),
                own => own.iter().map(|solid| self.hue(*solid).bar).collect(),
            };
            let bars = bars.into_iter();
            let name = |color| Ground { color, name: format!("the tint {color}") };
            grounds.extend(bars.map(name));
        }
        let paper = &grounds[..1];
        let drawn = [
            (Place::Text, "text", self.ink, OF_INK, &grounds[..]),
            (Place::Quiet, "quiet text", self.quiet, OF_WORDS, &grounds[..]),
            (Place::Faint, "numbers of lists", self.faint, OF_WORDS, paper),
            (Place::Rule, "rules", self.rule, OF_RULES, paper),
        ];
        let drawn = drawn.map(|(place, name, color, least, grounds)| Drawn {
            place,
            name,
            color,
            least,
            grounds,
        });
        let of_code = &grounds[..grounds.len().min(2)];
        let drawn = drawn.into_iter().chain(self.own_words_of_code(of_code));
        let faults = drawn.filter_map(|drawn| drawn.unreadable(self.code));
        let mut faults: Vec<_> = faults.collect();
        for (index, solid) in self.sections.iter().enumerate() {
            let figures = self.hue(*solid).on_solid;
            let has = contrast(figures, *solid);
            if has < OF_WORDS {
                let message = format!(
                    "the number of a section on {solid} has a contrast of {} at most, and \
                     needs {OF_WORDS:.1}",
                    rounded(has)
                );
                let hint = darker(*solid, Color::WHITE, OF_WORDS);
                let place = Place::Section(index);
                faults.push(ThemeFault { place, is_error: true, message, hint });
            }
        }
        faults
    }

    /// Words of programs in a person's own colours, on paper and on what stands behind code; the
    /// design's own are made to stand out there.
    fn own_words_of_code<'a>(&self, grounds: &'a [Ground]) -> Vec<Drawn<'a>> {
        let all = [
            (Place::Keyword, "keywords", self.keyword, KEYWORD),
            (Place::String, "strings", self.string, STRING),
            (Place::Comment, "comments", self.comment, COMMENT),
            (Place::Number, "numbers of code", self.number, NUMBER),
            (Place::Name, "names of code", self.name, NAME),
        ];
        let own = all.into_iter().filter(|(.., color, design)| color != design);
        own.map(|(place, name, color, _)| Drawn {
            place,
            name,
            color,
            least: OF_WORDS,
            grounds,
        })
        .collect()
    }

    /// Sections beside each other that look alike, the last and the first among them.
    fn alike(&self) -> Vec<ThemeFault> {
        let count = self.sections.len();
        let pairs = match count {
            0 | 1 => 0,
            2 => 1,
            _ => count,
        };
        let faults = (0..pairs).filter_map(|index| {
            let next = (index + 1) % count;
            let (one, other) = (self.sections[index], self.sections[next]);
            let how = alike(one, other)?;
            let message = format!(
                "sections {} and {} look alike {how}: {one} and {other}",
                index + 1,
                next + 1
            );
            let hint =
                "put a dark colour beside a light one; the order of the colours is \
                        that of the sections"
                    .to_owned();
            let place = Place::Section(index);
            Some(ThemeFault { place, is_error: false, message, hint })
        });
        faults.collect()
    }
}

/// To whom two colours look alike; nothing where to nobody.
fn alike(one: Color, other: Color) -> Option<String> {
    if lab(one).distance(lab(other)) < APART {
        return Some("to all".to_owned());
    }
    let is_alike = |vision: &Vision| vision.lab(one).distance(vision.lab(other)) < APART;
    let mut to: Vec<&str> =
        Vision::ALL.into_iter().filter(is_alike).map(Vision::name).collect();
    let grey = |color: Color| lab(color.grey()).l;
    if (grey(one) - grey(other)).abs() < IN_GREY {
        to.push("print in grey");
    }
    (!to.is_empty()).then(|| format!("in {}", to.join(" and ")))
}

/// Words or rules in one colour, the contrast that they need, and what they stand on.
struct Drawn<'a> {
    place: Place,
    name: &'a str,
    color: Color,
    least: f64,
    grounds: &'a [Ground],
}

impl Drawn<'_> {
    /// What is wrong on the ground that they stand out from least; `code` is the tint behind code.
    fn unreadable(&self, code: Color) -> Option<ThemeFault> {
        let &Self { place, name, color, least, grounds } = self;
        let worst = grounds.iter().min_by(|one, other| {
            contrast(color, one.color).total_cmp(&contrast(color, other.color))
        })?;
        let has = contrast(color, worst.color);
        if has >= least {
            return None;
        }
        // A tint of code that is too dark is what has to change.
        let of_text = matches!(place, Place::Text | Place::Quiet);
        let of_code = of_text && grounds.len() > 1 && worst.color == code;
        let (place, hint) = if of_code {
            (Place::Code, "take a lighter colour behind code".to_owned())
        } else {
            (place, darker(color, worst.color, least))
        };
        let message = format!(
            "{name} in {color} has a contrast of {} on {}, and needs {least:.1}",
            rounded(has),
            worst.name
        );
        Some(ThemeFault { place, is_error: true, message, hint })
    }
}

/// What words stand on, and what it is called.
struct Ground {
    color: Color,
    name: String,
}

/// Which colour of the same hue would do.
fn darker(color: Color, ground: Color, least: f64) -> String {
    let seen = lab(color);
    let at = |l: i32| seen.at(f64::from(l), 1.0, 200.0);
    let fit = (0..=100).rev().map(at).find(|color| contrast(*color, ground) >= least);
    match fit {
        Some(fit) => format!("{fit} or darker would do"),
        None => "take a darker colour on a lighter one".to_owned(),
    }
}

/// With one decimal, rounded down: what falls short never looks as if it did not.
fn rounded(contrast: f64) -> String {
    format!("{:.1}", (contrast * 10.0).floor() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::chosen::themed;

    #[test]
    fn the_design_has_no_fault() {
        assert_eq!(Theme::default().faults(), []);
        // Its colours in its order, without the two that only fill the round.
        let sections = hues().take(7).map(|hue| hue.solid).collect();
        let theme = Theme { sections, ..Theme::default() };
        assert_eq!(theme.faults(), []);
    }

    #[test]
    fn words_that_are_hard_to_read_are_errors_and_what_would_do_does() {
        let pale = Color::rgb(0x99_9999);
        for (place, theme) in [
            (Place::Text, Theme { ink: Color::rgb(0x66_6666), ..Theme::default() }),
            (Place::Quiet, Theme { quiet: pale, ..Theme::default() }),
            (Place::Faint, Theme { faint: pale, ..Theme::default() }),
            (Place::Rule, Theme { rule: Color::rgb(0xee_eeee), ..Theme::default() }),
            (Place::Code, Theme { code: Color::rgb(0x55_5555), ..Theme::default() }),
        ] {
            let faults = theme.faults();
            let fault = faults.iter().find(|fault| fault.place == place);
            let fault = fault.unwrap_or_else(|| panic!("{place:?}: {faults:?}"));
            assert!(fault.is_error, "{fault:?}");
        }
        let faults = Theme { quiet: pale, ..Theme::default() }.faults();
        let fit = faults[0].hint.split(' ').next().and_then(Color::parse).expect("one");
        assert_eq!(Theme { quiet: fit, ..Theme::default() }.faults(), []);
    }

    #[test]
    fn words_of_code_stand_out_on_paper_and_on_what_is_behind_code() {
        for ink in [KEYWORD, STRING, COMMENT, NUMBER, NAME] {
            for ground in [Color::WHITE, Theme::default().code] {
                assert!(contrast(ink, ground) >= 4.5, "{ink} on {ground}");
                assert!(contrast(ink.grey(), ground.grey()) >= 4.5, "{ink} in grey");
            }
        }
        // As dark as a tint behind code may be, text itself can just be read on it.
        let theme = Theme { code: Color::rgb(0xc4_c4c4), ..Theme::default() };
        let palette = theme.palette().expect("a theme");
        for ink in [KEYWORD, STRING, COMMENT, NUMBER, NAME] {
            let shown = palette.color(ink).expect("a colour");
            assert!(contrast(shown, theme.code) >= 4.5, "{shown}");
        }
        let pale = Theme { comment: Color::rgb(0x99_9999), ..Theme::default() };
        assert_eq!(pale.faults()[0].place, Place::Comment);
    }

    #[test]
    fn without_bands_words_stand_on_white_alone() {
        let code = Color::rgb(0x55_5555);
        assert!(!Theme { code, ..Theme::default() }.faults().is_empty());
        let bare = Theme { code, bands: false, ..Theme::default() };
        assert_eq!(bare.faults(), []);
    }

    #[test]
    fn a_number_that_stands_out_from_no_ink_is_an_error() {
        let ink = Color::rgb(0x4a_4a4a);
        let theme = Theme { ink, bands: false, ..themed(&[0x8a_8a8a]) };
        let faults = theme.faults();
        assert!(
            faults.iter().any(|fault| fault.place == Place::Section(0)),
            "{faults:?}"
        );
    }

    #[test]
    fn neighbours_that_look_alike_are_warned_of() {
        let says = |sections: &[u32]| -> Vec<String> {
            let faults = themed(sections).faults();
            assert!(faults.iter().all(|fault| !fault.is_error), "{faults:?}");
            faults.into_iter().map(|fault| fault.message).collect()
        };
        // Dark blue and dark red are one grey.
        let grey = says(&[0x00_50a0, 0x99_2222]);
        assert!(
            grey[0].contains("sections 1 and 2 look alike in print in grey"),
            "{grey:?}"
        );
        let few = says(&[0xc0_4000, 0x60_6a00, 0xe0_e0e0]);
        assert!(few[0].contains("deuteranopia"), "{few:?}");
        let all = says(&[0x00_50a0, 0xff_d000, 0x00_50a8]);
        assert_eq!(all.len(), 1, "{all:?}");
        assert!(all[0].contains("sections 3 and 1 look alike to all"), "{all:?}");
        assert!(says(&[0x00_50a0]).is_empty());
        assert!(says(&[0x00_3070, 0xf0_b000]).is_empty());
    }
}
