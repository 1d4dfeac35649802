//! The package document: what the book is. epub-builder writes manifest and spine; its
//! metadata are replaced, because it gives author and language the same id and does
//! not escape the values that it is given.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::diagnostic::{Error, Result};
use crate::document::date::Date;
use crate::hash::Hasher;
use crate::text::Direction;

use super::access::{self, Holdings};
use super::book::{Book, one_line};
use super::file::File;
use super::options::EpubOptions;
use super::picture_files::PictureFiles;
use super::xml::{Markup, Xml};

/// The oldest date that a zip file can hold.
const EPOCH: &str = "1980-01-01T00:00:00Z";
/// The id by which epub-builder's package document refers to the identifier.
const IDENTIFIER_ID: &str = "epub-id-1";

/// The id that epub-builder gives the title page.
const TITLE_ID: &str = "id_title.xhtml";

/// What the package document says.
pub(super) struct Package {
    /// The publication's identifier.
    pub identifier: String,
    /// The title.
    pub title: String,
    /// The language tag.
    pub language: String,
    /// The direction in which pages follow each other.
    pub direction: Direction,
    creator: Option<String>,
    date: Option<String>,
    modified: String,
    /// The printed sheet whose pages are marked.
    page_source: Option<String>,
    access: Vec<(&'static str, String)>,
    /// The language of what it says of its accessibility.
    said_in: String,
    cover: bool,
    /// Files with formulas, which the manifest has to say.
    formulas: BTreeSet<String>,
}

impl Package {
    /// What there is to say about a book and its finished files.
    pub(super) fn of(book: &Book, files: &[File], options: &EpubOptions) -> Self {
        let meta = &book.document.meta;
        let date = meta.date.as_deref().map(one_line).filter(|date| day(date).is_some());
        let modified = options.modified.as_deref().and_then(moment);
        let identifier = meta.identifier.as_deref().map(one_line);
        Self {
            identifier: identifier
                .filter(|id| is_identifier(id))
                .unwrap_or_else(|| fingerprint(files, book.pictures)),
            title: book.title.clone(),
            language: book.language.clone(),
            direction: Direction::of_language(&book.language),
            creator: meta.author.as_deref().map(one_line).filter(|name| !name.is_empty()),
            modified: modified
                .or_else(|| moment(date.as_deref()?))
                .unwrap_or_else(|| EPOCH.to_owned()),
            date,
            page_source: options
                .pages
                .as_ref()
                .filter(|_| !book.page_marks.is_empty())
                .map(|list| one_line(&list.source)),
            access: access::statements(
                &Holdings {
                    cover: options.cover.is_some(),
                    index: !book.listed_in.is_empty(),
                    facts: files.iter().map(|file| file.page.facts).collect(),
                },
                book.words,
            ),
            said_in: book.words.tag.to_owned(),
            cover: options.cover.is_some(),
            formulas: files
                .iter()
                .filter(|file| file.page.facts.formulas > 0)
                .map(|file| file.name.clone())
                .collect(),
        }
    }

    /// epub-builder's package document with its own metadata replaced by these, the
    /// language on the root, and the contents in the reading order after the title page.
    pub(super) fn patch(&self, built: &str) -> Result<String> {
        let mut reader = Reader::from_str(built);
        let mut markup = Markup::fragment();
        loop {
            match reader.read_event().map_err(|error| broken(&error))? {
                Event::Eof => return Ok(markup.finish()),
                Event::Start(tag) if tag.name().as_ref() == "package" => {
                    markup.put(Event::Start(self.root(tag)));
                }
                Event::Start(tag) if tag.name().as_ref() == "metadata" => {
                    reader.read_to_end(tag.name()).map_err(|error| broken(&error))?;
                    self.write_metadata(&mut markup);
                }
                Event::Empty(tag) if tag.name().as_ref() == "item" => {
                    markup.put(Event::Empty(self.item(tag)?));
                }
                Event::Empty(tag) if tag.name().as_ref() == "itemref" => {
                    let title = tag.attributes().flatten().any(|a| *a.value == *TITLE_ID);
                    markup.put(Event::Empty(tag));
                    if title {
                        markup.empty("itemref", &[("idref", "nav")]);
                    }
                }
                event => markup.put(event),
            }
        }
    }

