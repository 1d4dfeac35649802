//! Holds the source to the project's own rules: layers, sizes, first lines, and what may
//! be used where. Every violation is printed, not only the first.

mod imports;
mod licences;
mod source;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use imports::Uses;
use source::{SourceFile, code_of, source_files};

/// The floor of each module: it may use those on the floors below, none above.
const FLOORS: &[(&str, u8)] = &[
    ("cli", 9),
    ("product", 8),
    ("render", 7),
    ("render/pdf", 7),
    ("render/epub", 7),
    ("render/picture", 7),
    ("render/anki", 7),
    ("impose", 6),
    ("layout", 5),
    ("select", 4),
    ("parse", 3),
    ("pictures", 3),
    ("text", 2),
    ("frame", 2),
    ("code", 1),
    ("source", 1),
    ("document", 1),
    ("font", 1),
    ("math", 1),
    ("theme", 1),
    ("bisect", 0),
    ("units", 0),
    ("paper", 0),
    ("diagnostic", 0),
    ("hash", 0),
    ("words", 0),
];

/// Neighbours on one floor that one may use: who, whom, why.
const NEIGHBOURS: &[(&str, &str, &str)] = &[
    ("paper", "units", "a paper size is made of lengths"),
    ("render/anki", "render/epub", "the fields of a note are written as the book is"),
    ("text", "frame", "shaped text is made of the glyphs and tags that a frame shows"),
];

/// What must not stand in the source, where it may all the same, and why not.
const BANNED: &[(&str, &[&str], &str)] = &[
    ("HashMap", &[], "its order is random, and the same input must give the same bytes"),
    ("HashSet", &[], "its order is random, and the same input must give the same bytes"),
    ("SystemTime", &["src/cli/"], "no output may depend on the clock"),
    ("Instant", &["src/cli/"], "no output may depend on the clock"),
    ("std::env::", &["src/cli/"], "only the command line knows the environment"),
    (
        "std::process::",
        &["src/cli/", "src/main.rs"],
        "only the command line ends processes",
    ),
    ("println!", &[], "the command line writes through one voice, which cannot panic"),
    ("eprintln!", &[], "the command line writes through one voice, which cannot panic"),
    ("print!", &[], "the command line writes through one voice, which cannot panic"),
    ("eprint!", &[], "the command line writes through one voice, which cannot panic"),
    ("dbg!", &[], "it is for debugging"),
    ("todo!", &[], "what is not there yet has an issue, not a stub"),
    ("unimplemented!", &[], "what is not there yet has an issue, not a stub"),
    (
        "super::super::",
        &[],
        "a path from the crate says more, and its layer can be checked",
    ),
];

/// Files may be so long; 200 lines are usual.
const MOST_LINES: usize = 500;

/// What may stand at the top of the project, besides names that begin with a dot or
/// `LICENSE`.
const TOP: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "CHANGELOG.md",
    "README.md",
    "src",
    "content",
    "fonts",
    "tests",
];

impl SourceFile {
    /// The module of the layer table that the file belongs to, or `""` for the roots.
    fn module(&self) -> String {
        let inside = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let mut parts = inside.split('/').filter(|part| *part != "mod");
        match (parts.next(), parts.next()) {
            (Some("lib" | "main"), None) | (None, _) => String::new(),
            (Some("render"), Some(part)) => layer(&["render", part]),
            (Some(first), _) => first.to_owned(),
        }
    }
}

#[test]
fn the_source_is_tidy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = source_files(root);
    let mut faults = Vec::new();
    for file in &files {
        shape(file, &mut faults);
        banned(file, &mut faults);
    }
    layers(&files, &mut faults);
    top_level(root, &mut faults);
    assert!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
}

fn shape(file: &SourceFile, faults: &mut Vec<String>) {
    let SourceFile { path, text, .. } = file;
    if !text.starts_with("//! ") && !text.starts_with("#![doc = include_str!") {
        faults.push(format!("{path}: does not begin with what it owns (`//! ...`)"));
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        faults.push(format!("{path}: {lines} lines; look for two subjects"));
    }
}

fn banned(file: &SourceFile, faults: &mut Vec<String>) {
    for (word, allowed, reason) in BANNED {
        if allowed.iter().any(|place| file.path.starts_with(place)) {
            continue;
        }
        for (number, line) in file.code.lines().enumerate() {
            if has_word(line, word) {
                faults.push(format!("{}:{}: {word}: {reason}", file.path, number + 1));
            }
        }
    }
}

/// Whether `line` has `word` with no letter before or, unless it ends in a sign, behind it.
fn has_word(line: &str, word: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(letter);
        let behind = line[at + word.len()..].chars().next().is_some_and(letter);
        !before && (!behind || !word.ends_with(letter))
    })
}

fn layers(files: &[SourceFile], faults: &mut Vec<String>) {
    let floors: BTreeMap<&str, u8> = FLOORS.iter().copied().collect();
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let user = file.module();
        if user.is_empty() {
            continue;
        }
        let Some(floor) = floors.get(user.as_str()) else {
            faults.push(format!(
                "{}: the module {user} has no floor in tests/tidy",
                file.path
            ));
            continue;
        };
        for (line, used) in used_modules(&file.code) {
            let place = format!("{}:{line}", file.path);
            let Some(used_floor) = floors.get(used.as_str()) else {
                faults.push(format!("{place}: crate::{used} has no floor in tests/tidy"));
                continue;
            };
            // A folder of modules may open its own doors.
            if used == user || used.starts_with(&format!("{user}/")) {
                continue;
            }
            let neighbours =
                NEIGHBOURS.iter().any(|(a, b, _)| (*a, *b) == (&user, &used));
            if used_floor > floor || (used_floor == floor && !neighbours) {
                faults.push(format!(
                    "{place}: {user} (floor {floor}) uses {used} (floor {used_floor})"
                ));
            }
            edges.entry(user.clone()).or_default().insert(used);
        }
    }
    faults.extend(cycle(&edges));
}

