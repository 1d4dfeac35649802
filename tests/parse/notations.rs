//! Notations of note programs and site generators: none is printed raw, and what only looks
//! like one is printed as written.

use std::fmt::Write as _;

use offprint::parse::{ParseOptions, Parsed, Source, parse};

use crate::dump;

fn read(texts: &[(&str, &str)]) -> Parsed {
    let sources: Vec<Source> =
        texts.iter().map(|(name, text)| Source::from_text(*name, *text)).collect();
    parse(&sources, &ParseOptions::default())
}

/// What becomes of an answer: its blocks, the notes, and what was said, each with its line. The
/// answer begins in line 5.
pub fn answered(text: &str) -> String {
    let parsed =
        read(&[("a.md", &format!("# Guide\n\n### Q1: What is it?\n\n{text}\n"))]);
    let all = dump::document(&parsed.document);
    let shown = all.lines().skip_while(|line| !line.contains("question 1 ")).skip(1);
    let mut out: String = shown.fold(String::new(), |out, line| out + line.trim() + "\n");
    for one in &parsed.diagnostics {
        let line = one.span.map_or(0, |span| span.line);
        let _ = writeln!(out, "{line}: {}", one.message);
    }
    out
}

/// Checks what becomes of several answers.
#[track_caller]
pub fn are(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = answered(text);
            let same = found.trim() == expected.trim();
            (!same).then(|| format!("{text}\nexpected\n{expected}\nfound\n{found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n---\n"));
}

#[test]
fn callouts_have_their_titles() {
    are(&[
        ("> [!tip] Mind *this*\n> Words.", "quote Tip\np *Mind _this_*\np Words."),
        ("> [!NOTE]\n> Words.", "quote Note\np Words."),
        ("> [!info]+\n> Words.", "quote Note\np Words."),
        ("> [!abstract]\n> Words.", "quote\np *Abstract*\np Words."),
        ("> [!my-type|right] Title", "quote\np *Title*"),
        ("> [!quote]\n> Words.", "quote\np Words."),
        ("> [!提示] 标题\n> 内容", "quote\np *标题*\np 内容"),
        (
            "> [!danger]- Stop\n> - one\n> - two",
            "quote Caution\np *Stop*\nlist\nitem\np one\nitem\np two",
        ),
        (
            "> [!note] A\n> > [!warning] B\n> > Words.",
            "quote Note\np *A*\nquote Warning\np *B*\np Words.",
        ),
        ("> \\[!note] Words.", "quote\np [!note] Words."),
        ("> [!a, b] Words.", "quote\np [!a, b] Words."),
        ("> [!n]ot Words.", "quote\np [!n]ot Words."),
    ]);
}

#[test]
fn callouts_that_ask_are_questions() {
    let text = "> [!question] What is a lock?\n> A gate.\n\n> [!faq]- Why `two`?\n> > Both.\n\n\
                > [!note]- How many?\n> Three.\n";
    let parsed = read(&[("a.md", text)]);
    let titles: Vec<String> =
        parsed.document.questions().map(|one| dump::inlines(&one.title)).collect();
    assert_eq!(titles, ["What is a lock?", "Why `two`?", "How many?"]);
    are(&[(
        "Try.\n\n> [!success]- Answer\n> Three.",
        "p Try.\np [Plain Answer]\np Three.",
    )]);
}

#[test]
fn highlights_are_bold_and_comparisons_are_not() {
    are(&[
        ("A ==marked== word, (==so==).", "p A *marked* word, (*so*)."),
        ("==two\nlines==", "p *two lines*"),
        ("==**bold** and `code`==", "p **bold* and `code`*"),
        ("中文==高亮==文字", "p 中文*高亮*文字"),
    ]);
    for plain in [
        "So a == b and c == d.",
        "So a==b and c==d.",
        "Rows ==== and ===three===.",
        "A ==mark that goes on",
        "Empty ==== here.",
        "Match == at == ends.",
    ] {
        are(&[(plain, &format!("p {plain}"))]);
    }
    are(&[
        ("\\==not== `==code==`", "p ==not== `==code==`"),
        ("```\n==a== [[b]] %%c%%\n```", "code -\n|==a== [[b]] %%c%%"),
    ]);
}

#[test]
fn comments_are_left_out_and_counted() {
    let one = "5: 1 comment left out";
    are(&[
        ("%\n\n%é\n\n%", "p %\np %é\np %"),
        ("One %%hidden%% word.", &format!("p One word.\n{one}")),
        ("One %%hidden *there*\nagain%%.", &format!("p One.\n{one}")),
        ("%%a%% One %% b %%.", "p One.\n5: 2 comments left out"),
        ("中文 %%注释%%。", &format!("p 中文。\n{one}")),
    ]);
    for plain in [
        "Batch has %%i and %%j in it.",
        "It is 100%% or 50%% here.",
        "Cells begin with %%time or %%bash there.",
        "A %% alone.",
    ] {
        are(&[(plain, &format!("p {plain}"))]);
    }
}

