//! Guides in scripts that run from right to left, or without spaces, through the whole
//! program: what stands where on the finished pages, and what reads and copies out of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use offprint::internals::layout::{Align, break_lines};
use offprint::internals::text::{Format, Shaper, Span};
use offprint::internals::units::Em;
use offprint::product::FontSet;
use proptest::prelude::*;

use crate::support::command::PROGRAM;
use crate::support::{file, pdf_tree, skipped, validators};

const HEBREW: &str = "\
---
title: מדריך למסדי נתונים
---

# יסודות

## Q1: מהו מפתח ראשי?

מפתח ראשי (Primary Key) מזהה כל שורה בטבלה. הוא אינו יכול להיות ריק, והוא נבדק בכל הוספה של \
שורה חדשה לטבלה. מפתח מורכב בנוי משתי עמודות או יותר, ולכל טבלה יש לכל היותר מפתח ראשי אחד.

- פרוטוקול HTTP משיב 404 כאשר הדף חסר
- העמודה `id` מתאימה

```sql
SELECT name FROM users;
```

| צירוף | דוגמה |
|---|---|
| פנימי | אחת |

# עסקאות

## Q2: מהן תכונות העסקה?

עסקה היא יחידה אחת של עבודה: הכול או לא כלום.
";

/// A mark on a sign that no font has with it, and a key cap.
#[test]
fn what_no_font_shows_whole_is_shown_by_its_letter() {
    use offprint::product::{CardOptions, SheetOptions, cheat_sheet, flashcards};
    let guide = "# G\n\n## Why 🚀\u{301} and ب\u{301}?\n\nPress 1\u{fe0f}\u{20e3}, q\u{20dd} and e\u{301}.\n";
    let document = crate::support::guides::parse_bytes("guide.md", guide.as_bytes());
    let fonts = &mut FontSet::bundled_only();
    let sheet = cheat_sheet(&document, fonts, &SheetOptions::default()).expect("a sheet");
    flashcards(&document, fonts, &CardOptions::default()).expect("cards");
    let said: Vec<&str> =
        sheet.diagnostics.iter().map(|said| said.message.as_str()).collect();
    assert!(said.iter().any(|said| said.contains("🚀\u{301}")), "{said:?}");
    assert!(!said.iter().any(|said| said.contains("e\u{301}")), "{said:?}");
    let shaped = |text: &str| {
        let spans = [Span { text: text.to_owned(), format: Format::default() }];
        let shaped = Shaper::new(fonts, "en").shape(&spans);
        let question = Shaper::new(fonts, "en")
            .shape(&[Span { text: "?".to_owned(), format: Format::default() }]);
        let (ids, asked) = (shaped.glyphs, question.glyphs[0].id);
        (ids.len(), ids.iter().any(|glyph| glyph.id == asked || glyph.id == 0))
    };
    for text in ["🚀\u{301}", "1\u{fe0f}\u{20e3}", "q\u{20dd}"] {
        let (glyphs, asks) = shaped(text);
        assert!(glyphs > 0 && !asks, "{text}");
    }
}

const ARABIC: &str = "\
# قواعد

## Q1: ما هو المفتاح في الجدول؟

المفتاح يميز كل صف في الجدول (Primary Key) وقد يتكون من عمودين، ويُفحص عند إدراج صف جديد.

- يستخدم HTTP رمز 404 عند فقدان المورد
";

const JAPANESE: &str = "\
# 基礎

## Q1: 主キーとは何ですか。

主キーは、表の各行を一意に識別する列です。「空値」は許されず、行を追加するたびに検査されます。\
複合キーは二つ以上の列から成ります（例：注文番号と商品番号）。一つの表に、主キーは一つだけです。\
キーの値は変わらないことが望ましいので、メールアドレスよりも通し番号のほうが向いています。
";

const CHINESE: &str = "\
# 基础

## Q1: 什么是主键？

主键唯一地标识表中的每一行。它不能为空，并且在每次插入新行时都会被检查。复合主键由两列或更多列组成\
（例如“订单号”和“商品号”）。一张表最多只有一个主键；主键的值最好不变，因此编号比邮箱地址更合适。
";

