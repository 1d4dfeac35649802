//! What pieces programs of several languages come in.

use std::fmt::Write as _;

use super::{Kind, Piece, lines, pieces};

/// The words of a program that are of a kind, in order, a sign for their kind before each: `k`
/// keyword, `s` string, `c` comment, `n` number, `N` name.
fn told(language: &str, text: &str) -> String {
    let mut told = Vec::new();
    for Piece { text, kind } in pieces(Some(language), text) {
        let sign = match kind {
            None => continue,
            Some(Kind::Keyword) => 'k',
            Some(Kind::String) => 's',
            Some(Kind::Comment) => 'c',
            Some(Kind::Number) => 'n',
            Some(Kind::Name) => 'N',
        };
        told.push(format!("{sign}:{text}"));
    }
    told.join(" ")
}

#[track_caller]
fn tells(language: &str, text: &str, expected: &str) {
    assert_eq!(told(language, text), expected, "{language}: {text}");
}

#[test]
fn javascript() {
    tells(
        "js",
        "const f = async (x) => `a ${x + `b${1}`} c`; // end",
        "k:const k:async s:`a ${ s:`b${ n:1 s:}`} c` c:// end",
    );
    tells(
        "js",
        "class A extends B { static x = null }",
        "k:class N:A k:extends k:static n:null",
    );
    tells("js", "a.delete(b); x = { default: 1, class: 'y' }", "k:default n:1 s:'y'");
    tells("js", "let r = /[/]\"x/g, q = a / b / c;", "k:let s:/[/]\"x/g");
    tells("js", "return /a'b/.test(s)", "k:return s:/a'b/");
    tells(
        "javascript",
        "function* gen() { yield 0xFF }",
        "k:function N:gen k:yield n:0xFF",
    );
    tells("jsx", "// Don't\nlet a = 'it\\'s'", "c:// Don't k:let s:'it\\'s'");
    tells("js", "let from = 1; import a from 'b'", "k:let n:1 k:import k:from s:'b'");
    tells("ts", "type A = { type: string }", "k:type N:A k:string");
    tells("js", "/* a\n b */ 1.5e-3 1..toFixed", "c:/* a\n b */ n:1.5e-3 n:1");
}

#[test]
fn python_and_ruby() {
    tells(
        "python",
        "@app.route('/')\ndef f(x: int) -> None:\n    \"\"\"Doc\n    s\"\"\"\n    return rf'a' # no",
        "N:@app s:'/' k:def N:f n:None s:\"\"\"Doc\n    s\"\"\" k:return s:rf'a' c:# no",
    );
    tells("py", "match = 1\nmatch x:", "n:1 k:match");
    tells(
        "rb",
        "def self.name\n  \"a#{b ? 'c' : nil}d\"\nend",
        "k:def k:self N:name s:\"a#{ s:'c' n:nil s:}d\" k:end",
    );
    tells(
        "ruby",
        "x = <<~SQL\n  select 'a\nSQL\nend",
        "s:<<~SQL s:  select 'a\nSQL k:end",
    );
}

#[test]
fn languages_near_the_machine() {
    tells(
        "rust",
        "#[test]\nfn f<'a>(x: &'a str) -> char { r#\"a\"b\"# ; 'x' } /* a /* b */ c */",
        "N:#[test] k:fn N:f k:str k:char s:r#\"a\"b\"# s:'x' c:/* a /* b */ c */",
    );
    tells(
        "c",
        "#include <stdio.h>\nint main(void) { return '\\n'; }",
        "k:#include s:<stdio.h> k:int k:void k:return s:'\\n'",
    );
    tells("go", "func main() { s := `a\nb`; x := nil }", "k:func N:main s:`a\nb` n:nil");
    tells(
        "java",
        "@Override public record P(int x) {}",
        "N:@Override k:public k:record N:P k:int",
    );
    tells("c++", "auto s = R\"(a\"b)\"; class X;", "k:auto s:R\"(a\"b)\" k:class N:X");
    tells("asm", "main:\n  mov eax, 1 ; one", "N:main k:mov n:1 c:; one");
}

