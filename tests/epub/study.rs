//! What the book does for a reader who studies: answers out of sight and a tap away, a list
//! of all questions, a review of each section.

use offprint::document::{Block, Document, Entry, Question};

use crate::support::guides;
use crate::{essence, hidden, read, sample};

/// The spine's files in reading order, without their folder.
fn spine(files: &[read::File]) -> Vec<String> {
    let package = read::elements(&read::file(files, "content.opf").text);
    let named = |id: &str| {
        let item = package.iter().find(|e| e.name == "item" && e.get("id") == Some(id));
        item.and_then(|item| item.get("href")).expect("a file").to_owned()
    };
    let refs = package.iter().filter(|e| e.name == "itemref");
    refs.map(|e| named(e.get("idref").expect("an id"))).collect()
}

/// A question's link to its answer, and the answer's way back, each as file and id.
struct Pair {
    from: (usize, String),
    to: (usize, String),
    back: (usize, String),
}

/// All of them, in the order of the links; files by their places in the spine.
fn pairs(files: &[read::File]) -> Vec<Pair> {
    let spine = spine(files);
    let split = |href: &str| {
        let (file, id) = href.split_once('#').expect("a file and an id");
        (spine.iter().position(|name| name == file).expect("in the spine"), id.to_owned())
    };
    let mut pairs = Vec::new();
    for (at, name) in spine.iter().enumerate() {
        let mut question = String::new();
        for element in read::elements(&read::file(files, name).text) {
            if element.get("class") == Some("question") {
                element.get("id").expect("an id").clone_into(&mut question);
            }
            let href = element.get("href").unwrap_or_default();
            if element.get("epub:type") == Some("noteref") && href.contains("#_answer-") {
                let to = split(href);
                let back = split(&way_back(read::file(files, &spine[to.0]), &to.1));
                pairs.push(Pair { from: (at, question.clone()), to, back });
            }
        }
    }
    pairs
}

/// The first link in an answer.
fn way_back(file: &read::File, answer: &str) -> String {
    let elements = read::elements(&file.text);
    let found = elements.iter().skip_while(|e| e.get("id") != Some(answer));
    let mut links = found.filter(|e| e.get("role") == Some("doc-backlink"));
    links.next().and_then(|link| link.get("href")).expect("a way back").to_owned()
}

fn check_pairs(document: &Document) {
    let files = read::files(&hidden(document));
    let spine = spine(&files);
    let pairs = pairs(&files);
    let questions: Vec<&Question> = document.questions().collect();
    assert_eq!(pairs.len(), questions.len());
    for (pair, question) in pairs.iter().zip(questions) {
        assert_eq!(pair.back, pair.from, "the way back from {:?}", pair.to);
        assert!(pair.to.0 > pair.from.0, "{:?} comes before its question", pair.to);
        let there = &read::file(&files, &spine[pair.to.0]).text;
        let answer: String = question.reply().iter().map(Block::plain_text).collect();
        assert_eq!(essence(&read::text_of(there, &pair.to.1)), essence(&answer));
        let here = &read::file(&files, &spine[pair.from.0]).text;
        let asked = read::text_of(here, &pair.from.1);
        let mut title = offprint::document::plain_text(&question.title);
        title.extend(question.prompt().iter().map(Block::plain_text));
        assert_eq!(
            essence(&asked),
            essence(&title),
            "more than the question stands there"
        );
    }
}

#[test]
fn what_belongs_to_a_question_stays_with_it() {
    let guide = "## 1. S\n\n### Q1: What prints?\n\n```js\nf(1)\n```\n\n\
        <details><summary>Answer</summary>\n\nOne.\n\n</details>\n";
    let document = guides::parse_bytes("guide.md", guide.as_bytes());
    let question = document.questions().next().expect("a question");
    assert_eq!(question.prompt().len(), 1, "code before folded text asks");
    check_pairs(&document);
}

#[test]
fn every_question_leads_to_its_answer_and_back() {
    let embedded = guides::embedded();
    assert_eq!(embedded.questions().count(), 31);
    check_pairs(&embedded);
    check_pairs(&sample::everything());
    let mut long = sample::long();
    long.sections[0].entries.truncate(180);
    check_pairs(&long);
    sample::hostile().iter().for_each(check_pairs);
}

