//! A document of two pages that has everything in it that a page can have.

use std::sync::Arc;

use offprint::internals::font::{Family, Style, Weight};
use offprint::internals::frame::{
    Bookmark, Color, Dash, Frame, FrameItem, LinkTarget, NodeKind, Page, Pages, Picture,
    Pixels, Tag,
};
use offprint::product::{FontSet, Length};

use super::{Setter, a4, at, size};

/// The pages.
pub fn sample(fonts: &FontSet) -> Pages {
    let mut sample =
        Sample { pages: Pages::default(), text: Setter::new(fonts, Style::default()) };
    let (mut first, mut second) = (a4(), a4());
    sample.prose(&mut first, &mut second);
    sample.lists(&mut first);
    sample.table(&mut first);
    sample.code_and_quote(&mut first);
    sample.figure(&mut first);
    sample.turned(&mut second);
    for (number, frame) in [&mut first, &mut second].into_iter().enumerate() {
        let folio = format!("{} / 2", number + 1);
        sample.text.sized(7.0).put(frame, 290.0, 820.0, &folio, None);
        frame.push(
            at(50.0, 810.0),
            FrameItem::Line {
                to: at(495.0, 0.0),
                thickness: Length::pt(0.5),
                color: Color::rgb(0x88_8888),
                dash: (number == 1)
                    .then(|| Dash { on: Length::pt(2.0), off: Length::pt(3.0) }),
            },
        );
    }
    sample.pages.pages = [first, second].map(|frame| Page { frame }).into();
    let leaf = |title: &str, anchor: &str| Bookmark {
        title: title.to_owned(),
        anchor: anchor.to_owned(),
        children: Vec::new(),
    };
    let children = vec![leaf("Größe", "turned"), leaf("Nowhere", "nowhere")];
    sample.pages.outline =
        vec![Bookmark { children, ..leaf("Office", "top") }, leaf("Turned", "turned")];
    sample.pages
}

struct Sample<'a> {
    pages: Pages,
    text: Setter<'a>,
}

impl<'a> Sample<'a> {
    fn node(&mut self, kind: NodeKind, parent: Option<Tag>) -> Tag {
        self.pages.structure.add(kind, parent)
    }

