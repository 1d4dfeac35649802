//! What is found by whoever searches, and what they get who copy: words that lines divide, and
//! lines of code.
//!
//! `PDFium` and Poppler read the words that stand beside the glyphs, pdf.js the glyphs alone: both
//! have to have every word.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object};
use offprint::product::{FontSet, Paper, SheetOptions, cheat_sheet};

use crate::support::{file, guides, pdf_tree, validators};

const ENGLISH: &str = "\
## Q1: What does internationalization mean?

Internationalization and containerization are responsibilities of infrastructure organizations, and \
their implementation requires understanding of communication, transformation, and representation \
of characters. Extraordinary circumstances necessitate comprehensive documentation, particularly \
considering interoperability, configuration management, and authentication mechanisms. A \
self-evident state-of-the-art cross-functional decision-making process is well-established, and \
customer-oriented stakeholder-driven organizations benefit from performance-sensitive architecture \
and mission-critical applications; **administrators** occasionally underestimate fragmentation.

We ask what the people who pay for a report want to decide with it, and write down the answer \
before anybody opens an editor; a well-known mistake is to begin with the pictures. The first \
version is small, it is shown to everyone in the second week, and what they say about it goes \
into the list of things to do. Every number has an owner who can explain where it comes from, \
how often it is computed and what happens if the source is late. A decision-making meeting \
without such a person is a waste of time, as the whole department knows by now. Nobody is \
surprised when the figures of the previous quarter change, since each correction is announced in \
the same channel, with the reason and the name of whoever found it. A long-standing agreement \
says that a dashboard which no one has opened for three months is switched off, and that its \
tables are kept for another year; so far only two of them were asked for again. The people in \
the warehouse get their own view, because they stand in front of a large screen and have no time \
to look for anything. It shows what has arrived, what is missing and who is to be telephoned \
about it, and nothing else at all. Customer-oriented teams sometimes want more than that, and \
then we explain, with some patience, that a screen for everyone is a screen for nobody.
";

const GERMAN: &str = "\
---
lang: de
---
## Q1: Was heißt das?

Verantwortungsbewusstsein und Geschwindigkeitsbegrenzung sind Voraussetzungen zukunftsorientierter \
Zusammenarbeit; außergewöhnliche Rahmenbedingungen erfordern Berücksichtigung unterschiedlichster \
Bedürfnisse. Wissenschaftliche Veröffentlichungen dokumentieren Zusammenhänge zwischen \
Arbeitsbedingungen, Leistungsfähigkeit und Zufriedenheit. Übereinstimmende Untersuchungsergebnisse \
verschiedener Forschungseinrichtungen bestätigen Größenordnungen und Wechselwirkungen.

Wir fragen zuerst, was die Leute entscheiden wollen, die den Bericht bezahlen, und schreiben die \
Antwort auf, bevor jemand ein Programm öffnet. Die erste Fassung ist klein, sie wird in der \
zweiten Woche allen gezeigt, und was sie dazu sagen, kommt auf die Liste der Aufgaben. Jede Zahl \
hat einen Menschen, der erklären kann, woher sie kommt, wie oft sie berechnet wird und was \
geschieht, wenn die Quelle sich verspätet. Eine Besprechung ohne einen solchen Menschen ist \
verlorene Zeit, das weiß die ganze Abteilung inzwischen. Niemand wundert sich, wenn sich die \
Zahlen des vorigen Quartals ändern, denn jede Berichtigung wird im selben Kanal angekündigt, mit \
dem Grund und dem Namen dessen, der sie gefunden hat. Eine alte Abmachung sagt, dass eine \
Übersicht, die drei Monate lang niemand geöffnet hat, abgeschaltet wird, und dass ihre Tabellen \
noch ein Jahr aufgehoben werden; bisher wurde nur nach zweien wieder gefragt. Die Leute im Lager \
haben ihre eigene Ansicht, weil sie vor einem großen Bildschirm stehen und keine Zeit haben, \
etwas zu suchen. Er zeigt, was angekommen ist, was fehlt und wen man deswegen anrufen muss, und \
sonst gar nichts.
";

/// Several sheets of a guide, whose lines end elsewhere in each.
fn sheets(guide: &str) -> Vec<Vec<u8>> {
    let guide = guides::parse_bytes("guide.md", guide.as_bytes());
    // On wider ones, lines are no longer.
    let papers = (60..=115).step_by(5);
    let sheet = |width: i32| {
        let mut options = SheetOptions::default();
        options.paper = format!("{width}x280mm").parse::<Paper>().expect("a size");
        options.columns = Some(1);
        options.justify = true;
        let mut fonts = FontSet::bundled();
        cheat_sheet(&guide, &mut fonts, &options).expect("a sheet").bytes
    };
    papers.map(sheet).collect()
}

