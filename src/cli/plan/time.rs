//! The time that the environment says files are from.

use std::ffi::OsStr;

/// The seconds since 1970 that `SOURCE_DATE_EPOCH` says.
pub(crate) fn epoch(text: &OsStr) -> Result<u64, String> {
    let seconds = text.to_str().and_then(|text| text.trim().parse().ok());
    seconds.ok_or_else(|| {
        format!("SOURCE_DATE_EPOCH is {}, not a number of seconds", text.display())
    })
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
