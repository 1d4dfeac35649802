//! Languages of classes and braces.

use crate::code::grammar::{Extent, Grammar, Habit, Quote};

const BRACES: Grammar =
    Grammar { comments: &["//"], blocks: &[("/*", "*/")], sigils: b"@", ..Grammar::NONE };

pub(crate) static JAVA: Grammar = Grammar {
    quotes: &[Quote::lines("\"\"\"", "\"\"\""), Quote::line("\""), Quote::CHARACTER],
    keywords: "abstract assert boolean break byte case catch char const continue default do \
               double else extends final finally float for goto if implements import \
               instanceof int long native new package private protected public return short \
               static strictfp super switch synchronized this throw throws transient try \
               var void volatile while",
    soft: "sealed permits yield module requires exports opens",
    constants: "true false null",
    declares: "class interface enum record",
    ..BRACES
};

pub(crate) static KOTLIN: Grammar = Grammar {
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\"").raw().with_values("${"),
        Quote::line("\"").with_values("${"),
        Quote::CHARACTER,
    ],
    keywords: "abstract actual annotation as break by catch companion const constructor \
               continue crossinline data do else expect external final finally for if import \
               in infix init inline inner internal is lateinit noinline open operator out \
               override package private protected public reified return sealed suspend \
               super tailrec this throw try val var vararg when where while",
    constants: "true false null",
    declares: "class interface enum fun object typealias",
    habits: &[Habit::Nested],
    ..BRACES
};

pub(crate) static SCALA: Grammar = Grammar {
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\"").raw(),
        Quote::line("\""),
        Quote::CHARACTER,
    ],
    keywords: "abstract case catch do else export extends final finally for forSome given if \
               implicit import lazy match new override package private protected return \
               sealed super then this throw try using val var while with yield",
    soft: "inline opaque open derives end extension transparent",
    constants: "true false null",
    declares: "class object trait def type enum",
    prefixes: "s f raw",
    habits: &[Habit::Nested],
    ..BRACES
};

pub(crate) static GROOVY: Grammar = Grammar {
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\"").with_values("${"),
        Quote::lines("'''", "'''"),
        Quote::line("\"").with_values("${"),
        Quote::line("'"),
    ],
    keywords: "abstract as assert boolean break byte case catch char continue def default do \
               double else extends final finally float for if implements import in \
               instanceof int long native new package private protected public return short \
               static super switch synchronized this throw throws transient try var void \
               volatile while pipeline agent stages stage steps",
    constants: "true false null",
    declares: "class interface enum trait",
    habits: &[Habit::Keys],
    ..BRACES
};

pub(crate) static CSHARP: Grammar = Grammar {
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\"").raw(),
        Quote::lines("$@\"", "\"").raw(),
        Quote::lines("@\"", "\"").raw(),
        Quote { open: "$\"", ..Quote::line("\"") },
        Quote::line("\""),
        Quote::CHARACTER,
    ],
    keywords: "abstract as async await base bool break byte case catch char checked const \
               continue decimal default delegate do double dynamic else event explicit \
               extern finally fixed float for foreach goto if implicit in int internal is \
               lock long nameof new object operator out override params partial private \
               protected public readonly ref return sbyte sealed short sizeof stackalloc \
               static string switch this throw try typeof uint ulong unchecked unsafe ushort \
               using var virtual void volatile while yield",
    soft: "get set init required file global when where select from orderby group into join \
           let on equals by ascending descending and or not with add remove",
    constants: "true false null",
    declares: "class struct interface enum record namespace",
    sigils: b"",
    habits: &[Habit::Preprocessor],
    ..BRACES
};

pub(crate) static SWIFT: Grammar = Grammar {
    quotes: &[Quote::lines("\"\"\"", "\"\"\"").with_values("\\("), Quote::line("\"")],
    keywords: "actor any as associatedtype async await break case catch continue convenience \
               default defer deinit do else extension fallthrough fileprivate final for \
               guard if import in indirect init inout internal is lazy let mutating \
               nonmutating open operator override precedencegroup private public repeat \
               required rethrows return self Self some static subscript super switch throw \
               throws try unowned var weak where while",
    constants: "true false nil",
    declares: "class struct enum protocol func typealias",
    habits: &[Habit::Nested, Habit::Keys],
    ..BRACES
};

pub(crate) static DART: Grammar = Grammar {
    quotes: &[
        Quote::lines("'''", "'''").with_values("${"),
        Quote::lines("\"\"\"", "\"\"\"").with_values("${"),
        Quote::line("'").with_values("${"),
        Quote::line("\"").with_values("${"),
    ],
    keywords: "abstract as assert async await base bool break case catch const continue \
               covariant default deferred do double dynamic else export extends external \
               factory final finally for if implements import in int is late library new num \
               on operator part required rethrow return sealed static String super switch \
               sync this throw try var void while with yield",
    soft: "get set show hide",
    constants: "true false null",
    declares: "class enum extension mixin typedef",
    prefixes: "r",
    habits: &[Habit::Keys],
    ..BRACES
};

pub(crate) static PHP: Grammar = Grammar {
    comments: &["//", "#"],
    quotes: &[Quote::lines("\"", "\"").closed(), Quote::lines("'", "'").closed()],
    keywords: "abstract and array as break callable case catch clone const continue declare \
               default do echo else elseif empty enddeclare endfor endforeach endif endswitch \
               endwhile extends final finally fn for foreach global goto if implements \
               include include_once instanceof insteadof isset list match new or print \
               private protected public readonly require require_once return static switch \
               throw try unset use var while xor yield self parent bool int float string \
               void mixed never iterable object",
    constants: "true false null TRUE FALSE NULL",
    declares: "class interface trait enum function namespace",
    letters: b"$",
    sigils: b"",
    attribute: "#[",
    heredoc: "<<<",
    ..BRACES
};

pub(crate) static SOLIDITY: Grammar = Grammar {
    quotes: &[Quote::line("\""), Quote { extent: Extent::Line, ..Quote::line("'") }],
    keywords: "abstract address anonymous as assembly assert bool break bytes bytes32 \
               calldata catch constant constructor continue delete do else emit external \
               fallback for if immutable import indexed int int256 internal is mapping \
               memory new override payable pragma private public pure receive require \
               return returns revert storage string this throw try uint uint8 uint256 \
               unchecked using view virtual while",
    constants: "true false wei gwei ether seconds minutes hours days weeks",
    declares: "contract interface library struct enum event error function modifier",
    sigils: b"",
    ..BRACES
};
