//! Which files of the source use items of which others, and the circles among them.
//!
//! A path counts for the file that defines what it leads to: a re-export is looked through.
//! `mod x;` is no use, and `pub use x::Y;` is one only where the file itself speaks of `Y`.
//! What tests inside a file use does not count: it is no part of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::source::{SourceFile, words};

/// A module as the names that lead to it from the crate.
type Module = Vec<String>;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    Module(Module),
    /// An item, in this file.
    Item(usize),
    /// Something of another crate.
    Foreign,
}

/// A member of a `use` declaration.
struct Import {
    /// The module that the declaration stands in.
    within: Module,
    path: Vec<String>,
    /// The name that it has here; none for `*`.
    name: Option<String>,
    /// Whether it is there for others.
    public: bool,
}

/// A file as this module sees it.
struct Parsed {
    imports: Vec<Import>,
    /// The modules in it, its own first, and what is defined in any of them.
    modules: Vec<Module>,
    items: BTreeSet<String>,
    /// Its code without `use` declarations, in pieces with the module that each stands in.
    pieces: Vec<(Module, String)>,
}

/// Who uses whom, and by which path.
pub struct Uses {
    names: Vec<String>,
    edges: Vec<BTreeMap<usize, String>>,
}

impl Uses {
    pub fn of(files: &[SourceFile]) -> Self {
        // The program is a crate of its own, which uses the library.
        let files: Vec<_> =
            files.iter().filter(|file| file.path != "src/main.rs").collect();
        let parsed: Vec<Parsed> = files.iter().map(|file| parse(file)).collect();
        let resolver = Resolver::new(&parsed);
        let edges = (0..parsed.len()).map(|file| resolver.uses_of(file)).collect();
        Self { names: files.iter().map(|file| file.path.clone()).collect(), edges }
    }

    /// The circles: each as lines `file -> file (path)`, the largest first.
    pub fn circles(&self) -> Vec<String> {
        let reach: Vec<_> = (0..self.names.len()).map(|file| self.reach(file)).collect();
        let mut circles: BTreeSet<Vec<usize>> = BTreeSet::new();
        for (file, reached) in reach.iter().enumerate() {
            let circle: Vec<_> =
                reached.iter().copied().filter(|&at| reach[at].contains(&file)).collect();
            if !circle.is_empty() {
                circles.insert(circle);
            }
        }
        let mut circles: Vec<_> = circles.into_iter().collect();
        circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
        circles.iter().map(|circle| self.told(circle)).collect()
    }

    fn told(&self, circle: &[usize]) -> String {
        let mut text = format!("{} files import each other:", circle.len());
        for &from in circle {
            for (to, path) in &self.edges[from] {
                if circle.contains(to) {
                    let (from, to) = (&self.names[from], &self.names[*to]);
                    let _ = write!(text, "\n    {from} -> {to} ({path})");
                }
            }
        }
        text
    }

    /// All files that a file uses, directly or by way of others.
    fn reach(&self, file: usize) -> BTreeSet<usize> {
        let (mut reached, mut open) = (BTreeSet::new(), vec![file]);
        while let Some(at) = open.pop() {
            open.extend(self.edges[at].keys().copied().filter(|&to| reached.insert(to)));
        }
        reached
    }
}

/// Where names lead.
struct Resolver<'a> {
    files: &'a [Parsed],
    /// The file of each module.
    modules: BTreeMap<&'a Module, usize>,
}

impl<'a> Resolver<'a> {
    fn new(files: &'a [Parsed]) -> Self {
        let of = |(at, file): (usize, &'a Parsed)| {
            file.modules.iter().map(move |module| (module, at))
        };
        Self { files, modules: files.iter().enumerate().flat_map(of).collect() }
    }

    fn uses_of(&self, at: usize) -> BTreeMap<usize, String> {
        let file = &self.files[at];
        let mut uses = BTreeMap::new();
        let mut add = |target: &Target, path: &[String]| {
            if let Target::Item(to) = target
                && *to != at
            {
                uses.entry(*to).or_insert_with(|| path.join("::"));
            }
        };
        for import in &file.imports {
            let target = match &import.name {
                Some(name) if import.public && !file.speaks_of(name) => continue,
                None if import.public => continue,
                Some(_) => self.resolve(&import.within, &import.path, 0),
                None => self.file_of(self.resolve(&import.within, &import.path, 0)),
            };
            add(&target, &import.path);
        }
        for (module, piece) in &file.pieces {
            for path in paths(piece) {
                add(&self.resolve(module, &path, 0), &path);
            }
        }
        uses
    }

    /// `use x::*` takes what it takes from the file of `x`.
    fn file_of(&self, target: Target) -> Target {
        match target {
            Target::Module(module) => Target::Item(self.modules[&module]),
            other => other,
        }
    }

    /// What `path` means in the module `within`; `depth` ends what leads back to itself.
    fn resolve(&self, within: &Module, path: &[String], depth: usize) -> Target {
        let mut module = within.clone();
        for (at, name) in path.iter().enumerate() {
            match name.as_str() {
                "crate" => module.clear(),
                "super" => {
                    module.pop();
                }
                "self" => {}
                name => match self.member(&module, name, at == 0, depth) {
                    Target::Module(inner) => module = inner,
                    found => return found,
                },
            }
        }
        Target::Module(module)
    }