/// The words of a guide's text.
fn words(guide: &str) -> Vec<&str> {
    let text = guide.split_once('?').expect("a question").1;
    text.split_whitespace().map(|word| word.trim_matches(['.', ',', ';', '*'])).collect()
}

/// The lines of a file as their glyphs say them, whatever words stand beside them.
fn lines_of_glyphs(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("lopdf reads the file");
    let mut lines = vec![String::new()];
    for page in document.get_pages().into_values() {
        let fonts: BTreeMap<_, _> = document
            .get_page_fonts(page)
            .expect("fonts")
            .into_iter()
            .map(|(name, font)| (name, pdf_tree::to_unicode(&document, font)))
            .collect();
        let content = document.get_page_content(page);
        let mut font = None;
        for Operation { operator, operands } in
            Content::decode(&content).unwrap().operations
        {
            match operator.as_str() {
                "Tf" => font = fonts.get(operands[0].as_name().expect("a name")),
                "Td" if operands[1].as_float().is_ok_and(|down| down != 0.0) => {
                    lines.push(String::new());
                }
                "BT" => lines.push(String::new()),
                "Tj" | "TJ" => {
                    let parts = match &operands[0] {
                        Object::Array(parts) => parts.as_slice(),
                        part => std::slice::from_ref(part),
                    };
                    let codes = parts.iter().filter_map(|part| part.as_str().ok());
                    let map = font.expect("a font is set");
                    let line = lines.last_mut().expect("a line");
                    for code in codes.flat_map(|codes| codes.chunks_exact(2)) {
                        line.push_str(&map[&u16::from_be_bytes([code[0], code[1]])]);
                    }
                }
                _ => {}
            }
        }
    }
    lines
}

/// What pdf.js looks in: a hyphen at the end of a line is taken out with it.
fn as_pdfjs_reads(lines: &[String]) -> String {
    let ends = lines.iter().map(|line| match line.trim_end().strip_suffix('-') {
        Some(word) if word.ends_with(char::is_lowercase) => word.to_owned(),
        _ => line.clone(),
    });
    ends.collect::<String>().replace('\u{2010}', "-")
}

#[test]
fn every_word_is_found_where_lines_divide_it() {
    for (name, guide, least) in [("english", ENGLISH, 6), ("german", GERMAN, 5)] {
        let mut divided = 0;
        for (n, bytes) in sheets(guide).iter().enumerate() {
            let heard = pdf_tree::paragraphs(bytes).join(" ")
                + &pdf_tree::pieces(bytes)
                    .into_iter()
                    .map(|(_, said)| said)
                    .collect::<String>();
            let glyphs = lines_of_glyphs(bytes);
            divided += glyphs.iter().filter(|line| line.ends_with('-')).count();
            let glyphs = as_pdfjs_reads(&glyphs);
            let path = file(&format!("search/{name}-{n}.pdf"), bytes);
            let read = validators::tool("pdftotext").map(|mut tool| {
                let output = tool.arg(&path).arg("-").output().expect("it runs");
                String::from_utf8(output.stdout).expect("text")
            });
            for word in words(guide) {
                assert!(heard.contains(word), "{name} {n}: {word} in {heard}");
                assert!(glyphs.contains(word), "{name} {n}: {word} in {glyphs}");
                if let Some(read) = &read {
                    assert!(read.contains(word), "{name} {n}: {word} in {read}");
                }
            }
        }
        assert!(divided >= least, "{name}: {divided} words are divided");
    }
}

#[test]
fn a_compound_that_is_divided_at_its_hyphen_keeps_it() {
    let broken = sheets(ENGLISH)
        .iter()
        .flat_map(|bytes| lines_of_glyphs(bytes))
        .fold(0, |count, line| count + i32::from(line.trim_end().ends_with('\u{2010}')));
    assert!(broken > 1, "{broken} compounds are divided");
}

const CODE: &str = "\
## Q1: How is a record read?

```python
def handler(event, context):
    for record in event[\"Records\"]:
        if record[\"eventName\"] == \"INSERT\" and record[\"status\"] == \"pending\" and not done:
            process(record)
```
";

#[test]
fn a_line_of_code_that_is_too_long_is_one_line_with_its_indent() {
    for (n, bytes) in sheets(CODE).iter().enumerate() {
        let heard = pdf_tree::dump(bytes);
        assert!(!heard.contains('↪'), "{heard}");
        assert!(!lines_of_glyphs(bytes).concat().contains('↪'));
        let path = file(&format!("search/code-{n}.pdf"), bytes);
        let Some(mut tool) = validators::tool("pdftotext") else { continue };
        let output = tool.arg(&path).arg("-").output().expect("it runs");
        let read = String::from_utf8(output.stdout).expect("text");
        for line in CODE.lines().filter(|line| line.contains('(') || line.contains('[')) {
            let found = read.lines().filter(|read| read.trim_end() == line).count();
            assert_eq!(found, 1, "{line} in {read}");
        }
    }
}
