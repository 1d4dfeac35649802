//! Colours of one's own: where they stand, what they change, and what is said of those that
//! cannot be read or told apart.

use lopdf::Document;
use lopdf::content::Content;

use crate::support::command::Sandbox;

const GUIDE: &str = "\
# Heading

## 1. Basics

### Q1: What is a key?

A column that names a row.

## 2. More

### Q2: What is a join?

Two tables beside each other: `a join b`.
";

const THEME: &str = "\
sections = [\"#00506e\", \"#e6b000\"]
ink = \"#101820\"
";

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::empty();
    sandbox.put("notes/guide.md", GUIDE);
    sandbox.put("notes/own.toml", THEME);
    sandbox
}

/// The colours that a PDF file is drawn in, in numbers from 0 to 255.
fn colors(bytes: &[u8]) -> Vec<[i64; 3]> {
    let document = Document::load_mem(bytes).expect("lopdf reads the file");
    let mut colors = Vec::new();
    for page in document.get_pages().into_values() {
        let content = document.get_page_content(page);
        for operation in Content::decode(&content).expect("operations").operations {
            let parts: Vec<i64> = operation
                .operands
                .iter()
                .filter_map(|part| part.as_float().ok())
                .map(|part| (f64::from(part) * 255.0).round() as i64)
                .collect();
            match (&*operation.operator, &parts[..]) {
                ("rg" | "RG", &[r, g, b]) => colors.push([r, g, b]),
                ("g" | "G", &[grey]) => colors.push([grey; 3]),
                _ => {}
            }
        }
    }
    colors.sort_unstable();
    colors.dedup();
    colors
}

/// The colours of the file that a line makes.
#[track_caller]
fn colors_of(sandbox: &Sandbox, line: &str) -> Vec<[i64; 3]> {
    sandbox.run(&format!("{line} -o x.pdf")).done(line);
    colors(&sandbox.read("x.pdf"))
}

const BLUE: [i64; 3] = [0, 0x50, 0x6e];
const YELLOW: [i64; 3] = [0xe6, 0xb0, 0];
const INK: [i64; 3] = [0x10, 0x18, 0x20];

#[test]
fn a_file_or_a_table_gives_the_colours_of_all_pages() {
    let sandbox = sandbox();
    for command in ["sheet", "cards"] {
        let line = format!("{command} notes/guide.md --theme notes/own.toml");
        let there = colors_of(&sandbox, &line);
        for color in [BLUE, YELLOW, INK] {
            assert!(there.contains(&color), "{line}: {color:?} in {there:?}");
        }
        assert!(!there.contains(&[0, 0x72, 0xb2]), "{line}: {there:?}");
        let plain = colors_of(&sandbox, &format!("{command} notes/guide.md"));
        assert!(plain.contains(&[0, 0x72, 0xb2]) && !plain.contains(&BLUE), "{plain:?}");
    }
    sandbox.put("notes/offprint.toml", format!("[theme]\n{THEME}"));
    let there = colors_of(&sandbox, "sheet notes/guide.md");
    assert!(there.contains(&BLUE) && there.contains(&INK), "{there:?}");
    let plain = colors_of(&sandbox, "sheet notes/guide.md --no-defaults");
    assert!(!plain.contains(&BLUE), "{plain:?}");
    // A file that is typed wins over the table.
    sandbox.put("other.toml", "ink = \"#200000\"");
    let there = colors_of(&sandbox, "sheet notes/guide.md --theme other.toml");
    assert!(there.contains(&[0x20, 0, 0]) && !there.contains(&BLUE), "{there:?}");
}

#[test]
fn the_designs_own_colours_in_a_theme_change_no_byte() {
    let sandbox = sandbox();
    sandbox.put("same.toml", "ink = \"#000\"\nquiet = \"#4A4A4A\"\nbands = true\n");
    for (command, end) in [("sheet", "pdf"), ("cards", "pdf"), ("epub", "epub")] {
        let line = format!("{command} notes/guide.md -o");
        sandbox.run(&format!("{line} a.{end}")).done(&line);
        sandbox.run(&format!("{line} b.{end} --theme same.toml")).done(&line);
        let same = sandbox.read(&format!("a.{end}")) == sandbox.read(&format!("b.{end}"));
        assert!(same, "{command}");
    }
}

