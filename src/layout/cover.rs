//! The cover of a book: the title as large as it can be, and below it a bar for each
//! section, in the colours that the sections have on paper.

use crate::document::Document;
use crate::font::{Style, Weight};
use crate::frame::{Frame, FrameItem};
use crate::text::{Format, Shaped, Shaper, Span, aloud};
use crate::theme::{self, Color, Hue};
use crate::units::{Em, Length, Point, Size};

use super::build::section_hue;
use super::lines::{Align, Line, break_lines};
use super::paint::Pen;

/// How large a cover is, in points; shops and readers ask for 1600 × 2560 pixels.
const EXTENT_PT: (f64, f64) = (1600.0, 2560.0);
/// From the edge to what is printed.
const MARGIN_PT: f64 = 128.0;
/// The band along the upper edge.
const EDGE_PT: f64 = 56.0;
/// The title's size: the largest and the smallest.
const TITLE_PT: (i32, i32) = (250, 64);
/// How far down title and subtitle may reach.
const TITLE_END_PT: f64 = 1130.0;
/// Where the bars may begin.
const BARS_PT: f64 = 1180.0;
/// The height of a section's bar: the largest and the smallest.
const BAR_PT: (f64, f64) = (132.0, 62.0);
/// Where the bars end.
const BARS_END_PT: f64 = 2290.0;
/// The author's name.
const ABOUT_PT: f64 = 56.0;
/// A subtitle is no smaller.
const SUBTITLE_PT: f64 = 52.0;
/// From one baseline of the title to the next.
const TITLE_LEADING: Em = Em::thousandths(1060);
/// From the top of a line of the title to its baseline.
const BASELINE: Em = Em::thousandths(860);
/// From the top of a bar to that of the next, in parts of its height.
const BAR_STEP: Em = Em::thousandths(1160);
/// More lines of a subtitle are no subtitle.
const MOST_BELOW: usize = 4;
/// More pieces of the band are too narrow to be told apart.
const MOST_PIECES: usize = 24;

/// Lays out the cover of a document, one point for each pixel. `title` stands for the
/// document's own, which may be missing.
pub(crate) fn cover(document: &Document, title: &str, shaper: &mut Shaper<'_>) -> Frame {
    let (width, height) = EXTENT_PT;
    let size = Size::new(Length::pt(width), Length::pt(height));
    let mut cover = Cover { shaper, frame: Frame::new(size) };
    let bars = bars(document);
    let meta = &document.meta;
    cover.edge(&bars);
    cover.title(title, meta.subtitle.as_deref().unwrap_or_default());
    cover.bars(&bars);
    let about: Vec<&str> =
        [&meta.author, &meta.date].into_iter().flatten().map(String::as_str).collect();
    let at = Point::new(margin(), size.height - margin());
    cover.line(&about.join(" · "), quiet(), at, Length::pt(ABOUT_PT), measure());
    if cover.shaper.direction().is_rtl() {
        cover.frame.mirror_all();
    }
    cover.frame
}

/// A section's bar.
struct Bar {
    number: String,
    name: String,
    hue: Hue,
}

fn bars(document: &Document) -> Vec<Bar> {
    let sections = document.sections.iter().enumerate();
    let titled = sections.filter(|(_, section)| !section.title.is_empty());
    titled
        .map(|(index, section)| Bar {
            number: section.number_text(),
            name: aloud(&section.title),
            hue: section_hue(section.number, index),
        })
        .collect()
}

struct Cover<'c, 'a> {
    shaper: &'c mut Shaper<'a>,
    frame: Frame,
}

