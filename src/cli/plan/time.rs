//! The time that the environment says files are from.

use std::ffi::OsStr;

/// The last second of the year 9999: dates have four digits for the year.
const LAST: u64 = 253_402_300_799;

/// The seconds since 1970 that `SOURCE_DATE_EPOCH` says.
pub(crate) fn epoch(text: &OsStr) -> Result<u64, String> {
    let refused =
        |says: &str| Err(format!("SOURCE_DATE_EPOCH is {}, {says}", text.display()));
    let digits = text.to_str().unwrap_or_default().trim();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return refused("not a number of seconds since 1970");
    }
    match digits.parse() {
        Ok(seconds) if seconds <= LAST => Ok(seconds),
        _ => refused("which is after the year 9999"),
    }
}

/// The day, in UTC, of a time in seconds since 1970 (Howard Hinnant, “chrono-Compatible
/// Low-Level Date Algorithms”, 2013: years begin in March, in eras of 400 years).
pub(crate) fn date(time: u64) -> String {
    let days = time / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = match month {
        0..=9 => (era * 400 + year, month + 3),
        _ => (era * 400 + year + 1, month - 9),
    };
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_days_up_to_the_year_9999() {
        for (seconds, day) in [
            ("0", "1970-01-01"),
            ("951782400", "2000-02-29"),
            (" 1700000000\n", "2023-11-14"),
            ("4107542400", "2100-03-01"),
            ("253402300799", "9999-12-31"),
        ] {
            let time = epoch(OsStr::new(seconds)).expect(seconds);
            assert_eq!(date(time), day, "{seconds}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused_with_why() {
        let refused = |text: &str| epoch(OsStr::new(text)).expect_err(text);
        for none in ["", " ", "soon", "-1", "+1", "1.5", "1e9", "0x10", "１", "1 2"] {
            assert!(refused(none).contains("not a number of seconds"), "{none}");
        }
        for late in ["253402300800", "18446744073709551615", "99999999999999999999999"] {
            assert!(refused(late).contains("after the year 9999"), "{late}");
        }
    }
}
