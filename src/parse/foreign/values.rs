//! Tables of values, separated by commas, semicolons or tabs (RFC 4180): each row is a card, its
//! front in the first column.

/// What the first line of such a table says, if it says what the columns are.
const HEADS: [&str; 26] = [
    "question",
    "questions",
    "front",
    "term",
    "word",
    "prompt",
    "q",
    "answer",
    "back",
    "definition",
    "meaning",
    "translation",
    "frage",
    "vorderseite",
    "begriff",
    "pregunta",
    "anverso",
    "recto",
    "domanda",
    "pergunta",
    "vraag",
    "вопрос",
    "问题",
    "質問",
    "text",
    "note",
];

/// The Markdown of a table: one with a head, so that its rows are questions. Nothing where it has
/// not two columns at least, or no rows.
pub fn values(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{feff}');
    let (text, told) = directives(text);
    let separator = told.or_else(|| separator(text))?;
    let mut rows = rows(text, separator);
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let columns = rows.iter().map(Vec::len).max().filter(|columns| *columns > 1)?;
    let is_head = rows.first().is_some_and(|row| {
        row.iter().all(|cell| cell.chars().count() < 40)
            && HEADS.contains(&&*row[0].trim().to_lowercase())
    });
    let head = if is_head { rows.remove(0) } else { Vec::new() };
    if rows.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(text.len() * 2);
    let named = (0..columns).map(|at| match head.get(at) {
        Some(name) => name.clone(),
        None if at == 0 => "Question".to_owned(),
        None if at == 1 => "Answer".to_owned(),
        None => String::new(),
    });
    line(&named.collect::<Vec<_>>(), columns, &mut out);
    line(&vec!["---".to_owned(); columns], columns, &mut out);
    for row in &rows {
        line(row, columns, &mut out);
    }
    Some(out)
}

/// Text without the lines with which Anki begins its exports, and the separator that they name.
fn directives(mut text: &str) -> (&str, Option<char>) {
    let mut separator = None;
    while let Some((line, rest)) = text.split_once('\n') {
        let Some((key, value)) =
            line.strip_prefix('#').and_then(|line| line.split_once(':'))
        else {
            break;
        };
        if !key.chars().all(|c| c.is_ascii_lowercase() || c == ' ') {
            break;
        }
        if key == "separator" {
            separator = match &*value.trim().to_lowercase() {
                "tab" => Some('\t'),
                "comma" => Some(','),
                "semicolon" => Some(';'),
                "pipe" => Some('|'),
                "space" => Some(' '),
                "colon" => Some(':'),
                value => value.chars().next(),
            };
        }
        text = rest;
    }
    (text, separator)
}

/// The separator that the first line has most of.
fn separator(text: &str) -> Option<char> {
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    let count = |sign: char| {
        let mut quoted = false;
        let outside = line.chars().filter(|char| {
            quoted ^= *char == '"';
            !quoted && *char == sign
        });
        outside.count()
    };
    ['\t', ';', ','].into_iter().find(|sign| count(*sign) > 0)
}

fn rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(char) = chars.next() {
        match char {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ if char == separator && !quoted => row.push(std::mem::take(&mut cell)),
            _ => cell.push(char),
        }
    }
    row.push(cell);
    rows.push(row);
    rows
}

/// A row of a table of Markdown.
fn line(row: &[String], columns: usize, out: &mut String) {
    for at in 0..columns {
        let cell = row.get(at).map(|cell| cell.trim()).unwrap_or_default();
        out.push_str("| ");
        for char in cell.chars() {
            match char {
                '|' => out.push_str("\\|"),
                '\n' => out.push_str("<br>"),
                '\r' => {}
                _ => out.push(char),
            }
        }
        out.push(' ');
    }
    out.push_str("|\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_cards() {
        let head = "| Question | Answer |\n| --- | --- |\n";
        for (text, expected) in [
            ("a,b\n", "| a | b |\n"),
            ("a;b, c\r\nd;e\r\n", "| a | b, c |\n| d | e |\n"),
            ("\"a, b\",\"say \"\"x\"\"\nagain\"", "| a, b | say \"x\"<br>again |\n"),
            ("#separator:tab\n#html:true\na\tb|c\n", "| a | b\\|c |\n"),
        ] {
            assert_eq!(values(text), Some(format!("{head}{expected}")), "{text}");
        }
        let named = values("Front,Back,Tags\nx,y,z\n").expect("a table");
        assert!(
            named.starts_with(
                "| Front | Back | Tags |\n| --- | --- | --- |\n| x | y | z |"
            )
        );
        for none in ["", "one column\nonly\n", "Front,Back\n"] {
            assert_eq!(values(none), None, "{none}");
        }
    }
}
