//! What cannot be printed as written is said, with its line; and what can is not.

use offprint::diagnostic::Span;
use offprint::parse::{ParseOptions, Parsed, Source, parse};

use crate::words::document_text;

fn read(texts: &[&str]) -> Parsed {
    let source =
        |(at, text): (usize, &&str)| Source::from_text(format!("{at}.md"), *text);
    let sources: Vec<Source> = texts.iter().enumerate().map(source).collect();
    parse(&sources, &ParseOptions::default())
}

/// An answer below a question, which begins in line 7.
fn answer(text: &str) -> Parsed {
    read(&[&format!("# Guide\n\n## 1. Part\n\n### Q1: What is it?\n\n{text}\n")])
}

/// Line and message of all that was said.
fn said(parsed: &Parsed) -> Vec<(u32, &str)> {
    let line = |span: Option<Span>| span.map_or(0, |span| span.line);
    parsed.diagnostics.iter().map(|one| (line(one.span), one.message.as_str())).collect()
}

/// Checks that an answer is printed as `shown`, and that at `line` something with `words` is said
/// of it and nothing else.
#[track_caller]
fn shows(text: &str, shown: &str, expected: &[(u32, &str)]) {
    let parsed = answer(text);
    let all = document_text(&parsed.document);
    assert!(all.contains(shown), "{text}: {all}");
    let said = said(&parsed);
    assert_eq!(said.len(), expected.len(), "{text}: {said:?}");
    for ((line, message), (wanted, words)) in said.into_iter().zip(expected) {
        assert!(line == *wanted && message.contains(words), "{text}: {line} {message}");
    }
}

#[test]
fn references_without_a_note_are_printed_as_written() {
    let nothing = "there is no footnote none; the reference is printed as written";
    shows("It is.[^none] Yes.", "It is.[^none] Yes.", &[(7, nothing)]);
    shows("- one\n- two[^none]", "two[^none]", &[(8, nothing)]);
    for silent in ["Match `[^x]`.", "Match [^a-z]+.", "Match \\[^x].", "Not [^, ]."] {
        assert!(said(&answer(silent)).is_empty(), "{silent}");
    }
}

#[test]
fn labels_of_notes_mean_the_same_in_capitals() {
    shows("It is.[^ACID]\n\n[^acid]: First letters.", "First letters.", &[]);
    let again = "there is a footnote n before this one";
    shows("It is.[^n]\n\n[^n]: One.\n\n[^n]: Two.", "One.", &[(11, again)]);
}

#[test]
fn a_note_that_only_the_title_refers_to_is_said() {
    let parsed = read(&["# Guide[^n]\n\n## A\n\nText.\n\n[^n]: Words.\n"]);
    let says = "only the guide's title refers to the footnote n, which has no place for it; it \
                is left out";
    assert_eq!(said(&parsed), [(7, says)]);
}

#[test]
fn links_to_other_files_are_said_once() {
    let files = "2 links lead to other files (`a.md`, `b.md#part`); their words are printed \
                 (lines 7, 9)";
    shows("See [one](a.md).\n\nAnd [two](b.md#part).", "See one.", &[(7, files)]);
    let scheme =
        "a link leads to no address that a print can have (`ftp://example.org/x`)";
    shows("See [one](ftp://example.org/x).", "See one.", &[(7, scheme)]);
    shows("See [one]().", "See one.", &[(7, "a link says not where to")]);
    shows("See [one](https://example.org).", "See one.", &[]);
    shows("Or <me@example.org>.", "Or me@example.org.", &[]);
    shows("See [one](www.example.org).", "See one.", &[(7, "no address")]);
    let both = read(&["# A\n\nSee [b](1.md).\n", "# B\n\nText.\n"]);
    assert!(said(&both).is_empty(), "{:?}", said(&both));
}

#[test]
fn calls_in_prose_keep_their_brackets() {
    for text in ["Take names[i](x) now.", "It is f(a)[0](x).", "Or done[i]() there."] {
        shows(text, text, &[]);
    }
    let emphasis = "So rows[*i*](x) is.";
    shows(emphasis, "So rows[i](x) is.", &[]);
    let link = "a link leads to another file (`x`)";
    shows("See [names](x).", "See names.", &[(7, link)]);
}

const ACROSS: &str = "this line makes a heading of the text right above it";

#[test]
fn a_line_right_below_an_answer_is_no_heading() {
    for text in [
        "It lets one writer in.\n---",
        "It lets one writer\nin at a time\n---",
        "> It lets one in.\n> ---",
    ] {
        let parsed = answer(&format!("{text}\n\n### Q2: And?\n\nMore."));
        let numbers: Vec<u32> =
            parsed.document.questions().map(|one| one.number).collect();
        assert_eq!(numbers, [1, 2], "{text}");
        let question = parsed.document.questions().next().expect("a question");
        assert!(question.answer[0].plain_text().contains("It lets one"), "{text}");
        let said = said(&parsed);
        assert!(said.len() == 1 && said[0].1.starts_with(ACROSS), "{text}: {said:?}");
        let line = 6 + text.lines().count() as u32;
        assert_eq!(said[0].0, line, "{text}");
    }
    shows("42\n---\n\n### Q2: And?\n\nMore.", "42", &[(8, ACROSS)]);
}

