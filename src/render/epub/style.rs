//! The style sheet.

use std::fmt::Write as _;

/// Section colours. Each stands out by 3 to 1 or more from white and from black (WCAG 2.2,
/// criterion 1.4.11), so that one set serves day and night.
pub(super) const ACCENTS: [[u8; 3]; 8] = [
    [0x2B, 0x7C, 0xB8],
    [0xB8, 0x5C, 0x1E],
    [0x3C, 0x86, 0x49],
    [0xA3, 0x4F, 0x8F],
    [0x8A, 0x73, 0x1F],
    [0xC2, 0x4A, 0x4A],
    [0x2C, 0x82, 0x82],
    [0x76, 0x66, 0xC4],
];

/// The style sheet with these section colours, and the `colon` between a name and what it names.
pub(super) fn sheet(accents: &[[u8; 3]], colon: &str) -> String {
    let mut sheet = include_str!("book.css").to_owned();
    for (query, tables) in [
        ("media (max-width: 30em)", ".table"),
        ("container (max-width: 30em)", ".table"),
        ("media (max-width: 48em)", ".wide"),
        ("container (max-width: 48em)", ".wide"),
    ] {
        sheet.push_str(&rows_where(query, tables, colon));
    }
    for (at, [red, green, blue]) in accents.iter().enumerate() {
        let class = accent_class(at, accents.len());
        writeln!(
            sheet,
            ".{class} h1, .{class} h2 {{ border-color: #{red:02x}{green:02x}{blue:02x}; }}"
        )
        .expect("writing to memory does not fail");
    }
    sheet
}

/// Where a table is too wide, each row becomes a block of lines, each line with its
/// column's name. A media query knows the screen, and every reader has it; a container
/// query also knows how large the type was made.
fn rows_where(query: &str, tables: &str, colon: &str) -> String {
    format!(
        "\n@{query} {{\n  \
         {tables} table, {tables} tbody, {tables} tr, {tables} td {{ display: block; }}\n  \
         {tables} thead {{ display: none; }}\n  \
         {tables} tr {{ margin: 0.8em 0; border: 1px solid; }}\n  \
         {tables} td {{ border: 0; text-align: start; }}\n  \
         {tables} td[data-label]::before {{ \
         content: attr(data-label) \"{colon}\"; font-weight: bold; }}\n}}\n"
    )
}

/// The class that colours a section's file; empty where there are no colours.
pub(super) fn accent_class(section: usize, accents: usize) -> String {
    section
        .checked_rem(accents)
        .map(|at| format!("accent-{}", at + 1))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, relative luminance.
    fn luminance(colour: [u8; 3]) -> f64 {
        let linear = colour.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 {
                channel / 12.92
            } else {
                ((channel + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    #[test]
    fn accents_stand_out_by_day_and_by_night() {
        for accent in ACCENTS {
            let light = luminance(accent);
            assert!(1.05 / (light + 0.05) >= 3.0, "{accent:?} on white");
            assert!((light + 0.05) / 0.05 >= 3.0, "{accent:?} on black");
        }
    }

    #[test]
    fn text_has_no_colour_and_nothing_a_background() {
        let sheet = sheet(&ACCENTS, ": ");
        for declaration in sheet.split(['{', '}', ';']).map(str::trim) {
            let (name, value) = declaration.split_once(':').unwrap_or_default();
            assert!(name != "color" || value.trim() == "inherit", "{declaration}");
            assert!(!name.starts_with("background"), "{declaration}");
        }
    }
}
