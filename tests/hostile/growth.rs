//! Very many of a thing: more than anybody reads is refused at once, and up to there twice
//! as much takes twice as long.

use std::time::Duration;

use super::watched::Watched;
use crate::support::shapes::{self, Shape, WAYS};

#[test]
fn a_million_links_are_refused() {
    let watched = Watched::new();
    watched.put(
        "guide.md",
        format!("## A\n\n### Q1: What?\n\n{}", "[a](b) ".repeat(1_000_000)),
    );
    watched.refuses(
        "all guide.md -d out",
        &["guide.md", "7.1 MB", "at most 5 MB", "cut it up"],
    );
    watched.put("guide.md", "[](#a)".repeat(1_000_000));
    watched.refuses("list guide.md", &["guide.md", "at most 5 MB", "cut it up"]);
}

#[test]
fn more_pieces_than_a_tree_holds_are_refused_where_they_begin() {
    let watched = Watched::new();
    let line = format!("{}\n\n", "[a](b) ".repeat(100));
    watched.put("guide.md", format!("## A\n\n### Q1: What?\n\n{}", line.repeat(4000)));
    watched.refuses("all guide.md -d out", &["guide.md:", "500000 pieces", "cut it up"]);
    watched.put(
        "guide.md",
        format!("## A\n\n### Q1: What?\n\n{}\n", "[a](b) ".repeat(400_000)),
    );
    watched.refuses("list guide.md", &["guide.md:", "500000 pieces"]);
}

/// So much longer four times as much may take: exactly linear would be 4, and 16 is
/// quadratic.
const RATIO: u32 = 8;

/// Below this, the clock and the start of the program say more than the work.
const UNSEEN: Duration = Duration::from_millis(200);

/// Makes one product of all shapes; every one that grows too fast is named.
fn grows_with_the_guide(name: &str) {
    let way = WAYS.iter().find(|way| way.name == name).expect("a way");
    let part = if cfg!(debug_assertions) { way.part * 20 } else { way.part };
    let watched = Watched::new();
    let time = |shape: &Shape, many: usize| {
        watched.put("guide.md", shape.guide(many));
        let run = watched.run(way.line);
        assert!(matches!(run.status, Some(0 | 1)), "{}: {}", shape.name, run.said);
        // What cannot fit is said, and nothing else is a reason to fail.
        // So is a list in forty lists, where little text makes large type.
        let unfit = ["pages were", "page was", "do not fit on the paper"];
        let unfit = unfit.iter().any(|words| run.said.contains(words));
        assert!(run.status == Some(0) || unfit, "{}: {}", shape.name, run.said);
        run.took
    };
    let mut steep = Vec::new();
    for shape in shapes::all() {
        let many = shape.many / part;
        let (few, all) = (time(shape, many / 4), time(shape, many));
        if all > few.max(UNSEEN / 4) * RATIO {
            let name = shape.name;
            steep.push(format!("{name}: {few:?}, and for four times as many {all:?}"));
        }
    }
    assert!(steep.is_empty(), "{}:\n{}", way.line, steep.join("\n"));
}

macro_rules! ways {
    ($($test:ident: $name:literal;)*) => {
        $(#[test]
        fn $test() {
            grows_with_the_guide($name);
        })*

        #[test]
        fn every_way_is_walked() {
            assert_eq!([$($name),*], WAYS.map(|way| way.name));
        }
    };
}

ways! {
    lists: "list";
    answers_in_short: "short";
    sheets: "sheet";
    one_page: "one-page";
    pages: "pages";
    cards: "cards";
    one_card: "one-card";
    decks_for_anki: "anki";
    books: "epub";
}
