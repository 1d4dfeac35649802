//! How wide a picture is to be, as its author says.

use serde::{Deserialize, Serialize};

/// How wide a picture is to be where there is room. Its height follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PictureWidth {
    /// In pixels of a page of the web, 96 to the inch.
    Pixels(u32),
    /// In hundredths of the measure.
    Percent(u32),
}

impl PictureWidth {
    /// The width that is written so: `200`, `200px`, `50%`, `3cm`. Nothing where it is none that a
    /// page can have.
    pub fn read(written: &str) -> Option<Self> {
        let written = written.trim();
        let end = written
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(written.len());
        let number: f64 = written[..end].parse().ok()?;
        let pixels =
            |inches: f64| Some(Self::Pixels((number * inches * 96.0).round() as u32));
        let width = match written[end..].trim() {
            "%" => Some(Self::Percent(number.round() as u32)),
            "" | "px" => pixels(1.0 / 96.0),
            "in" => pixels(1.0),
            "cm" => pixels(1.0 / 2.54),
            "mm" => pixels(1.0 / 25.4),
            "pt" => pixels(1.0 / 72.0),
            "em" | "rem" => pixels(1.0 / 6.0),
            _ => None,
        }?;
        let fits = match width {
            Self::Pixels(pixels) => (1..=10_000).contains(&pixels),
            Self::Percent(percent) => (1..=100).contains(&percent),
        };
        fits.then_some(width)
    }
}

#[cfg(test)]
mod tests {
    use super::PictureWidth::{self, Percent, Pixels};

    #[test]
    fn widths_of_all_kinds_are_read() {
        for (written, width) in [
            ("200", Some(Pixels(200))),
            (" 60px ", Some(Pixels(60))),
            ("50%", Some(Percent(50))),
            ("2.54cm", Some(Pixels(96))),
            ("1in", Some(Pixels(96))),
            ("0", None),
            ("120%", None),
            ("auto", None),
            ("99999999999999999999", None),
            ("1e9", None),
        ] {
            assert_eq!(PictureWidth::read(written), width, "{written}");
        }
    }
}