impl<'a> Cover<'_, 'a> {
    /// A band along the upper edge, a piece for each section.
    fn edge(&mut self, bars: &[Bar]) {
        let hues: Vec<Hue> = match bars {
            [] => vec![theme::section_hue(0)],
            bars => bars.iter().take(MOST_PIECES).map(|bar| bar.hue).collect(),
        };
        let (width, count) = (self.frame.size.width, hues.len() as i64);
        for (at, hue) in (0..).zip(&hues) {
            let (left, right) = (width * at / count, width * (at + 1) / count);
            let at = Point::new(left, Length::ZERO);
            self.rect(at, Size::new(right - left, Length::pt(EDGE_PT)), hue.solid);
        }
    }

    /// The title as large as the room above the bars allows, and the subtitle below it.
    fn title(&mut self, title: &str, subtitle: &str) {
        let title = self.shape(title, bold(theme::INK)).into_title();
        let subtitle = self.shape(subtitle, quiet());
        let (largest, smallest) = TITLE_PT;
        let sizes = (smallest..=largest).rev().step_by(2);
        let end = Length::pt(TITLE_END_PT);
        let fitted =
            sizes.map(|pt| Heading::of(&title, &subtitle, Length::pt(pt.into())));
        let fits = |heading: &Heading| {
            heading.size <= Length::pt(smallest.into()) || heading.end() <= end
        };
        let Some(mut heading) = fitted.into_iter().find(fits) else { return };
        // A title that is longer stands in full on the title page.
        while heading.end() > end && heading.title.len() > 1 {
            heading.title.pop();
        }
        let mut y = margin() + Length::pt(EDGE_PT);
        for line in &heading.title {
            self.glyphs(&title, line, y + BASELINE.at(heading.size), heading.size);
            y += TITLE_LEADING.at(heading.size);
        }
        y += heading.below / 2;
        for line in &heading.subtitle {
            self.glyphs(&subtitle, line, y + BASELINE.at(heading.below), heading.below);
            y += TITLE_LEADING.at(heading.below);
        }
    }

    /// As many bars as are legible; how many more there are is said below them.
    fn bars(&mut self, bars: &[Bar]) {
        let (largest, smallest) = (Length::pt(BAR_PT.0), Length::pt(BAR_PT.1));
        let end = Length::pt(BARS_END_PT);
        let room = end - Length::pt(BARS_PT);
        let most = room.steps_down(BAR_STEP.at(smallest)) as usize;
        let shown = if bars.len() > most { most - 1 } else { bars.len() };
        let rows = (shown + usize::from(shown < bars.len())).max(1) as i64;
        let height = (room / rows).fraction(1000, 1160).min(largest);
        let mut y = end - BAR_STEP.at(height) * rows;
        for bar in &bars[..shown] {
            self.bar(bar, y, height);
            y += BAR_STEP.at(height);
        }
        if shown < bars.len() {
            let at = Point::new(margin(), y + height.fraction(7, 10));
            let more = format!("+ {}", bars.len() - shown);
            self.line(&more, quiet(), at, height / 2, measure());
        }
    }

    fn bar(&mut self, bar: &Bar, y: Length, height: Length) {
        let (tag, gap) = (height.fraction(115, 100), height.fraction(35, 100));
        let at = Point::new(margin(), y);
        self.rect(at, Size::new(measure(), height), bar.hue.bar);
        self.rect(at, Size::new(tag, height), bar.hue.solid);
        let size = height.fraction(52, 100);
        let baseline = y + height.fraction(68, 100);
        let number = bold(bar.hue.on_solid);
        let width = self.shape(&bar.number, number).width().at(size);
        let at = Point::new(margin() + (tag - width) / 2, baseline);
        self.line(&bar.number, number, at, size, tag);
        let at = Point::new(margin() + tag + gap, baseline);
        self.line(&bar.name, bold(theme::INK), at, size, measure() - tag - gap * 2);
    }

    fn shape(&mut self, words: &str, format: Format) -> Shaped {
        self.shaper.shape(&[Span { text: words.to_owned(), format }])
    }

    fn pen(&self, size: Length) -> Pen<'a> {
        let (fonts, mirrored) = (self.shaper.fonts(), self.shaper.direction().is_rtl());
        Pen { fonts, links: &[], size, color: None, furniture: true, mirrored }
    }

    /// Words on one line of a size, cut short where the room does not hold all.
    fn line(
        &mut self,
        words: &str,
        format: Format,
        at: Point,
        size: Length,
        room: Length,
    ) {
        let text = self.shape(words, format);
        if !text.is_empty() {
            self.pen(size).shortened(&text, room.in_em(size), at, &mut self.frame);
        }
    }

    fn glyphs(&mut self, text: &Shaped, line: &Line, y: Length, size: Length) {
        self.pen(size).glyphs(text, line, Point::new(margin(), y), &mut self.frame);
    }

    fn rect(&mut self, at: Point, size: Size, fill: Color) {
        self.frame.push(at, FrameItem::Rect { size, fill });
    }
}

/// Title and subtitle in lines.
struct Heading {
    size: Length,
    title: Vec<Line>,
    /// The subtitle's size.
    below: Length,
    subtitle: Vec<Line>,
}

impl Heading {
    fn of(title: &Shaped, subtitle: &Shaped, size: Length) -> Self {
        let below = size.fraction(42, 100).max(Length::pt(SUBTITLE_PT));
        let lines = |text: &Shaped, size: Length| {
            if text.is_empty() {
                return Vec::new();
            }
            break_lines(text, measure().in_em(size), Align::Balanced)
        };
        let mut subtitle = lines(subtitle, below);
        subtitle.truncate(MOST_BELOW);
        Self { size, title: lines(title, size), below, subtitle }
    }

    /// Where the last line ends.
    fn end(&self) -> Length {
        let title = TITLE_LEADING.at(self.size) * self.title.len() as i64;
        let subtitle = TITLE_LEADING.at(self.below) * self.subtitle.len() as i64;
        margin() + Length::pt(EDGE_PT) + title + self.below / 2 + subtitle
    }
}

fn margin() -> Length {
    Length::pt(MARGIN_PT)
}

fn measure() -> Length {
    Length::pt(EXTENT_PT.0) - margin() * 2
}

fn bold(color: Color) -> Format {
    let style = Style { weight: Weight::Bold, ..Style::default() };
    Format { style, color, ..Format::default() }
}

fn quiet() -> Format {
    Format { color: theme::QUIET, ..Format::default() }
}
