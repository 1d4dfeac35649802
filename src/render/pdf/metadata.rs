//! What the file says of itself: the information dictionary and the same in XMP (ISO
//! 32000-1, 14.3; ISO 19005-2, 6.6), with the marks of both standards.

use std::fmt::Write as _;

use lopdf::{Dictionary, Object, StringFormat};

use super::options::PdfOptions;
use super::syntax::text;
use crate::diagnostic::{Error, Result};
use crate::document::date::days_in;

const PRODUCER: &str = concat!("Offprint ", env!("CARGO_PKG_VERSION"));

/// A moment, as both forms of metadata write it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment {
    /// Year to second.
    fields: [u16; 6],
    /// Sign, hours and minutes ahead of UTC; none for UTC itself.
    zone: Option<(char, u16, u16)>,
}

impl Moment {
    /// What a file without a date says: always the same.
    const NONE: Self = Self { fields: [2000, 1, 1, 0, 0, 0], zone: None };

    /// Reads `YYYY[-MM[-DD]]`, with `Thh:mm[:ss[.s]]` and a zone, if there is more.
    fn parse(written: &str) -> Option<Self> {
        let written = written.trim();
        let (date, time) = match written.split_once(['T', ' ']) {
            Some((date, time)) => (date, Some(time)),
            None => (written, None),
        };
        let mut fields = Self::NONE.fields;
        numbers(date, '-', &mut fields[..3])?;
        let mut zone = None;
        if let Some(time) = time {
            let split = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
            let (clock, offset) = time.split_at(split);
            let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
            numbers(clock, ':', &mut fields[3..])?;
            if let Some(sign) = offset.chars().next().filter(|c| "+-".contains(*c)) {
                let mut ahead = [0, 0];
                numbers(&offset[1..], ':', &mut ahead)?;
                zone = Some((sign, ahead[0], ahead[1]));
            }
        }
        let [year, month, day, hour, minute, second] = fields;
        let sound = days_in(year, month).is_some_and(|last| (1..=last).contains(&day))
            && hour < 24
            && minute < 60
            && second < 60
            && zone.is_none_or(|(_, hours, minutes)| hours < 24 && minutes < 60);
        sound.then_some(Self { fields, zone })
    }

    /// As the information dictionary has it (ISO 32000-1, 7.9.4).
    fn pdf(&self) -> String {
        let [year, month, day, hour, minute, second] = self.fields;
        let zone = match self.zone {
            None => "Z".to_owned(),
            Some((sign, hours, minutes)) => format!("{sign}{hours:02}'{minutes:02}'"),
        };
        format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}{zone}")
    }

    /// As XMP has it.
    fn xmp(&self) -> String {
        let [year, month, day, hour, minute, second] = self.fields;
        let zone = match self.zone {
            None => "Z".to_owned(),
            Some((sign, hours, minutes)) => format!("{sign}{hours:02}:{minutes:02}"),
        };
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}")
    }
}

/// Reads numbers of some digits each into the first places of `fields`.
fn numbers(written: &str, between: char, fields: &mut [u16]) -> Option<()> {
    let mut fields = fields.iter_mut();
    for number in written.split(between) {
        let digits = !number.is_empty() && number.len() <= 4;
        let digits = digits && number.bytes().all(|byte| byte.is_ascii_digit());
        *fields.next()? = if digits { number.parse().ok()? } else { return None };
    }
    Some(())
}

/// The metadata, ready to be written.
#[derive(Debug)]
pub(super) struct Metadata {
    /// The information dictionary.
    pub info: Dictionary,
    /// The XMP packet.
    pub xmp: String,
}

/// The metadata that the options ask for.
pub(super) fn metadata(options: &PdfOptions) -> Result<Metadata> {
    let date = match &options.date {
        None => Moment::NONE,
        Some(written) => Moment::parse(written).ok_or_else(|| Error::Render {
            format: "PDF",
            reason: format!("“{written}” is no date").into(),
        })?,
    };
    Ok(Metadata { info: info(options, &date), xmp: xmp(options, &date) })
}

