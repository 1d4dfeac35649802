//! The tables of the languages, by what they are like.
//!
//! Words were taken from the languages' own references; where a word is a keyword in some places and a
//! name in most, it is soft or left out.

mod braces;
mod described;
mod functional;
mod lettered;
mod scripts;
mod systems;
mod web;

pub(super) use braces::{
    CSHARP, DART, GROOVY, JAVA, KOTLIN, PHP, SCALA, SOLIDITY, SWIFT,
};
pub(super) use described::{
    CMAKE, DOCKERFILE, GRAPHQL, HCL, MAKE, NGINX, PROTOBUF, SPARQL, SQL,
};
pub(super) use functional::{
    CLOJURE, ELIXIR, ELM, ERLANG, FSHARP, HASKELL, LISP, OCAML, PROLOG,
};
pub(super) use lettered::{ADA, ASSEMBLY, BASIC, FORTRAN, MATLAB, PASCAL, VERILOG, VHDL};
pub(super) use scripts::{
    AWK, FISH, JULIA, LUA, PERL, POWERSHELL, PYTHON, R, RUBY, SHELL, TCL,
};
pub(super) use systems::{ARDUINO, C, CPP, D, GO, NIM, OBJECTIVE_C, RUST, ZIG};
pub(super) use web::{COFFEE, JAVASCRIPT, TYPESCRIPT};
