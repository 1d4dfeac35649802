//! What layout promises, on small guides: golden frames, and what must hold of any guide.

use offprint::document::{Document, Entry};
use offprint::internals::frame::{Frame, FrameItem, Pages, TextRun};
use offprint::internals::layout::{SheetLayout, lay_out, sheet_flow};
use offprint::internals::text::Shaper;
use offprint::product::{FontSet, Length, Paper, Pictures, Point};

use crate::support::guides;

fn layout(paper: Paper) -> SheetLayout {
    SheetLayout {
        paper,
        columns: None,
        x_height: (Length::mm(1.4), Length::mm(1.8)),
        justify: false,
        head_size: Length::pt(10.5),
        title: "Guide".to_owned(),
        subtitle: String::new(),
        facing: false,
    }
}

fn sheet(document: &Document, layout: &SheetLayout) -> Pages {
    let fonts = FontSet::bundled();
    let mut shaper = Shaper::new(&fonts, &document.meta.language);
    let flow = sheet_flow(document, &Pictures::default(), &mut shaper, false);
    lay_out(flow, &fonts, &mut shaper, layout).expect("it fits").pages
}

#[test]
fn a_question_without_words_is_an_entry_as_any_other() {
    let mut document = guides::parse_bytes("g.md", b"## A\n\n### Q1: One?\n\na\n");
    let again = document.sections[0].clone();
    let Some(Entry::Question(question)) = document.sections[0].entries.first_mut() else {
        panic!("no question in {document:?}");
    };
    question.title.clear();
    document.sections.push(again);
    let pages = sheet(&document, &layout("a4".parse().expect("a size")));
    let titles: Vec<_> =
        pages.outline.iter().flat_map(|section| &section.children).collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
}

fn dump(markdown: &str) -> String {
    let document = guides::parse_bytes("guide.md", markdown.as_bytes());
    let paper: Paper = "120x90mm".parse().expect("a size");
    let layout = SheetLayout { columns: Some(1), ..layout(paper) };
    let pages = sheet(&document, &layout);
    pages
        .pages
        .iter()
        .map(|page| page.frame.to_string())
        .collect::<Vec<_>>()
        .join("---\n")
}

#[test]
fn a_question_with_a_list_and_a_key_line() {
    insta::assert_snapshot!(dump(
        "## 1. Basics\n\n### Q1: What is asked first?\n\n**Approach:**\n1. **Aim:** why it is \
         wanted\n2. **Data:** what there is\n   - nested\n\n**Key:** ask before building\n"
    ));
}

#[test]
fn a_table_code_and_a_quotation() {
    insta::assert_snapshot!(dump(
        "## 1. Basics\n\n### Q1: Which?\n\n| Factor | Batch |\n|---|--:|\n| Cost | low |\n\n\
         ```sql\nSELECT 1;\n```\n\n> Quoted words\n"
    ));
}

/// Every run of text of a frame, with the point where it begins on the page.
fn runs<'a>(frame: &'a Frame, at: Point, out: &mut Vec<(Point, &'a TextRun)>) {
    for (point, item) in &frame.items {
        match item {
            FrameItem::Text(run) => out.push((*point + at, run)),
            FrameItem::Group { frame, .. } => runs(frame, *point + at, out),
            _ => {}
        }
    }
}

#[test]
fn a_few_lines_are_not_spread_over_the_page() {
    let columns = |lines: usize| {
        let items = "- an item\n".repeat(lines);
        let guide = format!("## A\n\n### Q1: One?\n\n{items}");
        let document = guides::parse_bytes("g.md", guide.as_bytes());
        let pages = sheet(&document, &layout("a4".parse().expect("a size")));
        let mut found = Vec::new();
        runs(&pages.pages[0].frame, Point::default(), &mut found);
        let items = found.iter().filter(|(_, run)| run.text.contains("an item"));
        let mut places: Vec<_> = items.map(|(at, _)| at.x).collect();
        places.sort_unstable();
        places.dedup();
        places.len()
    };
    assert_eq!(columns(5), 1);
    assert_eq!(columns(18), 2);
    assert!(columns(60) > 2);
}

#[test]
fn nothing_reaches_beyond_the_margins_and_every_glyph_is_one() {
    for (name, document) in guides::all() {
        for paper in [Paper::a4().landscape(), Paper::letter(), Paper::a4()] {
            let pages = sheet(&document, &layout(paper));
            let margin = Length::mm(6.9);
            for page in &pages.pages {
                let mut found = Vec::new();
                runs(&page.frame, Point::default(), &mut found);
                for (at, run) in found {
                    // A space at a line's end may hang out.
                    let mut bare = run.clone();
                    let spaces = run.text.len() - run.text.trim_end().len();
                    bare.glyphs.truncate(run.glyphs.len() - spaces.min(run.glyphs.len()));
                    let end = at.x + bare.width();
                    let inside = at.x >= margin && end <= paper.size().width - margin;
                    assert!(inside, "{name}: {:?} from {:?} to {end:?}", run.text, at.x);
                    assert!(
                        at.y <= paper.size().height - margin,
                        "{name}: {:?}",
                        run.text
                    );
                    let shown = run.glyphs.iter().all(|glyph| glyph.id != 0);
                    assert!(
                        shown,
                        "{name}: {:?} has a character without a glyph",
                        run.text
                    );
                }
            }
        }
    }
}
