//! Languages of words where others have signs, of matrices, of circuits, and of machines.

use crate::code::grammar::{Grammar, Habit, Quote};

pub(crate) static PASCAL: Grammar = Grammar {
    comments: &["//"],
    blocks: &[("{", "}"), ("(*", "*)")],
    quotes: &[Quote::line("'").raw()],
    keywords: "and array as asm begin case class const constructor destructor div do downto \
               else end except exports file finally for goto if implementation in inherited \
               initialization inline interface is label library mod nil not object of on or \
               override packed private program property protected public published raise \
               record repeat set shl shr string then to try type unit until uses var virtual \
               while with xor integer real boolean char byte word longint double",
    constants: "true false nil",
    declares: "function procedure",
    habits: &[Habit::AnyCase],
    ..Grammar::NONE
};

pub(crate) static ADA: Grammar = Grammar {
    comments: &["--"],
    quotes: &[Quote::line("\"").raw(), Quote::CHARACTER],
    keywords: "abort abs abstract accept access aliased all and array at begin case constant \
               declare delay delta digits do else elsif end entry exception exit for generic \
               goto if in interface is limited loop mod new not of or others out overriding \
               pragma private protected raise range record rem renames requeue return reverse \
               select separate some subtype synchronized tagged terminate then until use when \
               while with xor",
    constants: "true false null",
    declares: "function package procedure task type",
    habits: &[Habit::AnyCase],
    ..Grammar::NONE
};

/// Visual Basic and its kin.
pub(crate) static BASIC: Grammar = Grammar {
    comments: &["'"],
    quotes: &[Quote::line("\"").raw()],
    keywords: "addhandler addressof and andalso as boolean byref byte byval call case catch \
               const continue date decimal declare default dim do double each else elseif end \
               endif enum erase error event exit finally for friend get gosub goto handles if \
               implements imports in inherits integer is isnot let lib like long loop me mod \
               mustinherit mustoverride mybase namespace new next not object of on option \
               optional or orelse overridable overrides paramarray partial private property \
               protected public raiseevent readonly redim rem resume return select set shared \
               short single static step stop string sub synclock then throw to try typeof \
               until using variant wend when while with withevents xor print input",
    constants: "true false nothing null empty",
    declares: "class function interface module structure sub",
    habits: &[Habit::AnyCase],
    ..Grammar::NONE
};

pub(crate) static FORTRAN: Grammar = Grammar {
    comments: &["!"],
    quotes: &[Quote::line("\"").raw(), Quote::line("'").raw()],
    keywords: "allocatable allocate associate call case character class close common complex \
               contains continue cycle data deallocate dimension do double elemental else \
               elseif end enddo endif entry equivalence exit external format goto if implicit \
               import in inout inquire integer intent interface intrinsic kind logical none \
               nullify only open optional out parameter pointer precision print procedure pure \
               read real recursive result return rewind save select stop target then use \
               value where while write",
    constants: "true false",
    declares: "function module program subroutine type",
    habits: &[Habit::AnyCase],
    ..Grammar::NONE
};

/// MATLAB and Octave.
pub(crate) static MATLAB: Grammar = Grammar {
    comments: &["%", "#", "..."],
    blocks: &[("%{", "%}")],
    quotes: &[Quote::line("\"").raw(), Quote::line("'").raw()],
    keywords: "break case catch continue else elseif end endfor endfunction endif endwhile \
               for global if methods otherwise parfor persistent properties return spmd \
               switch try until unwind_protect while",
    constants: "true false pi Inf NaN eps",
    declares: "classdef function",
    habits: &[Habit::Transposes],
    ..Grammar::NONE
};

pub(crate) static VERILOG: Grammar = Grammar {
    comments: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[Quote::line("\"")],
    keywords: "always always_comb always_ff always_latch and assert assign begin bit buf case \
               casex casez const default disable edge else end endcase endclass endfunction \
               endgenerate endmodule endpackage endtask enum event extends final for force \
               foreach forever fork generate genvar if import initial inout input int integer \
               join localparam logic nand negedge new nor not or output parameter posedge real \
               reg repeat return signed struct supply0 supply1 timescale tri typedef union \
               unsigned virtual void wait while wire xnor xor",
    declares: "class function interface module package program task",
    sigils: b"`$",
    ..Grammar::NONE
};

pub(crate) static VHDL: Grammar = Grammar {
    comments: &["--"],
    quotes: &[Quote::line("\"").raw(), Quote::CHARACTER],
    keywords: "abs access after alias all and array assert attribute begin block body buffer \
               bus case component configuration constant disconnect downto else elsif end exit \
               file for generate generic group guarded if impure in inertial inout is label \
               library linkage literal loop map mod nand new next nor not of on open or others \
               out package port postponed process pure range record register reject rem report \
               return rol ror select severity shared signal sla sll sra srl subtype then to \
               transport unaffected units until use variable wait when while with xnor xor \
               std_logic std_logic_vector integer boolean bit signed unsigned",
    constants: "true false",
    declares: "architecture entity function procedure type",
    habits: &[Habit::AnyCase],
    ..Grammar::NONE
};

/// Assemblers of all machines: the first word of a line is what the machine does.
pub(crate) static ASSEMBLY: Grammar = Grammar {
    comments: &[";", "//", "# ", "@ "],
    blocks: &[("/*", "*/")],
    quotes: &[Quote::line("\""), Quote::line("'")],
    letters: b".$%",
    habits: &[Habit::Labels, Habit::Instructions, Habit::SpacedComments],
    ..Grammar::NONE
};
