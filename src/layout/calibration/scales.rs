//! Crosses, scales and rulers: furniture, exact to the thousandth of a point.

use crate::frame::{Color, Frame, FrameItem};
use crate::layout::paint::Pen;
use crate::text::{Format, Shaper, Span};
use crate::units::{Length, Point};

use super::places::{Places, RULER_MM};

/// How far a printer may be off to be on the scale, in whole millimetres and degrees.
const MOST_MM: i64 = 8;
const MOST_DEGREES: i64 = 4;
/// From the middle of a cross to the ends of its arms: they reach beyond the scales.
const ARM_MM: f64 = 11.0;

/// Thicknesses in points: nothing is thinner than what every printer shows.
const BOLD_PT: f64 = 0.6;
const PLAIN_PT: f64 = 0.4;
const FINE_PT: f64 = 0.25;
const BLACK: Color = Color::BLACK;
const GREY: Color = Color::rgb(0x90_9090);

/// Figures at scales, and the letters of crosses.
const FIGURE_PT: f64 = 5.5;
const LETTER_PT: f64 = 11.0;
/// Figures on a scale stand at least so far apart.
const APART_MM: f64 = 2.2;

/// The front: crosses, and a ruler.
pub(super) fn front(places: &Places, shaper: &mut Shaper<'_>, frame: &mut Frame) {
    let mut draw = Draw { shaper, frame };
    for (name, at) in [("A", places.a), ("B", places.b), ("C", places.c)] {
        let arm = Length::mm(ARM_MM);
        draw.line(at - across(arm), at + across(arm), BOLD_PT, BLACK);
        draw.line(at - down(arm), at + down(arm), BOLD_PT, BLACK);
        draw.letter(name, at);
    }
    draw.ruler(places.ruler());
}

/// The back: a scale behind each cross, and a ruler.
pub(super) fn back(places: &Places, shaper: &mut Shaper<'_>, frame: &mut Frame) {
    let mut draw = Draw { shaper, frame };
    draw.millimetres(places.c);
    // Turned clockwise, what is above the middle goes to the right, what is below to the
    // left.
    draw.degrees(places.a, places.radius());
    draw.degrees(places.b, -places.radius());
    for (name, at) in [("A", places.a), ("B", places.b), ("C", places.c)] {
        draw.letter(name, at);
    }
    draw.ruler(places.ruler());
}

struct Draw<'a, 's, 'f> {
    shaper: &'s mut Shaper<'a>,
    frame: &'f mut Frame,
}

