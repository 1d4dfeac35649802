//! The plan of a book: which file each entry goes to, and where every id is found.

use std::collections::BTreeMap;
use std::iter::once;
use std::ops::Range;

use crate::document::notes::note_places;
use crate::document::visit::{self, Node};
use crate::document::{Block, Document, Entry, Section};
use crate::text::aloud;
use crate::words::{Words, filled};

use super::ids::Ids;
use super::in_short::InShort;
use super::language;
use super::options::{Answers, CodeLook};
use super::picture_files::PictureFiles;
use super::xml::{Attribute, clean};

/// A file stays below this, unless a single entry is longer. Readers open a file as a
/// whole; from about 300 kB on, small ones are slow or refuse.
pub(super) const FILE_LIMIT: usize = 200_000;

/// What the names of files with sections, and of those with their hidden answers, begin with.
pub(super) const SECTION: &str = "section-";
pub(super) const ANSWERS: &str = "answers-";

/// The stem of the files that list all questions.
pub(super) const QUESTIONS: &str = "questions";

/// A document, and where each of its sections and entries goes.
pub(super) struct Book<'a> {
    /// What is printed.
    pub document: &'a Document,
    /// The document's title, or a word that stands for it; never blank.
    pub title: String,
    /// A well-formed language tag.
    pub language: String,
    /// The pictures that are files of the book.
    pub pictures: Option<&'a PictureFiles>,
    /// The answers in short that reviews show.
    pub in_short: Option<&'a InShort>,
    /// How words of programs are told apart.
    pub code_look: CodeLook,
    /// What the book says itself.
    pub words: &'static Words,
    /// Where the answers stand.
    pub answers: Answers,
    /// Files with sections and answers, in reading order.
    pub files: Vec<SectionFile>,
    /// The ids of each section, by its index.
    pub ids: Vec<SectionIds>,
    /// In which of the files with the list of all questions a question stands.
    pub listed_in: BTreeMap<Spot, usize>,
    /// What is the first thing to begin on a page of the printed sheet, with the page's
    /// number.
    pub page_marks: BTreeMap<Start, usize>,
    places: BTreeMap<&'a str, Place>,
    notes: BTreeMap<&'a str, usize>,
}

/// An entry, by the indices of its section and of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// Which section.
    pub section: usize,
    /// Which of its entries.
    pub entry: usize,
}

/// The ids that a section and its entries have in the files.
pub(super) struct SectionIds {
    /// Of the section.
    pub section: String,
    /// Of its entries.
    pub entries: Vec<String>,
}

/// What can begin on a page: a section with its title, or one of its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    /// Which section.
    pub section: usize,
    /// Which of its entries; none for the section itself, which sorts before them.
    pub entry: Option<usize>,
}

/// A file with a section, or with some of its entries where it is long.
pub(super) struct SectionFile {
    /// The file's name.
    pub name: String,
    /// Which section, by its index.
    pub section: usize,
    /// What it holds of the section.
    pub kind: FileKind,
    /// Which of its entries, by their indices.
    pub entries: Range<usize>,
    /// Whether the section began in an earlier file.
    pub continued: bool,
}

/// What a file has of its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FileKind {
    /// All of them; but answers that are hidden stand in a file of their own.
    Entries,
    /// The hidden answers.
    Answers,
}

/// How large an entry is in the files, in bytes.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct EntrySize {
    /// Where it stands among the entries.
    pub entry: usize,
    /// Its hidden answer.
    pub answer: usize,
}

/// Where an id of the tree is found.
pub(super) struct Place {
    /// The index of the file.
    pub file: usize,
    /// The id in the file.
    pub id: String,
    /// Whether a heading inside an answer has it, not a section or an entry.
    pub heading: bool,
}

impl<'a> Book<'a> {
    /// A plan with one file a section, and one with its answers where they are hidden.
    pub(super) fn whole(document: &'a Document, answers: Answers) -> Self {
        // Entries of no size fit into one file, and so do answers of a byte each.
        let sizes: usize = document.sections.iter().map(|s| s.entries.len()).sum();
        Self::split(document, answers, &vec![EntrySize { entry: 0, answer: 1 }; sizes])
    }

