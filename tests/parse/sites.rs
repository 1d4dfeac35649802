//! Notations of site generators: none is printed raw, and what only looks like one is printed as
//! written.

use crate::notations::{answered, are};

#[test]
fn containers_are_alerts() {
    are(&[
        ("::: note\nInside.\n:::", "quote Note\np Inside."),
        (
            ":::tip Mind *this*\n\n- one\n- two\n\n:::\nAfter.",
            "quote Tip\np *Mind _this_*\nlist\nitem\np one\nitem\np two\np After.",
        ),
        ("::: {.warning #w}\nInside.\n:::", "quote Warning\np Inside."),
        (":::note[Title]{.x}\nInside.\n:::", "quote Note\np *Title*\np Inside."),
        (
            "::: {.callout-tip title=\"Mine\"}\nInside.\n:::",
            "quote Tip\np *Mine*\np Inside.",
        ),
        (
            "::::info\nOne.\n:::danger Two\nInside.\n:::\nThree.\n::::",
            "quote Note\np One.\nquote Caution\np *Two*\np Inside.\np Three.",
        ),
        (
            "- item\n\n  :::note\n  Inside.\n  :::\n\n- next",
            "list loose\nitem\np item\nquote Note\np Inside.\nitem\np next",
        ),
        (
            ":::note\n| a | b |\n|---|---|\n| 1 | 2 |\n:::",
            "quote Note\ntable Start Start\nhead a | b\nrow 1 | 2",
        ),
        (
            "::: columns\n:::: column\nOne.\n::::\n:::: column\nTwo.\n::::\n:::",
            "p One.\np Two.",
        ),
        ("::: details Solution\nInside.\n:::", "p [Plain Solution]\np Inside."),
        (":::note Only a title\n:::", "p Only a title"),
        ("> ::: tip\n> Quoted.\n> :::", "quote\nquote Tip\np Quoted."),
    ]);
    are(&[
        (":::note that is not closed\n\nText.", "p :::note that is not closed\np Text."),
        ("```\n:::note\n:::\n```", "code -\n|:::note\n|:::"),
        ("A ::: b", "p A ::: b"),
        (":::\n\nText.", "p :::\np Text."),
    ]);
}

#[test]
fn admonitions_are_alerts() {
    are(&[
        (
            "!!! note \"A *title*\"\n\n    Inside.\n\n    ```sh\n    a\n\n    b\n    ```\n\nAfter.",
            "quote Note\np *A _title_*\np Inside.\ncode sh\n|a\n|\n|b\np After.",
        ),
        (
            "!!! warning\n    Inside\n    it.\n\n!!! tip \"\"\n    More.",
            "quote Warning\np Inside it.\nquote Tip\np More.",
        ),
        ("??? question \"What is it?\"\n    A gate.", "p [Plain What is it?]\np A gate."),
        (
            "!!! note\n    Outer.\n\n    !!! danger \"Inner\"\n        Text.",
            "quote Note\np Outer.\nquote Caution\np *Inner*\np Text.",
        ),
        (
            "- one\n\n!!! note\n    Inside.\n\n- two",
            "list loose\nitem\np one\nquote Note\np Inside.\nlist loose\nitem\np two",
        ),
        (
            "=== \"C\"\n\n    ```c\n    x\n    ```\n\n=== \"Rust\"\n\n    Text.",
            "p *C*\ncode c\n|x\np *Rust*\np Text.",
        ),
        ("Stop!!! now\n\n!!! really\n\nText.", "p Stop!!! now\np !!! really\np Text."),
    ]);
}

#[test]
fn calls_of_generators_are_left_out() {
    let one = "5: 1 call of a site generator left out";
    are(&[
        ("Text {{< x \"y\" >}} here.", &format!("p Text here.\n{one}")),
        (
            "One.\n\n{% include a.html %}\n\nTwo.",
            "p One.\np Two.\n7: 1 call of a site generator left out",
        ),
        ("{{% b %}}Text{{% /b %}}", "p Text\n5: 2 calls of a site generator left out"),
        (
            "[x]({{< ref \"#what\" >}}) y",
            "p x y\n5: the link to `#what` leads nowhere; its words are kept\n5: 1 call of a site generator left out",
        ),
        (
            "{% highlight ruby linenos %}\n{{ x }} *y*\n{% endhighlight %}",
            &format!("code ruby\n|{{{{ x }}}} *y*\n{one}"),
        ),
        (
            "{% raw %}{{ x }} {% y %}{% endraw %}",
            "p {{ x }} {% y %}\n5: 2 calls of a site generator left out",
        ),
        (
            "The {{ site.title }} and {{ name }}.",
            &format!("p The and {{{{ name }}}}.\n{one}"),
        ),
        (
            "{{< figure src=\"a.png\" alt=\"A wheel\" >}}",
            &format!("p ![A wheel](a.png)\n{one}"),
        ),
        ("![x]({{ site.baseurl }}/a.png)", &format!("p ![x](./a.png)\n{one}")),
        ("{% hint style=\"info\" %}\nInside.\n{% endhint %}", "quote Note\np Inside."),
        (
            "{{< details \"More *here*\" >}}\nInside.\n{{< /details >}}",
            "p [Plain More _here_]\np Inside.",
        ),
    ]);
    for plain in
        ["`{{< x >}}` and `{% y %}`", "Write {{ x }} or {{x|upper}} or {% alone."]
    {
        are(&[(plain, &format!("p {plain}"))]);
    }
    are(&[("```\n{{< x >}} {% y %}\n```", "code -\n|{{< x >}} {% y %}")]);
}