#[test]
fn hidden_answers_read_like_this() {
    let files = read::files(&hidden(&sample::everything()));
    for name in ["section-2.xhtml", "answers-2.xhtml", "review-1.xhtml"] {
        insta::assert_snapshot!(format!("hidden-{name}"), read::file(&files, name).text);
    }
}

#[test]
fn a_review_holds_the_key_lines_and_nothing_else() {
    let document = sample::everything();
    let files = read::files(&hidden(&document));
    let review = &read::file(&files, "review-1.xhtml").text;
    assert!(review.contains("a promise that no older event will come."), "{review}");
    assert!(review.contains("href=\"section-1.xhtml#q1\""), "{review}");
    assert!(!review.contains("a lift"), "{review}");
    assert!(!files.iter().any(|file| file.name.ends_with("review-3.xhtml")));
    let nav = &read::file(&files, "nav.xhtml").text;
    assert!(nav.contains("href=\"review-1.xhtml\""), "{nav}");
}

const LONG: &str = "A watermark is a promise that no older event will come. It is made by \
    the source of a stream, or guessed from what came so far. What comes later is late, and \
    is thrown away, or mends a result that was given out already. ";

/// A section with questions that have these answers.
fn asked(answers: &[&str]) -> Document {
    let asked = |(at, answer): (usize, &&str)| {
        format!("### Q{}: What is a watermark?\n\n{answer}\n\n", at + 1)
    };
    let questions: String = answers.iter().enumerate().map(asked).collect();
    let guide = format!("# Streams\n\n## 1. Time\n\n{questions}");
    guides::parse_bytes("guide.md", guide.as_bytes())
}

#[test]
fn a_review_has_answers_in_short_that_lead_to_the_whole_ones() {
    let key = format!("{LONG}\n\n**Key:** late is not lost.");
    let document = asked(&[LONG, "A promise.", LONG, &key]);
    for (book, target) in [
        (crate::book(&document), "section-1.xhtml#q"),
        (hidden(&document), "answers-1.xhtml#_answer-q"),
    ] {
        let files = read::files(&book);
        let review = &read::file(&files, "review-1.xhtml").text;
        let elements = read::elements(review);
        let is_way = |e: &&read::Element| {
            e.get("aria-label").is_some_and(|label| label.starts_with("Whole answer, Q"))
        };
        let ways: Vec<_> =
            elements.iter().filter(is_way).map(|e| e.get("href")).collect();
        assert_eq!(ways, [Some(&*format!("{target}1")), Some(&*format!("{target}3"))]);
        let shown = read::text_of(&review.replace("<body", "<body id=\"b\""), "b");
        let short = LONG.split_inclusive(". ").filter(|one| shown.contains(one.trim()));
        let short: usize = short.map(|one| one.split_whitespace().count()).sum();
        assert!(short > 8 && short <= 25, "{short}: {shown}");
        assert!(review.contains("A promise.") && review.contains("late is not lost."));
        assert_eq!(review.matches("<h2>").count(), 4);
    }
}

#[test]
fn a_section_of_short_answers_has_no_review() {
    for answers in [&["A promise."; 4][..], &[LONG, "A promise."]] {
        let files = read::files(&crate::book(&asked(answers)));
        assert!(!files.iter().any(|file| file.name.contains("review")));
    }
}

#[test]
fn ten_thousand_questions_are_files_that_open_fast() {
    let Entry::Question(question) = &sample::long().sections[0].entries[0].clone() else {
        panic!()
    };
    let entries = (1..=10_000).map(|number| {
        Entry::Question(Question { number, id: format!("q{number}"), ..question.clone() })
    });
    let mut document = sample::long();
    document.sections[0].entries = entries.collect();
    for book in [crate::book(&document), hidden(&document)] {
        for file in read::files(&book) {
            // The package document has a line a file; readers do not show it.
            assert!(file.text.len() < 300_000, "{}: {}", file.name, file.text.len());
        }
    }
}
