//! Cards onto sheets: which slot, which side, and where to cut; and whole pages onto sheets
//! that are folded ([`Folding`]).
//!
//! A card's side is an opaque frame here, and so is a page: it is placed, turned and clipped, never looked
//! into. [`Options`] say what is wanted, an [`Imposition`] is a wish that can be met, and
//! [`impose`] fills sheets by it.
//!
//! Where the sheet is turned about an upright edge, the back of the card in row `r`,
//! column `c` lies in row `r`, column `C − 1 − c`. Where it is turned about a level edge,
//! that same page of backs is turned upside down: one layout and one turn serve all four
//! cases of paper and edge.

mod back;
mod bleed;
mod booklet;
mod deal;
mod duplex;
mod folding;
mod grid;
mod guides;
mod pocket;
mod side;
mod slot;
mod stock;

use std::sync::Arc;

use crate::frame::{Color, Frame, FrameItem, Page};
use crate::units::{Length, Size};

pub use back::Offset;
pub(crate) use back::moved;
pub use deal::Order;
pub use duplex::Duplex;
pub use folding::Folding;
pub(crate) use folding::{FoldedSheets, Imposed};
pub use grid::{Division, Grid, GridError};
pub use guides::Guides;
pub use slot::Unfoldable;
pub use stock::{STOCKS, Stock, Unit};

use back::turned_back;
use deal::deal;
use slot::Slot;

/// How cards are put on sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The slots, and the paper with them.
    pub grid: Grid,
    /// How answers get behind their questions.
    pub duplex: Duplex,
    /// Which card goes where.
    pub order: Order,
    /// What is drawn to cut by.
    pub guides: Guides,
    /// How far backs are moved, to make good what the printer is off by.
    pub back_offset: Offset,
}

impl Default for Options {
    /// A4, eight cards, about the long edge, cut lines.
    fn default() -> Self {
        Self {
            grid: Grid::usual(crate::paper::Paper::a4()),
            duplex: Duplex::default(),
            order: Order::default(),
            guides: Guides::default(),
            back_offset: Offset::default(),
        }
    }
}

/// Options that go together: what cards are laid out for and sheets are filled by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imposition {
    options: Options,
    slots: Vec<Slot>,
}

impl Default for Imposition {
    fn default() -> Self {
        let options = Options::default();
        Self { slots: slot::back_to_back(&options.grid), options }
    }
}

/// From a card's edge to what is printed on it, as a part of its shorter edge, and within
/// these bounds. Scissors and printers are off by up to 3 mm.
const INNER: (i64, f64, f64) = (13, 3.5, 5.5);

impl Imposition {
    /// Checks options. Cards can be folded only where two touch.
    pub fn new(options: Options) -> Result<Self, Unfoldable> {
        let slots = match options.duplex {
            Duplex::Fold => slot::folded(&options.grid)?,
            _ => slot::back_to_back(&options.grid),
        };
        Ok(Self { options, slots })
    }

    /// The options.
    pub const fn options(&self) -> &Options {
        &self.options
    }

    /// The trimmed size of a card.
    pub const fn card(&self) -> Size {
        self.options.grid.card()
    }

    /// From a card's edges to what may be printed, across and down: enough for scissors
    /// that slip, and where cards lie at the paper's edge, for printers that do not reach
    /// it. All cards have the same, so that a pile can be leafed through.
    pub fn safe(&self) -> Size {
        let Options { grid, duplex, back_offset, .. } = &self.options;
        let card = grid.card();
        let (part, least, most) = INNER;
        let inner = (card.width.min(card.height) / part)
            .max(Length::mm(least))
            .min(Length::mm(most));
        let moved = match duplex {
            Duplex::Fold => Size::default(),
            _ => back_offset.reach(grid.paper().size()),
        };
        let unprinted = Length::mm(grid::UNPRINTED_MM);
        let white = grid.origin();
        Size::new(
            inner.max(unprinted + moved.width - white.x),
            inner.max(unprinted + moved.height - white.y),
        )
    }
}

/// A card's two sides.
#[derive(Debug, Clone)]
pub(crate) struct Sides {
    /// The question.
    pub front: Arc<Frame>,
    /// The answer.
    pub back: Arc<Frame>,
    /// The colour at the edge of the front, where there are gutters for it to bleed into.
    pub edge: Color,
}

/// Pages for a printer. The last sheet keeps its empty slots.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Sheets {
    /// The pages with the questions.
    pub fronts: Vec<Page>,
    /// The pages behind them, as many; none where cards are folded.
    pub backs: Vec<Page>,
}

impl Sheets {
    /// The pages in the order in which they are printed: a front, its back, the next front;
    /// where a person turns the sheets, all fronts, then all backs.
    pub(crate) fn in_order(self, duplex: Duplex) -> Vec<Page> {
        let Self { mut fronts, backs } = self;
        if duplex == Duplex::Manual {
            fronts.extend(backs);
            return fronts;
        }
        let mut backs = backs.into_iter();
        let sheet = |front| std::iter::once(front).chain(backs.next());
        fronts.into_iter().flat_map(sheet).collect()
    }

    /// What the pages are called, in the order of [`Sheets::in_order`]: the sheet's number
    /// and which side of it, `3 back`, so that a sheet that failed can be printed again.
    /// Sheets that have one side go by their numbers. `sides` are the names of front and back.
    pub(crate) fn labels(&self, duplex: Duplex, sides: [&str; 2]) -> Vec<String> {
        let all = self.fronts.len();
        if self.backs.is_empty() {
            return (1..=all).map(|sheet| sheet.to_string()).collect();
        }
        let [fronts, backs] =
            sides.map(|side| (1..=all).map(move |sheet| format!("{sheet} {side}")));
        if duplex == Duplex::Manual {
            return fronts.chain(backs).collect();
        }
        fronts.zip(backs).flat_map(|(front, back)| [front, back]).collect()
    }
}

/// Fills sheets with cards.
pub(crate) fn impose(cards: &[Sides], imposition: &Imposition) -> Sheets {
    let Imposition { options, slots } = imposition;
    let paper = options.grid.paper();
    let mut sheets = Sheets::default();
    for dealt in deal(cards.len(), slots.len(), options.order) {
        let mut front = Frame::new(paper.size());
        let mut back = Frame::new(paper.size());
        for (slot, card) in slots.iter().zip(dealt) {
            let Some(card) = card.and_then(|card| cards.get(card)) else { continue };
            bleed::draw(&options.grid, slot.front, card.edge, &mut front);
            front.push(slot.front, group(&card.front, 0));
            let side = if slot.one_sided { &mut front } else { &mut back };
            side.push(slot.back, group(&card.back, slot.turn));
        }
        guides::draw(options.guides, slots, &options.grid, &mut front);
        sheets.fronts.push(Page { frame: front });
        if options.duplex != Duplex::Fold {
            let frame = turned_back(back, options.duplex, options.back_offset);
            sheets.backs.push(Page { frame });
        }
    }
    sheets
}

fn group(frame: &Arc<Frame>, turn: i32) -> FrameItem {
    FrameItem::Group { frame: Arc::clone(frame), turn, clip: true, page: None }
}