#[test]
fn headings_that_are_underlined_stay() {
    let text =
        "Guide\n=====\n\nLocks\n-----\n\nWhat is a lock?\n---------------\n\nA gate.\n";
    let parsed = read(&[text]);
    assert!(said(&parsed).is_empty(), "{:?}", said(&parsed));
    assert_eq!(parsed.document.meta.title.as_deref(), Some("Guide"));
    assert!(document_text(&parsed.document).contains("What is a lock?"));
}

#[test]
fn front_matter_may_have_something_before_it() {
    for before in ["\n", "<!-- written by hand -->\n\n", " \n\n"] {
        let parsed =
            read(&[&format!("{before}---\ntitle: Mine\n---\n\n## A\n\nText.\n")]);
        assert_eq!(parsed.document.meta.title.as_deref(), Some("Mine"), "{before}");
        assert!(!document_text(&parsed.document).contains("title:"), "{before}");
    }
    let hidden = read(&["<!-- by hand -->\n---\ntitle: Mine\n---\n\nText.\n"]);
    assert_eq!(said(&hidden), [(1, "1 comment left out")]);
}

#[test]
fn front_matter_that_is_not_closed_takes_no_text_away() {
    let says = "the front matter is not closed; it is taken to end with this line";
    for after in ["\n# Guide\n\nText.\n", "\n## A\n\nText.\n\n---\n\nMore.\n"] {
        let parsed = read(&[&format!("---\ntitle: Mine\nauthor: Ada\n{after}")]);
        assert_eq!(parsed.document.meta.author.as_deref(), Some("Ada"));
        assert!(document_text(&parsed.document).contains("Text."), "{after}");
        assert_eq!(said(&parsed), [(3, says)], "{after}");
    }
    let toml = read(&["+++\ntitle = \"Mine\"\n\n# Guide\n\nText.\n"]);
    assert_eq!(said(&toml), [(2, says)]);
    let rule = read(&["---\n\nText.\n\n---\n"]);
    assert!(said(&rule).is_empty(), "{:?}", said(&rule));
}

#[test]
fn front_matter_of_further_guides_is_said() {
    let first = "---\ntitle: One\nauthor: Ada\n---\n\n# One\n\nText.\n";
    let second = "---\ntitle: Two\nauthor: Bob\n---\n\n# Other\n\nText.\n";
    let parsed = read(&[first, second]);
    let says = "of this front matter nothing is printed for: title, author; the first guide’s \
                counts, or the heading";
    assert_eq!(said(&parsed), [(1, says)]);
    let inside = read(&["# A\n\nText.\n\n---\ntitle: Two\n---\n\n# B\n\nMore.\n"]);
    let says = "this is front matter in the middle of the guide; it is printed as text";
    assert_eq!(said(&inside), [(6, says)]);
}

#[test]
fn html_that_no_page_shows_is_said_once_a_kind() {
    let two = "<video src=\"a.mp4\"></video>\n\nText.\n\n<video src=\"b.mp4\"></video>\n";
    shows(two, "Text.", &[(7, "2 videos are left out (lines 7, 11)")]);
    for (html, says) in [
        ("<audio src=\"a.ogg\"></audio>", "a recording is left out"),
        (
            "<iframe src=\"https://example.org\"></iframe>",
            "a page in a frame is left out",
        ),
        ("<object data=\"a.pdf\">Words</object>", "an embedded object is left out"),
        ("<script>\nalert(1)\n</script>", "a script is left out"),
        ("<style>\np { color: red }\n</style>", "a style sheet is left out"),
        ("<svg><text>Drawn</text><g/></svg>", "a drawing in SVG is left out"),
        ("Inline <script>alert(1)</script> words.", "a script is left out"),
        ("<form><input name=\"a\"></form>", "a field of a form is left out"),
        ("<map><area href=\"https://example.org\"></map>", "a link of an image map"),
    ] {
        shows(&format!("Text.\n\n{html}"), "Text.", &[(9, says)]);
    }
}

#[test]
fn simple_html_is_shown() {
    shows("A <mark>b</mark> <u>c</u> <q>d</q>.", "A b c “d”.", &[]);
    shows("<ruby>漢<rt>kan</rt></ruby>", "漢(kan)", &[]);
    shows("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)", &[]);
    shows("<img alt=\"a drawing\">", "a drawing", &[]);
    let box_in_text = "Inline <svg><g><rect/></g></svg> drawing.";
    shows(box_in_text, "Inline drawing.", &[(7, "a drawing in SVG is left out")]);
    let ticked = answer("<ul><li><input type=\"checkbox\" checked> done</li></ul>");
    assert!(said(&ticked).is_empty(), "{:?}", said(&ticked));
}

#[test]
fn diagrams_that_are_printed_as_code_are_said_once() {
    let says =
        "2 diagrams are printed as the code that they are written in (lines 7, 11)";
    let text = "```mermaid\ngraph TD\n```\n\n```dot\ndigraph {}\n```";
    shows(text, "graph TD", &[(7, says)]);
    shows("```sql\nSELECT 1\n```", "SELECT 1", &[]);
}
