//! Printing only what is new, as planned: which record is read, and where the next one goes.

use std::path::PathBuf;

use super::target::Target;
use crate::cli::args::reprint::ReprintArgs;

/// What is recorded of the cards, and which record decides what is printed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Reprint {
    /// Where the record goes.
    pub lock: Option<Target>,
    /// The record of what was printed before.
    pub since: Option<PathBuf>,
}

impl Reprint {
    /// What was typed, checked. `cards` is where the cards go.
    pub(crate) fn checked(
        typed: ReprintArgs,
        cards: Option<&Target>,
    ) -> Result<Self, String> {
        let lock = typed.lock.map(Target::typed);
        if lock.is_some() && lock.as_ref() == cards {
            return Err("--lock names the file that the cards go to".to_owned());
        }
        Ok(Self { lock, since: typed.changed_since })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_and_changed_since() {
        let typed = |lock: &str| ReprintArgs {
            lock: Some(lock.into()),
            changed_since: Some("old.lock".into()),
        };
        let cards = Target::File("a.pdf".into());
        let reprint = Reprint::checked(typed("a.lock"), Some(&cards)).expect("two files");
        assert_eq!(reprint.lock, Some(Target::File("a.lock".into())));
        assert_eq!(reprint.since, Some("old.lock".into()));
        assert!(Reprint::checked(typed("a.pdf"), Some(&cards)).is_err());
        assert!(Reprint::checked(typed("-"), Some(&Target::Output)).is_err());
        let none = Reprint::checked(ReprintArgs::default(), None).expect("nothing");
        assert_eq!(none, Reprint::default());
    }
}
