//! Sizes for a flow on cards, and where it is parted.

use unicode_segmentation::UnicodeSegmentation;

use super::{CardMaker, bar};
use crate::document::Block;
use crate::frame::{Frame, Tag};
use crate::layout::build::cuts::Cuts;
use crate::layout::build::{Answer, answer_flow};
use crate::layout::columns::{
    Column, DEAREST, Room, balance, balance_into, fewest, fill, justify,
};
use crate::layout::flow::{Body, Flow};
use crate::layout::galley::{Galley, SetBody, Setting, Slug, set};
use crate::layout::paint::{Painter, Spine};
use crate::select::Flashcard;
use crate::text::Shaped;
use crate::theme;
use crate::units::{Em, Length, Point};

/// The largest size of an answer.
const ANSWER_PT: f64 = 11.5;
/// Few sizes, so that the cards of a pile look alike.
const SIZE_STEP_PT: f64 = 0.5;
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
/// What it costs to part a paragraph inside a sentence: a card left a fifth empty is better.
const INSIDE_SENTENCE: i64 = 1_600;
/// Up to so many cards, it is tried whether fewer hold a flow that may part anywhere but inside
/// sentences: among more, one does not count, and the search would take long.
const MOST_SOUGHT: usize = 12;
/// How often an answer is cut anew: a cut moves what stands below it.
const MOST_CUTS: usize = 6;
/// The same for an answer on so many cards that nobody cuts them out.
const FEW_CUTS: usize = 2;
const MANY_CARDS: usize = 64;
/// An answer on more cards than these fills them but for a few percent, which no step to a
/// larger size or leading has room in; trying each takes as long as setting it all.
const MOST_TO_ENLARGE: usize = 24;

/// A flow set on cards.
pub(super) struct CardFlow {
    pub flow: Flow,
    pub setting: Setting,
    pub galley: Galley,
    pub columns: Vec<Column>,
    pub capacity: i32,
}

/// A flow set at one of the sizes that are tried.
pub(super) struct SizedFlow {
    beside: bool,
    setting: Setting,
    galley: Galley,
    pub columns: Vec<Column>,
    capacity: i32,
}

impl SizedFlow {
    /// The flow set so, which is the one that this was found for.
    pub(super) fn of(self, mut flow: Flow) -> CardFlow {
        let Self { beside, setting, galley, columns, capacity } = self;
        flow.beside = beside;
        CardFlow { flow, setting, galley, columns, capacity }
    }
}

impl CardMaker<'_, '_> {
    /// The height for an answer.
    fn answer_room(&self) -> Length {
        self.height() - bar::height() - bar::gap()
    }

    /// On how few cards an answer goes.
    pub(super) fn cards_of(
        &mut self,
        card: &Flashcard,
        blocks: &[Block],
        tag: Tag,
    ) -> Option<usize> {
        let mut flow = self.flow(answer_of(card, blocks), &Cuts::new(), tag);
        let (room, floor) = (self.answer_room(), self.floor());
        let named = flow.elements.iter().any(|element| element.beside.is_some());
        let ways = if named { &[false, true][..] } else { &[false] };
        let cards = ways.iter().filter_map(|beside| {
            flow.beside = *beside;
            Some(self.fewest(&flow, floor, room, false)?.columns.len())
        });
        cards.min()
    }

    /// The answer, on as few cards as its smallest size needs, as large as they hold it.
    pub(super) fn answer(&mut self, card: &Flashcard, tag: Tag) -> Option<CardFlow> {
        let room = self.answer_room();
        let nodes = self.structure.nodes().len();
        let mut cuts = Cuts::new();
        let mut fitted = None;
        for round in 1..=MOST_CUTS {
            self.structure.truncate(nodes);
            let flow = self.flow(answer_of(card, &card.answer), &cuts, tag);
            let set = self.fit(flow, room, Length::pt(ANSWER_PT), !cuts.is_empty())?;
            let parted = cut_between_sentences(&set, &mut cuts);
            let enough = set.columns.len() > MANY_CARDS && round == FEW_CUTS;
            fitted = Some(set);
            if !parted || enough {
                break;
            }
        }
        fitted
    }