    fn root<'a>(&self, mut tag: BytesStart<'a>) -> BytesStart<'a> {
        tag.push_attribute(("xml:lang", self.language.as_str()));
        if self.direction.is_rtl() {
            tag.push_attribute(("dir", "rtl"));
        }
        tag
    }

    /// An item of the manifest, with the properties that epub-builder does not know.
    fn item<'a>(&self, mut tag: BytesStart<'a>) -> Result<BytesStart<'a>> {
        let href = tag.try_get_attribute("href").map_err(|e| broken(&e.into()))?;
        let href = href.map(|href| href.value.into_owned()).unwrap_or_default();
        if self.formulas.contains(&href) {
            tag.push_attribute(("properties", "mathml"));
        }
        Ok(tag)
    }

    fn write_metadata(&self, markup: &mut Markup) {
        let namespace = [("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
        markup.element("metadata", &namespace, |metadata| {
            metadata.line();
            metadata.leaf("dc:identifier", &[("id", IDENTIFIER_ID)], &self.identifier);
            metadata.leaf("dc:title", &[], &self.title);
            metadata.leaf("dc:language", &[], &self.language);
            if let Some(creator) = &self.creator {
                metadata.leaf("dc:creator", &[("id", "creator")], creator);
                let role = [
                    ("refines", "#creator"),
                    ("property", "role"),
                    ("scheme", "marc:relators"),
                ];
                metadata.leaf("meta", &role, "aut");
            }
            if let Some(date) = &self.date {
                metadata.leaf("dc:date", &[], date);
            }
            metadata.leaf("meta", &[("property", "dcterms:modified")], &self.modified);
            if let Some(source) = &self.page_source {
                metadata.leaf("dc:source", &[], source);
                metadata.leaf("meta", &[("property", "pageBreakSource")], source);
            }
            if self.cover {
                // For readers of EPUB 2, among them older Kindles.
                metadata.empty("meta", &[("name", "cover"), ("content", "cover-image")]);
            }
            self.write_access(metadata);
        });
    }

    fn write_access(&self, metadata: &mut Markup) {
        for (property, value) in &self.access {
            let property = format!("schema:{property}");
            let attributes =
                [("property", property.as_str()), ("xml:lang", self.said_in.as_str())];
            let is_prose = property.ends_with("Summary");
            metadata.leaf("meta", &attributes[..if is_prose { 2 } else { 1 }], value);
        }
    }
}

fn broken(error: &quick_xml::Error) -> Error {
    Error::Render {
        format: "EPUB",
        reason: format!("its package document: {error}").into(),
    }
}

/// Not blank, and a UUID where it says that it is one.
fn is_identifier(id: &str) -> bool {
    let lower = id.to_ascii_lowercase();
    match lower.strip_prefix("urn:uuid:") {
        Some(uuid) => {
            let groups: Vec<&str> = uuid.split('-').collect();
            let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
            let hex = |group: &&str| group.bytes().all(|b| b.is_ascii_hexdigit());
            lengths == [8, 4, 4, 4, 12] && groups.iter().all(hex)
        }
        None => !id.is_empty(),
    }
}

/// A UUID of version 8, "vendor-specific" (RFC 9562, section 5.8), made of the 128-bit
/// FNV-1a hash of all files: another text is another publication, the same text is not.
fn fingerprint(files: &[File], pictures: Option<&PictureFiles>) -> String {
    let mut hasher = Hasher::new();
    let texts = files.iter().map(|file| (&file.name, file.page.text.as_bytes()));
    let pictures = pictures.into_iter().flat_map(PictureFiles::files);
    let pictures = pictures.map(|(name, file)| (name, &file.bytes[..]));
    for (name, content) in texts.chain(pictures) {
        // Zeros keep a name and what has it from running into each other.
        for bytes in [name.as_bytes(), &[0], content, &[0]] {
            hasher.add(bytes);
        }
    }
    let hash = hasher.finish();
    // The version stands in bits 76 to 79 and the variant in the two below bit 64, counted
    // from the end.
    let versioned = hash & !(0xf << 76) | (0x8 << 76);
    let hex = format!("{:032x}", versioned & !(0b11 << 62) | (0b10 << 62));
    let (a, b, c) = (&hex[..8], &hex[8..12], &hex[12..16]);
    format!("urn:uuid:{a}-{b}-{c}-{}-{}", &hex[16..20], &hex[20..])
}

/// A date or a moment as `YYYY-MM-DDThh:mm:ssZ`.
fn moment(text: &str) -> Option<String> {
    let text = text.trim();
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, time.strip_suffix('Z')?),
        None => (text, "00:00:00"),
    };
    let fields = numbers(time, ':', &[2, 2, 2])?;
    (fields[0] < 24 && fields[1] < 60 && fields[2] < 60)
        .then_some(format!("{}T{time}Z", day(date)?))
}

/// The day that a date names, the first one where it names a month or a year.
fn day(date: &str) -> Option<String> {
    let (year, month, day) = Date::parse(date)?.first_day();
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// Exactly as many numbers as `lengths`, each of that many digits.
fn numbers(text: &str, separator: char, lengths: &[usize]) -> Option<Vec<u32>> {
    let fields: Vec<&str> = text.split(separator).collect();
    let fits = |(field, &length): (&&str, &usize)| {
        field.len() == length && field.bytes().all(|b| b.is_ascii_digit())
    };
    let fit = fields.len() == lengths.len() && fields.iter().zip(lengths).all(fits);
    fit.then(|| fields.iter().filter_map(|field| field.parse().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::epub::facts::Facts;
    use crate::render::epub::file::Page;

    #[test]
    fn dates_become_moments() {
        for (text, expected) in [
            ("2024", Some("2024-01-01T00:00:00Z")),
            ("2024-02", Some("2024-02-01T00:00:00Z")),
            ("2024-02-29", Some("2024-02-29T00:00:00Z")),
            ("2023-02-29", None),
            ("2024-13", None),
            ("2024-05-01T12:34:56Z", Some("2024-05-01T12:34:56Z")),
            ("2024-05-01T24:00:00Z", None),
            ("2024-05-01T12:34:56", None),
            ("May 2024", None),
            ("", None),
        ] {
            assert_eq!(moment(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_fingerprint_is_a_uuid_and_depends_on_the_text() {
        let file = |text: &str| File {
            name: "a".to_owned(),
            title: String::new(),
            page: Page { text: text.to_owned(), facts: Facts::default() },
        };
        let one = fingerprint(&[file("a")], None);
        assert!(is_identifier(&one), "{one}");
        assert_eq!(one.as_bytes()[23], b'8', "{one}");
        assert!(b"89ab".contains(&one.as_bytes()[28]), "{one}");
        assert_eq!(one, fingerprint(&[file("a")], None));
        assert_ne!(one, fingerprint(&[file("b")], None));
    }

    #[test]
    fn a_false_uuid_is_no_identifier() {
        assert!(is_identifier("978-3-16-148410-0"));
        assert!(is_identifier("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
        assert!(!is_identifier("urn:uuid:1"));
        assert!(!is_identifier(""));
    }
}
