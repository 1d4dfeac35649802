//! What a finished book says: the text of its files, read back from the zip file.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::diagnostic::{Cause, Error, Result};
use crate::render::epub::has_text;

/// The text of the files that hold the guide: sections, hidden answers, and the title page.
pub(super) fn text_of(bytes: &[u8]) -> Result<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut text = String::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(unreadable)?;
        let name = file.name().rsplit('/').next().unwrap_or_default();
        if !has_text(name) {
            continue;
        }
        let mut xhtml = String::new();
        file.read_to_string(&mut xhtml).map_err(unreadable)?;
        Scan { text: &mut text, skipped: 0 }.file(&xhtml)?;
    }
    Ok(text)
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Render { format: "EPUB", reason: Cause::of(error) }
}

/// Elements inside a line: words go on at their ends.
const WITHIN_LINES: &[&str] =
    &["a", "b", "bdi", "code", "em", "i", "s", "span", "strong", "sub", "sup", "wbr"];

/// Text being read out of XHTML.
struct Scan<'a> {
    text: &'a mut String,
    /// How many elements are open, from one on that is none of the guide's text.
    skipped: usize,
}

impl Scan<'_> {
    fn file(mut self, xhtml: &str) -> Result<()> {
        let mut reader = Reader::from_str(xhtml);
        loop {
            match reader.read_event().map_err(unreadable)? {
                Event::Start(tag) => self.start(&tag)?,
                Event::Empty(tag) => self.alternative(&tag, "alt")?,
                Event::End(tag) => {
                    self.skipped = self.skipped.saturating_sub(1);
                    self.part(tag.name().as_ref());
                }
                Event::Text(words) if self.skipped == 0 => self.text.push_str(&words),
                Event::GeneralRef(name) if self.skipped == 0 => {
                    let entity = format!("&{};", &*name);
                    let words = quick_xml::escape::unescape(&entity);
                    self.text.push_str(&words.map_err(unreadable)?);
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &BytesStart) -> Result<()> {
        self.part(tag.name().as_ref());
        let math = tag.name().as_ref() == "math";
        if math && self.skipped == 0 {
            self.alternative(tag, "alttext")?;
        }
        if self.skipped > 0 || math || tag.name().as_ref() == "head" || is_added(tag)? {
            self.skipped += 1;
        }
        Ok(())
    }

    /// The words that stand for an element.
    fn alternative(&mut self, tag: &BytesStart, name: &str) -> Result<()> {
        let words = attribute(tag, name)?.filter(|_| self.skipped == 0);
        self.text.push_str(words.as_deref().unwrap_or_default());
        Ok(())
    }

    fn part(&mut self, name: &str) {
        if !WITHIN_LINES.contains(&name) {
            self.text.push('\n');
        }
    }
}

/// Whether it holds words of the book's own.
fn is_added(tag: &BytesStart) -> Result<bool> {
    let class = attribute(tag, "class")?.unwrap_or_default();
    Ok(class.split(' ').any(|class| class == "added"))
}

fn attribute(tag: &BytesStart, name: &str) -> Result<Option<String>> {
    let found = tag.try_get_attribute(name).map_err(unreadable)?;
    let Some(found) = found else { return Ok(None) };
    let value = quick_xml::escape::unescape(&found.value).map_err(unreadable)?;
    Ok(Some(value.into_owned()))
}