/// Whether the system's fonts show a text; says so where they do not.
fn shown(name: &str, text: &str, language: &str) -> bool {
    let characters = text.chars().filter(|c| !c.is_control() && !c.is_whitespace());
    let all = FontSet::bundled().find_fallbacks(characters, language).is_empty();
    if !all {
        skipped(&format!("no font on this system shows {name}"));
    }
    all
}

/// A guide made into what a command makes of it; the file that it wrote.
fn made(name: &str, text: &str, command: &str, options: &[&str]) -> PathBuf {
    let guide = file(&format!("scripts/{name}.md"), text.as_bytes());
    let out = guide.with_file_name(format!("{name}-{command}"));
    let mut run = Command::new(PROGRAM);
    run.arg(command).arg(&guide).arg("-o").arg(&out).args(options);
    let output = run.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("warning"), "{output:?}");
    out
}

/// What `pdftotext` reads, line by line.
fn read(file: &Path) -> Option<String> {
    let output = validators::tool("pdftotext")?.arg(file).arg("-").output().unwrap();
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The same as words with a space between two. Where the direction changes, it puts marks
/// of direction, and the space before or behind them as it happens.
fn words_read(file: &Path) -> Option<String> {
    let apart = |c| if matches!(c, '\u{202a}'..='\u{202e}') { ' ' } else { c };
    let text: String = read(file)?.chars().map(apart).collect();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A mark on a page as `pdftotext` finds it: letters from the right are found one by one.
#[derive(Debug, Clone)]
struct Mark {
    page: usize,
    x: (f64, f64),
    y: f64,
    text: String,
}

fn marks(file: &Path) -> Option<Vec<Mark>> {
    let mut tool = validators::tool("pdftotext")?;
    let output = tool.arg("-bbox").arg(file).arg("-").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let mut page = 0;
    let mut marks = Vec::new();
    for line in text.lines().map(str::trim) {
        page += usize::from(line.starts_with("<page"));
        let Some(rest) = line.strip_prefix("<word ") else { continue };
        let (place, word) = rest.split_once('>').unwrap();
        let number = |key: &str| {
            let from = place.split_once(&format!("{key}=\"")).unwrap().1;
            from.split('"').next().unwrap().parse::<f64>().unwrap()
        };
        let text = word.trim_end_matches("</word>").to_owned();
        let x = (number("xMin"), number("xMax"));
        marks.push(Mark { page, x, y: number("yMax"), text });
    }
    Some(marks)
}

fn find<'a>(marks: &'a [Mark], text: &str) -> &'a Mark {
    let found = marks.iter().find(|mark| mark.text == text);
    found.unwrap_or_else(|| panic!("{text} is not there: {marks:?}"))
}

const fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{5ea}')
}

#[test]
fn hebrew_reads_in_order_and_words_are_whole() {
    if !shown("Hebrew", HEBREW, "he") {
        return;
    }
    let sheet = made("hebrew", HEBREW, "sheet", &["--columns", "2"]);
    let bytes = fs::read(&sheet).unwrap();
    let heard = pdf_tree::dump(&bytes).replace(['|', '"'], "");
    for words in [
        "מפתח ראשי (Primary Key) מזהה כל שורה בטבלה. הוא אינו יכול להיות ריק",
        "פרוטוקול HTTP משיב 404 כאשר הדף חסר",
        "SELECT name FROM users;",
    ] {
        assert!(heard.contains(words), "{words} is not in:\n{heard}");
    }
    if let Some(read) = words_read(&sheet) {
        for words in [
            "מדריך למסדי נתונים",
            "מהו מפתח ראשי?",
            "HTTP משיב 404 כאשר",
            "עסקה היא יחידה אחת",
        ] {
            assert!(read.contains(words), "{words} is not in:\n{read}");
        }
    }
}