#[test]
fn shells() {
    tells(
        "bash",
        "if [ \"$a\" ]; then echo ${b} $1; fi # x\nkubectl wait -for=x pod/if # Don't",
        "k:if s:\"$a\" k:then N:${b} N:$1 k:fi c:# x c:# Don't",
    );
    tells("sh", "cat <<'EOF' > x\nif it's\nEOF\ndone", "s:<<'EOF' s:if it's\nEOF k:done");
    tells("sh", "echo don't stop\nfor x in a; do", "k:for k:in k:do");
    tells("console", "$ for x in 1\nfor no\n# if", "c:$ k:for k:in n:1 c:# k:if");
    tells("bat", "@echo off\nrem if\nset A=%B%", "k:echo c:rem if k:set N:%B%");
    tells("dockerfile", "FROM a:1 AS b\nRUN echo $X", "k:FROM k:AS k:RUN N:$X");
    tells("powershell", "If ($true) { Get-Item \"a`\"b\" }", "k:If n:$true s:\"a`\"b\"");
}

#[test]
fn data() {
    tells(
        "sql",
        "SELECT a, 'it''s' FROM t -- all\nWHERE x.from IS NULL",
        "k:SELECT s:'it''s' k:FROM c:-- all k:WHERE k:IS n:NULL",
    );
    tells("json", "{\"a\": [1, true, \"b\"]}", "N:\"a\" n:1 n:true s:\"b\"");
    tells(
        "yaml",
        "a: # c\n  - b: yes\n    run: |\n      if x: 1\n\n      y\n  c: 'd' # e\n  image: n:1.19\n  say: on the way",
        "N:a c:# c N:b n:yes N:run s:if x: 1 s:y N:c s:'d' c:# e N:image N:say",
    );
    tells(
        "toml",
        "[a]\nb = 1 # c\nd = \"\"\"\ne\n\"\"\"",
        "k:[a] N:b n:1 c:# c N:d s:\"\"\" s:e s:\"\"\"",
    );
    tells("ini", "; c\nkey = value\nexport A=1", "c:; c N:key k:export N:A n:1");
    tells(
        "css",
        "a:hover { color: #fff; margin: 0 1.5em !important } /* c */",
        "N:color n:#fff N:margin n:0 n:1.5em k:!important c:/* c */",
    );
    tells("scss", "$a: 1px; .b { &:hover { c: d } } // e", "N:$a n:1px N:c c:// e");
    tells("diff", "--- a\n+b\n-c\n d", "k:--- a s:+b n:-c");
}

#[test]
fn markup_and_tex() {
    tells(
        "html",
        "<!-- c --><a href=\"x\" b=c d>t</a> 1 < 2<script>let a</script><style>b{c:1px}</style>",
        "c:<!-- c --> k:a N:href s:\"x\" N:b s:c N:d k:a k:script k:let k:script k:style N:c n:1px k:style",
    );
    tells("xml", "<?xml version='1.0'?><a:b/>", "k:xml N:version s:'1.0' k:a:b");
    tells("php", "<?php echo $if; // c", "k:echo c:// c");
    tells("html", "<p><?php echo 'a' ?></p>", "k:p k:<?php k:echo s:'a' k:p");
    tells(
        "latex",
        "\\begin{align*} \\alpha % c\n\\%",
        "k:\\begin N:align* k:\\alpha c:% c",
    );
}

#[test]
fn other_families() {
    tells(
        "hs",
        "foldr' :: Int -> 'c' {- a {- b -} -}\nlet x' = 1",
        "s:'c' c:{- a {- b -} -} k:let n:1",
    );
    tells("clojure", "(defn add-one [x] \"s\") ; c", "k:defn N:add-one s:\"s\" c:; c");
    tells("matlab", "a = b' * [1 2]'; % c", "n:1 n:2 c:% c");
    tells("vba", "Dim x As Integer ' c", "k:Dim k:As k:Integer c:' c");
    tells(
        "ex",
        "defmodule A.B do\n  @doc \"x\"",
        "k:defmodule N:A N:B k:do N:@doc s:\"x\"",
    );
}