    fn member(&self, module: &Module, name: &str, first: bool, depth: usize) -> Target {
        let inner: Module = module.iter().cloned().chain([name.to_owned()]).collect();
        if self.modules.contains_key(&inner) {
            return Target::Module(inner);
        }
        let Some(&at) = self.modules.get(module) else { return Target::Foreign };
        let file = &self.files[at];
        let imports = || file.imports.iter().filter(|import| &import.within == module);
        let follow = |import: &Import| self.resolve(module, &import.path, depth + 1);
        if depth < 16 {
            if let Some(import) = imports().find(|i| i.name.as_deref() == Some(name)) {
                return follow(import);
            }
            if file.items.contains(name) {
                return Target::Item(at);
            }
            for import in imports().filter(|import| import.name.is_none()) {
                if let Target::Module(opened) = follow(import)
                    && let Target::Item(found) =
                        self.member(&opened, name, true, depth + 1)
                {
                    return Target::Item(found);
                }
            }
        }
        // At the beginning of a path, a name that nobody has declared is another crate.
        if first { Target::Foreign } else { Target::Item(at) }
    }
}

impl Parsed {
    /// Whether the code says a name, other than to import it.
    fn speaks_of(&self, name: &str) -> bool {
        self.pieces.iter().any(|(_, piece)| words(piece).any(|word| word == name))
    }
}

fn parse(file: &SourceFile) -> Parsed {
    let inside = file.path.trim_start_matches("src/").trim_end_matches(".rs");
    let names = inside.split('/').filter(|part| !matches!(*part, "mod" | "lib"));
    let own: Module = names.map(str::to_owned).collect();
    let mut parsed = Parsed {
        imports: Vec::new(),
        modules: Vec::new(),
        items: BTreeSet::new(),
        pieces: Vec::new(),
    };
    split(&own, &file.code, &mut parsed);
    parsed
}

/// Reads the code of a module: modules in it, and declarations, are taken out of it.
fn split(module: &Module, code: &str, parsed: &mut Parsed) {
    parsed.modules.push(module.clone());
    let (mut piece, mut rest) = (String::new(), code);
    while let Some(end) = rest.find(|c: char| c.is_alphabetic() || c == '_') {
        piece.push_str(&rest[..end]);
        rest = &rest[end..];
        let word = words(rest).next().expect("a letter begins a word");
        let behind = &rest[word.len()..];
        let starts = !piece.ends_with("r#");
        match word {
            "use" if starts => {
                let end = behind.find(';').unwrap_or(behind.len());
                let public = piece.trim_end().ends_with("pub")
                    || piece.trim_end().ends_with(')')
                        && piece
                            .trim_end()
                            .rsplit('(')
                            .nth(1)
                            .is_some_and(|before| before.trim_end().ends_with("pub"));
                let mut found = Vec::new();
                members_of(&behind[..end], &[], &mut found);
                parsed.imports.extend(found.into_iter().map(|(path, name)| Import {
                    within: module.clone(),
                    path,
                    name,
                    public,
                }));
                rest = &behind[end..];
                continue;
            }
            "mod" if starts => {
                let name = words(behind).next().unwrap_or_default().to_owned();
                let after = behind.trim_start().trim_start_matches(name.as_str());
                if let Some(body) = after.trim_start().strip_prefix('{') {
                    let end = closing(body);
                    let tests = piece.trim_end().ends_with("#[cfg(test)]");
                    if !tests {
                        let inner: Module =
                            module.iter().cloned().chain([name]).collect();
                        split(&inner, &body[..end], parsed);
                    }
                    rest = &body[end..];
                } else {
                    rest = after;
                }
                continue;
            }
            "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static"
            | "union" => {
                let mut next = words(behind);
                let name = next.next().filter(|word| *word != "mut" && *word != "fn");
                parsed.items.extend(name.or_else(|| next.next()).map(str::to_owned));
            }
            _ => {}
        }
        piece.push_str(word);
        rest = behind;
    }
    piece.push_str(rest);
    parsed.pieces.push((module.clone(), piece));
}

/// Where the body ends whose opening brace has been passed.
fn closing(body: &str) -> usize {
    let mut depth = 0;
    for (at, c) in body.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    body.len()
}

/// The members of a use tree: the path of each, and the name that it gets.
fn members_of(
    tree: &str,
    before: &[String],
    found: &mut Vec<(Vec<String>, Option<String>)>,
) {
    let tree = tree.trim().trim_start_matches("::");
    if let Some(group) = tree.strip_prefix('{') {
        let group = &group[..closing(group)];
        let (mut depth, mut start) = (0, 0);
        for (at, c) in group.char_indices().chain([(group.len(), ',')]) {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    members_of(&group[start..at], before, found);
                    start = at + 1;
                }
                _ => {}
            }
        }
        return;
    }
    if tree.starts_with('*') {
        found.push((before.to_vec(), None));
        return;
    }
    let Some(name) = words(tree).next() else { return };
    let rest = tree[name.len()..].trim_start();
    let mut path = before.to_vec();
    if name != "self" || before.is_empty() {
        path.push(name.to_owned());
    }
    if let Some(below) = rest.strip_prefix("::") {
        members_of(below, &path, found);
    } else {
        let name = rest
            .strip_prefix("as ")
            .map_or(path.last().cloned(), |name| Some(name.trim().to_owned()));
        found.push((path, name));
    }
}