#[test]
fn arabic_reads_in_order_and_its_letters_are_joined() {
    if !shown("Arabic", ARABIC, "ar") {
        return;
    }
    let sheet = made("arabic", ARABIC, "sheet", &[]);
    let bytes = fs::read(&sheet).unwrap();
    let heard = pdf_tree::dump(&bytes).replace(['|', '"'], "");
    let heard = heard.replace("\\u{64f}", "\u{64f}");
    for words in [
        "المفتاح يميز كل صف في الجدول (Primary Key) وقد يتكون من عمودين، ويُفحص",
        "يستخدم HTTP رمز 404 عند فقدان المورد",
    ] {
        assert!(heard.contains(words), "{words} is not in:\n{heard}");
    }
    if let Some(read) = words_read(&sheet) {
        for words in ["ما هو المفتاح في الجدول؟", "يميز كل صف", "HTTP رمز 404 عند"]
        {
            assert!(read.contains(words), "{words} is not in:\n{read}");
        }
    }
    // A letter in the middle of a word is another glyph than the same letter alone.
    let mut fonts = FontSet::bundled();
    fonts.find_fallbacks("صف بب ب".chars(), "ar");
    let spans = [Span { text: "ببب ب".to_owned(), format: Format::default() }];
    let glyphs = Shaper::new(&fonts, "ar").shape(&spans).glyphs;
    let ids: Vec<u16> = glyphs.iter().map(|glyph| glyph.id).collect();
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[2] != ids[4], "{ids:?}");
}

#[test]
fn pages_of_hebrew_run_from_the_right() {
    if !shown("Hebrew", HEBREW, "he") {
        return;
    }
    let sheet = made("hebrew-pages", HEBREW, "sheet", &["--columns", "2"]);
    let preferences = catalog(&fs::read(&sheet).unwrap());
    assert!(preferences.contains("R2L"), "{preferences}");
    let Some(marks) = marks(&sheet) else { return };
    let middle = 841.9 / 2.0;
    // The first question is in the right column, the second in the left one.
    assert!(find(&marks, "Q1").x.0 > middle && find(&marks, "Q2").x.1 < middle);
    // Title to the right, folio to the left.
    assert!(find(&marks, "1/1").x.1 < middle / 2.0);
    // The lines of the first paragraph end together at the right edge.
    let title = find(&marks, "Q1");
    let bullet = find(&marks, "•");
    let lines = edges(&marks, |mark| {
        mark.y > title.y + 5.0 && mark.y < bullet.y - 5.0 && mark.x.0 > middle
    });
    assert!(lines.len() >= 3, "{lines:?}");
    for right in &lines {
        assert!((right - lines[0]).abs() < 1.2, "{lines:?}");
    }
    // What a list says stands left of its bullet; a program begins at the left.
    let item = find(&marks, "404");
    assert!(item.x.1 < bullet.x.0);
    let (select, users) = (find(&marks, "SELECT"), find(&marks, "users;"));
    assert!(select.x.1 < users.x.0 && (select.y - users.y).abs() < 1.0);
}

/// The right edge of each line of letters.
fn edges(marks: &[Mark], chosen: impl Fn(&Mark) -> bool) -> Vec<f64> {
    let mut lines: Vec<(i64, f64)> = Vec::new();
    for mark in marks.iter().filter(|mark| chosen(mark)) {
        if !mark.text.chars().all(is_hebrew) {
            continue;
        }
        let y = mark.y.round() as i64;
        match lines.iter_mut().find(|(line, _)| (line - y).abs() <= 1) {
            Some((_, right)) => *right = right.max(mark.x.1),
            None => lines.push((y, mark.x.1)),
        }
    }
    lines.into_iter().map(|(_, right)| right).collect()
}

fn catalog(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    format!("{:?}", document.catalog().unwrap().get(b"ViewerPreferences").unwrap())
}

