//! Sizes for a flow on cards, and how it is set at one.

use super::ladder::{Possible, sizes, step};
use super::parts::{Parts, part};
use super::sentences::Sentences;
use super::{CardMaker, bar};
use crate::document::Block;
use crate::frame::{Frame, Tag};
use crate::layout::build::{Answer, answer_flow};
use crate::layout::columns::Column;
use crate::layout::flow::Flow;
use crate::layout::galley::{Galley, LINE, SetBody, Setting, Slug, height_of, set};
use crate::layout::paint::{Painter, Spine};
use crate::select::Flashcard;
use crate::theme;
use crate::units::{Em, Length, Point};

/// Room that is left over goes between the lines, as far as they still belong together.
const LEADINGS: [Em; 4] = [
    Em::thousandths(1340),
    Em::thousandths(1300),
    Em::thousandths(1260),
    Em::thousandths(1220),
];
/// Lines as close as they may stand where a few of them would take another card.
const CLOSE: Em = Em::thousandths(1120);
/// How much smaller text may be for the sake of names in a column of their own.
const BESIDE_WORTH_PT: f64 = 2.0;
/// Above this size type is read with ease, and air between blocks is worth more than larger type.
const EASY_PT: f64 = 9.5;
/// An answer on more cards than these fills them but for a few percent, which no step to a
/// larger size or leading has room in; trying each takes as long as setting it all.
const MOST_TO_ENLARGE: usize = 24;

/// What is to stand on cards, shaped.
pub(super) struct Matter {
    flow: Flow,
    sentences: Sentences,
}

/// A flow set on cards.
pub(super) struct CardFlow {
    pub flow: Flow,
    pub setting: Setting,
    pub galley: Galley,
    pub columns: Vec<Column>,
}

/// Which sizes a flow may have on as few cards as it needs.
pub(super) struct Fit {
    /// The room on each card.
    room: Length,
    /// Whether names of items stand in a column of their own.
    beside: bool,
    /// The flow at the smallest of the sizes, where only lines that stand closer may win a card.
    least: SizedFlow,
    /// The sizes.
    pub possible: Possible,
    /// How full its cards are at the largest of them, in thousandths.
    pub fullness: i64,
}

/// A flow set at one of the sizes that are tried.
struct SizedFlow {
    setting: Setting,
    galley: Galley,
    columns: Vec<Column>,
    /// The steps that each card holds.
    capacity: i32,
    /// How bad the places are at which it is parted.
    faults: u32,
    /// How many lines of tables end inside a word.
    divided: usize,
}

impl Fit {
    /// How many cards.
    pub(super) const fn cards(&self) -> usize {
        self.least.columns.len()
    }
}

impl SizedFlow {
    /// Whether it is on no more cards than that, parted at no worse places, and has no more words
    /// divided in narrow columns.
    fn is_within(&self, least: &Self) -> bool {
        self.columns.len() <= least.columns.len()
            && self.faults <= least.faults
            && self.divided <= least.divided
    }

    /// How full its cards are, in thousandths.
    fn fullness(&self) -> i64 {
        let all: i64 = self.columns.iter().map(|column| i64::from(column.height)).sum();
        all * 1000 / (i64::from(self.capacity) * self.columns.len() as i64).max(1)
    }

    /// Its cards with air above what begins something new, if all of them have room for that: the
    /// same kind of gap has one height in all of an answer.
    fn with_air(&self) -> Option<Vec<Column>> {
        let columns = self.columns.iter().map(|column| {
            let inner = column.slugs.start + 1..column.slugs.end;
            let stretch = inner.map(|n| (n, self.galley.slugs[n].stretch));
            let added: Vec<_> = stretch.filter(|(_, steps)| *steps > 0).collect();
            let height =
                column.height + added.iter().map(|(_, steps)| steps).sum::<i32>();
            let slugs = column.slugs.clone();
            (height <= self.capacity).then_some(Column { slugs, added, height })
        });
        columns.collect()
    }
}

impl CardMaker<'_, '_> {
    /// The height for an answer.
    pub(super) fn answer_room(&self) -> Length {
        self.height() - self.bar_height() - bar::gap()
    }

