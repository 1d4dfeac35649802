//! Which card goes into which slot of which sheet.

/// The order of cards on sheets.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Sheet by sheet, row by row: to be cut one sheet at a time.
    #[default]
    Sheet,
    /// Pile by pile: when the whole stack is cut at once and the piles are laid on each
    /// other, first slot on top, the cards are in order.
    Stack,
}

/// The cards of each sheet by number, slot by slot; none for an empty slot. Those are the
/// last ones, in the pile too.
pub(super) fn deal(cards: usize, slots: usize, order: Order) -> Vec<Vec<Option<usize>>> {
    let sheets = cards.div_ceil(slots);
    let card = |sheet: usize, slot: usize| match order {
        Order::Sheet => sheet * slots + slot,
        Order::Stack => slot * sheets + sheet,
    };
    let there = |card: usize| (card < cards).then_some(card);
    (0..sheets)
        .map(|sheet| (0..slots).map(|slot| there(card(sheet, slot))).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cards in the order in which they lie once the stack is cut and piled up.
    fn piled(cards: usize, slots: usize) -> Vec<Option<usize>> {
        let sheets = deal(cards, slots, Order::Stack);
        (0..slots).flat_map(|slot| sheets.iter().map(move |sheet| sheet[slot])).collect()
    }

    #[test]
    fn sheet_by_sheet_cards_follow_one_another() {
        let dealt = deal(5, 3, Order::Sheet).concat();
        assert_eq!(dealt, [Some(0), Some(1), Some(2), Some(3), Some(4), None]);
        assert!(deal(0, 3, Order::Sheet).is_empty());
    }

    #[test]
    fn a_stack_cut_and_piled_up_is_in_order_and_empty_places_are_last() {
        for slots in 1..12 {
            for cards in 0..40 {
                let piled = piled(cards, slots);
                let expected: Vec<_> = (0..cards).map(Some).collect();
                assert_eq!(piled[..cards], expected, "{cards} cards, {slots} slots");
                assert!(piled[cards..].iter().all(Option::is_none));
                assert!(piled.len() < cards + slots);
            }
        }
    }
}