#[test]
fn what_is_not_known_has_no_colours() {
    for language in [None, Some("text"), Some("mermaid"), Some("")] {
        let all = pieces(language, "if 1 \"a\"");
        assert_eq!(all, [Piece { text: "if 1 \"a\"", kind: None }]);
    }
    assert!(pieces(Some("js"), "").is_empty());
}

#[test]
fn pieces_of_lines_are_the_lines() {
    let text = "let a = `x\r\n\ny` // é\n/* ü\n */";
    for language in [None, Some("js")] {
        let lines = lines(language, text);
        let joined: Vec<String> = lines
            .iter()
            .map(|line| line.iter().map(|piece| piece.text).collect())
            .collect();
        assert_eq!(joined, text.lines().collect::<Vec<_>>());
    }
    let kinds: Vec<_> =
        lines(Some("js"), text)[3..].concat().iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [Some(Kind::Comment); 2]);
}

/// Languages of each kind of reader, and those with the most habits.
const READERS: [&str; 24] = [
    "js", "ts", "py", "rb", "sh", "rs", "c", "cs", "php", "kt", "swift", "hs", "sql",
    "json", "yaml", "toml", "ini", "css", "scss", "html", "tex", "console", "md", "bat",
];

/// Were a place looked at for each place before it, this would take days and not a second.
#[test]
fn a_sign_of_which_there_are_very_many_is_read_in_a_moment() {
    let units = [
        "\"", "'", "`", "\\\"", "\"\\", "${", "#{", "\"#{\\\"", "`${`", "/*", "*/",
        "/[/ =", "=/[", "<<A ", "<<A\nA\n", "<a ", "<script>", "<!--", "${x", "'a", "(",
        "{", "}", "[", "#[", "@", "a:", "a: |\n", "a.", "1e", "$ <<A\n", "\n", " ", "#",
        "é'", "\"\"\"", "{-", "r#\"", "%", "\\begin{", "\"a\"1", "{a:b{", "<?php", "- ",
        "\"\\\"", "\"${\n",
    ];
    for language in READERS {
        for unit in units {
            let text = unit.repeat(40_000 / unit.len());
            let pieces = pieces(Some(language), &text);
            let all: usize = pieces.iter().map(|piece| piece.text.len()).sum();
            assert_eq!(all, text.len(), "{language} {unit:?}");
        }
    }
}

#[test]
fn whatever_the_text_is_its_pieces_are_all_of_it() {
    let alphabet = [
        "\"",
        "'",
        "`",
        "\\",
        "$",
        "{",
        "}",
        "#",
        "/",
        "*",
        "<",
        ">",
        "-",
        "=",
        ":",
        "\n",
        " ",
        "a",
        "é",
        "1",
        ".",
        "if",
        "let",
        "EOF",
        "<<",
        "<script",
        "</style",
        "\"\"\"",
        "r#",
        "@",
        "%",
        "\u{1f600}",
        "e",
        "+",
        "[",
        "]",
        "(",
        ")",
        "!",
        "&",
        "|",
        ";",
        "\r\n",
        "0x",
        "- ",
        "<?php",
        "?>",
        "\\begin{",
    ];
    // A generator as in Knuth, The Art of Computer Programming, 3.3.4, line 26.
    let mut state: u64 = 1;
    for round in 0..400 {
        let mut text = String::new();
        for _ in 0..round % 60 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let _ = write!(text, "{}", alphabet[(state >> 33) as usize % alphabet.len()]);
        }
        for language in READERS {
            let all: String =
                pieces(Some(language), &text).iter().map(|piece| piece.text).collect();
            assert_eq!(all, text, "{language}");
            let shown: Vec<String> = lines(Some(language), &text)
                .iter()
                .map(|line| line.iter().map(|piece| piece.text).collect())
                .collect();
            assert_eq!(shown, text.lines().collect::<Vec<_>>(), "{language}");
        }
    }
}