#[test]
fn cards_of_hebrew_begin_at_the_right_and_backs_stay_behind_fronts() {
    if !shown("Hebrew", HEBREW, "he") {
        return;
    }
    let cards = made("hebrew-cards", HEBREW, "cards", &[]);
    let Some(marks) = marks(&cards) else { return };
    let (width, margin) = (595.3, 14.2);
    let card = (width - 2.0 * margin) / 2.0;
    let side = |page: usize, text: &str| {
        marks.iter().find(|mark| mark.page == page && mark.text == text).expect(text)
    };
    // The first card lies at the left of the sheet, its number in its right half.
    let front = side(1, "Q1");
    assert!(front.x.1 < margin + card && front.x.0 > margin + card / 2.0, "{front:?}");
    // Its back lies at the right of the next page, the label in its right half, too.
    let back = side(2, "Q1");
    assert!(back.x.0 > margin + card * 1.5, "{back:?}");
    let second = side(2, "Q2");
    assert!(second.x.1 < margin + card && second.x.0 > margin + card / 2.0, "{second:?}");
}

#[test]
fn a_paragraph_of_hebrew_in_english_is_flush_right() {
    let text = "# Words\n\n## Q1: What is a key?\n\nIt identifies a row.\n\n\
        - מפתח ראשי הוא עמודה\n- טבלה היא אוסף\n\nOK\n";
    if !shown("Hebrew", text, "en") {
        return;
    }
    let sheet = made("mixed", text, "sheet", &["--columns", "1"]);
    let preferences = catalog(&fs::read(&sheet).unwrap());
    assert!(!preferences.contains("R2L"), "{preferences}");
    let Some(marks) = marks(&sheet) else { return };
    // The column stands in the middle of the page, 118 mm wide.
    let (left, right) = (130.0, 465.0);
    let near_left = |text: &str, most: f64| find(&marks, text).x.0 < left + most;
    assert!(near_left("Q1", 25.0) && near_left("identifies", 65.0));
    let bullets: Vec<_> = marks.iter().filter(|mark| mark.text == "•").collect();
    assert_eq!(bullets.len(), 2);
    for bullet in bullets {
        assert!(bullet.x.0 > right - 25.0, "{bullet:?}");
    }
    let lines = edges(&marks, |_| true);
    assert!(lines.len() == 2 && (lines[0] - lines[1]).abs() < 1.2, "{lines:?}");
}

#[test]
fn a_book_of_hebrew_says_that_its_pages_turn_the_other_way() {
    let book = made("hebrew", HEBREW, "epub", &[]);
    let mut archive = zip::ZipArchive::new(fs::File::open(book).unwrap()).unwrap();
    let mut part = |name: &str| {
        let file = archive.by_name(name).unwrap();
        std::io::read_to_string(file).unwrap()
    };
    assert!(part("OEBPS/content.opf").contains("page-progression-direction=\"rtl\""));
    let section = part("OEBPS/section-1.xhtml");
    let root = section.split_once("<html").unwrap().1.split_once('>').unwrap().0;
    assert!(root.contains("dir=\"rtl\"") && root.contains("lang=\"he\""), "{root}");
    assert!(section.contains("<pre dir=\"ltr\""));
    assert!(section.contains("<code dir=\"ltr\">id</code>"), "{section}");
}

#[test]
fn hebrew_in_an_english_book_says_which_way_it_runs() {
    let text = "---\nlang: en\n---\n\n# Words\n\n## Q1: What is a key?\n\nThe word `key`.\n\n\
        מפתח הוא `key` בטבלה.\n\n- ראשון\n- שני\n\n| מפתח | ערך |\n|---|---|\n| א | ב |\n";
    let book = made("mixed-book", text, "epub", &[]);
    let mut archive = zip::ZipArchive::new(fs::File::open(book).unwrap()).unwrap();
    let section = archive.by_name("OEBPS/section-0.xhtml").unwrap();
    let section = std::io::read_to_string(section).unwrap();
    for part in [
        "<p>The word <code>key</code>.</p>",
        "<p dir=\"rtl\">מפתח הוא <code dir=\"ltr\">key</code> בטבלה.</p>",
        "<ul dir=\"rtl\">",
        "<table role=\"table\" dir=\"rtl\">",
    ] {
        assert!(section.contains(part), "{part} is not in:\n{section}");
    }
}

