//! What a caller asks of a sheet.

use crate::paper::Paper;
use crate::units::Length;

/// How a sheet is laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetLayout {
    /// The paper, upright or across as it is to be read.
    pub paper: Paper,
    /// How many columns; by the width of the page where none is given.
    pub columns: Option<usize>,
    /// The smallest and the largest x-height that the size is chosen from.
    pub x_height: (Length, Length),
    /// Whether paragraphs are justified.
    pub justify: bool,
    /// The largest type size of the head of each page.
    pub head_size: Length,
    /// The head of each page: the title, and what stands beside it.
    pub title: String,
    /// Beside the title, quieter.
    pub subtitle: String,
    /// Whether pages face each other, as those of a booklet do: folios stand at their outer
    /// edges, the second page's at the other side than the first one's.
    pub facing: bool,
}
