//! Names that stay: a question keeps its id whatever questions are added around it.

use offprint::document::Document;

use crate::support::guides;

fn parse(markdown: &str) -> Document {
    guides::parse_bytes("guide.md", markdown.as_bytes())
}

fn ids(document: &Document) -> Vec<&str> {
    document.questions().map(|question| question.id.as_str()).collect()
}

/// One guide in the style `question` writes, once with a question more in the middle.
#[track_caller]
fn holds(question: impl Fn(usize, &str) -> String, expected: [&str; 3]) {
    let titles = ["What is a key?", "What is an index?", "What is a join?"];
    let write = |titles: &[&str]| {
        let questions =
            titles.iter().enumerate().map(|(n, title)| question(n + 1, title));
        format!("# Guide\n\n## Basics\n\n{}", questions.collect::<String>())
    };
    let before = parse(&write(&titles));
    assert_eq!(ids(&before), expected);
    let [first, second, third] = titles;
    let after = parse(&write(&[first, "What is a view?", second, third]));
    let mut kept = ids(&after);
    assert_eq!(kept.len(), 4);
    kept.remove(1);
    assert_eq!(kept, expected);
}

const TITLED: [&str; 3] = ["what-is-a-key", "what-is-an-index", "what-is-a-join"];

#[test]
fn titles_name_questions_without_numbers() {
    holds(|_, title| format!("### {title}\n\nText.\n\n"), TITLED);
    holds(|_, title| format!("**{title}**\n\nText.\n\n"), TITLED);
    holds(|_, title| format!("**Q:** {title}\n\n**A:** Text.\n\n"), TITLED);
    holds(
        |_, title| {
            format!("<details><summary>{title}</summary>\n\nText.\n\n</details>\n\n")
        },
        TITLED,
    );
}

#[test]
fn a_place_in_a_list_is_no_name() {
    holds(|number, title| format!("### {number}. {title}\n\nText.\n\n"), TITLED);
    holds(|number, title| format!("{number}. ### {title}\n\n   Text.\n\n"), TITLED);
}

#[test]
fn a_number_of_its_own_or_an_id_names_a_question() {
    let number = |n: usize, title: &str| match title {
        "What is a view?" => 99,
        "What is a join?" => 3,
        _ if n == 1 => 1,
        _ => 2,
    };
    holds(
        |n, title| format!("### Q{}: {title}\n\nText.\n\n", number(n, title)),
        ["q1", "q2", "q3"],
    );
    holds(
        |n, title| {
            format!("### Q{n}: {title} {{#own-{}}}\n\nText.\n\n", number(n, title))
        },
        ["own-1", "own-2", "own-3"],
    );
}

#[test]
fn sections_topics_and_headings_of_the_same_words_take_nothing_away() {
    let question = "### What is sharding?\n\nText.\n\n### What is a key?\n\nText.\n";
    let alone = parse(&format!("# G\n\n## One\n\n{question}"));
    let crowded = parse(&format!(
        "# G\n\n## What is sharding\n\n### Why is it?\n\n#### What is a key?\n\n\
         Text.\n\n## Two\n\n{question}"
    ));
    assert_eq!(ids(&alone), ["what-is-sharding", "what-is-a-key"]);
    assert_eq!(ids(&crowded), ["why-is-it", "what-is-sharding", "what-is-a-key"]);
}

#[test]
fn questions_of_one_title_go_by_their_sections() {
    let section = |name: &str| format!("## {name}\n\n### What is it?\n\nText.\n\n");
    let more = "### What is more?\n\nText.\n\n";
    let two = parse(&format!("# G\n\n{}{more}{}", section("One"), section("Two")));
    assert_eq!(ids(&two), ["what-is-it", "what-is-more", "what-is-it-two"]);
    let three = ["One", "Between", "Two"].map(section).concat();
    let three = parse(&format!("# G\n\n{three}{more}"));
    let expected = ["what-is-it", "what-is-it-between", "what-is-it-two", "what-is-more"];
    assert_eq!(ids(&three), expected);
}
