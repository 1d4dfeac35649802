//! The kinds of what is left out on purpose, and what they are called.

/// The kinds of boilerplate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BoilerplateKind {
    /// A list, table or row of links to the guide's own headings, the heading over it, or a mark
    /// that a site puts such a list in place of.
    Contents,
    /// A link to the top or to the contents.
    BackLink,
    /// Pictures from a badge service.
    Badge,
    /// A heading that is only a link to another file.
    Navigation,
    /// A block of a section that thanks sponsors or shows a project's stars.
    Promotion,
    /// A comment in HTML or of a note program; pins are none.
    Comment,
    /// A tag behind a heading, an item or a question: `#card`.
    Tag,
    /// What a note program shows cards in place of: `{{cards [[biology]]}}`.
    Query,
    /// What an outline keeps with an item for itself: `id:: 61b2...`.
    Property,
    /// A line that holds nothing but tags.
    Tags,
    /// Attributes in braces, for the look of a site.
    Attribute,
    /// A call of a site generator: a shortcode, a tag of Liquid, a variable of the site.
    Shortcode,
    /// Lines that import or export what a page is programmed with.
    Import,
    /// What an abbreviation means, which a site shows beside it.
    Abbreviation,
    /// A mark for the end of a page.
    PageBreak,
}

impl BoilerplateKind {
    /// What it is called, for one and for many.
    pub fn name(self, many: bool) -> &'static str {
        match (self, many) {
            (Self::Contents, false) => "part of a table of contents",
            (Self::Contents, true) => "parts of tables of contents",
            (Self::BackLink, false) => "link back to the top",
            (Self::BackLink, true) => "links back to the top",
            (Self::Badge, false) => "line of badges",
            (Self::Badge, true) => "lines of badges",
            (Self::Navigation, false) => "link to another file",
            (Self::Navigation, true) => "links to other files",
            (Self::Promotion, false) => "block about sponsors or stars",
            (Self::Promotion, true) => "blocks about sponsors or stars",
            (Self::Comment, false) => "comment",
            (Self::Comment, true) => "comments",
            (Self::Tag, false) => "tag",
            (Self::Tag, true) => "tags",
            (Self::Query, false) => "query for cards",
            (Self::Query, true) => "queries for cards",
            (Self::Property, false) => "property of a note program",
            (Self::Property, true) => "properties of a note program",
            (Self::Tags, false) => "line of tags",
            (Self::Tags, true) => "lines of tags",
            (Self::Attribute, false) => "group of attributes in braces",
            (Self::Attribute, true) => "groups of attributes in braces",
            (Self::Shortcode, false) => "call of a site generator",
            (Self::Shortcode, true) => "calls of a site generator",
            (Self::Import, false) => "import or export of a page",
            (Self::Import, true) => "imports or exports of a page",
            (Self::Abbreviation, false) => "meaning of an abbreviation",
            (Self::Abbreviation, true) => "meanings of abbreviations",
            (Self::PageBreak, false) => "mark for the end of a page",
            (Self::PageBreak, true) => "marks for ends of pages",
        }
    }
}
