//! What a table says of a language.

/// How the words of a language are told. What a language lacks is empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grammar {
    /// What begins a comment that ends with its line.
    pub comments: &'static [&'static str],
    /// What comments stand between that can have several lines.
    pub blocks: &'static [(&'static str, &'static str)],
    /// What text stands between, the longer signs before the shorter.
    pub quotes: &'static [Quote],
    /// The words of the language, with spaces between.
    pub keywords: &'static str,
    /// Words that are keywords only where another word or a sign that opens something follows
    /// after a space: names everywhere else.
    pub soft: &'static str,
    /// Words for constants.
    pub constants: &'static str,
    /// Those of the keywords that a name is made behind.
    pub declares: &'static str,
    /// What a word is made of besides letters, digits and the underscore.
    pub letters: &'static [u8],
    /// What begins a word that is a name for being used in this way: an annotation, a variable of a shell.
    pub sigils: &'static [u8],
    /// Letters before a quote that belong to it.
    pub prefixes: &'static str,
    /// What opens a remark to the compiler that ends with `]`.
    pub attribute: &'static str,
    /// What opens a text that ends at a line with the word that stands behind.
    pub heredoc: &'static str,
    /// What else is so.
    pub habits: &'static [Habit],
}

/// What some languages do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// Capitals and small letters are the same in keywords.
    AnyCase,
    /// Comments stand in comments.
    Nested,
    /// What begins a comment does so only at the beginning of a word.
    SpacedComments,
    /// `#word` at the beginning of a line is an order to what runs before the compiler.
    Preprocessor,
    /// A pattern stands between slashes where a value may begin.
    Patterns,
    /// A word before a colon is a key, whatever word it is.
    Keys,
    /// A word with a colon behind it at the beginning of a line is a name: a target, a label.
    Labels,
    /// An apostrophe behind something closed turns a matrix about.
    Transposes,
    /// The first word of a line is a keyword, as instructions of an assembler are.
    Instructions,
}

/// What text stands between.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quote {
    pub open: &'static str,
    pub close: &'static str,
    /// The sign that takes its meaning from the next one; 0 for none.
    pub escape: u8,
    pub extent: Extent,
    /// What opens a place for a value in the text, and the signs that it is closed by and that
    /// open another of the same before.
    pub hole: Option<Hole>,
}

/// A place for a value in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hole {
    pub open: &'static str,
    pub inner: u8,
    pub close: u8,
}

/// How far a text can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// To the end of its line.
    Line,
    /// Over lines, if it is closed somewhere.
    Closed,
    /// Over lines, to the end of all if it is never closed.
    Lines,
    /// One character, or one that is written as an escape.
    Character,
}

impl Quote {
    /// Between two of the same sign, in one line, with a backslash before what is meant as it is.
    pub(super) const fn line(sign: &'static str) -> Self {
        Self { open: sign, close: sign, escape: b'\\', extent: Extent::Line, hole: None }
    }

    /// A character.
    pub(super) const CHARACTER: Self =
        Self { extent: Extent::Character, ..Self::line("'") };

    /// Between two signs, over lines.
    pub(super) const fn lines(open: &'static str, close: &'static str) -> Self {
        Self { open, close, escape: b'\\', extent: Extent::Lines, hole: None }
    }

    /// Which has to be closed.
    pub(super) const fn closed(self) -> Self {
        Self { extent: Extent::Closed, ..self }
    }

    /// In which every sign is meant as it is.
    pub(super) const fn raw(self) -> Self {
        Self { escape: 0, ..self }
    }

    /// With places for values between braces.
    pub(super) const fn with_values(self, open: &'static str) -> Self {
        Self { hole: Some(Hole { open, inner: b'{', close: b'}' }), ..self }
    }
}

impl Grammar {
    /// A language of which nothing is known.
    pub(super) const NONE: Self = Self {
        comments: &[],
        blocks: &[],
        quotes: &[],
        keywords: "",
        soft: "",
        constants: "",
        declares: "",
        letters: &[],
        sigils: &[],
        prefixes: "",
        attribute: "",
        heredoc: "",
        habits: &[],
    };

    pub(super) fn has(&self, habit: Habit) -> bool {
        self.habits.contains(&habit)
    }
}