#[test]
fn without_bands_nothing_is_tinted_and_grey_stays_grey() {
    let sandbox = sandbox();
    sandbox.put("bare.toml", "bands = false");
    let there = colors_of(&sandbox, "sheet notes/guide.md --theme bare.toml");
    let tints = there.iter().filter(|color| color.iter().min() > Some(&0xb0));
    assert!(tints.clone().all(|color| *color == [255; 3]), "{there:?}");
    let line = "sheet notes/guide.md --theme notes/own.toml --grey";
    let there = colors_of(&sandbox, line);
    assert!(there.iter().all(|[r, g, b]| r == g && g == b), "{there:?}");
}

#[test]
fn a_book_has_them_at_its_headings_and_large_print_is_none_of_its_matter() {
    let sandbox = sandbox();
    sandbox.run("epub notes/guide.md -o a.epub").done("a book");
    let line = "epub notes/guide.md -o b.epub --theme notes/own.toml";
    sandbox.run(line).done(line);
    assert!(sandbox.read("a.epub") != sandbox.read("b.epub"));
    sandbox.refuses("epub notes/guide.md --large-print", 2, &["--large-print"]);
}

#[test]
fn what_is_wrong_is_an_error_at_its_place() {
    let refuses = |theme: &str, words: &[&str]| {
        let sandbox = sandbox();
        sandbox.put("t.toml", theme);
        sandbox.refuses("sheet notes/guide.md -o s.pdf --theme t.toml", 1, words);
        sandbox.put("notes/offprint.toml", format!("[theme]\n{theme}"));
        sandbox.refuses("sheet notes/guide.md -o s.pdf", 1, &words[..1]);
    };
    refuses(
        "ink = \"#101820\"\nquiet = \"#999999\"",
        &["quiet text in #999999 has a contrast of 2", "t.toml:2:9", "would do"],
    );
    refuses("ink = \"black\"", &["`ink` takes colours", "t.toml:1:7"]);
    refuses("inc = \"#000\"", &["a theme has no `inc`", "did you mean `ink`?"]);
    refuses("sections = []", &["`sections` has from 1 to 64 colours"]);
    refuses("sections = \"#000\"", &["`sections` is a list of colours"]);
    refuses("bands = 0", &["`bands` is true or false"]);
    let sandbox = sandbox();
    let line = "sheet notes/guide.md -o s.pdf --theme none.toml";
    sandbox.refuses(line, 1, &["none.toml", "there is no such file"]);
    sandbox.put("notes/offprint.toml", "theme = \"../t.toml\"");
    sandbox.refuses("sheet notes/guide.md -o s.pdf", 1, &["leads out"]);
    let line =
        "sheet notes/guide.md -o notes/own.toml --theme notes/own.toml --no-defaults";
    sandbox.refuses(line, 1, &["own.toml", "look like"]);
}

#[test]
fn sections_that_look_alike_are_a_warning_with_its_line() {
    let sandbox = sandbox();
    sandbox.put("t.toml", "\nsections = [\"#0050a0\", \"#992222\"]\n");
    let line = "sheet notes/guide.md -o s.pdf --theme t.toml";
    let run = sandbox.run(line).done(line);
    for words in ["t.toml, line 2", "sections 1 and 2 look alike", "print in grey"] {
        assert!(run.said.contains(words), "{words}: {}", run.said);
    }
    sandbox.refuses(&format!("{line} --strict"), 1, &["look alike"]);
    // A list has no colours.
    sandbox.put("notes/offprint.toml", "[theme]\nsections = [\"#0050a0\", \"#992222\"]");
    let run = sandbox.run("list notes/guide.md").done("a list");
    assert!(!run.said.contains("look alike"), "{}", run.said);
}

