//! What the program is built of may be given away with it: the licences of all dependencies
//! are among those listed here, and all of them come from the registry.

use std::process::Command;

/// Licences that ask for no more than their own text, and the one that asks for the source
/// of changes made to it: epub-builder has that, and is used as it is.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Zlib",
];

#[test]
fn every_dependency_may_be_given_away() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
    // Offline: everything is there, or this would not have been built.
    cargo.args(["tree", "--offline", "--locked", "--edges", "normal,build,dev"]);
    cargo.args(["--prefix", "none", "--no-dedupe", "--format", "{p}|{l}"]);
    let output = cargo.output().expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let list = String::from_utf8(output.stdout).expect("UTF-8");
    let mut faults = Vec::new();
    let dependencies: Vec<_> =
        list.lines().filter(|line| !line.starts_with("offprint ")).collect();
    assert!(dependencies.len() > 100, "{list}");
    for line in dependencies {
        let (package, licence) = line.split_once('|').expect("two fields");
        if !is_allowed(licence) {
            faults.push(format!("{package}: {licence:?} is not among the licences"));
        }
        // A name, a version, and nothing of where else it would come from.
        if package.replace(" (proc-macro)", "").contains('(') {
            faults.push(format!("{package}: does not come from the registry"));
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether an SPDX expression leaves a choice that is allowed; a slash is an old `OR`.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = &words[..];
    let allowed = any_of(&mut rest);
    allowed && rest.is_empty()
}

fn any_of(words: &mut &[&str]) -> bool {
    let mut allowed = all_of(words);
    while let ["OR", rest @ ..] = *words {
        *words = rest;
        allowed |= all_of(words);
    }
    allowed
}

fn all_of(words: &mut &[&str]) -> bool {
    let mut allowed = one(words);
    while let ["AND", rest @ ..] = *words {
        *words = rest;
        allowed &= one(words);
    }
    allowed
}

fn one(words: &mut &[&str]) -> bool {
    match *words {
        ["(", rest @ ..] => {
            *words = rest;
            let allowed = any_of(words);
            *words = words.get(1..).unwrap_or_default();
            allowed
        }
        // An exception only allows more.
        [name, "WITH", _, rest @ ..] | [name, rest @ ..] => {
            *words = rest;
            ALLOWED.contains(name)
        }
        [] => false,
    }
}

#[test]
fn a_licence_is_allowed_by_one_choice_and_all_its_parts() {
    for good in [
        "MIT",
        "GPL-3.0 OR MIT",
        "MIT/Apache-2.0",
        "(GPL-3.0 OR MIT) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
    ] {
        assert!(is_allowed(good), "{good}");
    }
    for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR X) AND (Y OR Z)", "MIT )"] {
        assert!(!is_allowed(bad), "{bad}");
    }
}