/// The paths of two names and more in code.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut rest = code;
    let mut before = String::new();
    while let Some(at) = rest.find(|c: char| c.is_alphabetic() || c == '_') {
        before.push_str(&rest[..at]);
        rest = &rest[at..];
        let joined = before.ends_with("::") || before.ends_with('.');
        let mut path = Vec::new();
        loop {
            let Some(word) = words(rest).next().filter(|word| rest.starts_with(word))
            else {
                break;
            };
            path.push(word.to_owned());
            rest = &rest[word.len()..];
            match rest.strip_prefix("::") {
                Some(below) => rest = below,
                None => break,
            }
        }
        if path.len() > 1 && !joined {
            paths.push(path);
        }
        before.clear();
        // A path that goes on behind its type arguments has no beginning there.
        before.push('x');
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::Uses;
    use crate::source::SourceFile;

    /// The circles of files, each with its text.
    fn circles(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<_> =
            files.iter().map(|(path, text)| SourceFile::new(*path, *text)).collect();
        Uses::of(&files).circles()
    }

    /// Who uses whom, by their names without folder and ending.
    fn uses(files: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<_> =
            files.iter().map(|(path, text)| SourceFile::new(*path, *text)).collect();
        let Uses { names, edges } = Uses::of(&sources);
        let short = |at: usize| {
            names[at].trim_start_matches("src/").trim_end_matches(".rs").to_owned()
        };
        let edges = edges.iter().enumerate();
        edges
            .flat_map(|(from, to)| {
                to.keys().map(move |to| format!("{} {}", short(from), short(*to)))
            })
            .collect()
    }

    #[test]
    fn paths_of_all_kinds_lead_to_the_file_that_defines() {
        let files = [
            ("src/lib.rs", "pub mod a; pub mod b;"),
            ("src/a/mod.rs", "mod x; mod y; pub struct A; fn f() { x::go(); }"),
            (
                "src/a/x.rs",
                "use self::inner::*; use super::y; pub fn go() { y::z() } mod inner {}",
            ),
            ("src/a/y.rs", "use crate::b::{self, c::{C as D}}; pub fn z(d: D) { b::B; }"),
            (
                "src/b/mod.rs",
                "pub mod c; pub struct B; use std::fmt; fn g() { fmt::x(); c::C; }",
            ),
            ("src/b/c.rs", "pub struct C; // super::B\nconst X: &str = \"super::B\";"),
        ];
        let expected = ["a/mod a/x", "a/x a/y", "a/y b/mod", "a/y b/c", "b/mod b/c"];
        assert_eq!(uses(&files), expected);
        assert_eq!(circles(&files), Vec::<String>::new());
    }

    #[test]
    fn a_reexport_is_looked_through_and_is_no_use_itself() {
        let files = [
            ("src/d/mod.rs", "mod x; mod y; pub use x::X; pub use y::*; pub struct D;"),
            ("src/d/x.rs", "pub struct X; use super::D;"),
            ("src/d/y.rs", "pub struct Y; use super::X;"),
            ("src/e.rs", "use crate::d::{X, Y};"),
        ];
        assert_eq!(uses(&files), ["d/x d/mod", "d/y d/x", "e d/x", "e d/y"]);
        // It is one where the file speaks of the name.
        let files = [
            ("src/d/mod.rs", "mod x; pub use x::X; pub struct D(X);"),
            ("src/d/x.rs", "pub struct X; use super::D;"),
        ];
        let [circle] = &circles(&files)[..] else { panic!("one circle") };
        assert!(circle.starts_with("2 files import each other:"), "{circle}");
        assert!(circle.contains("src/d/x.rs -> src/d/mod.rs (super::D)"), "{circle}");
    }

    #[test]
    fn what_tests_in_a_file_use_does_not_count() {
        let files = [
            ("src/p.rs", "pub fn p() {} #[cfg(test)]\nmod tests { use crate::q::q; }"),
            ("src/q.rs", "use crate::p::p; pub fn q() { p() }"),
        ];
        assert_eq!(uses(&files), ["q p"]);
    }

    #[test]
    fn circles_that_share_a_file_are_one() {
        let files = [
            ("src/a.rs", "use crate::b::B; pub struct A;"),
            ("src/b.rs", "use crate::{a::A, c::C}; pub struct B;"),
            ("src/c.rs", "fn f() -> crate::b::B {} pub struct C;"),
            ("src/d.rs", "use crate::a::A;"),
        ];
        let [circle] = &circles(&files)[..] else { panic!("one circle") };
        assert!(circle.starts_with("3 files") && !circle.contains("d.rs"), "{circle}");
    }
}