fn layer(path: &[&str]) -> String {
    match path {
        ["render", part, ..] if part.chars().all(|c| c.is_lowercase() || c == '_') => {
            format!("render/{part}")
        }
        [first, ..] => (*first).to_owned(),
        [] => String::new(),
    }
}

/// The modules that `crate::` paths in `code` lead into, each with its line.
fn used_modules(code: &str) -> Vec<(usize, String)> {
    let mut used = Vec::new();
    for (at, word) in code.match_indices("crate::") {
        let line = code[..at].matches('\n').count() + 1;
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let behind = &code[at + word.len()..];
        used.extend(heads(behind).into_iter().map(|path| {
            let path: Vec<_> = path.iter().map(String::as_str).collect();
            (line, layer(&path))
        }));
    }
    used
}

/// The first two names of each path in a use tree: `a::{b, c::d}` has `a b` and `a c`.
fn heads(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim_start();
    if let Some(group) = tree.strip_prefix('{') {
        return members(group).into_iter().flat_map(heads).collect();
    }
    let end = tree.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    if name.is_empty() {
        return vec![];
    }
    let below = rest.strip_prefix("::").map(heads).unwrap_or_default();
    let with_name = |path: Vec<String>| {
        std::iter::once(name.to_owned()).chain(path).take(2).collect::<Vec<_>>()
    };
    if below.is_empty() {
        vec![vec![name.to_owned()]]
    } else {
        below.into_iter().map(with_name).collect()
    }
}

/// The members of a group whose opening brace has been passed.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    members
}

/// A fault for each module from which a way leads back to itself.
fn cycle(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let leads_back = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&String> = uses[start].iter().collect();
        while let Some(module) = open.pop() {
            if module == start {
                return true;
            }
            if seen.insert(module) {
                open.extend(uses.get(module).into_iter().flatten());
            }
        }
        false
    };
    let round = uses.keys().filter(|module| leads_back(module));
    round.map(|module| format!("src/{module}: uses itself by way of others")).collect()
}

fn top_level(root: &Path, faults: &mut Vec<String>) {
    let ignored = fs::read_to_string(root.join(".gitignore")).unwrap_or_default();
    let ignored: Vec<_> = ignored.lines().map(|line| line.trim_matches('/')).collect();
    for entry in fs::read_dir(root).expect("the project") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let allowed = TOP.contains(&name.as_str())
            || name.starts_with('.')
            || name.starts_with("LICENSE")
            || ignored.contains(&name.as_str());
        if !allowed {
            faults.push(format!("{name}: has no place at the top of the project"));
        }
    }
}

#[test]
fn no_two_files_import_each_other() {
    let files = source_files(Path::new(env!("CARGO_MANIFEST_DIR")));
    let circles = Uses::of(&files).circles();
    assert!(circles.is_empty(), "{} circles:\n{}", circles.len(), circles.join("\n"));
}

#[test]
fn quaint_words_are_gone() {
    let files = source_files(Path::new(env!("CARGO_MANIFEST_DIR")));
    let faults: Vec<_> = files.iter().flat_map(words::quaint).collect();
    assert!(faults.is_empty(), "{} words:\n  {}", faults.len(), faults.join("\n  "));
}

#[test]
fn the_library_names_no_flags() {
    let files = source_files(Path::new(env!("CARGO_MANIFEST_DIR")));
    let faults: Vec<_> = files.iter().flat_map(words::flags).collect();
    assert!(faults.is_empty(), "{} flags:\n  {}", faults.len(), faults.join("\n  "));
}

#[test]
fn paths_are_found_in_code_and_nowhere_else() {
    let code = code_of(
        "use crate::{units, text::Shaped, render::pdf::write};\n\
         // crate::cli\n\
         fn f<'a>(x: &'a str) -> crate::frame::Frame { \"crate::cli\"; '\\''; '\"'; \
         r#\"crate::cli\"#; b'\"'; /* crate::cli */ crate::layout::go() }\n",
    );
    let used: Vec<_> =
        used_modules(&code).into_iter().map(|(line, m)| format!("{line} {m}")).collect();
    assert_eq!(used, ["1 units", "1 text", "1 render/pdf", "3 frame", "3 layout"]);
}

#[test]
fn faults_of_all_kinds_are_found() {
    let file = |path: &str, text: &str| SourceFile::new(path, text);
    let files = [
        file("src/units.rs", "//! x\nuse crate::paper::Paper;\n"),
        file("src/paper.rs", "//! x\nuse crate::units::Length;\n"),
        file("src/render/pdf/mod.rs", "//! x\nuse crate::render::epub::zip;\n"),
        file("src/strange.rs", "//! x\n"),
    ];
    let mut faults = Vec::new();
    layers(&files, &mut faults);
    let expected = [
        "src/units.rs:2: units (floor 0) uses paper (floor 0)",
        "src/render/pdf/mod.rs:2: render/pdf (floor 7) uses render/epub (floor 7)",
        "src/strange.rs: the module strange has no floor in tests/tidy",
        "src/paper: uses itself by way of others",
        "src/units: uses itself by way of others",
    ];
    assert_eq!(faults, expected);

    let mut faults = Vec::new();
    let long = format!("use std::collections::HashMap;\n{}", "\n".repeat(500));
    shape(&file("src/a.rs", &long), &mut faults);
    banned(&file("src/a.rs", &long), &mut faults);
    banned(&file("src/a.rs", "println!(); MyHashMapper; Instantly;"), &mut faults);
    assert_eq!(faults.len(), 4, "{faults:?}");
}