/// The title, which both standards demand.
pub(super) fn title(options: &PdfOptions) -> &str {
    let title = options.title.trim();
    if title.is_empty() { "Untitled" } else { title }
}

fn info(options: &PdfOptions, date: &Moment) -> Dictionary {
    let mut info = Dictionary::new();
    let mut set = |key: &str, value: &str| {
        info.set(key, Object::String(text(value), StringFormat::Literal));
    };
    set("Title", title(options));
    for (key, value) in [("Author", &options.author), ("Subject", &options.subject)] {
        if let Some(value) = value {
            set(key, value);
        }
    }
    if !options.keywords.is_empty() {
        set("Keywords", &options.keywords.join(", "));
    }
    set("Creator", PRODUCER);
    set("Producer", PRODUCER);
    set("CreationDate", &date.pdf());
    set("ModDate", &date.pdf());
    info
}

fn xmp(options: &PdfOptions, date: &Moment) -> String {
    let mut properties = String::new();
    let mut set = |name: &str, value: &str| {
        let _ = writeln!(properties, "<{name}>{value}</{name}>");
    };
    set("dc:format", "application/pdf");
    set("dc:title", &alternatives(title(options)));
    if let Some(author) = &options.author {
        set(
            "dc:creator",
            &format!("<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>", escaped(author)),
        );
    }
    if let Some(subject) = &options.subject {
        set("dc:description", &alternatives(subject));
    }
    let language = escaped(&options.language);
    set("dc:language", &format!("<rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag>"));
    if !options.keywords.is_empty() {
        let items = options
            .keywords
            .iter()
            .map(|word| format!("<rdf:li>{}</rdf:li>", escaped(word)));
        set("dc:subject", &format!("<rdf:Bag>{}</rdf:Bag>", items.collect::<String>()));
        set("pdf:Keywords", &escaped(&options.keywords.join(", ")));
    }
    set("pdf:Producer", PRODUCER);
    set("xmp:CreatorTool", PRODUCER);
    set("xmp:CreateDate", &date.xmp());
    set("xmp:ModifyDate", &date.xmp());
    set("pdfaid:part", "2");
    set("pdfaid:conformance", "A");
    set("pdfuaid:part", "1");
    format!("{HEAD}{properties}{TAIL}")
}

fn alternatives(text: &str) -> String {
    format!(
        "<rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt>",
        escaped(text)
    )
}

/// A text as XML has it; characters that XML cannot hold are left out.
fn escaped(text: &str) -> String {
    let held = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    let held = |c: &char| held(c) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let plain: String = text.chars().filter(held).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The namespaces, and the description of the one that PDF/A does not know (ISO 19005-2,
/// 6.6.2.3).
const HEAD: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
"#;

const TAIL: &str = r#"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_far_as_they_are_written() {
        let both = |written| Moment::parse(written).map(|m| (m.pdf(), m.xmp()));
        let cases = [
            ("2024", "D:20240101000000Z", "2024-01-01T00:00:00Z"),
            ("2024-05", "D:20240501000000Z", "2024-05-01T00:00:00Z"),
            ("2024-05-06", "D:20240506000000Z", "2024-05-06T00:00:00Z"),
            ("2024-05-06T07:08", "D:20240506070800Z", "2024-05-06T07:08:00Z"),
            ("2024-05-06T07:08:09.5Z", "D:20240506070809Z", "2024-05-06T07:08:09Z"),
            (
                "2024-05-06 07:08:09+02:00",
                "D:20240506070809+02'00'",
                "2024-05-06T07:08:09+02:00",
            ),
        ];
        for (written, pdf, xmp) in cases {
            assert_eq!(
                both(written),
                Some((pdf.to_owned(), xmp.to_owned())),
                "{written}"
            );
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for written in [
            "",
            "May",
            "2024-13",
            "2024-00",
            "2024-05-06-07",
            "2024-05-06T25:00",
            "-5",
            "0",
            "2023-02-29",
        ] {
            assert_eq!(Moment::parse(written), None, "{written}");
        }
    }
}