#[test]
fn text_and_code_are_set_in_a_family_that_is_named() {
    let sandbox = sandbox();
    sandbox.put("t.toml", "text-font = \"Iosevka\"\ncode-font = \"Archivo Narrow\"\n");
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/fonts");
    let line =
        format!("sheet notes/guide.md -o s.pdf --report r.json --font-dir {fonts}");
    let measured = |line: &str| -> (f64, f64) {
        sandbox.run(line).done(line);
        let report: serde_json::Value =
            serde_json::from_slice(&sandbox.read("r.json")).expect("JSON");
        let number = |key: &str| report[key].as_f64().expect(key);
        (number("body_size_pt"), number("x_height_mm"))
    };
    let (_, own) = measured(&line);
    let (_, height) = measured(&format!("{line} --theme t.toml"));
    assert!((own - height).abs() < 0.05, "{own} and {height}");
    let (size, _) = measured(&format!("{line} --theme t.toml --large-print"));
    assert!(size >= 16.0, "{size}");
    let document = Document::load_mem(&sandbox.read("s.pdf")).expect("a file");
    let names = format!("{:?}", document.objects);
    assert!(names.contains("Iosevka"), "no text in its face");
    sandbox.put("t.toml", "text-font = \"Archivo Narow\"");
    let line = format!("cards notes/guide.md -o c.pdf --font-dir {fonts} --theme t.toml");
    sandbox.refuses(&line, 1, &["Archivo Narow", "the nearest are", "Archivo Narrow"]);
    sandbox.put("t.toml", "text-font = 3");
    sandbox.refuses(&line, 1, &["`text-font` is the name of a family", "t.toml:1:13"]);
}

const CODE: &str = "\
## 1. Code

### Q1: What is a loop?

```js
for (const n of 'abc') { f(12); } // three
```

```unknown
for (const n of 'abc') { f(12); } // three
```
";

/// What words of code are printed in: keywords, strings, remarks, numbers.
const INKS: [[i64; 3]; 4] =
    [[0x0a, 0x4a, 0x96], [0x14, 0x61, 0x29], [0x5c, 0x5c, 0x5c], [0x96, 0x3c, 0]];

#[test]
fn words_of_code_have_colours_unless_they_are_off() {
    let sandbox = sandbox();
    sandbox.put("notes/code.md", CODE);
    sandbox.put("bare.md", CODE.replace("```js", "```text"));
    for command in ["sheet", "cards"] {
        let there = colors_of(&sandbox, &format!("{command} notes/code.md"));
        assert!(INKS.iter().all(|ink| there.contains(ink)), "{command}: {there:?}");
        for line in [
            format!("{command} notes/code.md --code-colours off"),
            format!("{command} bare.md"),
        ] {
            let there = colors_of(&sandbox, &line);
            assert!(INKS.iter().all(|ink| !there.contains(ink)), "{line}: {there:?}");
        }
    }
    let grey = colors_of(&sandbox, "sheet notes/code.md --grey");
    assert!(grey.iter().all(|[r, g, b]| r == g && g == b), "{grey:?}");
    for (command, end) in [("epub", "epub"), ("anki", "txt")] {
        let line = format!("{command} notes/code.md -o");
        sandbox.run(&format!("{line} a.{end}")).done(&line);
        sandbox.run(&format!("{line} b.{end} --code-colours off")).done(&line);
        let (on, off) =
            (sandbox.read(&format!("a.{end}")), sandbox.read(&format!("b.{end}")));
        assert!(on != off, "{command}");
        if command == "anki" {
            let has =
                |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("color-mix(");
            assert!(has(&on) && !has(&off));
        }
    }
    sandbox.put(
        "notes/offprint.toml",
        "code-colours = \"off\"\n[theme]\nink = \"#101820\"\n",
    );
    let there = colors_of(&sandbox, "sheet notes/code.md");
    assert!(INKS.iter().all(|ink| !there.contains(ink)), "{there:?}");
    let typed = colors_of(&sandbox, "sheet notes/code.md --code-colours on");
    assert!(INKS.iter().all(|ink| typed.contains(ink)), "{typed:?}");
    assert!(typed.contains(&INK), "{typed:?}");
}

#[test]
fn colours_of_code_can_be_ones_own_if_they_can_be_read() {
    let sandbox = sandbox();
    sandbox.put("notes/code.md", CODE);
    sandbox.put("own.toml", "keyword = \"#7a0000\"");
    let there = colors_of(&sandbox, "sheet notes/code.md --theme own.toml");
    assert!(there.contains(&[0x7a, 0, 0]) && !there.contains(&INKS[0]), "{there:?}");
    sandbox.put("pale.toml", "string = \"#88cc88\"");
    let says = ["pale.toml:1", "strings in #88cc88", "4.5"];
    sandbox.refuses("sheet notes/code.md --theme pale.toml", 1, &says);
    // On a darker tint, the design's own get darker.
    sandbox.put("tint.toml", "code = \"#c8c8c8\"");
    let there = colors_of(&sandbox, "sheet notes/code.md --theme tint.toml");
    assert!(!there.contains(&INKS[2]) && there.contains(&INKS[0]), "{there:?}");
}
