//! The text for Anki, judged by Anki's own importer: what arrives, and that importing again
//! updates, doubles nothing and keeps schedules.

use std::fs;
use std::path::{Path, PathBuf};

use offprint::document::Document;
use offprint::product::{AnkiOptions, anki_notes};
use offprint::select::{Deck, DeckOptions, Split, Topics};
use serde_json::Value;

use crate::support::{self, guides, validators};

const GUIDE: &str = "\
# My guide

## Basics

### What is a key?

A column, *often* a number: `id < 10 & \"x\"`.

| kind | example |
|---|--:|
| natural | a name |

### What is printed? {#printed}

```js
let a = 1;
\tf(a)
```

<details><summary>Answer</summary>

- one[^n]
- ![a drawing](x.png) and [a link](https://example.org/a?b=c&d=e)

</details>

[^n]: A note.

## The rest

### What has no answer?

### What is a join?

Two tables.
";

fn text(document: &Document, options: DeckOptions) -> String {
    anki_notes(document, &AnkiOptions::new(options)).expect("notes").text
}

fn folder(name: &str) -> PathBuf {
    support::folder(&format!("anki-{name}"))
}

/// A file of the notes of a guide in Markdown.
fn file(folder: &Path, name: &str, markdown: &str) -> PathBuf {
    let document = guides::parse_bytes("guide.md", markdown.as_bytes());
    let path = folder.join(name);
    fs::write(&path, text(&document, DeckOptions::default())).expect("written");
    path
}

/// What Anki has after these steps, if Anki is here.
fn anki(folder: &Path, steps: &[String]) -> Option<Value> {
    let mut command = validators::tool("anki")?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cards/anki/import.py");
    let output =
        command.arg(script).arg(folder.join("collection.anki2")).args(steps).output();
    let output = output.expect("Python starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

fn import(path: &Path) -> String {
    format!("import:{}", path.display())
}

fn note<'a>(state: &'a Value, guid: &str) -> &'a Value {
    let notes = state["notes"].as_array().expect("notes");
    let found: Vec<_> = notes.iter().filter(|note| note["guid"] == guid).collect();
    assert_eq!(found.len(), 1, "{guid} in {notes:#?}");
    found[0]
}

#[test]
fn the_file_reads_as_its_format_says() {
    let document = guides::parse_bytes("guide.md", GUIDE.as_bytes());
    insta::assert_snapshot!(text(&document, DeckOptions::default()));
}

#[test]
fn anki_takes_decks_tags_and_fields_as_they_are() {
    let folder = folder("fields");
    let path = file(&folder, "a.txt", GUIDE);
    let Some(state) = anki(&folder, &[import(&path)]) else { return };
    assert_eq!(state["logs"][0]["new"], 4, "{state:#}");
    let key = note(&state, "my-guide/what-is-a-key");
    assert_eq!(key["type"], "Basic");
    assert_eq!(key["deck"], "My guide::Basics");
    assert_eq!(key["tags"], serde_json::json!(["basics", "question"]));
    assert_eq!(key["front"], "<p><b>Q1</b> What is a key?</p>");
    let back = key["back"].as_str().expect("text");
    assert!(back.contains("<em>often</em>"), "{back}");
    assert!(back.contains("<code>id &lt; 10 &amp; &quot;x&quot;</code>"), "{back}");
    assert!(
        back.contains("<table border=\"1\"") && back.contains(">a name</td>"),
        "{back}"
    );

    let printed = note(&state, "my-guide/printed");
    let (front, back) = (&printed["front"], printed["back"].as_str().expect("text"));
    let front = front.as_str().expect("text");
    assert!(front.contains(";\n    f(a)</code></pre>"), "{front}");
    assert!(
        back.contains("<li>one<sup>1</sup></li>") && back.contains("A note."),
        "{back}"
    );
    assert!(back.contains("a drawing") && !back.contains("<img"), "{back}");
    assert!(back.contains("href=\"https://example.org/a?b=c&amp;d=e\""), "{back}");

    let empty = note(&state, "my-guide/what-has-no-answer");
    assert_eq!(empty["deck"], "My guide::The rest");
    assert_eq!(empty["back"], "<i>The guide has no answer yet.</i>");
}

#[test]
fn importing_again_updates_doubles_nothing_and_keeps_schedules() {
    let folder = folder("again");
    let first = file(&folder, "first.txt", GUIDE);
    let edited = GUIDE
        .replace("Two tables.", "Two tables beside each other.")
        .replace("### What has no", "### What is new?\n\nThis.\n\n### What has no");
    let second = file(&folder, "second.txt", &edited);
    let review = |id: &str| format!("review:my-guide/{id}");
    let steps = [
        import(&first),
        review("what-is-a-join"),
        review("what-is-a-key"),
        import(&second),
        import(&second),
    ];
    let Some(before) = anki(&folder, &steps[..3]) else { return };
    let scheduled = |state: &Value, id: &str| {
        let note = note(state, &format!("my-guide/{id}"));
        ["interval", "due", "queue"].map(|field| note[field].clone())
    };
    assert_eq!(scheduled(&before, "what-is-a-join"), [17, 17, 2].map(Value::from));

    let after = anki(&folder, &steps[3..]).expect("Anki was here before");
    assert_eq!(after["logs"][0]["new"], 1, "{after:#}");
    assert_eq!(after["logs"][1]["new"], 0, "{after:#}");
    assert_eq!(after["notes"].as_array().map(Vec::len), Some(5), "{after:#}");
    for id in ["what-is-a-join", "what-is-a-key", "printed"] {
        assert_eq!(scheduled(&after, id), scheduled(&before, id), "{id}");
    }
    let join = note(&after, "my-guide/what-is-a-join");
    assert_eq!(join["back"], "<p>Two tables beside each other.</p>");
    // Its number moved on, and it is the same note.
    assert_eq!(join["front"], "<p><b>Q5</b> What is a join?</p>");
}

#[test]
fn two_guides_with_questions_of_one_number_do_not_meet() {
    let folder = folder("two");
    let guide =
        |title: &str| format!("# {title}\n\n## A\n\n### Q1: What?\n\nThis is {title}.\n");
    let one = file(&folder, "one.txt", &guide("One"));
    let two = file(&folder, "two.txt", &guide("Two"));
    let Some(state) = anki(&folder, &[import(&one), import(&two)]) else { return };
    assert_eq!(note(&state, "one/q1")["back"], "<p>This is One.</p>");
    assert_eq!(note(&state, "two/q1")["back"], "<p>This is Two.</p>");
}

#[test]
fn real_guides_arrive_whole() {
    for (name, document) in guides::all() {
        if document.questions().next().is_none() {
            continue;
        }
        for split in [Split::Whole, Split::Items] {
            let mut options = DeckOptions::default();
            options.split = split;
            options.topics = Topics::Always;
            let cards = Deck::new(&document, &options).cards.len();
            let folder = folder("real");
            let path = folder.join("a.txt");
            fs::write(&path, text(&document, options)).expect("written");
            let Some(state) = anki(&folder, &[import(&path), import(&path)]) else {
                return;
            };
            let notes = state["notes"].as_array().expect("notes");
            assert_eq!(notes.len(), cards, "{name}");
            assert_eq!(state["logs"][1]["new"], 0, "{name}");
            assert!(notes.iter().all(|note| note["cards"] == 1), "{name}");
        }
    }
}
