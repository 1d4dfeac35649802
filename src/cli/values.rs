//! How single values of the command line are written.

use std::str::FromStr;

use crate::units::Length;

/// A number of columns; `None` is `auto`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns(pub Option<usize>);

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
pub fn x_height(text: &str) -> Result<Length, String> {
    let (least, most) = X_HEIGHTS_MM;
    match text.trim_end_matches("mm").trim().parse::<f64>() {
        Ok(mm) if (least..=most).contains(&mm) => Ok(Length::mm(mm)),
        _ => Err(format!("give millimetres, from {least} to {most}")),
    }
}

/// A number of pages.
pub fn pages(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(pages @ 1..=999) => Ok(pages),
        _ => Err("give a number of pages, from 1 to 999".to_owned()),
    }
}

/// Text to look for.
pub fn search(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        return Err("there is nothing to look for".to_owned());
    }
    Ok(text.to_owned())
}

/// A language tag that is well formed (RFC 5646, section 2.1, without its finer rules).
pub fn language(text: &str) -> Result<String, String> {
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

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, where that is a day there is.
pub fn date(text: &str) -> Result<String, String> {
    if is_date(text).is_some() {
        Ok(text.to_owned())
    } else {
        Err("give a date as YYYY-MM-DD, YYYY-MM or YYYY".to_owned())
    }
}

fn is_date(text: &str) -> Option<()> {
    let digits = |part: &str, count: usize| {
        let fits = part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map_or(Some(1), |part| digits(part, 2))?;
    let day = parts.next().map_or(Some(1), |part| digits(part, 2))?;
    let fits = (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
    (fits && parts.next().is_none()).then_some(())
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4)
            && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
        {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
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
    fn languages_are_tags() {
        for right in ["en", "pt-BR", "zh-Hant-TW", "de-1996", "x-own", "ast"] {
            assert!(language(right).is_ok(), "{right}");
        }
        for wrong in ["", "e", "en_US", "english language", "12", "en-", "en-toolongtag"]
        {
            assert!(language(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn dates_are_days_months_or_years() {
        for right in ["2024", "2024-02", "2024-02-29", "2000-02-29"] {
            assert!(date(right).is_ok(), "{right}");
        }
        for wrong in
            ["", "24", "2024-13", "2023-02-29", "1900-02-29", "2024-1-1", "2024-01-01-01"]
        {
            assert!(date(wrong).is_err(), "{wrong}");
        }
    }
}
