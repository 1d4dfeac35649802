//! Calls in pairs that put a frame around text: `{% hint style="info" %}` to `{% endhint %}`,
//! `{{< details "Title" >}}` to `{{< /details >}}`.

use std::ops::Range;

use super::Reader;
use super::calls::{call, name_and_rest, value};
use super::frame::{Closing, Container, Kind};
use super::state::Line;

/// What such calls are named.
const NAMES: [&str; 15] = [
    "hint",
    "notice",
    "alert",
    "admonition",
    "callout",
    "details",
    "expand",
    "spoiler",
    "note",
    "tip",
    "info",
    "warning",
    "important",
    "caution",
    "danger",
];

impl<'t> Reader<'t> {
    /// Reads a call that stands alone on its line and opens or closes a frame.
    pub(super) fn calls_container(&mut self, line: &Line<'t>) -> Option<usize> {
        let inner = line.inner();
        let whole = call(inner).filter(|call| call.len() == inner.len())?;
        let name = name_and_rest(whole).next()?;
        let ends = name.strip_prefix("end").or_else(|| name.strip_prefix('/'));
        if let Some(ended) = ends {
            let closing = Closing::Call(ended.to_owned());
            let at = self.open.iter().rposition(|open| open.closing == closing)?;
            return self.close_from(at, line);
        }
        if !NAMES.contains(&name)
            || whole.ends_with("/>}}")
            || !self.is_closed(name, line)
        {
            return None;
        }
        let container = frame(name, whole, line);
        self.opens(container, Closing::Call(name.to_owned()), line)
    }

    /// Whether a call below ends what one of this name begins.
    pub(super) fn is_closed(&mut self, name: &str, line: &Line<'t>) -> bool {
        let text = self.text;
        let last = *self.last_ends.entry(name.to_owned()).or_insert_with(|| {
            let ends = [format!("end{name}"), format!("/{name}"), format!("/ {name}")];
            ends.iter().filter_map(|end| text.rfind(end.as_str())).max().unwrap_or(0)
        });
        last >= line.next
    }
}

fn frame(name: &str, call: &str, line: &Line<'_>) -> Container {
    let place = |words: &str| -> Range<usize> {
        let at = line.inner + (words.as_ptr() as usize - call.as_ptr() as usize);
        at..at + words.len()
    };
    let title = ["title", "summary"].into_iter().find_map(|key| value(call, key));
    let title = title.or_else(|| {
        let (before, quoted) =
            call.split_once('"').filter(|(before, _)| !before.ends_with('='))?;
        let _ = before;
        quoted.split_once('"').map(|(words, _)| words)
    });
    let style = ["style", "type", "color"].into_iter().find_map(|key| value(call, key));
    let plain = name_and_rest(call).nth(1);
    let is_word = |word: &&str| word.chars().all(char::is_alphabetic);
    let style = style.or_else(|| plain.filter(is_word)).filter(|style| is_word(style));
    let title =
        title.filter(|title| !title.is_empty() && Some(*title) != style).map(place);
    let kind = match (name, style) {
        ("hint" | "notice" | "alert" | "admonition" | "callout", Some(style)) => style,
        ("notice" | "admonition" | "callout" | "alert", None) => "note",
        _ => name,
    };
    let (start, end, folds) =
        (line.inner, line.next, matches!(name, "details" | "expand"));
    let name = kind.to_lowercase();
    Container { start, end, kind: Kind::Fenced, name, title, folds }
}
