//! Which language the word behind a fence names, and how it is read.

use super::grammar::Grammar;
use super::keyed::Form as Keys;
use super::lines::Form as Lines;
use super::tables as t;

/// How a language is read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reading {
    /// By a table.
    Words(&'static Grammar),
    /// As markup.
    Markup,
    /// As a style sheet; whether two slashes begin a comment.
    Style(bool),
    /// As keys and values.
    Keyed(Keys),
    /// Line by line.
    Lines(Lines),
    /// As TeX.
    Tex,
}

use Reading::{Keyed, Markup, Style, Tex, Words};

/// Names of languages in small letters, and how each is read. Several of them stand in one entry with spaces
/// between: the name of the language, its other names, endings of its files.
const NAMES: &[(&str, Reading)] = &[
    ("ada adb ads", Words(&t::ADA)),
    ("arduino ino", Words(&t::ARDUINO)),
    (
        "asm assembly assembler nasm masm gas x86asm armasm mips riscv",
        Words(&t::ASSEMBLY),
    ),
    ("awk gawk", Words(&t::AWK)),
    ("bash sh shell zsh ksh bats shellscript shell-script", Words(&t::SHELL)),
    ("bat batch cmd dos", Reading::Lines(Lines::Batch)),
    ("c h", Words(&t::C)),
    ("clojure clj cljs cljc edn", Words(&t::CLOJURE)),
    ("cmake", Words(&t::CMAKE)),
    ("coffee coffeescript", Words(&t::COFFEE)),
    (
        "console shell-session shellsession sh-session terminal bash-session pycon",
        Reading::Lines(Lines::Console),
    ),
    ("cpp c++ cc cxx hpp h++ hxx cuda cu glsl hlsl", Words(&t::CPP)),
    ("csharp c# cs dotnet", Words(&t::CSHARP)),
    ("css", Style(false)),
    ("csproj", Markup),
    ("d dlang", Words(&t::D)),
    ("dart flutter", Words(&t::DART)),
    ("diff patch udiff", Reading::Lines(Lines::Diff)),
    ("docker dockerfile containerfile", Words(&t::DOCKERFILE)),
    ("elixir ex exs", Words(&t::ELIXIR)),
    ("elm", Words(&t::ELM)),
    (
        "env dotenv properties ini cfg conf config editorconfig desktop systemd",
        Keyed(Keys::Ini),
    ),
    ("erlang erl", Words(&t::ERLANG)),
    ("fish", Words(&t::FISH)),
    ("fortran f77 f90 f95 f03", Words(&t::FORTRAN)),
    ("fsharp f# fs fsx", Words(&t::FSHARP)),
    ("go golang", Words(&t::GO)),
    ("graphql gql", Words(&t::GRAPHQL)),
    ("groovy gradle jenkinsfile jenkins", Words(&t::GROOVY)),
    ("haskell hs lhs purescript purs", Words(&t::HASKELL)),
    ("hcl terraform tf tfvars", Words(&t::HCL)),
    (
        "html htm xhtml xml svg mathml vue svelte rss atom xsd xsl xslt wsdl plist pom xaml \
         markup jsp erb ejs handlebars hbs mustache jinja jinja2 django twig angular",
        Markup,
    ),
    ("java jshell", Words(&t::JAVA)),
    ("javascript js jsx mjs cjs node nodejs ecmascript es6 react", Words(&t::JAVASCRIPT)),
    ("json jsonc json5 jsonl geojson ndjson webmanifest", Keyed(Keys::Json)),
    ("julia jl", Words(&t::JULIA)),
    ("kotlin kt kts", Words(&t::KOTLIN)),
    ("latex tex bibtex context", Tex),
    ("less scss sass stylus postcss", Style(true)),
    ("lisp common-lisp elisp emacs-lisp scheme scm racket rkt", Words(&t::LISP)),
    ("lua luau", Words(&t::LUA)),
    ("make makefile mk gnumake", Words(&t::MAKE)),
    ("markdown md mdx commonmark", Reading::Lines(Lines::Markdown)),
    ("matlab octave", Words(&t::MATLAB)),
    ("nginx nginxconf caddyfile apache apacheconf", Words(&t::NGINX)),
    ("nim", Words(&t::NIM)),
    ("objective-c objectivec objc obj-c", Words(&t::OBJECTIVE_C)),
    ("ocaml ml mli reason", Words(&t::OCAML)),
    ("pascal delphi objectpascal pas", Words(&t::PASCAL)),
    ("perl pl pm raku", Words(&t::PERL)),
    ("php php3 php4 php5 php7 php8", Words(&t::PHP)),
    ("powershell ps1 pwsh posh ps", Words(&t::POWERSHELL)),
    ("prolog swipl datalog", Words(&t::PROLOG)),
    ("protobuf proto proto3 thrift", Words(&t::PROTOBUF)),
    (
        "python py py3 python2 python3 ipython gyp starlark bazel bzl cython pyx mojo gdscript",
        Words(&t::PYTHON),
    ),
    ("r rlang rscript splus", Words(&t::R)),
    ("ruby rb rails irb gemfile rakefile podfile vagrantfile crystal", Words(&t::RUBY)),
    ("rust rs", Words(&t::RUST)),
    ("scala sc sbt", Words(&t::SCALA)),
    ("solidity sol", Words(&t::SOLIDITY)),
    ("sparql cypher rq neo4j", Words(&t::SPARQL)),
    (
        "sql mysql postgres postgresql pgsql plsql plpgsql tsql t-sql sqlite mariadb redshift \
         bigquery snowflake hive hiveql spark-sql ddl dml oracle cql",
        Words(&t::SQL),
    ),
    ("swift", Words(&t::SWIFT)),
    ("tcl", Words(&t::TCL)),
    ("toml", Keyed(Keys::Toml)),
    ("typescript ts tsx mts cts deno", Words(&t::TYPESCRIPT)),
    ("vb vbnet vb.net vba visualbasic visual-basic basic vbs vbscript", Words(&t::BASIC)),
    ("verilog systemverilog sv v", Words(&t::VERILOG)),
    ("vhdl vhd", Words(&t::VHDL)),
    ("yaml yml", Keyed(Keys::Yaml)),
    ("zig", Words(&t::ZIG)),
];