#[test]
fn links_between_notes_find_what_is_printed() {
    let text = "# One\n\nSee [[Two]], [[two.md|it]], [[Two#Second part]], [[#Here]] and [[#^id|block]].\n\n\
                ## Here\n\nWords. ^id\n";
    let second = "# Two\n\nText.\n\n## Second part\n\nMore.\n";
    let parsed = read(&[("v/One.md", text), ("v/Two.md", second), ("v/two.md", second)]);
    let all = dump::document(&parsed.document);
    for link in
        ["[Two](#", "[it](#", "[Two > Second part](#", "[Here](#here)", "[block](#here"]
    {
        assert!(all.contains(link), "{link}\n{all}");
    }
    assert!(!all.contains("^id") && !all.contains("[["), "{all}");
    let files =
        "5: a link leads to another file (`Other%20note.md`); its words are printed";
    are(&[
        (
            "See [[Other note]].",
            &format!("p See [Other note](Other%20note.md).\n{files}"),
        ),
        (
            "| a | b |\n|---|---|\n| [[#Q1 What is it?\\|x]] | y |",
            "table Start Start\nhead a | b\nrow [x](#q1) | y",
        ),
        ("Words ^a1b2c3", "p Words"),
        ("- one\n- two\n\n^list-1", "list\nitem\np one\nitem\np two"),
    ]);
    for plain in [
        "Take [[1, 2], [3, 4]] or m[[0]] or [[ -f file ]].",
        "A [[ or ]] alone, [[]] too.",
        "It is x ^2 or 10 ^23",
    ] {
        are(&[(plain, &format!("p {plain}"))]);
    }
    are(&[
        ("\\[[not]]", "p [[not]]"),
        ("[[1]](https://example.org)", "p [[1]](https://example.org)"),
        ("[[a]](https://example.org) b", "p [[a]](https://example.org) b"),
    ]);
}

#[test]
fn embeds_are_pictures_or_names() {
    are(&[
        ("![[a b.png]]", "p ![](a b.png)"),
        ("![[x/a.svg|A wheel|200]]", "p ![A wheel](x/a.svg Pixels(200))"),
        ("![[a.png]]![[{B-1}.png]]", "p ![](a.png)![]({B-1}.png)"),
        ("![[a.png|200x100]]", "p ![](a.png Pixels(200))"),
        ("![A wheel|60](a.png)", "p ![A wheel](a.png Pixels(60))"),
        ("![A wheel](a.png){width=50%}", "p ![A wheel](a.png Percent(50))"),
        (
            "<img src=\"a.png\" width=\"60\" alt=\"small\">",
            "p ![small](a.png Pixels(60))",
        ),
        ("![a|b](a.png)", "p ![a|b](a.png)"),
        ("See ![[a.mp3]] there.", "p See there.\n5: a recording is left out"),
    ]);
    let both = answered("![[Other]] and ![[Other#Part]]");
    assert!(both.contains("2 embedded notes are printed as their names alone"), "{both}");
    assert!(both.contains("[Other > Part](Other.md#Part)"), "{both}");
}

#[test]
fn tags_and_queries_are_left_out() {
    are(&[
        ("#locks #threads/basic\n\nText.", "p Text.\n5: 1 line of tags left out"),
        ("Of #locks here.", "p Of #locks here."),
        ("#12 #13", "p #12 #13"),
        (
            "```dataview\nLIST\n```\n\nText.",
            "p Text.\n5: a query of the note program is left out",
        ),
        ("```math\nx^2\n```", "p $$x^2$"),
    ]);
}

#[test]
fn raised_and_lowered_text_is_told_from_powers() {
    are(&[
        ("H~2~O and x^2^, 1^st^.", "p H_{2}O and x^{2}, 1^{st}."),
        ("CO~2~ and f(x)^-1^ too", "p CO_{2} and f(x)^{-1} too"),
        ("2^10 and 2^20, a ^ b ^ c", "p 2^10 and 2^20, a ^ b ^ c"),
        ("See ~/a and ~/b, or a~b.", "p See ~/a and ~/b, or a~b."),
        ("No ~struck~ words ~~so~~.", "p No ~struck~ words ~so~."),
    ]);
}

#[test]
fn notes_in_place_are_footnotes() {
    are(&[
        (
            "A word.^[With *a* [b] note.] On.",
            "p A word.[^^1] On.\nfootnote ^1\np With _a_ [b] note.",
        ),
        ("Match ^[a-z]+$ or x^[0-9] there.", "p Match ^[a-z]+$ or x^[0-9] there."),
        ("A^[note that goes on", "p A^[note that goes on"),
    ]);
}

#[test]
fn attributes_in_braces_are_left_out() {
    let one = "5: 1 group of attributes in braces left out";
    are(&[
        (
            "[x](https://example.org){target=_blank} y",
            &format!("p [x](https://example.org) y\n{one}"),
        ),
        ("`c`{.python}", &format!("p `c`\n{one}")),
        (
            "Some [small words]{.smallcaps} here.",
            &format!("p Some small words here.\n{one}"),
        ),
        ("Set {a: 1} and `f`{x} and {:ok, y}.", "p Set {a: 1} and `f`{x} and {:ok, y}."),
    ]);
}