#[test]
fn marks_for_printers_and_contents_are_left_out() {
    for mark in ["[TOC]", "[[_TOC_]]", "${toc}", "{:toc}", "\\tableofcontents"] {
        let text = format!("One.\n\n{mark}\n\nTwo.");
        are(&[(&text, "p One.\np Two.\n7: 1 part of a table of contents left out")]);
    }
    for mark in ["\\newpage", "\\pagebreak"] {
        let text = format!("One.\n\n{mark}\n\nTwo.");
        are(&[(&text, "p One.\np Two.\n7: 1 mark for the end of a page left out")]);
    }
    are(&[
        ("* TOC\n{:toc}\n\nText.", "p Text.\n6: 1 part of a table of contents left out"),
        ("Text.\n{: .note #x}", "p Text.\n6: 1 group of attributes in braces left out"),
        (
            "The HTML way.\n\n*[HTML]: Hypertext\n*[CSS]: Style",
            "p The HTML way.\n7: 2 meanings of abbreviations left out (lines 7, 8)",
        ),
        ("Use \\newpage in `[TOC]`.", "p Use \\newpage in `[TOC]`."),
        (
            "%%\nHidden\n\n# too\n\n- and this\n%%\n\nText.",
            "p Text.\n5: 1 comment left out",
        ),
    ]);
}

#[test]
fn what_pages_import_is_left_out() {
    are(&[
        (
            "import Tabs from '@theme/Tabs';\nimport './a.css'\n\nText.",
            "p Text.\n5: 2 imports or exports of a page left out (lines 5, 6)",
        ),
        ("import the data from 'the file'", "p import the data from 'the file'"),
        ("export const x = 1", "p export const x = 1"),
    ]);
}

#[test]
fn grid_tables_are_tables() {
    are(&[
        (
            "+-----+------+\n| a   | b    |\n+:===:+=====:+\n| 1   | *2*  |\n|     | more |\n+-----+------+\n| 3   | 4    |\n+-----+------+",
            "table Center End\nhead a | b\nrow 1 | _2_ more\nrow 3 | 4",
        ),
        ("+---+----+\n| a | b  |\n+---+----+", "table Start Start\nrow a | b"),
        (
            "+--------+\n| a   b |  |\n+--------+",
            "code -\n|+--------+\n|| a   b |  |\n|+--------+",
        ),
        ("+1 for + and +-+", "p +1 for + and +-+"),
    ]);
}

#[test]
fn formulas_of_tex_are_formulas() {
    are(&[
        ("So \\(x^2\\) and \\(n\\).", "p So $x^2$ and $n$."),
        ("\\[\nx = 1\n\\]", "p $$x = 1$"),
        ("So \\\\(x^2\\\\) too.", "p So $x^2$ too."),
        (
            "It \\(is a word here\\) and \\[1\\] or \\[optional\\].",
            "p It (is a word here) and [1] or [optional].",
        ),
        ("`\\(x\\)` and \\(5\\)", "p `\\(x\\)` and (5)"),
    ]);
}

#[test]
fn addresses_are_links() {
    are(&[
        (
            "See https://example.org/a_b, www.example.org.",
            "p See [https://example.org/a_b](https://example.org/a_b), [www.example.org](http://www.example.org).",
        ),
        (
            "[see https://example.org](https://example.org/b) and `https://example.org`",
            "p [see https://example.org](https://example.org/b) and `https://example.org`",
        ),
    ]);
    let mail = answered("Write me@example.org.");
    assert!(mail.contains("[me@example.org](mailto:me@example.org)."), "{mail}");
}

#[test]
fn what_html_has_besides_words_is_read_or_said() {
    are(&[
        ("So <math><msup><mi>x</mi><mn>2</mn></msup></math> is.", "p So ${x}^{2}$ is."),
        (
            "<math display=\"block\">\n<mfrac><mn>1</mn><mi>n</mi></mfrac>\n</math>",
            "p $$\\frac{1}{n}$",
        ),
        (
            "<table><tr><td rowspan=\"2\">A</td><td>B</td></tr><tr><td>C</td></tr></table>",
            "table Start Start\nrow A | B\nrow  | C",
        ),
        (
            "<table><tr><td>A</td><td rowspan=2 colspan=2>B</td></tr><tr><td>C</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>",
            "table Start Start Start\nrow A | B |\nrow C |  |\nrow 1 | 2 | 3",
        ),
        (
            "<abbr title=\"Hypertext\">HTML</abbr> [x](https://example.org \"title\")",
            "p HTML [x](https://example.org)\n5: 2 titles for the pointer are left out",
        ),
        (":rocket: Off it goes\n\n:tada: again", "p 🚀 Off it goes\np 🎉 again"),
    ]);
}

#[test]
fn links_without_an_address_are_said() {
    let says = "5: a link has no address in the guide (`[the words][name]`); it is printed as written";
    are(&[
        ("See [the words][name].", &format!("p See [the words][name].\n{says}")),
        ("Take rows[i][j] and [a][b].", "p Take rows[i][j] and [a][b]."),
        (
            "See [the words][name].\n\n[name]: https://example.org",
            "p See [the words](https://example.org).",
        ),
    ]);
}