    pub(super) fn flow(&mut self, answer: Answer<'_>, cuts: &Cuts, tag: Tag) -> Flow {
        let structure = &mut self.structure;
        let guide = (self.document, self.pictures);
        answer_flow(guide, answer, cuts, self.shaper, structure, tag)
    }

    /// Sets a flow as large as the fewest cards hold it, names of items in a column of
    /// their own where that costs no card and little size. `whole`: whether sentences are
    /// to be kept whole.
    pub(super) fn fit(
        &self,
        mut flow: Flow,
        room: Length,
        largest: Length,
        whole: bool,
    ) -> Option<CardFlow> {
        let sized = self.sized(&mut flow, room, largest, whole)?;
        Some(sized.of(flow))
    }

    /// How a flow is set so.
    pub(super) fn sized(
        &self,
        flow: &mut Flow,
        room: Length,
        largest: Length,
        whole: bool,
    ) -> Option<SizedFlow> {
        let named = flow.elements.iter().any(|element| element.beside.is_some());
        let mut best = self.largest(flow, false, room, largest, whole);
        if let (true, Some(beside)) =
            (named, self.largest(flow, true, room, largest, whole))
        {
            let worth = best.as_ref().is_none_or(|row| {
                let smaller = row.setting.size - beside.setting.size;
                beside.columns.len() <= row.columns.len()
                    && smaller <= Length::pt(BESIDE_WORTH_PT)
            });
            if worth {
                best = Some(beside);
            }
        }
        best
    }

    fn largest(
        &self,
        flow: &mut Flow,
        beside: bool,
        room: Length,
        largest: Length,
        whole: bool,
    ) -> Option<SizedFlow> {
        flow.beside = beside;
        let floor = self.floor().min(largest);
        let least = self.fewest(flow, floor, room, whole)?;
        let steps = ((largest - floor).to_pt() / SIZE_STEP_PT).floor() as i64;
        let cards = least.columns.len();
        if cards > MOST_TO_ENLARGE {
            return Some(least);
        }
        let at = |size: Length, leading: Em| {
            let set = self.at(flow, size, leading, room, whole)?;
            (set.columns.len() <= cards).then_some(set)
        };
        let larger = (1..=steps).rev().find_map(|step| {
            at(floor + Length::pt(SIZE_STEP_PT * step as f64), theme::LEADING)
        });
        let tight = larger.unwrap_or(least);
        let looser =
            LEADINGS.into_iter().find_map(|leading| at(tight.setting.size, leading));
        Some(looser.unwrap_or(tight))
    }

    /// The flow at the size `floor` on as few cards as that needs, with closer lines where that
    /// wins a card.
    fn fewest(
        &self,
        flow: &Flow,
        floor: Length,
        room: Length,
        whole: bool,
    ) -> Option<SizedFlow> {
        let set = self.at(flow, floor, theme::LEADING, room, whole);
        let cards = set.as_ref().map_or(usize::MAX, |set| set.columns.len());
        if cards == 1 {
            return set;
        }
        let close = self.at(flow, floor, CLOSE, room, whole);
        close.filter(|close| close.columns.len() < cards).or(set)
    }

    /// The flow at a size and a leading.
    fn at(
        &self,
        flow: &Flow,
        size: Length,
        leading: Em,
        room: Length,
        whole: bool,
    ) -> Option<SizedFlow> {
        let leading = leading.at(size);
        let measure = self.width();
        // A picture that is all there is may take all the room.
        let figure = if flow.elements.len() == 1 { room } else { room / 2 };
        let setting =
            Setting { size, leading, measure, justify: false, gap: None, figure };
        let capacity = room.steps_down(setting.step()) as i32;
        if capacity < 4 || measure < Em::thousandths(4_000).at(size) {
            return None;
        }
        let mut galley = set(flow, &setting);
        if whole {
            keep_sentences(flow, &mut galley);
        }
        let (columns, capacity) = parted(&galley.slugs, capacity)?;
        Some(SizedFlow { beside: flow.beside, setting, galley, columns, capacity })
    }