    /// A plan in which no file is longer than it should be, given the size of each entry
    /// in reading order.
    pub(super) fn split(
        document: &'a Document,
        answers: Answers,
        sizes: &[EntrySize],
    ) -> Self {
        let mut book = Self::standalone(document);
        book.answers = answers;
        book.plan_files(sizes);
        book.find_places();
        book
    }

    /// A plan without files, for text that goes somewhere else than into a book, such as a
    /// field of Anki. Words, footnotes and language are those of the document; but none of
    /// its ids has a place, so that links inside the document become plain text.
    pub(super) fn standalone(document: &'a Document) -> Self {
        let language = language::tag(&document.meta.language);
        let words = Words::of(&language);
        let title = document.meta.title.as_deref().map(one_line);
        Self {
            document,
            title: title
                .filter(|title| !title.is_empty())
                .unwrap_or_else(|| words.book.untitled.to_owned()),
            language,
            pictures: None,
            in_short: None,
            code_look: CodeLook::default(),
            words,
            answers: Answers::default(),
            files: Vec::new(),
            ids: Vec::new(),
            listed_in: BTreeMap::new(),
            page_marks: BTreeMap::new(),
            places: BTreeMap::new(),
            notes: note_places(&document.footnotes),
        }
    }

    fn plan_files(&mut self, sizes: &[EntrySize]) {
        let mut first = 0;
        for (index, section) in self.document.sections.iter().enumerate() {
            let sizes = &sizes[first..first + section.entries.len()];
            first += sizes.len();
            let entries: Vec<usize> = sizes.iter().map(|size| size.entry).collect();
            self.add_files(index, FileKind::Entries, split_by_size(&entries));
            if self.answers == Answers::Hidden && section.questions().next().is_some() {
                let answer = |(entry, size): (&Entry, &EntrySize)| match entry {
                    Entry::Question(_) => size.answer,
                    Entry::Topic(_) => 0,
                };
                let answers: Vec<usize> =
                    section.entries.iter().zip(sizes).map(answer).collect();
                self.add_files(index, FileKind::Answers, split_by_size(&answers));
            }
        }
    }

    fn add_files(&mut self, section: usize, kind: FileKind, ranges: Vec<Range<usize>>) {
        // Questions before the first section are section 0: then names and numbers agree.
        let base = usize::from(self.document.sections[0].number != 0);
        let stem = match kind {
            FileKind::Entries => format!("{SECTION}{}", section + base),
            FileKind::Answers => format!("{ANSWERS}{}", section + base),
        };
        let files = ranges.into_iter().enumerate().map(|(at, entries)| SectionFile {
            name: numbered(&stem, at),
            section,
            kind,
            entries,
            continued: at > 0,
        });
        self.files.extend(files);
    }

    /// Sections and entries come first, so that a heading inside an answer never takes the
    /// id that the contents point at.
    fn find_places(&mut self) {
        let mut ids = Ids::default();
        for (index, section) in self.document.sections.iter().enumerate() {
            let file = self.file_of(FileKind::Entries, Spot { section: index, entry: 0 });
            let section_id = ids.take(&section.id);
            self.place(
                &section.id,
                Place { file, id: section_id.clone(), heading: false },
            );
            let mut entry_ids = Vec::new();
            for (at, entry) in section.entries.iter().enumerate() {
                let id = ids.take(entry.id());
                let spot = Spot { section: index, entry: at };
                let file = self.file_of(FileKind::Entries, spot);
                self.place(entry.id(), Place { file, id: id.clone(), heading: false });
                entry_ids.push(id);
            }
            self.ids.push(SectionIds { section: section_id, entries: entry_ids });
        }
        for (index, section) in self.document.sections.iter().enumerate() {
            for (at, entry) in section.entries.iter().enumerate() {
                for (kind, blocks) in self.blocks_by_file(entry) {
                    let file = self.file_of(kind, Spot { section: index, entry: at });
                    heading_ids(blocks, &mut |id| {
                        if !self.places.contains_key(id) {
                            let place = Place { file, id: ids.take(id), heading: true };
                            self.place(id, place);
                        }
                    });
                }
            }
        }
    }

    /// Whether there are no files, so that what is written goes somewhere else than into a
    /// book.
    pub(super) fn stands_alone(&self) -> bool {
        self.files.is_empty()
    }