/// Lines of text from a page of one column, as `pdftotext` has them.
fn lines_of(name: &str, text: &str) -> Option<Vec<String>> {
    let sheet = made(name, text, "sheet", &["--columns", "4"]);
    let read = read(&sheet)?;
    Some(read.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect())
}

#[test]
fn lines_without_spaces_begin_and_end_as_readers_expect() {
    for (name, text, language, words) in [
        (
            "Japanese",
            JAPANESE,
            "ja",
            "主キーは、表の各行を一意に識別する列です。「空値」は許されず",
        ),
        ("Chinese", CHINESE, "zh", "主键唯一地标识表中的每一行。它不能为空"),
    ] {
        if !shown(name, text, language) {
            continue;
        }
        let Some(lines) = lines_of(name, text) else { return };
        assert!(lines.len() > 8, "{lines:?}");
        for line in &lines {
            let (first, last) = (line.chars().next(), line.chars().next_back());
            let off_start =
                |c: char| "、。，．：；！？）」』】”ーっゃゅょァィ々".contains(c);
            let off_end = |c: char| "（「『【“".contains(c);
            assert!(!first.is_some_and(off_start), "{line} begins with {first:?}");
            assert!(!last.is_some_and(off_end), "{line} ends with {last:?}");
        }
        assert!(lines.concat().contains(words), "{lines:?}");
    }
}

/// What the page says that is not in the guide's text needs letters as well.
#[test]
fn names_of_alerts_have_their_letters() {
    for (language, name) in
        [("ja", "注記"), ("ko", "참고"), ("he", "הערה"), ("ru", "Примечание")]
    {
        let guide = format!("---\nlang: {language}\n---\n\n## What?\n\n> [!NOTE]\n> x\n");
        if !shown(language, name, language) {
            continue;
        }
        let sheet = made(&format!("alert-{language}"), &guide, "sheet", &[]);
        let Some(words) = words_read(&sheet) else { return };
        let backwards: String = name.chars().rev().collect();
        let found = words.contains(name) || words.contains(&backwards);
        assert!(found && !words.contains("??"), "{language}: {words}");
    }
}

/// Words of several scripts, signs that may be mirrored, numbers, marks.
fn pieces() -> impl Strategy<Value = Vec<String>> {
    let piece = prop_oneof![
        "[א-ת]{1,8}",
        "[\u{627}-\u{64a}\u{64b}-\u{652}]{1,8}",
        "[a-z]{1,9}",
        "[0-9]{1,4}[.,%]?",
        "[()\\[\\]«».,:;?!–-]{1,3}",
        "[\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]",
        Just(" ".to_owned()),
        Just(" ".to_owned()),
    ];
    proptest::collection::vec(piece, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Lines hold every glyph once, and so do the runs of a line in visual order.
    #[test]
    fn no_glyph_is_lost_by_reordering(
        pieces in pieces(),
        tenths in 20_i64..200,
        language in prop_oneof![Just("he"), Just("en"), Just("ar")],
    ) {
        let fonts = FontSet::bundled_only();
        let text = pieces.concat();
        let spans = [Span { text, format: Format::default() }];
        let shaped = Shaper::new(&fonts, language).shape(&spans);
        let clusters: Vec<u32> = shaped.glyphs.iter().map(|glyph| glyph.cluster).collect();
        prop_assert!(clusters.is_sorted(), "glyphs stand in reading order");
        let lines = break_lines(&shaped, Em::thousandths(tenths * 100), Align::Start);
        let mut next = 0;
        for line in lines {
            prop_assert!(line.glyphs.start >= next);
            // Only spaces at a line's end may be on no line.
            for glyph in next..line.glyphs.start {
                let at = clusters[glyph] as usize;
                prop_assert!(shaped.text[at..].starts_with(' '));
            }
            let mut glyphs: Vec<usize> =
                shaped.visual_order(line.glyphs.clone()).into_iter().flat_map(|p| p.glyphs).collect();
            glyphs.sort_unstable();
            prop_assert!(glyphs.into_iter().eq(line.glyphs.clone()));
            next = line.glyphs.end;
        }
    }
}
