//! A finished file in one line: what it is called, and how large it came out.

use super::visible::visible_line;
use crate::cli::output::made::Made;
use crate::cli::plan::target::Target;

/// Name, cards and pages, size.
pub(crate) fn finished(target: &Target, made: &Made) -> String {
    let name = match target {
        Target::Output => "standard output".to_owned(),
        Target::File(path) => visible_line(&path.display().to_string()).into_owned(),
    };
    let cards = made.cards.map(|cards| counted(cards, "card"));
    let folded = made.report.as_ref().and_then(|report| {
        let sheets = counted(report.folded?.sheets, "sheet");
        Some(format!("{} on {sheets}", counted(report.pages, "page")))
    });
    let pages = folded.or_else(|| made.pages.map(|pages| counted(pages, "page")));
    let facts = cards.into_iter().chain(pages).chain([size(made.bytes.len())]);
    format!("{name}: {}", facts.collect::<Vec<_>>().join(", "))
}

/// A number of things, in words.
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A size in the decimal units that file managers use.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", (bytes + 500) / 1_000),
        _ => format!("{:.1} MB", bytes as f64 / 1_000_000.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finished_file_is_one_line() {
        let made = |cards, pages, length| Made {
            bytes: vec![0; length],
            pages,
            cards,
            ..Made::default()
        };
        let file = Target::File("out/a.pdf".into());
        assert_eq!(
            finished(&file, &made(None, Some(1), 999)),
            "out/a.pdf: 1 page, 999 B"
        );
        let cards = finished(&Target::Output, &made(Some(31), Some(8), 234_567));
        assert_eq!(cards, "standard output: 31 cards, 8 pages, 235 kB");
        assert_eq!(finished(&file, &made(None, None, 1_250_000)), "out/a.pdf: 1.2 MB");
    }
}