    /// The blocks of an entry by the kind of file that has them: all in one, unless answers
    /// are hidden; then what asks is in one and what answers in another.
    fn blocks_by_file(&self, entry: &'a Entry) -> [(FileKind, &'a [Block]); 2] {
        match (self.answers, entry) {
            (Answers::Hidden, Entry::Question(question)) => [
                (FileKind::Entries, question.prompt()),
                (FileKind::Answers, question.reply()),
            ],
            _ => [(FileKind::Entries, entry.blocks()), (FileKind::Entries, &[])],
        }
    }

    /// Marks the first thing that begins on each page. A page in the middle of a long
    /// answer has no such thing, and no mark.
    pub(super) fn mark_pages(&mut self, pages: &BTreeMap<String, usize>) {
        let mut last = 0;
        for (index, section) in self.document.sections.iter().enumerate() {
            let title = std::iter::once((None, section.id.as_str()));
            let entries = section.entries.iter().enumerate();
            let entries = entries.map(|(at, entry)| (Some(at), entry.id()));
            for (at, id) in title.chain(entries) {
                if let Some(&page) = pages.get(id).filter(|&&page| page > last) {
                    self.page_marks.insert(Start { section: index, entry: at }, page);
                    last = page;
                }
            }
        }
    }

    /// The pages of the printed sheet with their addresses, in order.
    pub(super) fn pages(&self) -> impl Iterator<Item = (usize, String)> {
        self.page_marks.iter().map(|(&Start { section, entry }, &page)| {
            let spot = Spot { section, entry: entry.unwrap_or_default() };
            let file = self.file_of(FileKind::Entries, spot);
            (page, format!("{}#{}", self.files[file].name, page_id(page)))
        })
    }

    /// The file that has an entry, or its answer; for a section without entries, its only
    /// file.
    fn file_of(&self, kind: FileKind, spot: Spot) -> usize {
        let begun = |file: &SectionFile| {
            (file.section, file.kind, file.entries.start)
                <= (spot.section, kind, spot.entry)
        };
        self.files.partition_point(begun) - 1
    }

    fn place(&mut self, wish: &'a str, place: Place) {
        self.places.entry(wish).or_insert(place);
    }

    /// Where an id of the tree is found, if there is such an id.
    pub(super) fn find(&self, id: &str) -> Option<&Place> {
        self.places.get(id)
    }

    /// The id of an entry.
    pub(super) fn entry_id(&self, spot: Spot) -> &str {
        &self.ids[spot.section].entries[spot.entry]
    }

    /// The address of an entry.
    pub(super) fn href(&self, spot: Spot) -> String {
        let file = &self.files[self.file_of(FileKind::Entries, spot)];
        format!("{}#{}", file.name, self.entry_id(spot))
    }

    /// The address of a hidden answer.
    pub(super) fn answer_href(&self, spot: Spot) -> String {
        let file = &self.files[self.file_of(FileKind::Answers, spot)];
        format!("{}#{}", file.name, self.answer_id(spot))
    }

    /// The id of a hidden answer.
    pub(super) fn answer_id(&self, spot: Spot) -> String {
        format!("_answer-{}", self.entry_id(spot))
    }

    /// The address of a section: its first file.
    pub(super) fn section_href(&self, section: usize) -> &str {
        let first = Spot { section, entry: 0 };
        &self.files[self.file_of(FileKind::Entries, first)].name
    }

    /// The address of a section's hidden answers, if it has any.
    pub(super) fn answers_href(&self, section: usize) -> Option<&str> {
        let answers = |file: &&SectionFile| {
            (file.section, file.kind) == (section, FileKind::Answers)
        };
        self.files.iter().find(answers).map(|file| file.name.as_str())
    }

    /// The address of a question's line in the list of all questions.
    pub(super) fn index_href(&self, spot: Spot) -> String {
        let at = self.listed_in.get(&spot).copied().unwrap_or_default();
        format!("{}#{}", numbered(QUESTIONS, at), self.index_id(spot))
    }

    /// The id of a question's line in the list of all questions.
    pub(super) fn index_id(&self, spot: Spot) -> String {
        format!("_to-{}", self.entry_id(spot))
    }

    /// The index of the footnote with a label.
    pub(super) fn note(&self, label: &str) -> Option<usize> {
        self.notes.get(label).copied()
    }

    /// A section's name where a line of text names it.
    pub(super) fn section_name(&self, section: &Section) -> String {
        let title = one_line(&aloud(&section.title));
        match (section.number, title.is_empty()) {
            (0, true) => self.title.clone(),
            (0, false) => title,
            (number, true) => filled(self.words.book.section, &number.to_string()),
            (number, false) => format!("{number} {title}"),
        }
    }

    /// What a file with a section, or with its answers, is called.
    pub(super) fn file_title(&self, file: &SectionFile) -> String {
        let section = self.section_name(&self.document.sections[file.section]);
        let name = match file.kind {
            FileKind::Entries => section,
            FileKind::Answers => self.named(self.words.book.answers, &section),
        };
        self.continued_title(name, file.continued)
    }

    /// A name, which says so where what it names goes on from an earlier file.
    pub(super) fn continued_title(&self, name: String, continued: bool) -> String {
        if continued { filled(self.words.book.continued, &name) } else { name }
    }

    /// Attributes of an element with words of the book's own: these, and the language of the
    /// words where it is not the book's, so that a voice changes for them.
    pub(super) fn own<'b>(&self, attributes: &[Attribute<'b>]) -> Vec<Attribute<'b>> {
        let mut all = attributes.to_vec();
        if !self.words.are_in(&self.language) {
            let tag = self.words.tag;
            all.extend([("lang", tag), ("xml:lang", tag)]);
        }
        all
    }

    /// What something is, and which one: “Review: Locks”.
    pub(super) fn named(&self, what: &str, which: &str) -> String {
        [what, self.words.signs.colon, which].concat()
    }

    /// Two things that are said one after the other: “Q3, back to the question”.
    pub(super) fn listed(&self, one: &str, other: &str) -> String {
        [one, self.words.signs.comma, other].concat()
    }
}

