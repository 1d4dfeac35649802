//! Languages that browsers run, and those that become them.

use crate::code::grammar::{Grammar, Habit, Quote};

/// What types are told by, in place of values: TypeScript's own words come besides.
pub(crate) static JAVASCRIPT: Grammar = Grammar {
    comments: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[
        Quote::lines("`", "`").with_values("${"),
        Quote::line("\""),
        Quote::line("'"),
    ],
    keywords: "async await break case catch const continue debugger default delete do else \
               export extends finally for if import in instanceof let new return static \
               super switch this throw try typeof var void while with yield",
    soft: "of from as get set",
    constants: "true false null undefined NaN Infinity",
    declares: "function class",
    letters: b"$",
    sigils: b"@",
    habits: &[Habit::Patterns, Habit::Keys],
    ..Grammar::NONE
};

pub(crate) static TYPESCRIPT: Grammar = Grammar {
    keywords: "async await break case catch const continue debugger default delete do else \
               export extends finally for if import in instanceof let new return static \
               super switch this throw try typeof var void while with yield implements \
               private protected public any boolean never number string unknown keyof",
    soft: "of from as get set abstract declare readonly is infer satisfies override unique \
           asserts accessor module object symbol bigint",
    declares: "function class interface enum type namespace",
    ..JAVASCRIPT
};

pub(crate) static COFFEE: Grammar = Grammar {
    comments: &["#"],
    blocks: &[("###", "###")],
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\"").with_values("#{"),
        Quote::lines("'''", "'''"),
        Quote::lines("\"", "\"").closed().with_values("#{"),
        Quote::lines("'", "'").closed(),
    ],
    keywords: "and await break by case catch class continue debugger delete do else export \
               extends finally for if import in instanceof is isnt loop new not of or own \
               return super switch then this throw try typeof unless until when while yield",
    constants: "true false yes no on off null undefined",
    letters: b"$",
    habits: &[Habit::Keys],
    ..Grammar::NONE
};
