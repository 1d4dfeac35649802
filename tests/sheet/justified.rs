//! What a sheet with justified paragraphs promises: no holes, and gaps that stay wider than
//! spaces.

use std::collections::BTreeMap;

use offprint::internals::frame::{FrameItem, TextRun};
use offprint::internals::layout::{SheetLayout, lay_out, sheet_flow};
use offprint::internals::text::Shaper;
use offprint::internals::units::Em;
use offprint::product::{FontSet, Length, Paper, Pictures, Point};

use crate::support::guides;

/// The widths of the glyphs that say `c` in a run, as they stand, and as the face has them; without
/// the spaces at its end, which may hang out.
fn widths(run: &TextRun, c: char, fonts: &FontSet) -> Vec<(Em, Em)> {
    let face = fonts.face(run.face);
    let shown = run.text.trim_end_matches(' ').len();
    let own = run.glyphs.iter().filter(|glyph| {
        let at = glyph.cluster as usize;
        at < shown && run.text[at..].starts_with(c)
    });
    own.map(|glyph| (glyph.advance, face.em(face.advance(glyph.id)))).collect()
}

#[test]
fn no_space_is_a_hole_and_a_gap_behind_a_name_is_wider() {
    let fonts = FontSet::bundled();
    let (mut stretched, mut gaps) = (0, 0);
    for (name, document) in guides::all().into_iter().take(4) {
        for columns in [3, 4, 5] {
            let layout = SheetLayout {
                paper: Paper::a4().landscape(),
                columns: Some(columns),
                x_height: (Length::mm(1.4), Length::mm(1.4)),
                justify: true,
                head_size: Length::pt(10.5),
                facing: false,
                title: "Guide".to_owned(),
                subtitle: String::new(),
            };
            let mut shaper = Shaper::new(&fonts, &document.meta.language);
            let flow = sheet_flow(&document, &Pictures::default(), &mut shaper, false);
            let pages =
                lay_out(flow, &fonts, &mut shaper, &layout).expect("it fits").pages;
            for page in &pages.pages {
                // By line: the widest space, and the gap behind a name.
                let mut lines: BTreeMap<(i64, i64), (Em, Em)> = BTreeMap::new();
                let column = page.frame.size.width.scaled() / columns as i64;
                let texts = page.frame.items.iter().filter_map(|(at, item)| match item {
                    FrameItem::Text(run) => Some((*at, run)),
                    _ => None,
                });
                for (Point { x, y }, run) in texts {
                    for (width, natural) in widths(run, ' ', &fonts) {
                        let most = natural.scaled() * 181 / 100;
                        assert!(width.scaled() <= most, "{name}: {:?}", run.text);
                        stretched += i32::from(width > natural);
                        // Blanks of programs are as wide as letters.
                        if natural < Em::thousandths(300) {
                            let line = (x.scaled() / column, y.scaled());
                            let widest = &mut lines.entry(line).or_default().0;
                            *widest = width.max(*widest);
                        }
                    }
                    for (width, _) in widths(run, '\u{2002}', &fonts) {
                        let line = (x.scaled() / column, y.scaled());
                        lines.entry(line).or_default().1 = width;
                    }
                }
                for (space, gap) in lines.into_values().filter(|(_, gap)| *gap > Em::ZERO)
                {
                    gaps += 1;
                    assert!(gap.scaled() * 10 >= space.scaled() * 13, "{name}: {gap:?}");
                }
            }
        }
    }
    assert!(stretched > 500 && gaps > 20, "{stretched} spaces, {gaps} gaps");
}
