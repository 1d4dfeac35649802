//! Dates as a guide bears them. All that take one ask here whether there is such a day.

/// A year from 1 to 9999, a month of it, or a day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date {
    year: u16,
    month: Option<u16>,
    day: Option<u16>,
}

impl Date {
    /// How dates are written, for messages.
    pub(crate) const FORM: &str = "2026-05-31, 2026-05 or 2026";

    /// Reads a date, if the calendar has it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4).filter(|year| *year > 0)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        // What is there has to be a number.
        let (month, day) = (month.map_or(Some(None), |it| it.map(Some))?, day);
        let day = day.map_or(Some(None), |it| it.map(Some))?;
        let last = days_in(year, month.unwrap_or(1))?;
        let exists = (1..=last).contains(&day.unwrap_or(1));
        (exists && parts.next().is_none()).then_some(Self { year, month, day })
    }

    /// The day that it is or begins with: year, month, day.
    pub(crate) fn first_day(self) -> (u16, u16, u16) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }
}

/// How many days a month has, counted from 1; none for a month or a year that is not there.
pub(crate) fn days_in(year: u16, month: u16) -> Option<u16> {
    let is_leap =
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        _ if !(1..=9999).contains(&year) => None,
        2 => Some(if is_leap { 29 } else { 28 }),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

/// A number of exactly so many digits.
fn digits(text: &str, count: usize) -> Option<u16> {
    let fits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_months_or_years() {
        for (right, day) in [
            ("2024", (2024, 1, 1)),
            ("2024-02", (2024, 2, 1)),
            ("2024-02-29", (2024, 2, 29)),
            ("2000-02-29", (2000, 2, 29)),
            ("0001-01-01", (1, 1, 1)),
            ("9999-12-31", (9999, 12, 31)),
        ] {
            assert_eq!(Date::parse(right).map(Date::first_day), Some(day), "{right}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_none() {
        for wrong in [
            "",
            "24",
            "0000",
            "10000",
            "10000-01-01",
            "-2024",
            "+024",
            "2024-",
            "2024-0",
            "2024-00",
            "2024-13",
            "2024-1-1",
            "2024-01-00",
            "2024-01-32",
            "2024-04-31",
            "2023-02-29",
            "1900-02-29",
            "2024-01-01-01",
            "2024-01-01 ",
            "２０２４",
            "20 4",
            "2024-+1",
            "2024-01-1e",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }
}
