//! The zip file: epub-builder builds it, then it is rewritten with what epub-builder
//! cannot say.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use epub_builder::{
    EpubBuilder, EpubContent, EpubVersion, PageDirection, ReferenceType, ZipLibrary,
};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::diagnostic::{Error, Result};
use crate::pictures::BookFile;

use super::book::{QUESTIONS, numbered};
use super::file::{COVER_FILE, File, TITLE_FILE};
use super::fonts::FontFile;
use super::options::Cover;
use super::package::Package;

/// Apple's file says that the book brings fonts. Of a book that does not it must not say so:
/// night mode would keep the fonts and colours of the day.
const DISPLAY_OPTIONS: &str = "META-INF/com.apple.ibooks.display-options.xml";

/// Everything that goes into the zip file, which EPUB calls a container.
pub(super) struct Container<'a> {
    /// CSS.
    pub style: String,
    /// The picture in front.
    pub cover: Option<&'a Cover>,
    /// The pictures of the text, by name.
    pub pictures: &'a BTreeMap<String, BookFile>,
    /// The fonts that come along.
    pub fonts: Vec<FontFile>,
    /// The nav document.
    pub nav: String,
    /// What the contents are called.
    pub contents_name: &'static str,
    /// The NCX.
    pub ncx: String,
    /// XHTML, in reading order.
    pub files: Vec<File>,
    /// What the package document says.
    pub package: Package,
}

/// The bytes of the book.
pub(super) fn pack(container: &Container) -> Result<Vec<u8>> {
    let built = build(container).map_err(|error| failed(&error))?;
    rewrite(&built, container)
}

fn build(container: &Container) -> epub_builder::Result<Vec<u8>> {
    let mut builder = EpubBuilder::new(ZipLibrary::new()?)?;
    builder.epub_version(EpubVersion::V33);
    builder.metadata("title", &container.package.title)?;
    builder.metadata("lang", &container.package.language)?;
    builder.metadata("toc_name", container.contents_name)?;
    let direction = if container.package.direction.is_rtl() {
        PageDirection::Rtl
    } else {
        PageDirection::Ltr
    };
    builder.metadata("direction", direction.to_string())?;
    if let Some(cover) = container.cover {
        builder.add_cover_image(cover.name(), cover.bytes(), cover.media_type())?;
    }
    for (name, file) in container.pictures {
        builder.add_resource(name, file.bytes.as_slice(), file.media_type)?;
    }
    for font in &container.fonts {
        builder.add_resource(&font.name, font.bytes, FontFile::MEDIA_TYPE)?;
    }
    builder.stylesheet(container.style.as_bytes())?;
    let first = container.files.iter().position(|file| file.name == TITLE_FILE);
    for (at, file) in container.files.iter().enumerate() {
        let mut content = EpubContent::new(&file.name, file.page.text.as_bytes());
        content = content.title(&file.title);
        content.reftype = match file.name.as_str() {
            TITLE_FILE => Some(ReferenceType::TitlePage),
            name if name == numbered(QUESTIONS, 0) => Some(ReferenceType::Index),
            COVER_FILE => Some(ReferenceType::Cover),
            _ if first.is_some_and(|first| at == first + 1) => Some(ReferenceType::Text),
            _ => None,
        };
        builder.add_content(content)?;
    }
    let mut built = Vec::new();
    builder.generate(&mut built)?;
    Ok(built)
}

/// The same files with fixed times and the mended ones in place. epub-builder writes
/// `mimetype` first and stored, as OCF 3.3 (section 4.2.3) wants, and order is kept.
fn rewrite(built: &[u8], container: &Container) -> Result<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(built)).map_err(|e| failed(&e))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|e| failed(&e))?;
        let name = entry.name().to_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|e| failed(&e))?;
        let bytes = match name.as_str() {
            DISPLAY_OPTIONS if container.fonts.is_empty() => continue,
            "OEBPS/content.opf" => {
                let built = String::from_utf8(bytes).map_err(|e| failed(&e))?;
                container.package.patch(&built)?.into_bytes()
            }
            "OEBPS/nav.xhtml" => container.nav.clone().into_bytes(),
            "OEBPS/toc.ncx" => container.ncx.clone().into_bytes(),
            _ => bytes,
        };
        writer.start_file(&name, options(&name)).map_err(|e| failed(&e))?;
        writer.write_all(&bytes).map_err(|e| failed(&e))?;
    }
    Ok(writer.finish().map_err(|e| failed(&e))?.into_inner())
}

fn options(name: &str) -> SimpleFileOptions {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let method = match (name, ending) {
        // Pictures of pixels are compressed already.
        ("mimetype", _) | (_, Some("png" | "jpg")) => CompressionMethod::Stored,
        _ => CompressionMethod::Deflated,
    };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

fn failed(error: &impl ToString) -> Error {
    Error::Render { format: "EPUB", reason: error.to_string().into() }
}
