//! What a PDF says of itself, and what it wishes of a printer.

/// What a PDF says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PdfOptions {
    /// Its title, shown instead of the file's name.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// The language that it is in (BCP 47), where nothing else is said.
    pub language: String,
    /// When it was made: `YYYY[-MM[-DD]]`, or with time and zone as ISO 8601 has it.
    /// Without one the file bears a date that is always the same, never today's.
    pub date: Option<String>,
    /// Wishes for the printer.
    pub print: PrintHints,
}

impl Default for PdfOptions {
    fn default() -> Self {
        Self {
            title: String::new(),
            author: None,
            subject: None,
            keywords: Vec::new(),
            language: "en".to_owned(),
            date: None,
            print: PrintHints::default(),
        }
    }
}

impl PdfOptions {
    /// For a file with this title, and nothing else said.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }
}

/// What the dialogue for printing shows first.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PrintHints {
    /// How the sheets are printed on both sides.
    pub duplex: Option<Duplex>,
    /// Whether every measure must come out as it is, on paper of the page's size.
    pub no_scaling: bool,
}

/// About which edge sheets are flipped to print their backs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duplex {
    /// Not at all.
    Simplex,
    /// Like the pages of a book.
    LongEdge,
    /// Like those of a calendar.
    ShortEdge,
}
