//! How single values of the command line are written.

use std::str::FromStr;

use crate::document::date::Date;
use crate::impose::{Offset, STOCKS, Stock};
use crate::units::{Length, Size};

/// A number of columns; `None` is `auto`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Columns(pub Option<usize>);

/// More columns than this hold no word on any paper.
const MOST_COLUMNS: usize = 24;

impl FromStr for Columns {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.eq_ignore_ascii_case("auto") {
            return Ok(Self(None));
        }
        match text.parse() {
            Ok(number) if (1..=MOST_COLUMNS).contains(&number) => Ok(Self(Some(number))),
            _ => Err(format!("give a number from 1 to {MOST_COLUMNS}, or auto")),
        }
    }
}

/// The least and the greatest x-height that make sense, in millimetres: what a magnifying
/// glass reads, and what fills a card with a word.
const X_HEIGHTS_MM: (f64, f64) = (0.3, 20.0);

/// An x-height in millimetres, the unit written or not.
pub(crate) fn x_height(text: &str) -> Result<Length, String> {
    let (least, most) = X_HEIGHTS_MM;
    match millimetres(text) {
        Some(mm) if (least..=most).contains(&mm) => Ok(Length::mm(mm)),
        _ => Err(format!("give millimetres, from {least} to {most}")),
    }
}

/// A number of pages.
pub(crate) fn pages(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(pages @ 1..=999) => Ok(pages),
        _ => Err("give a number of pages, from 1 to 999".to_owned()),
    }
}

/// A kind of card stock, or the wish to see them all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum StockName {
    List,
    Named(&'static Stock),
}

impl FromStr for StockName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.eq_ignore_ascii_case("list") {
            return Ok(Self::List);
        }
        Stock::named(text).map(Self::Named).ok_or_else(|| {
            let names = STOCKS.map(|stock| stock.name).join(", ");
            format!("there is {names}; --stock list shows them, --grid makes others")
        })
    }
}

/// Numbers of columns and rows, both at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub columns: usize,
    pub rows: usize,
}

/// More cards in a row or a column than this no paper holds.
const MOST_CARDS: usize = 99;

impl FromStr for Counts {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| {
            text.trim().parse().ok().filter(|n| (1..=MOST_CARDS).contains(n))
        };
        let counts = text.split_once(['x', 'X', '×']).and_then(|(columns, rows)| {
            Some(Self { columns: number(columns)?, rows: number(rows)? })
        });
        counts.ok_or_else(|| "give columns and rows, such as 2x4".to_owned())
    }
}

/// The widest margin or gutter, in millimetres: more than any paper has.
const MOST_WHITE_MM: f64 = 1000.0;

/// A margin or a gutter in millimetres: one for both ways, or across and down.
pub(crate) fn white(text: &str) -> Result<Size, String> {
    let number =
        |text: &str| millimetres(text).filter(|n| (0.0..=MOST_WHITE_MM).contains(n));
    let (across, down) = text.split_once(',').unwrap_or((text, text));
    match (number(across), number(down)) {
        (Some(across), Some(down)) => Ok(Size::new(Length::mm(across), Length::mm(down))),
        _ => {
            Err("give millimetres, such as 5, or across and down, such as 5,8".to_owned())
        }
    }
}

/// The greatest offset of backs, in millimetres and degrees: no printer is off by more.
const MOST_OFF: (f64, f64) = (25.0, 5.0);

/// An offset of backs: millimetres to the right and down, and degrees clockwise.
pub(crate) fn offset(text: &str) -> Result<Offset, String> {
    let (most_mm, most_degrees) = MOST_OFF;
    let within = |most: f64| move |n: &f64| (-most..=most).contains(n);
    let parts: Vec<&str> = text.split(',').collect();
    let parsed = match parts[..] {
        [right, down] => Some((right, down, "0")),
        [right, down, degrees] => Some((right, down, degrees)),
        _ => None,
    };
    let offset = parsed.and_then(|(right, down, degrees)| {
        let degrees: f64 = degrees.trim().trim_end_matches('°').parse().ok()?;
        Some(Offset {
            right: Length::mm(millimetres(right).filter(within(most_mm))?),
            down: Length::mm(millimetres(down).filter(within(most_mm))?),
            turn: (Some(degrees).filter(within(most_degrees))? * 1000.0).round() as i32,
        })
    });
    offset.ok_or_else(|| {
        format!(
            "give millimetres to the right and down, and degrees clockwise if need be, such as \
             1.5,-0.5 or 1.5,-0.5,0.2; at most {most_mm} mm and {most_degrees}°"
        )
    })
}

