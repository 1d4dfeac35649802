//! Notebooks of Jupyter (`.ipynb`, nbformat 4): cells of Markdown as they are, cells of code in
//! fences with their language, and what they wrote as text.

use serde::Deserialize;
use serde_json::{Map, Value};

/// A notebook as Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notebook {
    /// The Markdown.
    pub text: String,
    /// How many outputs are no text, and are left out.
    pub left_out: usize,
}

#[derive(Deserialize)]
struct File {
    cells: Vec<Cell>,
    #[serde(default)]
    metadata: Map<String, Value>,
}

#[derive(Deserialize)]
struct Cell {
    #[serde(rename = "cell_type")]
    kind: String,
    #[serde(default)]
    source: Lines,
    #[serde(default)]
    outputs: Vec<Output>,
}

#[derive(Deserialize)]
struct Output {
    #[serde(default, rename = "output_type")]
    kind: String,
    #[serde(default)]
    text: Lines,
    #[serde(default)]
    data: Map<String, Value>,
    #[serde(default)]
    ename: String,
    #[serde(default)]
    evalue: String,
}

/// Text, in one piece or line by line.
#[derive(Default, Deserialize)]
#[serde(untagged)]
enum Lines {
    #[default]
    None,
    Whole(String),
    Each(Vec<String>),
}

impl Lines {
    fn text(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Whole(text) => text.clone(),
            Self::Each(lines) => lines.concat(),
        }
    }
}

/// Reads a notebook.
///
/// # Errors
/// What `serde_json` says of a file that is none of this form.
pub fn notebook(json: &[u8]) -> Result<Notebook, serde_json::Error> {
    let file: File = serde_json::from_slice(json)?;
    let language = language(&file.metadata);
    let mut made = Notebook { text: String::new(), left_out: 0 };
    for cell in &file.cells {
        let source = cell.source.text();
        match &*cell.kind {
            "code" => {
                // A magic of IPython names another language.
                let (language, source) = magic(&source).unwrap_or((&language, &source));
                fence(language, source, &mut made.text);
                cell.outputs.iter().for_each(|output| written(output, &mut made));
            }
            "raw" => fence("", &source, &mut made.text),
            _ => paragraph(&source, &mut made.text),
        }
    }
    Ok(made)
}

fn language(metadata: &Map<String, Value>) -> String {
    let named = |group: &str, key: &str| metadata.get(group)?.get(key)?.as_str();
    let language =
        named("language_info", "name").or_else(|| named("kernelspec", "language"));
    let language = language.unwrap_or("python").to_lowercase();
    let plain =
        language.chars().all(|c| c.is_alphanumeric() || matches!(c, '+' | '#' | '-'));
    if plain { language } else { String::new() }
}

/// The language of a cell that begins with `%%bash`, and the lines below that.
fn magic(source: &str) -> Option<(&str, &str)> {
    let (first, rest) = source.strip_prefix("%%")?.split_once('\n')?;
    let name = first.split_whitespace().next()?;
    matches!(
        name,
        "bash" | "sh" | "sql" | "html" | "javascript" | "js" | "R" | "ruby" | "perl"
    )
    .then_some((name, rest))
}

fn paragraph(text: &str, out: &mut String) {
    if !text.trim().is_empty() {
        out.push_str(text.trim_end());
        out.push_str("\n\n");
    }
}

/// Code in a fence that is longer than any in it.
fn fence(language: &str, text: &str, out: &mut String) {
    let text = text.trim_matches('\n');
    if text.trim().is_empty() {
        return;
    }
    let (mut longest, mut run) = (2, 0);
    for char in text.chars() {
        run = if char == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let ticks = "`".repeat(longest + 1);
    for piece in [&ticks, language, "\n", text, "\n", &ticks, "\n\n"] {
        out.push_str(piece);
    }
}

/// What code wrote.
fn written(output: &Output, made: &mut Notebook) {
    let text = match &*output.kind {
        "stream" => output.text.text(),
        "error" => format!("{}: {}", output.ename, output.evalue),
        _ => {
            if output.data.keys().any(|kind| kind.starts_with("image/")) {
                made.left_out += 1;
                return;
            }
            match output.data.get("text/plain") {
                Some(Value::String(text)) => text.clone(),
                Some(Value::Array(lines)) => {
                    lines.iter().filter_map(Value::as_str).collect()
                }
                _ => {
                    made.left_out += usize::from(!output.data.is_empty());
                    return;
                }
            }
        }
    };
    fence("", &uncoloured(&text), &mut made.text);
}

/// Text without what sets colours in a terminal.
fn uncoloured(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        let sequence = behind.strip_prefix('[').unwrap_or(behind);
        let end = sequence.find(|c: char| c.is_ascii_alphabetic());
        rest = end.map_or("", |end| &sequence[end + 1..]);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_text_and_code() {
        let json = br##"{"nbformat": 4, "metadata": {"language_info": {"name": "python"}},
            "cells": [
              {"cell_type": "markdown", "source": ["# Guide\n", "\n", "Text."]},
              {"cell_type": "code", "source": "print('```')", "outputs": [
                {"output_type": "stream", "text": ["\u001b[1mone\u001b[0m\n", "two\n"]},
                {"output_type": "display_data", "data": {"image/png": "x", "text/plain": "<f>"}},
                {"output_type": "execute_result", "data": {"text/plain": ["4", "2"]}},
                {"output_type": "error", "ename": "E", "evalue": "no"}]},
              {"cell_type": "code", "source": ["%%bash\n", "ls"], "outputs": []},
              {"cell_type": "code", "source": []}]}"##;
        let made = notebook(json).expect("a notebook");
        let expected = "# Guide\n\nText.\n\n````python\nprint('```')\n````\n\n\
                        ```\none\ntwo\n```\n\n```\n42\n```\n\n```\nE: no\n```\n\n```bash\nls\n```\n\n";
        assert_eq!(made, Notebook { text: expected.to_owned(), left_out: 1 });
        assert!(notebook(b"{\"worksheets\": []}").is_err() && notebook(b"x").is_err());
    }
}
