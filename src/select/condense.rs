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
    /// Bold words that head a list. They never leave.
    pub const LEAD: Self = Self(2);
    /// The paragraph that an answer begins with.
    pub const OPENING: Self = Self(3);
    /// An item of a list.
    pub const ITEM: Self = Self(4);
    /// A table, code, a further paragraph, a quotation.
    pub const BODY: Self = Self(5);
    /// An item inside an item.
    pub const NESTED: Self = Self(6);
    /// A figure that proves.
    pub const IMPACT: Self = Self(7);
    /// A case that shows.
    pub const EXAMPLE: Self = Self(8);
    /// Advice on the side.
    pub const TIP: Self = Self(9);

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
            3 => "opening",
            4 => "item",
            5 => "body",
            6 => "nested item",
            7 => "figure",
            8 => "example",
            _ => "tip",
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
            Rank::of_paragraph(Role::Plain, true),
            Rank::of_paragraph(Role::Key, false),
        ];
        assert!(order.is_sorted_by(|sooner, later| sooner > later));
        assert!(!Rank::KEY.may_leave() && !Rank::LEAD.may_leave());
    }
}