/// An entry's name where a line of text names it: empty for untitled text.
pub(super) fn entry_name(entry: &Entry) -> String {
    let title = aloud(entry.title());
    match entry {
        Entry::Question(question) => one_line(&format!("Q{} {title}", question.number)),
        Entry::Topic(_) => one_line(&title),
    }
}

/// `text` with each run of white space as one space, and none at the ends.
pub(super) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The id of the place where a page of the printed sheet begins.
pub(super) fn page_id(page: usize) -> String {
    format!("_page-{page}")
}

/// The name of one of several files: the first has no number.
pub(super) fn numbered(stem: &str, at: usize) -> String {
    match at {
        0 => format!("{stem}.xhtml"),
        _ => format!("{stem}-{}.xhtml", at + 1),
    }
}

/// Divides things of these sizes among files, in order, each as full as [`FILE_LIMIT`]
/// lets it be; at least one file, and none for things of no size alone.
pub(super) fn split_by_size(sizes: &[usize]) -> Vec<Range<usize>> {
    let mut files: Vec<Range<usize>> = once(0..0).collect();
    let mut filled = 0;
    for (at, size) in sizes.iter().enumerate() {
        let last = files.last_mut().expect("there is always a file");
        if filled + size > FILE_LIMIT && filled > 0 && *size > 0 {
            files.push(at..at + 1);
            filled = 0;
        } else {
            last.end = at + 1;
        }
        filled += size;
    }
    files
}

fn heading_ids<'a>(blocks: &'a [Block], found: &mut impl FnMut(&'a str)) {
    visit::blocks(blocks, &mut |node| {
        if let Node::Id(id) = node {
            found(id);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_hold_every_entry_once_and_stay_below_the_limit() {
        assert_eq!(split_by_size(&[]), vec![(0..0)]);
        assert_eq!(split_by_size(&[1, 2, 3]), vec![(0..3)]);
        assert_eq!(split_by_size(&[FILE_LIMIT, 1, 1]), [0..1, 1..3]);
        assert_eq!(split_by_size(&[FILE_LIMIT * 2, FILE_LIMIT * 2]), [0..1, 1..2]);
        assert_eq!(split_by_size(&[0, FILE_LIMIT * 2, 0, 1]), [0..3, 3..4]);
        assert_eq!(split_by_size(&[FILE_LIMIT / 2; 5]), [0..2, 2..4, 4..5]);
    }
}
