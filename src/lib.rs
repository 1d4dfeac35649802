//! Prints a Markdown study guide as a cheat sheet (PDF), flashcards (PDF) and a book (EPUB).
//!
//! A text becomes a tree, of which a part may be taken, and the tree becomes products:
//!
//! | module | what is in it |
//! |---|---|
//! | [`parse`] | Markdown → [`Document`](document::Document), with what there is to say of it |
//! | [`document`] | the tree, which is JSON as well, and the walks over it |
//! | [`select`] | a part of a guide, several guides in one, a list of what there is, a deck of cards |
//! | [`product`] | tree → sheet, cards, book, cards for Anki: functions, their options, what they give |
//! | [`diagnostic`] | warnings with their places, errors with what would help |
//!
//! The library reads no file but fonts and writes none: text and pictures come in as values,
//! and products go out as bytes. Where the same goes in, the same bytes come out.
//!
//! # A cheat sheet
//!
//! ```
//! use offprint::parse::{ParseOptions, Source, parse};
//! use offprint::product::{FontSet, SheetOptions, cheat_sheet};
//!
//! let guide = "# Databases\n\n## 1. What is an index?\n\nA **sorted copy** of a column.\n";
//! let source = Source::from_text("guide.md", guide);
//! let document = parse(&[source], &ParseOptions::default()).document;
//!
//! let mut fonts = FontSet::bundled();
//! let sheet = cheat_sheet(&document, &mut fonts, &SheetOptions::default())?;
//! assert!(sheet.bytes.starts_with(b"%PDF"));
//! assert_eq!(sheet.report.questions.shown, 1);
//! # Ok::<(), offprint::diagnostic::Error>(())
//! ```
//!
//! # Flashcards
//!
//! Options begin as their default and have their fields set one by one.
//!
//! ```
//! use offprint::parse::{ParseOptions, Source, parse};
//! use offprint::product::{CardOptions, FontSet, flashcards};
//!
//! let guide = "## 1. What is an index?\n\nA sorted copy.\n\n## 2. What is a join?\n\nTwo tables.\n";
//! let source = Source::from_text("guide.md", guide);
//! let document = parse(&[source], &ParseOptions::default()).document;
//!
//! let mut options = CardOptions::default();
//! options.leitner = true;
//! let cards = flashcards(&document, &mut FontSet::bundled(), &options)?;
//! assert!(cards.bytes.starts_with(b"%PDF"));
//! assert_eq!(cards.cards, 2);
//! # Ok::<(), offprint::diagnostic::Error>(())
//! ```
//!
//! # A book
//!
//! ```
//! use offprint::parse::{ParseOptions, Source, parse};
//! use offprint::product::{BookOptions, FontSet, book};
//!
//! let guide = "# Databases\n\n## 1. What is an index?\n\nA sorted copy of a column.\n";
//! let source = Source::from_text("guide.md", guide);
//! let document = parse(&[source], &ParseOptions::default()).document;
//!
//! let book = book(&document, &mut FontSet::bundled(), &BookOptions::default())?;
//! assert!(book.bytes.starts_with(b"PK"), "an EPUB is a zip file");
//! # Ok::<(), offprint::diagnostic::Error>(())
//! ```
//!
//! # The tree as JSON
//!
//! ```
//! use offprint::document::Document;
//! use offprint::parse::{ParseOptions, Source, parse};
//!
//! let source = Source::from_text("guide.md", "## 1. What is an index?\n\nA sorted copy.\n");
//! let document = parse(&[source], &ParseOptions::default()).document;
//!
//! let json = serde_json::to_vec(&document)?;
//! assert_eq!(Document::from_json(&json)?, document);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Programs that do this with files are in `tests/examples`. How the crate is built inside is
//! written in `src/architecture.md`.

// What is `pub` is the interface; all else says how far it is seen.
#![warn(unreachable_pub)]

// What a program may build on.
pub mod diagnostic;
pub mod document;
pub mod parse;
pub mod product;
pub mod select;

// The command, which `main.rs` is nothing but a call of.
#[doc(hidden)]
pub mod cli;

mod bisect;
mod code;
mod font;
mod frame;
mod hash;
mod impose;
mod layout;
mod math;
mod paper;
mod pictures;
mod render;
mod source;
mod text;
mod theme;
mod units;
mod words;

/// For those who work on the crate: a page of `cargo doc --document-private-items`.
#[doc = include_str!("architecture.md")]
mod architecture {}

/// No part of the interface: what the tests and benches of the crate itself look at. It
/// changes whenever they do, and no version says so.
#[doc(hidden)]
pub mod internals {
    pub mod condense {
        pub use crate::select::condense::{
            Answer, Choice, CondenseOptions, Corpus, FITTED, Features, Line, MIXTURE,
            Mixture, OF_TERM, OF_UNIT, Reader, TIMES, Weights, Words, Worth, can_answer,
            choose, is_sound, phrases, worth,
        };
    }

    pub mod epub {
        pub use crate::render::epub::{EpubOptions, epub};
    }

    pub mod font {
        pub use crate::font::{FaceId, Family, Style, Weight};
    }

    pub mod frame {
        pub use crate::frame::{
            Bookmark, Color, Dash, Frame, FrameItem, Glyph, LinkTarget, NodeKind, Page,
            Pages, Picture, Pixels, Said, Structure, Tag, TextRun,
        };
    }

    pub mod layout {
        pub use crate::layout::build::sheet_flow;
        pub use crate::layout::card::{Card, CardLayout, CardMaker};
        pub use crate::layout::galley::{Setting, set};
        pub use crate::layout::lines::{Align, break_lines};
        pub use crate::layout::sheet::{SheetLayout, lay_out};
    }

    pub mod missing {
        pub use crate::product::missing::{
            asked_of_sheet, none_in_book, none_on_cards, none_on_sheet,
        };
    }

    pub mod pdf {
        pub use crate::render::pdf::{Duplex, PdfOptions, pdf};
    }

    pub mod text {
        pub use crate::text::{Format, Shaper, Span};
    }

    pub mod units {
        pub use crate::units::Em;
    }

    pub mod words {
        pub use crate::words::Words;
    }
}
