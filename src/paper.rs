//! Paper sizes and their names.

use std::fmt;
use std::str::FromStr;

use crate::units::{Length, Size};

/// A sheet of paper as it lies in the printer: portrait unless it was named otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    name: &'static str,
    size: Size,
}

/// A size that has a name.
#[derive(Clone, Copy)]
struct Named {
    name: &'static str,
    width_mm: f64,
    height_mm: f64,
}

/// The sizes of ISO 216 and ANSI/ASME Y14.1.
const NAMED: [Named; 6] = [
    Named { name: "a3", width_mm: 297.0, height_mm: 420.0 },
    Named { name: "a4", width_mm: 210.0, height_mm: 297.0 },
    Named { name: "a5", width_mm: 148.0, height_mm: 210.0 },
    Named { name: "letter", width_mm: 215.9, height_mm: 279.4 },
    Named { name: "legal", width_mm: 215.9, height_mm: 355.6 },
    Named { name: "tabloid", width_mm: 279.4, height_mm: 431.8 },
];

/// Where A4 and Letter stand in that table.
const A4: usize = 1;
const LETTER: usize = 3;

/// The smallest and the largest edge of a sheet, in millimetres. The upper bound is what
/// PDF readers take without a user unit (ISO 32000-1, annex C: 14,400 units).
const EDGES_MM: (f64, f64) = (40.0, 5080.0);

impl Paper {
    /// ISO A4, 210 × 297 mm.
    pub fn a4() -> Self {
        of(NAMED[A4])
    }

    /// US Letter, 8.5 × 11 in.
    pub fn letter() -> Self {
        of(NAMED[LETTER])
    }

    /// A sheet of a size that was found by dividing another one.
    pub(crate) const fn sized(size: Size) -> Self {
        Self { name: "custom", size }
    }

    /// `a4`, `letter` and so on, or `custom`.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The size as named.
    pub const fn size(self) -> Size {
        self.size
    }

    /// The same sheet, the longer edge across.
    #[must_use]
    pub fn landscape(self) -> Self {
        let Size { width, height } = self.size;
        Self { size: Size::new(width.max(height), width.min(height)), ..self }
    }

    /// The same sheet, the longer edge down.
    #[must_use]
    pub fn portrait(self) -> Self {
        let Size { width, height } = self.size;
        Self { size: Size::new(width.min(height), width.max(height)), ..self }
    }

    /// Whether the longer edge runs across.
    pub fn is_landscape(self) -> bool {
        self.size.width > self.size.height
    }
}

fn of(named: Named) -> Paper {
    let Named { name, width_mm, height_mm } = named;
    Paper { name, size: Size::new(Length::mm(width_mm), Length::mm(height_mm)) }
}

fn named(name: &str) -> Option<Paper> {
    NAMED.into_iter().find(|named| named.name == name).map(of)
}

/// Why a paper size could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperError(String);

impl fmt::Display for PaperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PaperError {}

impl FromStr for Paper {
    type Err = PaperError;

    fn from_str(text: &str) -> Result<Self, PaperError> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(paper) = named(&text) {
            return Ok(paper);
        }
        let names: Vec<_> = NAMED.iter().map(|named| named.name).collect();
        let unknown = || {
            PaperError(format!(
                "no paper is named “{text}”; there is {}, or a size such as 210x297mm or 8.5x11in",
                names.join(", ")
            ))
        };
        let (numbers, to_mm) = text
            .strip_suffix("mm")
            .map(|n| (n, 1.0))
            .or_else(|| text.strip_suffix("in").map(|n| (n, 25.4)))
            .ok_or_else(unknown)?;
        let (width, height) = numbers.split_once('x').ok_or_else(unknown)?;
        let edge = |number: &str| -> Result<f64, PaperError> {
            let mm = number.trim().parse::<f64>().map_err(|_| unknown())? * to_mm;
            if (EDGES_MM.0..=EDGES_MM.1).contains(&mm) {
                Ok(mm)
            } else {
                Err(PaperError(format!(
                    "a sheet’s edge is {} to {} mm long, not {mm:.0} mm",
                    EDGES_MM.0, EDGES_MM.1
                )))
            }
        };
        let size = Size::new(Length::mm(edge(width)?), Length::mm(edge(height)?));
        Ok(Self { name: "custom", size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_sizes_are_read() {
        assert_eq!("A4".parse(), Ok(Paper::a4()));
        let custom: Paper = "8.5x11in".parse().expect("a size");
        assert_eq!(custom.size(), Paper::letter().size());
        assert!("a4x".parse::<Paper>().is_err());
        assert!("1x1mm".parse::<Paper>().is_err());
        assert!("NaNx10mm".parse::<Paper>().is_err());
    }

    #[test]
    fn turning_a_sheet_keeps_its_edges() {
        let a4 = Paper::a4();
        assert!(a4.landscape().is_landscape());
        assert_eq!(a4.landscape().portrait(), a4);
    }
}
