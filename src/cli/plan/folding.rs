//! What the arguments about folding mean together.

use super::cards::duplex;
use crate::cli::args::folding::FoldingArgs;
use crate::impose::{self, Folding};
use crate::product::SheetOptions;

/// The options of a sheet, with how its pages are folded.
pub(crate) fn folded(
    options: SheetOptions,
    typed: &FoldingArgs,
) -> Result<SheetOptions, String> {
    let folding = match (typed.booklet, typed.pocket) {
        (true, _) => Folding::Booklet,
        (_, true) => Folding::Pocket,
        _ => Folding::Flat,
    };
    let duplex = typed.duplex.map(duplex);
    match (folding, duplex) {
        (Folding::Booklet, Some(impose::Duplex::Fold)) => {
            Err("--duplex fold is for cards: a booklet has pages on both sides of its \
                 sheets; take --duplex manual for a printer that prints one side"
                .to_owned())
        }
        (Folding::Pocket, Some(_)) => {
            Err("--pocket prints one side of one sheet, and nothing is turned: leave \
                 --duplex away"
                .to_owned())
        }
        _ => Ok(SheetOptions { folding, duplex, ..options }),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use clap::error::ErrorKind;

    use super::*;
    use crate::cli::args::command::{Command, Typed};
    use crate::impose::Duplex;

    fn typed(line: &str) -> Result<FoldingArgs, ErrorKind> {
        let words = ["offprint", "sheet"].into_iter().chain(line.split_whitespace());
        match Typed::try_parse_from(words).map_err(|error| error.kind())?.command {
            Command::Sheet(sheet) => Ok(sheet.folding),
            other => panic!("{other:?}"),
        }
    }

    fn options(line: &str) -> Result<(Folding, Option<Duplex>), String> {
        let typed = typed(line).expect(line);
        let options = folded(SheetOptions::default(), &typed)?;
        Ok((options.folding, options.duplex))
    }

    #[test]
    fn booklet_pocket_and_duplex() {
        assert_eq!(options(""), Ok((Folding::Flat, None)));
        assert_eq!(options("--booklet --pages 12"), Ok((Folding::Booklet, None)));
        assert_eq!(options("--pocket --columns 1"), Ok((Folding::Pocket, None)));
        for (name, duplex) in [
            ("long-edge", Duplex::LongEdge),
            ("short-edge", Duplex::ShortEdge),
            ("manual", Duplex::Manual),
        ] {
            let booklet = options(&format!("--booklet --duplex {name}"));
            assert_eq!(booklet, Ok((Folding::Booklet, Some(duplex))));
            let flat = options(&format!("--duplex {name}"));
            assert_eq!(flat, Ok((Folding::Flat, Some(duplex))));
        }
    }

    #[test]
    fn what_does_not_go_together_is_refused() {
        for line in [
            "--booklet --pocket",
            "--booklet --one-page",
            "--booklet --portrait",
            "--pocket --one-page",
            "--pocket --portrait",
            "--pocket --pages 4",
        ] {
            assert_eq!(typed(line).err(), Some(ErrorKind::ArgumentConflict), "{line}");
        }
        let fold = options("--booklet --duplex fold").expect_err("no fold");
        assert!(fold.contains("--duplex manual"), "{fold}");
        let pocket = options("--pocket --duplex manual").expect_err("one side");
        assert!(pocket.contains("--duplex away"), "{pocket}");
    }
}