    /// The sizes that are tried for text of which none is larger than `largest`.
    pub(super) fn sizes(&self, largest: Length) -> Vec<Length> {
        sizes(self.floor().min(largest), largest)
    }

    pub(super) fn matter(&mut self, answer: Answer<'_>, tag: Tag) -> Matter {
        let structure = &mut self.structure;
        let guide = (self.document, self.pictures);
        let mut flow = answer_flow(guide, answer, self.shaper, structure, tag);
        flow.bands_inside = true;
        let language = &self.document.meta.language;
        let sentences = Sentences::new(language, flow.elements.len());
        Matter { flow, sentences }
    }

    /// The answer of a card, or other blocks in its place.
    pub(super) fn answer(
        &mut self,
        card: &Flashcard,
        blocks: &[Block],
        tag: Tag,
    ) -> Matter {
        let titles = [&card.title[..], &card.cue];
        self.matter(Answer { section: card.section, blocks, titles }, tag)
    }

    /// On how few cards a flow goes at the smallest size.
    pub(super) fn fewest_cards(
        &self,
        matter: &mut Matter,
        room: Length,
    ) -> Option<usize> {
        let ways = if matter.is_named() { &[false, true][..] } else { &[false] };
        let cards = ways.iter().filter_map(|beside| {
            matter.flow.beside = *beside;
            Some(self.fewest(matter, self.floor(), room)?.columns.len())
        });
        cards.min()
    }

    /// On how few cards a flow goes, and in which of the `sizes` it may then stand; names of items
    /// in a column of their own where that costs no card and little size.
    pub(super) fn fit(
        &self,
        matter: &mut Matter,
        room: Length,
        sizes: &[Length],
    ) -> Option<Fit> {
        let mut best = self.fit_so(matter, false, room, sizes);
        if let (true, Some(beside)) =
            (matter.is_named(), self.fit_so(matter, true, room, sizes))
        {
            let size = |fit: &Fit| sizes[step(fit.possible, fit.possible)];
            let worth = best.as_ref().is_none_or(|row| {
                let (cards, of_row) = (beside.cards(), row.cards());
                let alike = cards == of_row && beside.least.faults <= row.least.faults;
                let smaller = size(row) - size(&beside);
                cards < of_row || (alike && smaller <= Length::pt(BESIDE_WORTH_PT))
            });
            if worth {
                best = Some(beside);
            }
        }
        matter.flow.beside = best.as_ref().is_some_and(|fit| fit.beside);
        best
    }

    fn fit_so(
        &self,
        matter: &mut Matter,
        beside: bool,
        room: Length,
        sizes: &[Length],
    ) -> Option<Fit> {
        matter.flow.beside = beside;
        let least = self.fewest(matter, sizes[0], room)?;
        let fullness = least.fullness();
        let fit = Fit { room, beside, least, possible: 1, fullness };
        match fit.cards() {
            // Nothing to set has no size.
            0 => return Some(Fit { possible: 0, ..fit }),
            1..=MOST_TO_ENLARGE => {}
            _ => return Some(fit),
        }
        let held = |step: usize| {
            let set = self.at(matter, sizes[step], theme::LEADING, room)?;
            let air = sizes[step] <= Length::pt(EASY_PT) || set.with_air().is_some();
            (set.is_within(&fit.least) && air).then(|| (step, set.fullness()))
        };
        let held = (1..sizes.len()).rev().find_map(held);
        let (largest, fullness) = held.unwrap_or((0, fullness));
        // What stands in one size stands in smaller ones, too, but for a few, which are found
        // when they are to be set so.
        let possible = Possible::MAX >> (Possible::BITS - 1 - largest as u32);
        Some(Fit { possible, fullness, ..fit })
    }

    /// Whether a flow stands at a size on as few cards as it needs.
    pub(super) fn stands_at(&self, matter: &Matter, fit: &Fit, size: Length) -> bool {
        let set = self.at(matter, size, theme::LEADING, fit.room);
        set.is_some_and(|set| set.is_within(&fit.least))
    }

