//! Small things on the page, measured on finished files: words keep off the edges of what lies
//! behind them, off rules, and off the paper's edge; what belongs to a record stays together.

use std::fmt::Write as _;

use offprint::document::Document;
use offprint::product::{CardOptions, FontSet, SheetOptions, cheat_sheet, flashcards};

use crate::support::guides;
use crate::support::ink::{self, Page, Point, Text};

/// How far anything may be from where it belongs, in millimetres.
const NEAR: f64 = 0.02;
/// From the baseline to the foot of a letter such as “g”, as a part of the type size.
const DESCENT: f64 = 0.2;
/// How far an ideograph reaches above the baseline and below it.
const IDEOGRAPH: (f64, f64) = (0.88, 0.12);

fn printed(document: &Document, one_page: bool) -> Vec<Page> {
    let mut options = SheetOptions::default();
    options.pages = one_page.then_some(1);
    let fonts = &mut FontSet::bundled();
    ink::pages(&cheat_sheet(document, fonts, &options).expect("a sheet").bytes)
}

/// A rectangle's left, top, right and bottom.
fn edges([a, b]: [Point; 2]) -> [f64; 4] {
    [a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1)]
}

/// The rules across a column.
fn rules(page: &Page) -> Vec<[f64; 4]> {
    let all = page.rects.iter().map(|rect| edges(*rect));
    all.filter(|[left, top, right, bottom]| bottom - top < 0.4 && right - left > 20.0)
        .collect()
}

/// The words on wide grounds, and these.
fn grounded(page: &Page) -> Vec<(&Text, [f64; 4])> {
    let grounds = page.rects.iter().map(|rect| edges(*rect));
    let wide: Vec<_> = grounds
        .filter(|[left, top, right, bottom]| bottom - top > 1.5 && right - left > 25.0)
        .collect();
    let on = |text: &Text, ground: &[f64; 4]| {
        let middle = f64::midpoint(text.from.0, text.to.0);
        let across = middle > ground[0] && middle < ground[2];
        across && text.from.1 > ground[1] && text.from.1 < ground[3]
    };
    page.texts
        .iter()
        .filter(|text| !text.said.trim().is_empty())
        .flat_map(|text| {
            wide.iter().filter(|ground| on(text, ground)).map(move |g| (text, *g))
        })
        .collect()
}

fn guide(language: &str, key: &str) -> Document {
    let text = format!(
        "---\nlang: {language}\n---\n## 1. Part\n\n### Q1: Grounds?\n\n\
         ```\nlet a = b + c; // words enough to fill a line and more, so that some go on\nlet d;\n```\n\n\
         **{key}:** So many words that they fill a line, and then another one, up to its end.\n\n\
         > **Note:** Quoted words that fill a line, and then another one, up to its very end.\n>\n\
         > ```\n> code in a quotation, which is long enough to go on in the next line too\n> ```\n\n\
         - An item\n\n  ```\n  code in an item\n  ```\n\n\
         | One | Two words | Amount |\n|:--|:-:|--:|\n| a | b | 12 |\n| c | d | 3 |\n"
    );
    guides::parse_bytes("grounds.md", text.as_bytes())
}

/// Words keep off the left and right edges of what lies behind them.
fn stands_clear(pages: &[Page], least: usize, what: &str) {
    let mut seen = 0;
    for (text, ground) in pages.iter().flat_map(grounded) {
        let (left, right) = (text.from.0.min(text.to.0), text.from.0.max(text.to.0));
        let air = (left - ground[0]).min(ground[2] - right);
        assert!(air >= 0.29 * text.size - NEAR, "{what}: {air} {text:?} {ground:?}");
        seen += 1;
    }
    assert!(seen >= least, "{what}: {seen} on a ground");
}

#[test]
fn words_keep_off_the_edges_of_their_ground() {
    for (language, key) in [("en", "Key"), ("he", "Key")] {
        let document = guide(language, key);
        for one_page in [false, true] {
            stands_clear(&printed(&document, one_page), 8, language);
        }
        let fonts = &mut FontSet::bundled();
        let cards = flashcards(&document, fonts, &CardOptions::default()).expect("cards");
        stands_clear(&ink::pages(&cards.bytes), 8, language);
    }
    for one_page in [false, true] {
        stands_clear(&printed(&guides::embedded(), one_page), 8, "the embedded guide");
    }
}