    fn style(&self, family: Family, weight: Weight, italic: bool) -> Setter<'a> {
        Setter { style: Style { family, weight, italic }, ..self.text }
    }

    fn prose(&mut self, first: &mut Frame, second: &mut Frame) {
        let section = self.node(NodeKind::Section, None);
        let heading = self.node(NodeKind::Heading(1), Some(section));
        first.push(at(50.0, 40.0), FrameItem::Anchor("top".to_owned()));
        let title = self.style(Family::Text, Weight::Bold, false).sized(20.0);
        title.put(first, 50.0, 70.0, "Office & Größe", Some(heading));
        let paragraph = self.node(NodeKind::Paragraph, Some(section));
        let end =
            self.text.put(first, 50.0, 100.0, "Words before ", Some(paragraph)).to_pt();
        let link = self.node(NodeKind::Link, Some(paragraph));
        let blue = Setter { color: Color::rgb(0x1f_4e_9e), ..self.text };
        let after = blue.put(first, end, 100.0, "a link", Some(link)).to_pt();
        Self::link(
            first,
            (end, 91.0, after - end),
            LinkTarget::Uri("https://example.org/a?b=ü".to_owned()),
            Some(link),
        );
        let rest = " and after it a word that is hy\u{ad}";
        self.text.put(first, after, 100.0, rest, Some(paragraph));
        let second_line = "phenated, non-breaking\u{a0}too, e\u{301}x\u{30a} ✅ 👩\u{200d}💻 → ≥ 5 × 3. ";
        self.text.put(first, 50.0, 113.0, second_line, Some(paragraph));
        self.text.put(
            second,
            50.0,
            60.0,
            "It goes on overleaf, with an ",
            Some(paragraph),
        );
        let note = self.node(NodeKind::Note, Some(section));
        self.text.sized(7.0).put(
            second,
            50.0,
            780.0,
            "1 A note at the foot.",
            Some(note),
        );
        let empty = self.node(NodeKind::Paragraph, Some(section));
        let _ = self.node(NodeKind::Link, Some(empty));
        let skipped = self.node(NodeKind::Heading(4), Some(section));
        title.sized(12.0).put(second, 50.0, 90.0, "Two levels skipped", Some(skipped));
    }

    fn link(
        frame: &mut Frame,
        (x, y, width): (f64, f64, f64),
        target: LinkTarget,
        tag: Option<Tag>,
    ) {
        let title = "The example’s site".to_owned();
        frame.push(
            at(x, y),
            FrameItem::Link { size: size(width, 12.0), target, title, tag },
        );
    }

    fn lists(&mut self, frame: &mut Frame) {
        let list = self.node(NodeKind::List, None);
        let mut y = 140.0;
        for (label, words) in [("1.", "First of two"), ("2.", "Second with a list")] {
            let item = self.node(NodeKind::ListItem, Some(list));
            let label_tag = self.node(NodeKind::Label, Some(item));
            let body = self.node(NodeKind::ListBody, Some(item));
            self.text.put(frame, 50.0, y, label, Some(label_tag));
            self.text.put(frame, 64.0, y, words, Some(body));
            y += 13.0;
            if label == "2." {
                let inner = self.node(NodeKind::List, Some(body));
                let item = self.node(NodeKind::ListItem, Some(inner));
                let bullet = self.node(NodeKind::Label, Some(item));
                let body = self.node(NodeKind::ListBody, Some(item));
                self.text.put(frame, 64.0, y, "•", Some(bullet));
                self.text.put(frame, 74.0, y, "a bullet", Some(body));
            }
        }
    }

    fn table(&mut self, frame: &mut Frame) {
        let table = self.node(NodeKind::Table, None);
        let rows = [["Name", "Size", ""], ["one", "1", "x"], ["two", "2", ""]];
        for (r, row) in rows.iter().enumerate() {
            let row_tag = self.node(NodeKind::Row, Some(table));
            let y = 200.0 + 14.0 * r as f64;
            for (c, words) in row.iter().enumerate() {
                let head = r == 0 || c == 0;
                let kind = if head { NodeKind::HeadCell } else { NodeKind::Cell };
                let cell = self.node(kind, Some(row_tag));
                let weight = if head { Weight::SemiBold } else { Weight::Regular };
                let text = self.style(Family::Text, weight, false);
                text.put(frame, 50.0 + 60.0 * c as f64, y, words, Some(cell));
            }
            let rule =
                FrameItem::Rect { size: size(180.0, 0.5), fill: Color::rgb(0xcc_cccc) };
            frame.push(at(50.0, y + 3.0), rule);
        }
    }

    fn code_and_quote(&mut self, frame: &mut Frame) {
        let code = self.node(NodeKind::Code, None);
        let mono = self.style(Family::Code, Weight::Regular, false).sized(9.0);
        let tint =
            FrameItem::Rect { size: size(495.0, 30.0), fill: Color::rgb(0xf4_f4_f4) };
        frame.push(at(50.0, 250.0), tint);
        mono.put(frame, 54.0, 262.0, "fn main() {", Some(code));
        mono.put(frame, 54.0, 274.0, "    println!(\"(->)\");  // \\o/", Some(code));
        let quote = self.node(NodeKind::Quote, None);
        let words = self.node(NodeKind::Paragraph, Some(quote));
        self.pages.structure.set_lang(words, "de");
        let italic = self.style(Family::Text, Weight::Regular, true);
        italic.put(frame, 64.0, 300.0, "Ein Zitat, fein gesetzt.", Some(words));
    }

    fn figure(&mut self, frame: &mut Frame) {
        let figure = self.node(NodeKind::Figure, None);
        self.pages.structure.set_alt(figure, "A gradient from red to blue");
        let mute = self.node(NodeKind::Figure, None);
        let pixels = 0..16 * 8_u32;
        let rgb =
            pixels.clone().flat_map(|n| [(255 - n) as u8, 0, (n * 2) as u8]).collect();
        let alpha = pixels.map(|n| (n * 2) as u8).collect();
        let pixels = Pixels::Rgb(rgb);
        let picture = Picture { width: 16, height: 8, pixels, alpha: Some(alpha) };
        let opaque = Picture { alpha: None, ..picture.clone() };
        self.pages.images = [(0, Arc::new(picture)), (1, Arc::new(opaque))].into();
        for (index, (x, tag)) in [(50.0, figure), (160.0, mute)].into_iter().enumerate() {
            let size = size(100.0, 50.0);
            frame.push(at(x, 320.0), FrameItem::Image { index, size, tag: Some(tag) });
        }
    }

    fn turned(&mut self, frame: &mut Frame) {
        for (turn, x) in [(0, 60.0), (90_000, 300.0), (180_000, 420.0), (12_500, 450.0)] {
            let mut inner = Frame::new(size(100.0, 60.0));
            let paragraph = self.node(NodeKind::Paragraph, None);
            let fill = Color::rgb(0xee_eedd);
            inner.push(at(0.0, 0.0), FrameItem::Rect { size: inner.size, fill });
            let words = format!("Turned by {turn}, and cut off where its frame ends");
            self.text.put(&mut inner, 5.0, 20.0, &words, Some(paragraph));
            if turn == 180_000 {
                inner.push(at(5.0, 10.0), FrameItem::Anchor("turned".to_owned()));
                let tag = self.node(NodeKind::Link, Some(paragraph));
                self.text.put(&mut inner, 5.0, 40.0, "Up", Some(tag));
                Self::link(
                    &mut inner,
                    (5.0, 30.0, 20.0),
                    LinkTarget::Anchor("top".to_owned()),
                    Some(tag),
                );
                Self::link(
                    &mut inner,
                    (80.0, 30.0, 50.0),
                    LinkTarget::Anchor("turned".to_owned()),
                    None,
                );
                Self::link(
                    &mut inner,
                    (5.0, 30.0, 20.0),
                    LinkTarget::Anchor("nowhere".to_owned()),
                    None,
                );
            }
            let inner = Arc::new(inner);
            let group = FrameItem::Group { frame: inner, turn, clip: true, page: None };
            frame.push(at(x, 300.0), group);
        }
    }
}