    /// Sets a flow at one of the sizes that it may have, with air and lines as far apart as there
    /// is room.
    pub(super) fn set(&self, mut matter: Matter, fit: Fit, size: Length) -> CardFlow {
        matter.flow.beside = fit.beside;
        let at = |leading| {
            let set = self.at(&matter, size, leading, fit.room)?;
            set.is_within(&fit.least).then_some(set)
        };
        let mut best = None;
        let leadings = LEADINGS.into_iter().chain([theme::LEADING]);
        for leading in leadings.filter(|_| fit.cards() <= MOST_TO_ENLARGE) {
            let Some(set) = at(leading) else { continue };
            if let Some(columns) = set.with_air() {
                best = Some(SizedFlow { columns, ..set });
                break;
            }
            best.get_or_insert(set);
        }
        // Only the smallest size may need closer lines.
        let SizedFlow { setting, galley, columns, .. } = best.unwrap_or(fit.least);
        CardFlow { flow: matter.flow, setting, galley, columns }
    }

    /// The flow at the size `floor` on as few cards as that needs, with closer lines where that
    /// wins a card.
    fn fewest(&self, matter: &Matter, floor: Length, room: Length) -> Option<SizedFlow> {
        let set = self.at(matter, floor, theme::LEADING, room);
        let cards = set.as_ref().map_or(usize::MAX, |set| set.columns.len());
        if cards <= 1 {
            return set;
        }
        let close = self.at(matter, floor, CLOSE, room);
        close.filter(|close| close.columns.len() < cards).or(set)
    }

    /// The flow at a size and a leading.
    fn at(
        &self,
        matter: &Matter,
        size: Length,
        leading: Em,
        room: Length,
    ) -> Option<SizedFlow> {
        let Matter { flow, sentences } = matter;
        let leading = leading.at(size);
        let measure = self.width();
        // A picture that is all there is may take all the room.
        let figure = if flow.elements.len() == 1 { room } else { room / 2 };
        let setting = Setting {
            size,
            leading,
            measure,
            justify: false,
            gap: None,
            figure,
            column: room,
        };
        let capacity = setting.column_steps();
        if capacity < 2 * LINE || measure < Em::thousandths(4_000).at(size) {
            return None;
        }
        let mut galley = set(flow, &setting);
        // In a row with its text, a name has room enough.
        if galley.set.iter().any(has_divided_name) {
            return None;
        }
        let (columns, faults) = match height(&galley.slugs) {
            0 => (Vec::new(), 0),
            height if height <= i64::from(capacity) => {
                let (slugs, height) = (0..galley.slugs.len(), height as i32);
                (vec![Column { slugs, added: Vec::new(), height }], 0)
            }
            _ => {
                let Parts { columns, faults } =
                    part(flow, &mut galley, &setting, sentences, capacity)?;
                (columns, faults)
            }
        };
        let divided = galley.set.iter().map(divided_in_cells).sum();
        Some(SizedFlow { setting, galley, columns, capacity, faults, divided })
    }

    /// Draws a part of a flow with its upper left corner at `at`.
    pub(super) fn paint(
        &self,
        fitted: &CardFlow,
        index: usize,
        at: Point,
        out: &mut Frame,
    ) {
        let CardFlow { flow, setting, galley, columns } = fitted;
        let Some(column) = columns.get(index) else { return };
        let painter = Painter::new(flow, galley, setting, self.fonts(), Spine::NONE);
        painter.column(column, at, out);
    }
}

impl Matter {
    /// Whether items have names that can stand in a column of their own.
    fn is_named(&self) -> bool {
        self.flow.elements.iter().any(|element| element.beside.is_some())
    }
}

/// Whether a name in a column of its own is divided.
fn has_divided_name(body: &SetBody) -> bool {
    let SetBody::Named { name, .. } = body else { return false };
    name.iter().any(|line| line.hyphen.is_some())
}

/// How many lines of cells end inside a word.
fn divided_in_cells(body: &SetBody) -> usize {
    let SetBody::Table(table) = body else { return 0 };
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let lines = cells.flat_map(|cell| &cell.lines);
    lines.filter(|line| line.hyphen.is_some()).count()
}

/// How high slugs are on one card.
fn height(slugs: &[Slug]) -> i64 {
    let top = slugs.first().map_or(0, |first| first.top - first.before);
    height_of(slugs) + i64::from(top)
}