/// A number of millimetres, the unit written or not.
fn millimetres(text: &str) -> Option<f64> {
    text.trim().trim_end_matches("mm").trim().parse().ok()
}

/// Text to look for.
pub(crate) fn search(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        return Err("there is nothing to look for".to_owned());
    }
    Ok(text.to_owned())
}

/// A language tag that is well formed (RFC 5646, section 2.1, without its finer rules).
pub(crate) fn language(text: &str) -> Result<String, String> {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let language = (2..=8).contains(&first.len()) || first == "x" || first == "i";
    let subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    if language && first.bytes().all(|b| b.is_ascii_alphabetic()) && parts.all(subtag) {
        Ok(text.to_owned())
    } else {
        Err("give a tag such as en, de or pt-BR".to_owned())
    }
}

/// A date that there is.
pub(crate) fn date(text: &str) -> Result<String, String> {
    match Date::parse(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(format!("give a date that there is, such as {}", Date::FORM)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_auto_or_a_number() {
        assert_eq!("Auto".parse(), Ok(Columns(None)));
        assert_eq!("3".parse(), Ok(Columns(Some(3))));
        for wrong in ["0", "25", "-1", "3.5", ""] {
            assert!(wrong.parse::<Columns>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn x_heights_are_millimetres_within_reason() {
        assert_eq!(x_height("1.2"), Ok(Length::mm(1.2)));
        assert_eq!(x_height("1.2mm"), Ok(Length::mm(1.2)));
        for wrong in ["0", "-1", "NaN", "inf", "21", "mm", "one"] {
            assert!(x_height(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn stock_has_names_and_the_rest_is_told() {
        assert_eq!("LIST".parse(), Ok(StockName::List));
        let stock: StockName = "a7-printable".parse().expect("a stock");
        assert!(matches!(stock, StockName::Named(stock) if stock.name == "A7-printable"));
        let message = "5390".parse::<StockName>().expect_err("no stock");
        assert!(
            message.contains("5388, 5371") && message.contains("--grid"),
            "{message}"
        );
    }

    #[test]
    fn counts_are_two_numbers() {
        assert_eq!("2x4".parse(), Ok(Counts { columns: 2, rows: 4 }));
        assert_eq!("10×1".parse(), Ok(Counts { columns: 10, rows: 1 }));
        for wrong in ["", "2", "x", "0x1", "1x100", "-1x2", "2x4x1", "1.5x2"] {
            assert!(wrong.parse::<Counts>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn white_is_one_length_or_two() {
        let size = |across, down| Size::new(Length::mm(across), Length::mm(down));
        assert_eq!(white("5"), Ok(size(5.0, 5.0)));
        assert_eq!(white("0, 2.5mm"), Ok(size(0.0, 2.5)));
        for wrong in ["", "-1", "5,", "1,2,3", "NaN", "inf", "1001"] {
            assert!(white(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn offsets_are_two_lengths_and_an_angle() {
        let off = |right, down, turn| {
            Ok(Offset { right: Length::mm(right), down: Length::mm(down), turn })
        };
        assert_eq!(offset("1,-2"), off(1.0, -2.0, 0));
        assert_eq!(offset("-0.5mm, 0 ,0.125°"), off(-0.5, 0.0, 125));
        for wrong in ["", "1", "1,2,3,4", "26,0", "0,0,5.1", "NaN,0", "a,b"] {
            assert!(offset(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn languages_are_tags() {
        for right in ["en", "pt-BR", "zh-Hant-TW", "de-1996", "x-own", "ast"] {
            assert!(language(right).is_ok(), "{right}");
        }
        for wrong in ["", "e", "en_US", "english language", "12", "en-", "en-toolongtag"]
        {
            assert!(language(wrong).is_err(), "{wrong}");
        }
    }
}
