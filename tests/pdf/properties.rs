//! What holds for all pages: every tagged word comes out again, once and in order, whatever
//! is turned, clipped or between.

use std::sync::{Arc, LazyLock};

use crate::support::pages::{Setter, a4, at, size};
use offprint::internals::font::Style;
use offprint::internals::frame::{
    Color, Frame, FrameItem, NodeKind, Page, Pages, Tag, TextRun,
};
use offprint::internals::pdf::{PdfOptions, pdf};
use offprint::internals::units::Em;
use offprint::product::FontSet;
use proptest::prelude::*;

use crate::support::pdf_tree;

static FONTS: LazyLock<FontSet> = LazyLock::new(FontSet::bundled_only);

/// A thing on a page, before it is set.
#[derive(Debug, Clone)]
enum Thing {
    Words { text: String, node: Option<u8>, shift: i64 },
    Rule,
    Group { turn: i32, clip: bool, things: Vec<Thing> },
}

fn thing() -> impl Strategy<Value = Thing> {
    let words = (
        "[a-zA-Z (){}\\\\\u{a0}\u{ad}é→-]{1,12}",
        proptest::option::of(0..4_u8),
        -300..300_i64,
    )
        .prop_map(|(text, node, shift)| Thing::Words { text, node, shift });
    let leaf = prop_oneof![4 => words, 1 => Just(Thing::Rule)];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let turn = prop_oneof![Just(0), Just(90_000), Just(-180_000), any::<i32>()];
        (turn, any::<bool>(), prop::collection::vec(inner, 0..4))
            .prop_map(|(turn, clip, things)| Thing::Group { turn, clip, things })
    })
}

/// Sets things, and collects what the nodes say.
fn set(frame: &mut Frame, things: &[Thing], said: &mut [String; 4]) {
    for (row, thing) in things.iter().enumerate() {
        let place = at(20.0 + row as f64, 20.0 + 15.0 * row as f64);
        match thing {
            Thing::Words { text, node, shift } => {
                let setter = Setter::new(&FONTS, Style::default());
                let face = FONTS.styled(setter.style);
                let tag = node.map(|node| Tag(u32::from(node)));
                let mut run: TextRun = setter.run(face, text, tag);
                if run.glyphs.iter().any(|glyph| glyph.id == 0) {
                    continue;
                }
                run.glyphs[0].dx = Em::thousandths(*shift);
                run.glyphs[0].dy = Em::thousandths(shift / 2);
                if let Some(node) = node {
                    said[usize::from(*node)].push_str(text);
                }
                frame.push(place, FrameItem::Text(run));
            }
            Thing::Rule => {
                let rule = FrameItem::Rect {
                    size: size(30.0, 1.0),
                    fill: Color::rgb(0x12_3456),
                };
                frame.push(place, rule);
            }
            Thing::Group { turn, clip, things } => {
                let mut inner = Frame::new(size(500.0, 500.0));
                set(&mut inner, things, said);
                let (turn, clip) = (*turn, *clip);
                frame.push(
                    place,
                    FrameItem::Group { frame: Arc::new(inner), turn, clip, page: None },
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tagged_words_come_out_once_and_in_order(things in prop::collection::vec(thing(), 1..6)) {
        let mut said = [const { String::new() }; 4];
        let mut pages = Pages::default();
        for _ in 0..4 {
            pages.structure.add(NodeKind::Paragraph, None);
        }
        let mut frame = a4();
        set(&mut frame, &things, &mut said);
        pages.pages.push(Page { frame });
        let bytes = pdf(&pages, &FONTS, &PdfOptions::default()).unwrap();
        // A hard space counts as a space, where the font has one glyph for both.
        let plain = |text: &str| text.replace('\u{a0}', " ");
        let words = pdf_tree::paragraphs(&bytes);
        let expected: Vec<String> =
            said.iter().filter(|text| !text.is_empty()).map(|text| plain(text)).collect();
        let found: Vec<String> = words.iter().map(|text| plain(text)).collect();
        prop_assert_eq!(found, expected);
    }
}
