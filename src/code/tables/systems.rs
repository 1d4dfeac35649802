//! Languages near the machine.

use crate::code::grammar::{Extent, Grammar, Habit, Quote};

/// Words that C and its descendants share.
const C_LIKE: Grammar = Grammar {
    comments: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[Quote::line("\""), Quote::CHARACTER],
    ..Grammar::NONE
};

pub(crate) static C: Grammar = Grammar {
    keywords: "auto break case char const continue default do double else extern float for \
               goto if inline int long register restrict return short signed sizeof static \
               switch typedef unsigned void volatile while bool alignas alignof \
               static_assert thread_local typeof constexpr _Alignas _Alignof _Atomic _Bool \
               _Complex _Generic _Noreturn _Static_assert _Thread_local size_t ssize_t \
               int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t uintptr_t",
    constants: "NULL true false nullptr",
    declares: "struct enum union",
    habits: &[Habit::Preprocessor],
    ..C_LIKE
};

pub(crate) static CPP: Grammar = Grammar {
    quotes: &[
        Quote { escape: 0, ..Quote::lines("R\"(", ")\"") },
        Quote::line("\""),
        Quote::CHARACTER,
    ],
    keywords: "alignas alignof and and_eq asm auto bitand bitor bool break case catch char \
               char8_t char16_t char32_t compl const consteval constexpr constinit \
               const_cast continue co_await co_return co_yield decltype default delete do \
               double dynamic_cast else explicit export extern float for friend goto if \
               inline int long mutable new noexcept not not_eq operator or or_eq private \
               protected public register reinterpret_cast requires return short signed \
               sizeof static static_assert static_cast switch template thread_local throw \
               try typedef typeid typename unsigned using virtual void volatile wchar_t \
               while xor xor_eq size_t int8_t int16_t int32_t int64_t uint8_t uint16_t \
               uint32_t uint64_t this",
    soft: "final override import module",
    constants: "NULL true false nullptr",
    declares: "class struct enum union namespace concept",
    prefixes: "L u U u8",
    habits: &[Habit::Preprocessor],
    ..C_LIKE
};

pub(crate) static ARDUINO: Grammar = Grammar {
    constants: "NULL true false nullptr HIGH LOW INPUT OUTPUT INPUT_PULLUP LED_BUILTIN",
    ..CPP
};

pub(crate) static OBJECTIVE_C: Grammar = Grammar {
    quotes: &[
        Quote { open: "@\"", ..Quote::line("\"") },
        Quote::line("\""),
        Quote::CHARACTER,
    ],
    keywords: "auto break case char const continue default do double else extern float for \
               goto if inline int long register return short signed sizeof static switch \
               typedef unsigned void volatile while id instancetype self super in out inout \
               SEL IMP BOOL __weak __strong nonatomic strong weak copy readonly readwrite",
    constants: "nil Nil NULL YES NO true false",
    declares: "struct enum union",
    sigils: b"@",
    habits: &[Habit::Preprocessor],
    ..C_LIKE
};

pub(crate) static D: Grammar = Grammar {
    blocks: &[("/*", "*/"), ("/+", "+/")],
    quotes: &[Quote::lines("`", "`").raw(), Quote::line("\""), Quote::CHARACTER],
    keywords: "abstract alias align asm assert auto bool break byte case cast catch char \
               const continue debug default delegate delete deprecated do double else export \
               extern final finally float for foreach foreach_reverse function goto if \
               immutable import in inout int invariant is lazy long mixin module new nothrow \
               out override package pragma private protected public pure real ref return \
               scope shared short static super switch synchronized this throw try typeof \
               ubyte uint ulong unittest ushort version void wchar dchar while with string",
    constants: "true false null",
    declares: "class struct enum union interface template",
    sigils: b"@",
    ..C_LIKE
};

pub(crate) static GO: Grammar = Grammar {
    quotes: &[Quote::lines("`", "`").raw(), Quote::line("\""), Quote::CHARACTER],
    keywords: "break case chan const continue default defer else fallthrough for go goto if \
               import interface map package range return select struct switch var any bool \
               byte comparable complex64 complex128 error float32 float64 int int8 int16 \
               int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr",
    constants: "true false nil iota",
    declares: "func type",
    ..C_LIKE
};

pub(crate) static RUST: Grammar = Grammar {
    quotes: &[
        Quote::lines("r##\"", "\"##").raw(),
        Quote::lines("r#\"", "\"#").raw(),
        Quote::lines("r\"", "\"").raw(),
        Quote::lines("\"", "\""),
        Quote::CHARACTER,
    ],
    keywords: "as async await break const continue crate dyn else extern for if impl in let \
               loop match move mut pub ref return self Self static super unsafe use where \
               while yield bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 \
               u128 usize",
    soft: "union auto raw",
    constants: "true false",
    declares: "fn struct enum trait mod type macro_rules",
    prefixes: "b c br",
    attribute: "#[",
    habits: &[Habit::Nested],
    ..C_LIKE
};

pub(crate) static ZIG: Grammar = Grammar {
    blocks: &[],
    quotes: &[
        Quote { open: "\\\\", close: "\n", escape: 0, extent: Extent::Lines, hole: None },
        Quote::line("\""),
        Quote::CHARACTER,
    ],
    keywords: "align allowzero and anyframe anytype asm async await break callconv catch \
               comptime const continue defer else enum errdefer error export extern for if \
               inline noalias nosuspend opaque or orelse packed pub resume return struct \
               suspend switch test threadlocal try union unreachable usingnamespace var \
               volatile while bool f32 f64 i8 i16 i32 i64 isize type u8 u16 u32 u64 usize \
               void noreturn",
    constants: "true false null undefined",
    declares: "fn",
    sigils: b"@",
    ..C_LIKE
};

pub(crate) static NIM: Grammar = Grammar {
    comments: &["#"],
    blocks: &[("#[", "]#")],
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\"").raw(),
        Quote::line("\""),
        Quote::CHARACTER,
    ],
    keywords: "addr and as asm bind block break case cast concept const continue converter \
               defer discard distinct div do elif else end enum except export finally for \
               from if import in include interface is isnot let mixin mod nil not notin \
               object of or out ptr raise ref return shl shr static try tuple type using var \
               when while xor yield int float string bool char",
    constants: "true false nil",
    declares: "proc func method iterator macro template",
    habits: &[Habit::Nested],
    ..Grammar::NONE
};
