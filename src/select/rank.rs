//! What goes first when there is no room for all.
//!
//! A [`Rank`] says how much of an answer's meaning hangs on a piece of it, from its role
//! and its place. Pieces leave by rank, the highest number first; within a rank by what
//! they win, spread over the questions. Nothing here knows how large a page is.

use serde::Serialize;

use crate::document::Role;

/// How soon a piece leaves: the higher, the sooner.
#[derive(
    Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize,
)]
#[serde(transparent)]
pub struct Rank(u8);

impl Rank {
    /// A question, a section, a label: what everything else hangs on. It never leaves.
    pub const TITLE: Self = Self(0);
    /// The sentence to remember. It never leaves.
    pub const KEY: Self = Self(1);
    /// What the author asked to keep.
    pub const KEPT: Self = Self::KEY;
    /// Bold words that head a list. They never leave.
    pub const LEAD: Self = Self(2);
    /// The bold words that an item of a list begins with.
    pub const LEAD_IN: Self = Self(3);
    /// The paragraph that an answer begins with.
    pub const OPENING: Self = Self(4);
    /// What an item says after its bold words.
    pub const TEXT: Self = Self(5);
    /// An item of a list without such words.
    pub const ITEM: Self = Self(6);
    /// A table, code, a further paragraph, a quotation.
    pub const BODY: Self = Self(7);
    /// An item inside an item.
    pub const NESTED: Self = Self(8);
    /// A figure that proves.
    pub const IMPACT: Self = Self(9);
    /// A case that shows.
    pub const EXAMPLE: Self = Self(10);
    /// Advice on the side.
    pub const TIP: Self = Self(11);
    /// What the author has given shorter words for.
    pub const SHORTENED: Self = Self(12);
    /// What the author has given up.
    pub const DROPPED: Self = Self(13);

    /// The rank of a paragraph of an answer: `opening` where it is the first thing there.
    pub const fn of_paragraph(role: Role, opening: bool) -> Self {
        match role {
            Role::Key => Self::KEY,
            Role::Example => Self::EXAMPLE,
            Role::Impact => Self::IMPACT,
            Role::Tip | Role::Note => Self::TIP,
            Role::Plain if opening => Self::OPENING,
            Role::Plain => Self::BODY,
        }
    }

    /// The rank of an item of a list inside `depth` other lists.
    pub const fn of_item(depth: u8) -> Self {
        if depth == 0 { Self::ITEM } else { Self::NESTED }
    }

    /// The ranks of an item that begins with bold words: of these, and of what comes after
    /// them, which leaves sooner.
    pub const fn of_led_item(depth: u8) -> (Self, Self) {
        if depth == 0 { (Self::LEAD_IN, Self::TEXT) } else { (Self::BODY, Self::NESTED) }
    }

    /// Whether a piece of this rank may leave at all.
    pub fn may_leave(self) -> bool {
        self > Self::LEAD
    }

    /// The number: 0 stays longest.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// What a person calls a piece of this rank.
    pub const fn name(self) -> &'static str {
        match self.0 {
            0 => "title",
            1 => "key line",
            2 => "label",
            3 => "lead-in",
            4 => "opening",
            5 => "text after a lead-in",
            6 => "item",
            7 => "body",
            8 => "nested item",
            9 => "figure",
            10 => "example",
            11 => "tip",
            12 => "shortened by its pin",
            _ => "dropped by its pin",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_leaving_is_that_of_meaning() {
        let order = [
            Rank::of_paragraph(Role::Tip, false),
            Rank::of_paragraph(Role::Example, false),
            Rank::of_paragraph(Role::Impact, false),
            Rank::of_item(1),
            Rank::of_paragraph(Role::Plain, false),
            Rank::of_item(0),
            Rank::of_led_item(0).1,
            Rank::of_paragraph(Role::Plain, true),
            Rank::of_led_item(0).0,
            Rank::of_paragraph(Role::Key, false),
        ];
        assert!(order.is_sorted_by(|sooner, later| sooner > later));
        assert!(!Rank::KEY.may_leave() && !Rank::LEAD.may_leave());
    }
}
