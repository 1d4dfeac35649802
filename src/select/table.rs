//! The listing as a table for people.

use std::fmt;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::list::{ListedEntry, ListedQuestion, ListedSection, Listing};

/// Longer titles are cut off, so that words and ids stand in columns: what 80 columns of a
/// terminal leave beside the numbers, the count of words and a short id.
const WIDEST_TITLE: usize = 56;

/// One line for the guide, one for each section, question and topic: number, title, words,
/// id. The id is last because it is whole however long it is: it may be typed again.
impl fmt::Display for Listing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = shown(&self.title);
        let questions = self.sections.iter().map(|s| s.questions.len()).sum::<usize>();
        let plural = if questions == 1 { "" } else { "s" };
        writeln!(f, "{title}: {questions} question{plural}, {} words", self.words)?;
        if self.sections.is_empty() {
            return Ok(());
        }
        let width = self.title_width();
        row(f, width, ["", "", "words", "id"])?;
        for section in &self.sections {
            writeln!(f)?;
            let number = section.number.to_string();
            row(f, width, [&number, title_of(section), "", &section.id])?;
            for ListedQuestion { number, entry } in &section.questions {
                entry_row(f, width, &format!("Q{number}"), entry)?;
            }
            for topic in &section.topics {
                entry_row(f, width, "", topic)?;
            }
        }
        Ok(())
    }
}

impl Listing {
    fn title_width(&self) -> usize {
        let titles = self.sections.iter().flat_map(|section| {
            let questions = section.questions.iter().map(|question| &question.entry);
            let entries = questions.chain(&section.topics);
            std::iter::once(title_of(section))
                .chain(entries.map(|entry| shown(&entry.title)))
        });
        titles.map(UnicodeWidthStr::width).max().unwrap_or(0).min(WIDEST_TITLE)
    }
}

fn row(f: &mut fmt::Formatter<'_>, width: usize, cells: [&str; 4]) -> fmt::Result {
    let [number, title, words, id] = cells;
    writeln!(f, "{number:>5}  {}  {words:>5}  {id}", column(title, width))
}

fn entry_row(
    f: &mut fmt::Formatter<'_>,
    width: usize,
    number: &str,
    entry: &ListedEntry,
) -> fmt::Result {
    let words = entry.words.to_string();
    row(f, width, [number, shown(&entry.title), &words, &entry.id])
}

fn title_of(section: &ListedSection) -> &str {
    let outside = section.title.is_empty() && section.number == 0;
    if outside { "(outside any section)" } else { shown(&section.title) }
}

fn shown(title: &str) -> &str {
    if title.is_empty() { "(no title)" } else { title }
}

/// `title` filled up or cut off to as many columns of a terminal as `width`.
fn column(title: &str, width: usize) -> String {
    let mut column = title.to_owned();
    if title.width() > width {
        let mut taken = 0;
        let fits = |c: &char| {
            taken += c.width().unwrap_or(0);
            taken < width
        };
        column = title.chars().take_while(fits).collect();
        column.truncate(column.trim_end().len());
        column.push('…');
    }
    let gap = width.saturating_sub(column.width());
    column + &" ".repeat(gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, title: &str, words: usize) -> ListedEntry {
        ListedEntry { id: id.into(), title: title.into(), words, line: 1 }
    }

    fn listing() -> Listing {
        let question = |number, entry: ListedEntry| ListedQuestion { number, entry };
        let long = "What would you do if the index were larger than the memory?";
        let outside = ListedSection {
            number: 0,
            id: "s0".into(),
            title: String::new(),
            questions: vec![],
            topics: vec![entry("before-all", "Before all", 12)],
        };
        let basics = ListedSection {
            number: 1,
            id: "basics-of-keys".into(),
            title: "The basics".into(),
            questions: vec![
                question(1, entry("q1", "What is a key?", 4)),
                question(2, entry("what-would", long, 12_345)),
                question(13, entry("q13", "索引とは何ですか", 8)),
            ],
            topics: vec![entry("tips", "", 0)],
        };
        Listing {
            title: "Keys".into(),
            language: "en".into(),
            words: 12_369,
            sections: vec![outside, basics],
        }
    }

    #[test]
    fn titles_words_and_ids_stand_in_columns() {
        let expected = "\
Keys: 3 questions, 12369 words
                                                                 words  id

    0  (outside any section)                                            s0
       Before all                                                   12  before-all

    1  The basics                                                       basics-of-keys
   Q1  What is a key?                                                4  q1
   Q2  What would you do if the index were larger than the mem…  12345  what-would
  Q13  索引とは何ですか                                              8  q13
       (no title)                                                    0  tips
";
        assert_eq!(listing().to_string(), expected);
    }

    #[test]
    fn a_guide_of_nothing_is_one_line() {
        let nothing = Listing {
            title: String::new(),
            language: "en".into(),
            words: 0,
            sections: vec![],
        };
        assert_eq!(nothing.to_string(), "(no title): 0 questions, 0 words\n");
    }
}