/// How the language that a fence names is read; nothing where it is not known. The name is the
/// first word behind the fence: `JS`, `.python`, `ruby:app.rb` and `language-c` name one, too.
pub(super) fn find(name: &str) -> Option<Reading> {
    let name = name.trim().trim_start_matches(['{', '.']);
    let name = name.split([' ', ',', '{', '}', ':', '\t', '=', ';', '[', '(']).next()?;
    // No language has a name as long as this.
    if name.is_empty() || name.len() > 32 {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let name = ["language-", "lang-"]
        .iter()
        .find_map(|front| name.strip_prefix(front))
        .unwrap_or(&name);
    let is_named = |names: &str| names.split_ascii_whitespace().any(|one| one == name);
    NAMES.iter().find(|(names, _)| is_named(names)).map(|(_, reading)| *reading)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_name_stands_for_two_languages() {
        let mut seen = BTreeSet::new();
        for name in NAMES.iter().flat_map(|(names, _)| names.split_ascii_whitespace()) {
            assert!(seen.insert(name), "{name}");
            assert_eq!(name, name.to_ascii_lowercase());
            assert!(find(name).is_some(), "{name}");
        }
        assert!(seen.len() > 200);
    }

    #[test]
    fn fences_name_languages_in_many_ways() {
        for name in [
            "js",
            "JavaScript",
            ".js",
            "{.js",
            "js,ignore",
            "js:app.js",
            "language-js",
            "js{1,3}",
        ] {
            assert!(matches!(find(name), Some(Words(_))), "{name}");
        }
        for none in
            ["", "text", "plain", "output", "mermaid", "jss", "{", &"c".repeat(1000)]
        {
            assert!(find(none).is_none(), "{none}");
        }
    }
}
