//! Work on many things at once, with the results in the order of the things.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` makes of each item and its index.
///
/// As many threads work as the machine has cores; the results do not depend on how many.
pub(super) fn map<'a, T: Sync, U: Send>(
    items: &'a [T],
    work: impl Fn(usize, &'a T) -> U + Sync,
) -> Vec<U> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    if cores.min(items.len()) < 2 {
        return items.iter().enumerate().map(|(index, item)| work(index, item)).collect();
    }
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { return done };
            done.push((index, work(index, item)));
        }
    };
    let mut done: Vec<(usize, U)> = thread::scope(|scope| {
        let threads: Vec<_> =
            (0..cores.min(items.len())).map(|_| scope.spawn(worker)).collect();
        threads
            .into_iter()
            .flat_map(|thread| {
                thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    done.sort_unstable_by_key(|&(index, _)| index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled = super::map(&items, |index, &item| index + item);
        assert!(doubled.iter().enumerate().all(|(index, &n)| n == 2 * index));
        assert!(super::map(&[] as &[u8], |_, _| 0).is_empty());
    }
}
