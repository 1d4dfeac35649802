//! What columns are made of, and the grid that their heights are counted on.

/// What a column takes as a whole: a line, a row, a picture. Printers called a line cast in
/// one a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slug {
    /// The element.
    pub element: usize,
    /// Which line, row or code line of it.
    pub part: usize,
    /// Its height in steps.
    pub height: i32,
    /// Steps above it, unless it begins a column.
    pub before: i32,
    /// What it costs to begin a column with it.
    pub cost: i64,
    /// Steps that it needs above it if it begins a column: the head of what goes on there,
    /// the head of a table.
    pub top: i32,
    /// Steps that may be added above it, so that columns end together.
    pub stretch: i32,
}

/// How high slugs are one below the other, in steps of the grid, with what is above the first.
pub(crate) fn height_of(slugs: &[Slug]) -> i64 {
    slugs.iter().map(|slug| i64::from(slug.before + slug.height)).sum()
}

/// Steps of the grid to a line: so many that a quarter of half a line is one.
pub(crate) const LINE: i32 = 8;
/// Half a line, which the gaps of a flow are counted in.
pub(super) const HALF: i32 = LINE / 2;
