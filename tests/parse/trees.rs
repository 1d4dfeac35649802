//! What parsing promises: named cases with golden trees, and what must always hold.

use std::time::{Duration, Instant};

use offprint::document::{Document, Entry};
use offprint::parse::{ParseOptions, Parsed, Source, parse};
use proptest::prelude::*;

use crate::support::guides;
use crate::{dump, words};

fn read(markdown: &str) -> Parsed {
    parse(&[Source::from_text("guide.md", markdown)], &ParseOptions::default())
}

/// The tree and what was said, as one text.
fn golden(parsed: &Parsed) -> String {
    let mut text = dump::document(&parsed.document);
    for one in &parsed.diagnostics {
        let line = one.span.map_or(0, |span| span.line);
        let says = format!("{:?} line {line}: {}\n", one.severity, one.message);
        text.push_str(&says);
    }
    text
}

macro_rules! cases {
    ($($name:ident: $markdown:expr;)*) => {$(
        #[test]
        fn $name() {
            let parsed = read($markdown);
            round_trips(&parsed.document);
            insta::assert_snapshot!(golden(&parsed));
        }
    )*};
}

cases! {
    signs_that_begin_lines: "\
#Guide

##1. Intro
:rocket: Go now.

Para
:star: more

Term
: meaning, `a
:b:`

## # 2. Next

A</br>b

###Deep

#tag

#Two
lines
";

    dollars_of_money: r#"## What do you ask for?

Base **$120k**–**$150k**, or **35$** and *$40* or *$50*.

- to $150k (**senior**), *$160k* (**lead**)
- Set $A, `$B`, and **$C**.
- Now $4, see [the list](https://example.org/$x) there.
- $7 &lt; 8$, but $5 (*net*), $6 (*gross*), 7$.

## How do you quote?

Use $(cmd) and "$@" with care; `echo $$`, then $$ is it; kill $$.

| Variable | Price |
|----------|-------|
| **$HOME** and $PATH | *$5*, 6$ |

See [the cost of $5](https://example.org/cost) or 6$, and <https://example.org/$a/$b>.
"#;
    dollars_of_formulas: r#"## How fast is it?

It costs $5, takes $O(n log n)$, or $`a * b`$ where $a*b*c < d_1$, **$x$**, 设$y$为 and 변수 $z$는.

$$
\sum_{i=1}^n x_i
$$

![](https://latex.codecogs.com/svg.image?x^2)

As ![E](https://render.githubusercontent.com/render/math?math=E%3Dmc%5E2) says; [![f](https://latex.codecogs.com/gif.latex?f&space;&plus;&space;1)](https://www.codecogs.com/eqnedit.php?latex=f) too.

<img src="https://www.zhihu.com/equation?tex=%5Cfrac%7B1%7D%7B2%7D" alt="half">

![no formula](https://latex.codecogs.com/svg.image?\frac{1)
"#;
    emphasis_beside_cjk: "\
# 指南

## 1. 基础

### Q1: 什么是**事务（ACID）**的意思？

**重要提示：**请注意。这是**粗体**文字。

含**「重点」**内容。*斜体（括号）。*继续。~~删除。~~后，**Note:**请，**`code`**と。

- **강조(強調)**는 좋다. *\"인용\"*은 **[링크](https://example.org/a)**에.
- 二 * 三 * 四，\\*「星」\\*な，`**「x」**な`

| **「一」**目 | 二 |
|---|---|
| **三。**四 | *五！*六 |
";

    numbered_headings: "\
# Guide

Before all.

## 1. First things

A word on them.

### Q1: What is it?

**Example:** this one.

---

### Q2: And **that**?

It is.

#### Deeper

More.

## Loose ends

### Reading list

Books.
";
    asking_headings: "\
## What is a pointer?

An address.

### In detail

Bits.

## Why is it?

Because.

## Who knows

Someone.

## Explain the heap

Space.

## How large is it?

Large.
";
    a_guide_of_topics_stays_one: "\
# Topics

## Caches

### Where to put them

Near.

### When to use one?

Often.

## Queues

### Back pressure

Stop.
";
    headings_in_items: "\
1. ### What is a closure

   A function with a past.

   #### Details

   - one

2. ### What is hoisting

Text for want of indentation.

1. alone
2. too

7. ### How does it end

   Well.

### After all

Text.
";
    bold_paragraphs: "\
## Part

**What is bias?** 👶

An error.

**What is variance? 🚀**

Another.

<br/>

**Which is worse?**

**Both** are.
";
    components_of_sites: "\
# Guide

<Listing number=\"4-8\" caption=\"What `first` gives\">

```rust
fn main() {}
```

</Listing>

<Tabs>
<TabItem value=\"a\" label=\"npm\">

Text in a tab.

</TabItem>
</Tabs>

Set <POD_NAME> in <Config>.

<your-code-here>

<p>Replace <Name> by yours.</p>
";
    details_with_summaries: "\
### Basics

<details>
<summary>What is a pod?</summary><br><b>

The smallest unit.

* one
* two
</b></details>

<details>
<summary>Explain the lines below

```yaml
a: 1
```
</summary><br><b>

They set `a`.
</b></details>

<details><summary>Which <code>kubectl</code> verb lists?</summary>get <POD_NAME></details>
";
    code_in_summaries: "\
<details>
<summary>Delete the deployment `dep` with <b>`kubectl`</b></summary><br><b>

Ask `kubectl`.
</b></details>

<details><summary>One ` and ``two ` ticks``</summary>

They <i>stay` as` they</i> are.
</details>
";
    emoji_by_name: "\
# The :key: guide

## :rocket: Start

See [the start](#rocket-start), `:key:`, and :white_check_mark: **:x: none**.
";
    rules_right_after_html: "\
### Q1: Why?

<details><summary><b>Answer</b></summary>
<p>

Because.

</p>
</details>
---

More.

<div>
-- no rule
---

</div>

----

<p>
---
text</p>
";
    details_that_hide_an_answer: "\
#### 1. Output

Guess.

<details><summary><b>Answer</b></summary>
<p>

##### Answer: 4

Because.

</p>
</details>
";
    pairs_in_bold: "\
## Study guide

**Q: Do I need all of it?**

**A: No, you don't**.

It depends:

* on time

## Next

Text.
";
    pairs_in_one_paragraph: "\
**Q:** What is it? **A:** This.

Q: One?
A: Yes.
Q: Two?
A: No.

**Question 7**: Three?

**Answer**: Perhaps.
";
    lead_ins: "\
### Q1: Leads?

**Approach:**
1. **Listen actively** - fully
2. **Document** (one each)
3. **Result**: done
4. Plain: not bold
5. **whole item in bold**

**Key:** one
**Note** – two

**Bold** words in a sentence.

***Tip:*** three
";
    html_becomes_nodes: "\
<p align=\"center\">
  <img src=\"a.png\" alt=\"An A\">
  <br/>
  <i><a href=\"https://example.org\">Source: <b>here</b></a></i>
</p>

<table>
  <tr><th>One</th><th>Two</th></tr>
  <tr><td>1<br>first</td><td>2 &amp; 3</td></tr>
</table>

<ol start=\"3\"><li>three<li>four <ul><li>inner</li></ul></ol>
<dl><dt>Term<dd>Meaning</dl>
<pre><code>let a = 1;
	tab</code></pre>
<blockquote>said</blockquote><h3>Heading</h3>

Press <kbd>Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <del>old</del>, <u>under</u>,
`kubectl get <pod>`, kubectl get <POD_NAME>.
<!-- a comment --><script>alert(1)</script>
";
    mis_nested_html_keeps_its_words: "\
<b>one <i>two</b> three</i> four

<div><p>five <div>six</p> seven</span>

</td> eight <li>nine

text <details> ten

<p>eleven
";
    blocks_of_markdown: "\
> [!WARNING]
> Hot.
>
> > Inner.

- [x] done
- [ ] open

Term
: Meaning

| a | b |
|---|--:|
| 1 | 2 \\| 3 |
| 4 | 5 | 6 |

A note[^n], $x^2$, and ~~gone~~; it costs $5 or $10-$20.

$$
e = mc^2
$$

[^n]: What it says.

***

```rust,ignore
fn main() {
	ok();
}
```
";
    line_ends: "\
one
two  
three\\
four
**five**
six

日本語の
文章です。
**太字**
の後 and
English
";
    links_inside: "\
# Guide

- [One](#one-thing)
- [Two](#two)
- [Über uns](#%C3%BCber-uns)

## One thing

To [two](#two), to [ours](#own), to [nowhere](#nowhere), [again](#nowhere), to
[the anchor](#here), [out](https://example.org), to [the top](#guide).

[Back to top](#guide)

## Two {#own}

<a name=\"here\"></a>

### Über uns

Text.

## Two

[![build](https://img.shields.io/x.svg)](https://example.org)
";
    a_list_of_links_in_the_text_stays: "\
## One

## Two

## Three

See also:

- [One](#one)
- [Two](#two)
- [Three](#three)
";
    an_unclosed_comment_is_warned_of: "\
Shown.

<!-- hidden

Hidden too.
";
    front_matter: "\
---
title: \"Guide: the book\"
subtitle: A line
author: [Ann, Bob]
lang: pt_BR
date: 2026-05-31
identifier: urn:x:1
theme: dark
---
# Guide: the book

Text.
";
    broken_front_matter: "\
---
title: One: two
---

## Section

Text.
";
    front_matter_in_toml: "\
+++
title = 'Guide: the second'
subtitle = \"\"\"In two
  parts\"\"\"
authors = [\"Ada Example\", \"Bo Example\"]
lang = \"pt_BR\"
date = 2026-05-31T10:00:00Z
autor = \"slip\"
[extra]
a = 1
+++
# Guide
Text.
";

    broken_front_matter_in_toml: "\
+++
title = \"Guide\"
author = Ada
+++
# Guide
Text.
";

    a_rule_at_the_beginning_is_no_front_matter: "\
---

Text.

---

More.
";
    numbers_never_clash: "\
## 2. Second

### Q5: Five?

a

### Q5: Five again?

b

## Unnumbered

### Is this one too?

c
";
    several_first_level_headings: "\
# The guide

# 1. Part one

## Q1: What?

a

# 2. Part two

Text.
";
    nothing: "";
}

pub fn round_trips(document: &Document) {
    let json = serde_json::to_string(document).expect("a tree can be written");
    let back: Document = serde_json::from_str(&json).expect("a tree can be read back");
    assert_eq!(&back, document);
}

#[test]
fn joined_sources_make_one_document() {
    let one = "---\ntitle: All\n---\n## 1. A\n\n### Q1: One?\n\na[^1]\n\n[^1]: first\n";
    let two = "# Second guide\n\nIntro.\n\n## 1. B\n\n### Q1: Two?\n\nb[^1] [A](#a)\n\n\
               [^1]: second\n";
    let three = "### Q1: Three?\n\nc [B](two.md#1-b)\n";
    let sources = [("one.md", one), ("x/two.md", two), ("y/three.md", three)];
    let parsed = parse(
        &sources.map(|(name, text)| Source::from_text(name, text)),
        &ParseOptions::default(),
    );
    round_trips(&parsed.document);
    insta::assert_snapshot!(golden(&parsed));
}

#[test]
fn ids_are_unique() {
    let markdown =
        "## Q1\n\n### Q1: Q1?\n\na\n\n#### q1\n\nb\n\n## q1 {#q1}\n\n## 🚀\n\n## 🚀\n";
    let document = read(markdown).document;
    let mut ids: Vec<&str> =
        document.sections.iter().map(|section| &section.id[..]).collect();
    ids.extend(
        document.sections.iter().flat_map(|section| &section.entries).map(Entry::id),
    );
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{ids:?}");
    assert!(ids.iter().all(|id| !id.is_empty()));
}

/// Input that is meant to hurt: deep, long, or never closed.
#[test]
fn hostile_input_takes_bounded_time() {
    let deep = 100_000;
    let long = "word ".repeat(10_000_000);
    for (name, markdown) in [
        ("quotes", format!("{}a", ">".repeat(deep))),
        ("spaced quotes", format!("{}a", "> ".repeat(deep))),
        ("brackets", "[".repeat(deep)),
        ("links", format!("{}a{}", "[".repeat(deep), "](x)".repeat(deep))),
        ("images", "![".repeat(deep)),
        ("stars", "*".repeat(deep)),
        ("strong", format!("{}a{}", "**a ".repeat(deep), " a**".repeat(deep))),
        ("mixed emphasis", "*a_b".repeat(deep)),
        ("bullets", format!("{}a", "- ".repeat(deep))),
        ("numbers", format!("{}a", "1. ".repeat(deep))),
        ("divs", format!("{}a", "<div>".repeat(deep))),
        ("divs on lines", "<div>\n\n".repeat(deep)),
        ("bold html", format!("x {}a", "<b>".repeat(deep))),
        ("details", format!("{}a", "<details>\n\n".repeat(deep))),
        ("lists in html", format!("{}a", "<ul><li>".repeat(deep))),
        ("tables in html", format!("{}a", "<table><tr><td>".repeat(deep))),
        ("quotes in html", format!("{}a", "<blockquote>".repeat(deep))),
        ("unclosed tag", "<a href=\"".repeat(deep)),
        ("less-than signs", "<".repeat(deep)),
        ("dollars", "$a ".repeat(deep)),
        ("backticks", (1..500).map(|n| "`".repeat(n)).collect::<Vec<_>>().join(" ")),
        ("bars", format!("{}\n{}\n", "a|".repeat(deep), "-|".repeat(deep))),
        ("headings", "## Same?\n\n".repeat(deep / 4)),
        ("anchors", "<a name=\"x\"></a>\n\n".repeat(deep / 4)),
        ("questions", "### Q1: a?\n\nb\n\n".repeat(deep / 4)),
        ("footnotes", "[^1]".repeat(deep)),
        ("references", "[a]: b\n".repeat(deep)),
        ("link lists", "- [Same?](#same)\n".repeat(deep / 4)),
        ("pairs", format!("Q: a\n{}", "A: b\nQ: c\n".repeat(deep / 10))),
        ("nested lists", nested_lists(300)),
        ("a line of 50 MB", long),
    ] {
        let begin = Instant::now();
        let parsed = read(&markdown);
        let taken = begin.elapsed();
        println!("{name}: {taken:?} for {} bytes", markdown.len());
        if markdown.len() < 5_000_000 {
            round_trips(&parsed.document);
        }
        // Anything worse than linear takes minutes; a busy machine takes some seconds.
        let seconds = 20 + markdown.len() as u64 / 1_000_000;
        assert!(taken < Duration::from_secs(seconds), "{name} took {taken:?}");
    }
}

fn nested_lists(levels: usize) -> String {
    let lines =
        (0..levels).map(|level| format!("{}- item {level}\n", "  ".repeat(level)));
    lines.collect::<Vec<_>>().concat()
}

#[test]
fn what_is_nested_too_deep_is_kept() {
    let lists = words::of_document(&read(&nested_lists(100)).document);
    assert_eq!(lists.get("item"), Some(&100));
    let quotes = (0..60).map(|n| format!("{}word{n}\n\n", "> ".repeat(n)));
    let quotes = words::of_document(&read(&quotes.collect::<Vec<_>>().concat()).document);
    assert!((0..60).all(|n| quotes.contains_key(&format!("word{n}"))), "{quotes:?}");
}

const SIGNS: [&str; 54] = [
    "# ",
    "## ",
    "### Q1: ",
    "- ",
    "1. ",
    "> ",
    "    ",
    "\n",
    "\n\n",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "[",
    "](#a)",
    "![",
    "$",
    "[^1]",
    "[^1]: ",
    ": ",
    "---\n",
    "?",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<ul>",
    "<li>",
    "</ul>",
    "<pre>",
    "</pre>",
    "<h2>",
    "</h2>",
    "<div>",
    "<br>",
    "<x>",
    "&amp;",
    "Q: ",
    "A: ",
    "→",
    "\t",
    "{#id}",
    "- [x] ",
    "~~",
    "<code>",
];
/// After these, words are rightly hidden: in a comment, beyond a table's last column.
const HIDING: [&str; 5] = ["<!--", "-->", "|", "|---|\n", "<script>"];
const WORDS: [&str; 4] = ["word ", "other", "é", "あ"];

/// Markdown's and HTML's signs in any order, with words between.
fn soup(pieces: Vec<&'static str>) -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![prop::sample::select(pieces), prop::sample::select(&WORDS[..])];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_makes_a_tree_that_round_trips(
        markdown in soup([&SIGNS[..], &HIDING[..]].concat())
    ) {
        round_trips(&read(&markdown).document);
    }

    #[test]
    fn no_word_of_any_text_is_lost(markdown in soup(SIGNS.to_vec())) {
        let source = Source::from_text("x", &*markdown);
        let parsed = parse(std::slice::from_ref(&source), &ParseOptions::default());
        let mut tree = words::document_text(&parsed.document);
        tree.extend(parsed.boilerplate.iter().map(|one| one.text.as_str()));
        let text = words::source_text(&source);
        for word in WORDS {
            let (there, shown) = (text.matches(word.trim()), tree.matches(word.trim()));
            prop_assert!(there.count() <= shown.count(), "{word}\n{}", golden(&parsed));
        }
    }
}

/// A real guide and its tree; nothing where it is not at hand.
fn guide(name: &str) -> Option<(Source, Parsed)> {
    let bytes = guides::bytes_of(name)?;
    let source = Source::from_bytes(name, &bytes).expect("a guide is text");
    let parsed = parse(std::slice::from_ref(&source), &ParseOptions::default());
    Some((source, parsed))
}

const GUIDES: [(&str, usize); 7] = [
    ("interview-guide.md", 31),
    ("javascript-questions.md", 478),
    ("data-science-theory.md", 166),
    ("kubernetes-exercises.md", 341),
    ("redshift-questions.md", 100),
    ("system-design-primer.md", 1),
    ("system-design-primer-ja.md", 1),
];

#[test]
fn all_questions_of_real_guides_are_found() {
    for (name, count) in GUIDES {
        let Some((_, parsed)) = guide(name) else { continue };
        assert_eq!(parsed.document.questions().count(), count, "{name}");
    }
}

#[test]
fn no_word_of_real_guides_is_lost() {
    for (name, _) in GUIDES {
        let Some((source, parsed)) = guide(name) else { continue };
        let lost = words::lost(&source, &parsed);
        assert!(lost.is_empty(), "{name}: {lost:?}");
        let added = words::added(&source, &parsed);
        assert!(added.is_empty(), "{name}: {added:?}");
        round_trips(&parsed.document);
    }
}

#[test]
fn damaged_characters_of_a_real_guide_are_mended_and_good_ones_left() {
    if let Some((source, parsed)) = guide("interview-guide.md") {
        assert!(source.text().contains('→') && !source.text().contains('‚'));
        assert!(source.text().contains('🚀') && source.text().contains('✅'));
        assert_eq!(
            parsed
                .diagnostics
                .iter()
                .filter(|one| one.kind.as_str() == "mojibake")
                .count(),
            1
        );
    }
    for (name, _) in &GUIDES[1..] {
        let Some((source, _)) = guide(name) else { continue };
        assert!(source.findings().is_empty(), "{name}: {:?}", source.findings());
    }
}

#[test]
fn every_footnote_has_a_label_of_its_own() {
    let one = "a[^n]\n\n[^n]: first\n\n[^n]: again\n\n[^n-2]: third\n";
    let two = "b[^n]\n\n[^n]: other[^m]\n\n[^m]: last\n";
    let three = "c[^m]\n\n[^m]: mine\n";
    let sources = [("one.md", one), ("two.md", two), ("three.md", three)];
    let parsed = parse(
        &sources.map(|(name, text)| Source::from_text(name, text)),
        &ParseOptions::default(),
    );
    let notes = parsed.document.footnotes.iter();
    let mut labels: Vec<&str> = notes.map(|note| note.label.as_str()).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["m", "m-3", "n", "n-2", "n-3", "n-4"]);
    assert!(offprint::select::check(parsed.document).is_ok());
    let said: Vec<_> =
        parsed.diagnostics.iter().filter(|one| one.kind.as_str() == "footnote").collect();
    let [again, unread] = said[..] else { panic!("{said:?}") };
    assert_eq!(again.span.map(|span| span.line), Some(5));
    assert!(unread.message.contains("nothing refers to the footnote n-2"), "{unread:?}");
}
