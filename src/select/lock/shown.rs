//! What a card shows, as a hash: its words, their notes, and what its pictures are.

use serde_json::{Map, Value, json};

use super::locked::Locked;
use crate::document::{Document, plain_text};
use crate::hash;
use crate::pictures::Pictures;
use crate::select::deck::Flashcard;

/// What cards are made of.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The guide.
    pub document: &'a Document,
    /// Its pictures: another picture in a file of the same name is a change.
    pub pictures: &'a Pictures,
}

impl Shown<'_> {
    /// What a card shows.
    pub(super) fn locked(self, card: &Flashcard) -> Locked {
        let section = &self.document.sections[card.section].title;
        let asks = self.with_notes(json!([section, card.title, card.cue, card.prompt]));
        let answer = self.with_notes(json!(card.answer));
        let hashed = |value: &Value| hash_of(value.to_string().as_bytes());
        Locked {
            title: plain_text(&[&card.title[..], &card.cue[..]].concat()),
            shows: hashed(&json!([asks, answer])),
            answer: (!card.answer.is_empty()).then(|| hashed(&answer)),
        }
    }

    /// Some text and the footnotes that it refers to.
    fn with_notes(self, text: Value) -> Value {
        let text = self.visible(text);
        let mut labels = Vec::new();
        referred(&text, &mut labels);
        let mut parts = vec![text];
        // A note may refer to another: the list grows while it is gone through.
        let mut next = 0;
        while let Some(label) = labels.get(next).cloned() {
            next += 1;
            let mut notes = self.document.footnotes.iter();
            let note = notes.find(|note| note.label == label);
            let note = self.visible(json!(note.map(|note| &note.blocks)));
            referred(&note, &mut labels);
            parts.push(note);
        }
        Value::Array(parts)
    }

    /// A part of a tree without what cannot be seen: places in the guide, names of headings.
    fn visible(self, mut value: Value) -> Value {
        match &mut value {
            Value::Array(parts) => {
                let all = std::mem::take(parts).into_iter().flat_map(unlinked);
                for part in all.map(|part| self.visible(part)) {
                    push_joined(part, parts);
                }
            }
            Value::Object(fields) => {
                self.look_at_picture(fields);
                fields.remove("span");
                fields.remove("id");
                for (_, field) in fields.iter_mut() {
                    *field = self.visible(field.take());
                }
            }
            _ => {}
        }
        value
    }

    /// Adds to a picture what it shows. One that cannot be shown is its words.
    fn look_at_picture(self, fields: &mut Map<String, Value>) {
        let number = fields.get("span").and_then(|span| span.get("source")?.as_u64());
        let Some(image) = fields.get_mut("kind").and_then(|kind| kind.get_mut("image"))
        else {
            return;
        };
        let source = image.get("source").and_then(Value::as_str).unwrap_or_default();
        let number = number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
        if let Some(Ok(graphic)) = self.pictures.outcome(number, source) {
            image["shows"] = json!(hash_of(graphic.bytes()));
        }
    }
}

fn hash_of(bytes: &[u8]) -> String {
    format!("{:032x}", hash::of(bytes))
}

/// Puts a part behind others; text goes on in the text before it, since one run of words
/// may be written as several.
fn push_joined(part: Value, parts: &mut Vec<Value>) {
    if let Some(Value::String(more)) = part.pointer("/kind/text")
        && let Some(Value::String(text)) =
            parts.last_mut().and_then(|last| last.pointer_mut("/kind/text"))
    {
        text.push_str(more);
    } else {
        parts.push(part);
    }
}

/// The words of a link inside the guide, which are there whether or not what it leads to is
/// among the cards; anything else as it is.
fn unlinked(mut value: Value) -> Vec<Value> {
    let inside = |target: &Value| target.as_str().is_some_and(|it| it.starts_with('#'));
    match value.pointer_mut("/kind/link") {
        Some(link) if link.get("target").is_some_and(inside) => {
            match link.get_mut("content") {
                Some(Value::Array(content)) => {
                    std::mem::take(content).into_iter().flat_map(unlinked).collect()
                }
                _ => Vec::new(),
            }
        }
        _ => vec![value],
    }
}

/// Collects the labels of footnotes that are referred to, each once.
fn referred(value: &Value, labels: &mut Vec<String>) {
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| referred(part, labels)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(label) if name == "footnote-reference" => {
                        if !labels.contains(label) {
                            labels.push(label.clone());
                        }
                    }
                    _ => referred(field, labels),
                }
            }
        }
        _ => {}
    }
}
