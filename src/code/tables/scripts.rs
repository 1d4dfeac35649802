//! Languages of scripts and of shells.

use crate::code::grammar::{Grammar, Habit, Quote};

pub(crate) static PYTHON: Grammar = Grammar {
    comments: &["#"],
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\""),
        Quote::lines("'''", "'''"),
        Quote::line("\""),
        Quote::line("'"),
    ],
    keywords: "and as assert async await break continue del elif else except finally for \
               from global if import in is lambda nonlocal not or pass raise return try \
               while with yield self",
    soft: "match case",
    constants: "True False None Ellipsis NotImplemented",
    declares: "class def type",
    sigils: b"@",
    prefixes: "r R f F b B u U rb Rb rB RB br Br bR BR fr Fr fR FR rf Rf rF RF t T",
    ..Grammar::NONE
};

pub(crate) static RUBY: Grammar = Grammar {
    comments: &["#"],
    blocks: &[("\n=begin", "\n=end")],
    quotes: &[
        Quote::lines("\"", "\"").closed().with_values("#{"),
        Quote::lines("'", "'").closed(),
        Quote::line("`"),
    ],
    keywords: "BEGIN END alias and begin break case defined? do else elsif end ensure for if \
               in next not or redo rescue retry return self super then undef unless until \
               when while yield require require_relative include extend attr_accessor \
               attr_reader attr_writer private protected public raise loop lambda proc",
    constants: "true false nil __FILE__ __LINE__",
    declares: "class def module",
    letters: b"?!",
    heredoc: "<<~",
    habits: &[Habit::Patterns, Habit::Keys],
    ..Grammar::NONE
};

pub(crate) static PERL: Grammar = Grammar {
    comments: &["#"],
    quotes: &[Quote::lines("\"", "\"").closed(), Quote::lines("'", "'").closed()],
    keywords: "BEGIN END and bless cmp continue defined delete die do each else elsif eq \
               eval exists for foreach ge goto gt if keys last le local lt map my ne next no \
               not or our print printf push pop redo ref require return say shift sort \
               splice split unless unshift until use values wantarray warn while xor",
    constants: "undef __FILE__ __LINE__ __PACKAGE__",
    declares: "sub package",
    letters: b"$",
    heredoc: "<<",
    habits: &[Habit::SpacedComments],
    ..Grammar::NONE
};

pub(crate) static LUA: Grammar = Grammar {
    comments: &["--"],
    blocks: &[("--[[", "]]"), ("--[=[", "]=]")],
    quotes: &[Quote::lines("[[", "]]").raw(), Quote::line("\""), Quote::line("'")],
    keywords: "and break do else elseif end for goto if in local not or repeat return then \
               until while",
    constants: "true false nil",
    declares: "function",
    ..Grammar::NONE
};

pub(crate) static SHELL: Grammar = Grammar {
    comments: &["#"],
    quotes: &[Quote::lines("\"", "\"").closed(), Quote::lines("'", "'").closed().raw()],
    keywords: "if then elif else fi for while until do done case esac select time return \
               exit break continue local export readonly declare typeset unset shift trap \
               source alias eval exec",
    soft: "in set",
    constants: "true false",
    declares: "function",
    letters: b"-./:",
    sigils: b"$",
    heredoc: "<<",
    habits: &[Habit::SpacedComments],
    ..Grammar::NONE
};

pub(crate) static FISH: Grammar = Grammar {
    keywords: "and argparse begin break builtin case command continue else end eval exec for \
               if in not or return set source status string switch test while",
    heredoc: "",
    ..SHELL
};

pub(crate) static POWERSHELL: Grammar = Grammar {
    comments: &["#"],
    blocks: &[("<#", "#>")],
    quotes: &[
        Quote::lines("@\"", "\"@").raw(),
        Quote::lines("@'", "'@").raw(),
        Quote { escape: b'`', ..Quote::line("\"") },
        Quote::line("'").raw(),
    ],
    keywords: "begin break catch continue data do dynamicparam else elseif end exit finally \
               for foreach from if in param process return switch throw trap try until using \
               while",
    constants: "$true $false $null",
    declares: "class enum filter function",
    letters: b"$-",
    habits: &[Habit::AnyCase, Habit::SpacedComments],
    ..Grammar::NONE
};

pub(crate) static TCL: Grammar = Grammar {
    comments: &["#"],
    quotes: &[Quote::lines("\"", "\"").closed()],
    keywords: "after append array break catch continue else elseif error eval expr for \
               foreach global if incr info join lappend lindex list llength namespace \
               package puts regexp regsub return set source split string switch then unset \
               uplevel upvar variable while",
    declares: "proc",
    sigils: b"$",
    habits: &[Habit::SpacedComments],
    ..Grammar::NONE
};

pub(crate) static AWK: Grammar = Grammar {
    comments: &["#"],
    quotes: &[Quote::line("\"")],
    keywords: "BEGIN END break continue delete do else exit for getline if in next nextfile \
               print printf return while",
    declares: "function",
    habits: &[Habit::Patterns],
    ..Grammar::NONE
};

pub(crate) static R: Grammar = Grammar {
    comments: &["#"],
    quotes: &[
        Quote::lines("\"", "\"").closed(),
        Quote::lines("'", "'").closed(),
        Quote::line("`").raw(),
    ],
    keywords: "break else for function if in library next repeat require return while",
    constants: "TRUE FALSE NULL NA NA_integer_ NA_real_ NA_character_ Inf NaN T F",
    letters: b".",
    ..Grammar::NONE
};

pub(crate) static JULIA: Grammar = Grammar {
    comments: &["#"],
    blocks: &[("#=", "=#")],
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\""),
        Quote::lines("\"", "\"").closed(),
        Quote::CHARACTER,
    ],
    keywords: "abstract baremodule begin break catch const continue do else elseif end \
               export finally for global if import in isa let local mutable outer primitive \
               quote return try using where while",
    constants: "true false nothing missing Inf NaN pi",
    declares: "function macro module struct type",
    sigils: b"@",
    letters: b"!",
    prefixes: "r raw b v",
    habits: &[Habit::Nested],
    ..Grammar::NONE
};
