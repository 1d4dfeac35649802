//! Languages that say what is wanted: of data, of files to be built, of machines to be set up.

use crate::code::grammar::{Grammar, Habit, Quote};

pub(crate) static SQL: Grammar = Grammar {
    comments: &["--", "#"],
    blocks: &[("/*", "*/")],
    quotes: &[
        Quote::lines("'", "'").raw().closed(),
        Quote::line("\"").raw(),
        Quote::line("`").raw(),
    ],
    keywords: "add all alter analyze and any as asc before begin between bigint blob boolean by \
               bytea call cascade case cast char check cluster coalesce collate column commit \
               comment constraint copy create cross cube current_date \
               current_timestamp cursor database date datetime decimal declare default delete \
               desc describe distinct distkey diststyle do double drop each else encode end \
               engine escape except exec execute exists explain extract fetch filter first \
               float for foreign from full function grant group grouping having if ignore \
               ilike in index inner insert instead int integer intersect interval into is \
               isolation join json jsonb key language last lateral left level like limit lock \
               loop materialized merge natural next no not nulls numeric of offset on only or \
               order outer over partition plpgsql precision primary procedure qualify range \
               real recursive references refresh rename replace restrict return returning \
               returns revoke right rollback rollup row rows savepoint schema select sequence \
               serial set show smallint sortkey start table tables temp temporary text then \
               time timestamp timestamptz to top transaction trigger truncate union unique \
               unload update upsert use using uuid vacuum values varchar view when where \
               while window with within work",
    constants: "true false null unknown",
    habits: &[Habit::AnyCase, Habit::SpacedComments],
    ..Grammar::NONE
};

pub(crate) static SPARQL: Grammar = Grammar {
    comments: &["#"],
    blocks: &[],
    keywords: "a ask as asc base bind bound by construct count delete desc describe distinct \
               exists filter from graph group having in insert limit minus named not offset \
               optional order prefix reduced select service str union values where match \
               merge create return set with unwind call yield detach",
    habits: &[Habit::AnyCase, Habit::SpacedComments],
    ..SQL
};

pub(crate) static GRAPHQL: Grammar = Grammar {
    comments: &["#"],
    quotes: &[Quote::lines("\"\"\"", "\"\"\""), Quote::line("\"")],
    keywords: "directive extend implements on schema repeatable",
    constants: "true false null",
    declares: "enum fragment input interface mutation query scalar subscription type union",
    letters: b"$",
    sigils: b"@",
    habits: &[Habit::Keys],
    ..Grammar::NONE
};

pub(crate) static PROTOBUF: Grammar = Grammar {
    comments: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[Quote::line("\""), Quote::line("'")],
    keywords: "bool bytes double extend extensions fixed32 fixed64 float import int32 int64 map \
               max oneof option optional package public repeated required reserved returns \
               sfixed32 sfixed64 sint32 sint64 stream string struct syntax to uint32 uint64 \
               typedef exception throws namespace list set i32 i64",
    constants: "true false",
    declares: "enum message rpc service",
    ..Grammar::NONE
};

/// Terraform and its kin.
pub(crate) static HCL: Grammar = Grammar {
    comments: &["#", "//"],
    blocks: &[("/*", "*/")],
    quotes: &[Quote::line("\"").with_values("${")],
    keywords: "data dynamic for for_each if in locals module moved output provider \
               provisioner resource terraform variable",
    constants: "true false null",
    letters: b"-",
    heredoc: "<<",
    ..Grammar::NONE
};

pub(crate) static DOCKERFILE: Grammar = Grammar {
    comments: &["#"],
    quotes: &[Quote::line("\""), Quote::line("'").raw()],
    keywords: "ADD AS ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER \
               ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR",
    letters: b"-./:",
    sigils: b"$",
    heredoc: "<<",
    habits: &[Habit::SpacedComments],
    ..Grammar::NONE
};

pub(crate) static MAKE: Grammar = Grammar {
    comments: &["#"],
    quotes: &[Quote::line("\""), Quote::line("'").raw()],
    keywords: "define else endef endif export ifdef ifeq ifndef ifneq include override \
               unexport vpath",
    letters: b"-./%",
    sigils: b"$",
    habits: &[Habit::Labels, Habit::SpacedComments],
    ..Grammar::NONE
};

pub(crate) static CMAKE: Grammar = Grammar {
    comments: &["#"],
    blocks: &[("#[[", "]]")],
    quotes: &[Quote::lines("\"", "\"").closed()],
    keywords: "add_compile_definitions add_custom_command add_custom_target add_definitions \
               add_dependencies add_executable add_library add_subdirectory add_test \
               cmake_minimum_required configure_file else elseif enable_testing endforeach \
               endfunction endif endmacro endwhile execute_process file find_package foreach \
               function if include include_directories install link_directories list macro \
               message option project return set set_property set_target_properties string \
               target_compile_definitions target_compile_features target_compile_options \
               target_include_directories target_link_libraries target_sources unset while",
    constants: "on off true false",
    sigils: b"$",
    habits: &[Habit::AnyCase],
    ..Grammar::NONE
};

/// What servers of pages are set up with: the first word of a line says what is set.
pub(crate) static NGINX: Grammar = Grammar {
    comments: &["#"],
    quotes: &[Quote::line("\""), Quote::line("'").raw()],
    constants: "on off",
    letters: b"-./:",
    sigils: b"$",
    habits: &[Habit::Instructions, Habit::SpacedComments],
    ..Grammar::NONE
};
