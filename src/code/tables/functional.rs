//! Languages of functions, of lists and of rules.

use crate::code::grammar::{Grammar, Habit, Quote};

pub(crate) static HASKELL: Grammar = Grammar {
    comments: &["--"],
    blocks: &[("{-", "-}")],
    quotes: &[Quote::line("\""), Quote::CHARACTER],
    keywords: "case default deriving do else family forall foreign if import in infix infixl \
               infixr instance let mdo of then where qualified hiding",
    soft: "as",
    constants: "True False Nothing otherwise",
    declares: "class data module newtype type",
    letters: b"'",
    habits: &[Habit::Nested],
    ..Grammar::NONE
};

pub(crate) static ELM: Grammar = Grammar {
    keywords: "as alias case else exposing if import in let of port then where",
    constants: "True False Nothing",
    declares: "module type",
    ..HASKELL
};

pub(crate) static OCAML: Grammar = Grammar {
    blocks: &[("(*", "*)")],
    quotes: &[Quote::lines("\"", "\""), Quote::CHARACTER],
    keywords: "and as assert begin class constraint do done downto else end exception \
               external for fun function functor if in include inherit initializer lazy let \
               match method mod mutable new nonrec object of open or private rec sig struct \
               then to try val virtual when while with int float string bool char unit list \
               option array",
    constants: "true false None",
    declares: "module type",
    letters: b"'",
    habits: &[Habit::Nested],
    ..Grammar::NONE
};

pub(crate) static FSHARP: Grammar = Grammar {
    comments: &["//"],
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\"").raw(),
        Quote { open: "$\"", ..Quote::line("\"") },
        Quote::lines("\"", "\""),
        Quote::CHARACTER,
    ],
    keywords: "abstract and as assert async base begin class default delegate do done \
               downcast downto elif else end exception extern finally fixed for fun function \
               global if in inherit inline interface internal lazy let match member mutable \
               namespace new not of open or override private public rec return select static \
               struct then to try upcast use val void when while with yield int float string \
               bool char unit list option array seq",
    constants: "true false null None",
    declares: "module type",
    letters: b"'",
    attribute: "[<",
    habits: &[Habit::Nested, Habit::Preprocessor],
    ..OCAML
};

pub(crate) static ELIXIR: Grammar = Grammar {
    comments: &["#"],
    quotes: &[
        Quote::lines("\"\"\"", "\"\"\"").with_values("#{"),
        Quote::lines("\"", "\"").closed().with_values("#{"),
        Quote::line("'"),
    ],
    keywords: "after alias and case catch cond defstruct do else end fn for if import in not \
               or quote raise receive require rescue try unless unquote use when with",
    constants: "true false nil",
    declares: "def defp defmodule defmacro defmacrop defprotocol defimpl",
    sigils: b"@",
    letters: b"?!",
    habits: &[Habit::Keys],
    ..Grammar::NONE
};

pub(crate) static ERLANG: Grammar = Grammar {
    comments: &["%"],
    quotes: &[Quote::lines("\"", "\"").closed(), Quote::line("'")],
    keywords: "after and andalso band begin bnot bor bsl bsr bxor case catch cond div else \
               end fun if let maybe not of or orelse receive rem try when xor",
    constants: "true false undefined ok error",
    ..Grammar::NONE
};

pub(crate) static CLOJURE: Grammar = Grammar {
    comments: &[";"],
    quotes: &[Quote::lines("\"", "\"")],
    keywords: "and apply binding case catch comp cond cond-> cond->> condp do doall doseq \
               dosync dotimes finally fn for if if-let if-not import in-ns let letfn loop map \
               filter reduce new not ns or partial quote recur require throw try use var when \
               when-let when-not while -> ->>",
    constants: "true false nil",
    declares: "def defn defn- defmacro defmulti defmethod defonce defprotocol defrecord \
               deftype",
    letters: b"-?!*<>=+/'&.",
    ..Grammar::NONE
};

/// Lisp, Scheme, Racket, Emacs Lisp.
pub(crate) static LISP: Grammar = Grammar {
    comments: &[";"],
    blocks: &[("#|", "|#")],
    quotes: &[Quote::lines("\"", "\"")],
    keywords: "and begin call/cc case cond define define-record-type define-struct \
               define-syntax delay do else funcall if labels lambda let let* let-values \
               letrec loop match mapcar module not or progn provide quasiquote quote require \
               return setf set! setq syntax-rules unless unquote when while",
    constants: "nil t #t #f #true #false",
    declares: "defun defmacro defvar defparameter defconst defclass defgeneric defmethod \
               defstruct",
    letters: b"-?!*<>=+/&",
    habits: &[Habit::Nested],
    ..Grammar::NONE
};

pub(crate) static PROLOG: Grammar = Grammar {
    comments: &["%"],
    blocks: &[("/*", "*/")],
    quotes: &[Quote::line("\""), Quote::line("'")],
    keywords: "is mod rem dynamic discontiguous module use_module not assert asserta assertz \
               retract findall bagof setof",
    constants: "true false fail",
    ..Grammar::NONE
};