    /// Draws a part of a flow with its upper left corner at `at`.
    pub(super) fn paint(
        &self,
        fitted: &CardFlow,
        index: usize,
        at: Point,
        out: &mut Frame,
    ) {
        let CardFlow { flow, setting, galley, columns, capacity } = fitted;
        let Some(column) = columns.get(index) else { return };
        let mut column = column.clone();
        justify(&galley.slugs, &mut column, *capacity);
        let painter = Painter::new(flow, galley, setting, self.fonts(), Spine::NONE);
        painter.column(&column, at, out);
    }
}

/// The columns of a flow, about equally full: as few as it needs where that parts nothing that
/// belongs together, else as many as are worth it.
fn parted(slugs: &[Slug], capacity: i32) -> Option<(Vec<Column>, i32)> {
    let count = fill(slugs, capacity).len();
    let fewer = if count <= MOST_SOUGHT { fewest(slugs, capacity)..count } else { 0..0 };
    let mut rooms = fewer.map(|count| Room { count, capacity });
    rooms
        .find_map(|room| balance_into(slugs, room, DEAREST))
        .or_else(|| balance(slugs, count, capacity))
}

/// The back of a card whose answer is `blocks`.
fn answer_of<'a>(card: &'a Flashcard, blocks: &'a [Block]) -> Answer<'a> {
    Answer { section: card.section, blocks, titles: [&card.title, &card.cue] }
}

fn keep_sentences(flow: &Flow, galley: &mut Galley) {
    for slug in galley.slugs.iter_mut().filter(|slug| slug.part > 0) {
        let body = &flow.elements[slug.element].body;
        if matches!(body, Body::Text { .. } | Body::Named { .. }) {
            slug.cost = slug.cost.max(INSIDE_SENTENCE);
        }
    }
}

/// Adds a cut for each card that begins inside a sentence, where that sentence begins;
/// whether there was one to add.
fn cut_between_sentences(fitted: &CardFlow, cuts: &mut Cuts) -> bool {
    let mut added = false;
    let mut sentences = Sentences::default();
    for column in fitted.columns.iter().skip(1) {
        let Some(slug) = fitted.galley.slugs.get(column.slugs.start) else { continue };
        let body = &fitted.flow.elements[slug.element].body;
        let (text, lines, before) = match (&fitted.galley.set[slug.element], body) {
            (SetBody::Text(lines), Body::Text { text, .. }) => (text, lines, 0),
            (SetBody::Text(lines), Body::Named { joined, .. }) => (joined, lines, 0),
            (SetBody::Named { text: lines, .. }, Body::Named { joined, text, .. }) => {
                (text, lines, joined.text.len().saturating_sub(text.text.len()))
            }
            _ => continue,
        };
        let Some(line) = lines.get(slug.part).filter(|_| slug.part > 0) else {
            continue;
        };
        let glyphs = &text.glyphs[line.glyphs.clone()];
        let Some(byte) = glyphs.iter().map(|glyph| glyph.cluster as usize).min() else {
            continue;
        };
        if let Some(at) = sentences.before(slug.element, text, byte) {
            let (element, from) = fitted.flow.origins[slug.element];
            let places = cuts.entry(element).or_default();
            let at = from + before + at;
            if let Err(place) = places.binary_search(&at) {
                places.insert(place, at);
                added = true;
            }
        }
    }
    added
}

/// Where the sentences of an element begin. One answer may fill many cards, and its text is
/// gone through once.
#[derive(Default)]
struct Sentences {
    element: Option<usize>,
    starts: Vec<usize>,
}

impl Sentences {
    /// Where the sentence begins that has the byte, if it is not the first one.
    fn before(&mut self, element: usize, text: &Shaped, byte: usize) -> Option<usize> {
        if self.element != Some(element) {
            self.element = Some(element);
            let starts = text.text.split_sentence_bound_indices().map(|(at, _)| at);
            self.starts = starts.collect();
        }
        let after = self.starts.partition_point(|at| *at <= byte);
        self.starts[..after].last().copied().filter(|at| *at > 0)
    }
}