impl Draw<'_, '_, '_> {
    fn line(&mut self, from: Point, to: Point, thickness: f64, color: Color) {
        let to = to - from;
        let thickness = Length::pt(thickness);
        self.frame.push(from, FrameItem::Line { to, thickness, color, dash: None });
    }

    /// Words whose baseline's middle is at a point.
    fn words(&mut self, words: &str, points: f64, at: Point) {
        let span = Span { text: words.to_owned(), format: Format::default() };
        let shaped = self.shaper.shape(&[span]);
        let size = Length::pt(points);
        let fonts = self.shaper.fonts();
        let pen = Pen {
            fonts,
            links: &[],
            size,
            color: None,
            furniture: true,
            mirrored: false,
        };
        let left = at.x - shaped.width().at(size) / 2;
        pen.line(&shaped, Point::new(left, at.y), self.frame);
    }

    /// A figure in the middle of whose height is `at`.
    fn figure(&mut self, number: i64, at: Point) {
        let text = number.to_string().replace('-', "−");
        // Figures are seven tenths of the type size high.
        self.words(&text, FIGURE_PT, at + down(Length::pt(FIGURE_PT * 0.35)));
    }

    /// The name of a cross, clear of its scale.
    fn letter(&mut self, name: &str, at: Point) {
        let (x, y) = (Length::mm(-14.5), Length::pt(LETTER_PT * 0.35));
        self.words(name, LETTER_PT, at + Point::new(x, y));
    }

    /// Millimetre paper: figures grow to the right and down, as offsets do.
    fn millimetres(&mut self, middle: Point) {
        let end = Length::mm(MOST_MM as f64);
        let mut lines: Vec<i64> = (-MOST_MM..=MOST_MM).collect();
        // The stronger lines lie on top of the finer ones.
        lines.sort_by_key(|n| (*n == 0, n % 5 == 0));
        for n in lines {
            let (thickness, color) = match n {
                0 => (BOLD_PT, BLACK),
                _ if n % 5 == 0 => (PLAIN_PT, BLACK),
                _ => (FINE_PT, GREY),
            };
            let off = Length::mm(n as f64);
            let (x, y) = (middle + across(off), middle + down(off));
            self.line(x - down(end), x + down(end), thickness, color);
            self.line(y - across(end), y + across(end), thickness, color);
        }
        let clear = Length::mm(2.0);
        for n in (-MOST_MM..=MOST_MM).filter(|n| n % 2 == 0) {
            let off = Length::mm(n as f64);
            self.figure(n, middle + Point::new(off, end + clear));
            self.figure(n, middle + Point::new(-end - clear, off));
        }
        let name = Length::mm(5.5);
        self.words("DX", 7.0, middle + Point::new(Length::ZERO, end + name));
        self.words("DY", 7.0, middle + Point::new(end + name, Length::pt(2.5)));
    }

    /// A scale of degrees at so far above the middle of the sheet; below, it is less than
    /// nothing, and figures grow to the left.
    fn degrees(&mut self, zero: Point, radius: Length) {
        // The angle of a degree in ten thousand millionths; for so few of them the arc is as
        // good as its sine.
        let degree = |parts: i64, of: i64| {
            across(radius.fraction(parts * 174_532_925, of * 10_000_000_000))
        };
        let narrow = degree(1, 1).x.to_mm().abs() < APART_MM;
        // Ticks to the degree, and which of the degrees have figures.
        let (ticks, every) = if narrow { (2, 2) } else { (4, 1) };
        let end = degree(MOST_DEGREES, 1);
        self.line(zero - end, zero + end, FINE_PT, BLACK);
        for tick in -MOST_DEGREES * ticks..=MOST_DEGREES * ticks {
            let at = zero + degree(tick, ticks);
            let whole = tick % ticks == 0;
            let (reach, thickness) = match tick {
                0 => (5.0, BOLD_PT),
                _ if whole => (3.0, PLAIN_PT),
                _ => (1.8, FINE_PT),
            };
            self.line(at, at - down(Length::mm(reach)), thickness, BLACK);
            if whole && (tick / ticks) % every == 0 {
                self.figure(tick / ticks, at + down(Length::mm(2.0)));
            }
        }
        let end = end.x.max(-end.x);
        let name = across(end + Length::mm(5.0)) + down(Length::pt(2.5));
        self.words("DEG", 7.0, zero + name);
    }

    /// A ruler, its ticks above its line.
    fn ruler(&mut self, zero: Point) {
        self.line(zero, zero + across(Length::mm(RULER_MM)), PLAIN_PT, BLACK);
        for n in 0..=RULER_MM as i64 {
            let at = zero + across(Length::mm(n as f64));
            let (reach, thickness) = match n {
                _ if n % 10 == 0 => (5.0, PLAIN_PT),
                _ if n % 5 == 0 => (3.5, FINE_PT),
                _ => (2.2, FINE_PT),
            };
            self.line(at, at - down(Length::mm(reach)), thickness, BLACK);
            if n % 10 == 0 {
                self.figure(n, at - down(Length::mm(6.5)));
            }
        }
        let middle = zero + Point::new(Length::mm(RULER_MM) / 2, Length::mm(4.0));
        self.words("100 mm", 8.0, middle);
    }
}

const fn across(length: Length) -> Point {
    Point::new(length, Length::ZERO)
}

const fn down(length: Length) -> Point {
    Point::new(Length::ZERO, length)
}
