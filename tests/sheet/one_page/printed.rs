//! A finished page as a foreign reader finds it: every character with its place and size.

use std::collections::BTreeMap;
use std::path::Path;

use lopdf::{Dictionary, Document, Object};

use crate::support::validators;

/// A page's characters; distances are points from the upper left corner.
pub struct Page {
    pub height: f64,
    width: f64,
    chars: Vec<Char>,
    /// The x-height of each font, in thousandths of the em, by the font's name.
    x_heights: BTreeMap<String, f64>,
}

struct Char {
    c: char,
    /// Where its baseline begins and ends.
    from: f64,
    to: f64,
    baseline: f64,
    font: String,
    size: f64,
}

/// What a column holds.
pub struct Column {
    /// Its first baseline and its last.
    pub first: f64,
    pub last: f64,
    /// Whether the last line begins in bold, as titles and sections do.
    pub ends_bold: bool,
}

impl Page {
    /// Reads the first page; nothing where the reader is not installed.
    pub fn read(path: &Path) -> Option<Self> {
        let mut mutool = validators::tool("mutool")?;
        let (read, text) = validators::output(
            mutool.args(["draw", "-q", "-F", "stext"]).arg(path).arg("1"),
        );
        assert!(read, "{text}");
        let page = text.lines().find(|line| line.starts_with("<page")).expect("a page");
        let (mut font, mut size) = (String::new(), 0.0);
        let mut chars = Vec::new();
        for line in text.lines() {
            if line.starts_with("<font") {
                value(line, "name").clone_into(&mut font);
                size = number(line, "size");
            } else if line.starts_with("<char") {
                let quad: Vec<f64> = value(line, "quad")
                    .split(' ')
                    .filter_map(|n| n.parse().ok())
                    .collect();
                let c = value(line, "c").chars().next().unwrap_or(' ');
                let (from, to, baseline) = (quad[0], quad[2], number(line, "y"));
                chars.push(Char { c, from, to, baseline, font: font.clone(), size });
            }
        }
        assert!(!chars.is_empty(), "the page is empty");
        let (width, height) = (number(page, "width"), number(page, "height"));
        Some(Self { height, width, chars, x_heights: x_heights(path) })
    }

    /// The height of the lowest small letters of the page, figures and signs aside.
    pub fn least_x_height_mm(&self) -> f64 {
        let letters = self.chars.iter().filter(|char| char.c.is_lowercase());
        let heights = letters.map(|char| {
            let x_height = self.x_heights.get(&char.font);
            let x_height = x_height.unwrap_or_else(|| panic!("{} has none", char.font));
            char.size * x_height / 1000.0 * 25.4 / 72.0
        });
        heights.fold(f64::INFINITY, f64::min)
    }

    /// The columns, of which there are so many; the head of the page is in none.
    pub fn columns(&self, count: usize) -> Vec<Column> {
        let (margin, gutter) = (14.2, 6.2);
        let pitch = (self.width - 2.0 * margin + gutter) / count as f64;
        let head =
            self.chars.iter().map(|char| char.baseline).fold(f64::INFINITY, f64::min);
        let mut columns: BTreeMap<usize, Column> = BTreeMap::new();
        let below = |char: &&Char| char.baseline > head + 1.0 && !char.c.is_whitespace();
        for char in self.chars.iter().filter(below) {
            let at = ((char.from - margin) / pitch) as usize;
            let bold = char.font.ends_with("-Bold");
            let first = Column { first: char.baseline, last: 0.0, ends_bold: bold };
            let column = columns.entry(at).or_insert(first);
            column.first = column.first.min(char.baseline);
            if char.baseline > column.last + 0.5 {
                (column.last, column.ends_bold) = (char.baseline, bold);
            }
        }
        columns.into_values().collect()
    }

    /// Characters that stand on each other or beyond the page's edge.
    pub fn collisions(&self) -> Vec<String> {
        let mut lines: BTreeMap<i64, Vec<&Char>> = BTreeMap::new();
        let shown = self.chars.iter().filter(|char| !char.c.is_whitespace());
        for char in shown {
            lines.entry((char.baseline * 10.0) as i64).or_default().push(char);
        }
        let mut found = Vec::new();
        for line in lines.values_mut() {
            line.sort_by(|a, b| a.from.total_cmp(&b.from));
            for pair in line.windows(2) {
                // Kerning brings letters together, by less than a quarter of the size.
                if pair[1].from < pair[0].to - pair[0].size / 4.0 {
                    found.push(format!("{}{} at {}", pair[0].c, pair[1].c, pair[0].from));
                }
            }
            let beyond = |char: &&&Char| char.from < 0.0 || char.to > self.width;
            found.extend(line.iter().filter(beyond).map(|char| char.c.to_string()));
        }
        found
    }
}

/// The x-height that each font's descriptor gives, by the name without the subset's tag.
fn x_heights(path: &Path) -> BTreeMap<String, f64> {
    let document = Document::load(path).expect("a PDF");
    let dictionaries =
        document.objects.values().filter_map(|object| Object::as_dict(object).ok());
    let of = |descriptor: &Dictionary| {
        let name = descriptor.get(b"FontName").ok()?.as_name().ok()?;
        let name = String::from_utf8_lossy(name).into_owned();
        let name = name.split_once('+').map_or(name.clone(), |(_, name)| name.to_owned());
        // The reader shortens long names.
        let name = name.chars().take(24).collect();
        let height = descriptor.get(b"XHeight").ok()?;
        Some((name, f64::from(height.as_float().ok()?)))
    };
    dictionaries.filter_map(of).collect()
}

fn value<'l>(line: &'l str, name: &str) -> &'l str {
    let key = format!(" {name}=\"");
    let from = line.find(&key).map_or(line.len(), |at| at + key.len());
    line[from..].split('"').next().unwrap_or_default()
}

fn number(line: &str, name: &str) -> f64 {
    value(line, name).parse().unwrap_or_else(|_| panic!("{name} in {line}"))
}
