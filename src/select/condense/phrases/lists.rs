//! What lists of phrases a language may have.

/// The phrases of a language.
#[derive(Debug, Default)]
pub struct Phrases {
    /// The language's primary tag.
    pub language: &'static str,
    /// Beginnings that refer to the sentence before.
    pub back: &'static str,
    /// Beginnings that go on from something that was said, and not from a heading.
    pub onward: &'static str,
    /// Beginnings that refer to the sentence before if one of `pointers` follows.
    pub joins: &'static str,
    /// Words for what was named before.
    pub pointers: &'static str,
    /// Words that point at what was named before, wherever they stand.
    pub demonstratives: &'static str,
    /// Phrases for more of what was named before.
    pub kinds: &'static str,
    /// Words that a clause inside a sentence begins with.
    pub clauses: &'static str,
    /// Words that make of the next one a name.
    pub articles: &'static str,
    /// Point at code, a table or a list that comes next.
    pub ahead: &'static str,
    /// Point at code, a table, a picture that came before.
    pub above: &'static str,
    /// Beginnings of sentences that announce, or tell of code.
    pub announces: &'static str,
    /// Say, wherever they stand, that a text speaks of itself.
    pub of_itself: &'static str,
    /// Beginnings of sentences that count what they do not name.
    pub counts: &'static str,
    /// Say that there are some, and not which.
    pub vague: &'static str,
    /// Beginnings that can go, with the comma or space they end with.
    pub connectives: &'static str,
    /// What examples at the end of a sentence begin with.
    pub examples: &'static str,
    /// Come before the last of a list.
    pub last_of_list: &'static str,
    /// What a clause between commas begins with.
    pub relatives: &'static str,
    /// Negations, conditions, limits: what holds one of these is never cut out.
    pub guards: &'static str,
    /// Verbs of sentences that say what something is.
    pub defines: &'static str,
    /// Words for who writes and who reads.
    pub persons: &'static str,
    /// Verbs that make what stands before an example a sentence, and an example none.
    pub verbs: &'static str,
    /// Words that say nothing by themselves.
    pub small: &'static str,
    /// Verbs after which a sentence says what its title asks.
    pub copulas: &'static str,
    /// What tells how something is done begins with one of these.
    pub means: &'static str,
    /// Beginnings of titles that are answered by yes or no.
    pub closed: &'static str,
    /// What says yes.
    pub yes: &'static str,
    /// Prepositions that name where something is.
    pub within: &'static str,
    /// What says at the end of a sentence to what end, or what follows from it.
    pub ends: &'static str,
    /// Endings of verbs with which a clause after a comma goes on: “, letting others in”.
    pub participles: &'static str,
}

/// No lists.
pub(super) const NONE: Phrases = Phrases {
    language: "",
    back: "",
    onward: "",
    joins: "",
    pointers: "",
    demonstratives: "",
    kinds: "",
    clauses: "",
    articles: "",
    of_itself: "",
    vague: "",
    counts: "",
    ahead: "",
    above: "",
    announces: "",
    connectives: "",
    examples: "",
    last_of_list: "",
    relatives: "",
    guards: "",
    defines: "",
    persons: "",
    verbs: "",
    small: "",
    copulas: "",
    means: "",
    closed: "",
    yes: "",
    within: "",
    ends: "",
    participles: "",
};