#[test]
fn letters_keep_off_the_rules_below_them() {
    for one_page in [false, true] {
        let mut seen = 0;
        for page in printed(&guides::embedded(), one_page) {
            for rule in rules(&page) {
                let above = page.texts.iter().filter(|text| {
                    let gap = rule[1] - text.from.1;
                    text.from.0 > rule[0]
                        && text.to.0 <= rule[2]
                        && gap > -0.1 * text.size
                        && gap < 0.7 * text.size
                });
                for text in above {
                    assert!(
                        rule[1] - text.from.1 > DESCENT * text.size,
                        "{text:?} {rule:?}"
                    );
                    seen += 1;
                }
            }
        }
        assert!(seen > 4, "{seen} above rules");
    }
}

#[test]
fn ideographs_stand_in_the_middle_between_the_rules_of_their_row() {
    let text = "---\nlang: ja\n---\n## 1. 表\n\n### Q1: 表は何ですか？\n\n\
                | 名前 | 意味 |\n|---|---|\n| 国語 | 言葉 |\n| 画面 | 表示 |\n| 東京 | 都市 |\n";
    let pages = printed(&guides::parse_bytes("rows.md", text.as_bytes()), false);
    let rules = rules(&pages[0]);
    let mut seen = 0;
    for text in
        pages[0].texts.iter().filter(|text| "国語画面東京".contains(text.said.trim()))
    {
        let (top, bottom) = (
            text.from.1 - IDEOGRAPH.0 * text.size,
            text.from.1 + IDEOGRAPH.1 * text.size,
        );
        let above = rules.iter().map(|rule| top - rule[3]).filter(|air| *air > -1.0);
        let below = rules.iter().map(|rule| rule[1] - bottom).filter(|air| *air > -1.0);
        let air = [above.fold(9.0, f64::min), below.fold(9.0, f64::min)];
        assert!(air.iter().all(|air| *air > 0.12 * text.size), "{air:?} {text:?}");
        assert!((air[0] - air[1]).abs() < 0.12 * text.size, "{air:?} {text:?}");
        seen += 1;
    }
    assert_eq!(seen, 3);
}

#[test]
fn one_page_keeps_off_the_papers_edge() {
    let mut text = "---\nlang: ja\ntitle: 紙の端\n---\n## 1. 端\n\n".to_owned();
    for n in 1..60 {
        write!(text, "### Q{n}: 番号は何ですか？\n\nこれは(かなり)長い答えで、行を埋める言葉gyqが続きます。\n\n")
            .expect("a string");
    }
    for document in [guides::embedded(), guides::parse_bytes("edge.md", text.as_bytes())]
    {
        let pages = printed(&document, true);
        let [page] = &pages[..] else { panic!("{} pages", pages.len()) };
        for text in &page.texts {
            let wide = text.said.chars().any(|c| c >= '\u{2e80}');
            let height = if wide { 0.8 } else { 0.7 };
            let air = [
                text.from.0.min(text.to.0),
                text.from.1 - height * text.size,
                page.width - text.to.0.max(text.from.0),
                page.height - text.from.1 - 0.25 * text.size,
            ];
            assert!(air.iter().all(|air| *air >= 5.0 - NEAR), "{air:?} {text:?}");
        }
    }
}

#[test]
fn a_record_is_never_parted_and_empty_cells_take_no_line() {
    let names = ["Name", "Kind", "Year", "Speed", "Cost", "Notes", "Limits", "Maker"];
    let mut text = format!(
        "## 1. Part\n\n### Q1: Records?\n\n|{}|\n|{}\n",
        names.join("|"),
        "-|".repeat(8)
    );
    for n in 0..40 {
        let notes = "some longer notes about what it does, and why that matters here";
        writeln!(text, "|Thing{n}|sort|2000|fast||{notes}||maker{n}|").expect("a string");
    }
    let document = guides::parse_bytes("records.md", text.as_bytes());
    let pages = printed(&document, false);
    let find = |word: &str| {
        let found = pages.iter().enumerate().find_map(|(n, page)| {
            let text = page.texts.iter().find(|text| text.said.trim() == word)?;
            Some((n, text.from))
        });
        found.unwrap_or_else(|| panic!("{word} is on no page"))
    };
    for n in 0..40 {
        let (first, last) = (find(&format!("Thing{n}")), find(&format!("maker{n}")));
        let same = first.0 == last.0 && (first.1.0 - last.1.0).abs() < NEAR;
        assert!(same && first.1.1 < last.1.1, "{n}: {first:?} {last:?}");
    }
    // A head without any cell stands once, one with cells beside each of them.
    let count = |word: &str| {
        let texts = pages.iter().flat_map(|page| &page.texts);
        texts.filter(|text| text.said.trim() == word).count()
    };
    assert_eq!((count("Cost"), count("Limits"), count("Speed")), (1, 1, 40));
}
