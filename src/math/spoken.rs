//! A formula as characters alone, as it is read aloud.

use super::linear::{FormulaRun, Script};

/// Runs as characters alone: scripts behind `_` and `^`, in parentheses where they are
/// longer than a sign.
pub(super) fn spoken(runs: &[FormulaRun]) -> String {
    let mut out = String::new();
    let mut open: Vec<(Script, bool)> = Vec::new();
    let common = |open: &[(Script, bool)], scripts: &[Script]| {
        open.iter().zip(scripts).take_while(|((a, _), b)| a == *b).count()
    };
    for (n, run) in runs.iter().enumerate() {
        let kept = common(&open, &run.scripts);
        close(&mut open, kept, &mut out);
        for depth in kept..run.scripts.len() {
            let script = run.scripts[depth];
            out.push(if script == Script::Up { '^' } else { '_' });
            let inside = runs[n..].iter().take_while(|next| {
                next.scripts.get(..=depth) == Some(&run.scripts[..=depth])
            });
            let letters: usize = inside.map(|next| next.text.chars().count()).sum();
            let long = letters > 1 && run.text != "′";
            if long {
                out.push('(');
            }
            open.push((script, long));
        }
        out.extend(run.text.chars().map(|c| match c {
            '\u{a0}' | '\u{202f}' | '\u{2002}' => ' ',
            '\n' => ';',
            c => c,
        }));
    }
    close(&mut open, 0, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn close(open: &mut Vec<(Script, bool)>, kept: usize, out: &mut String) {
    for (_, long) in open.drain(kept..).rev() {
        out.push_str(if long { ")" } else { "" });
    }
}

#[cfg(test)]
mod tests {
    use crate::math::Formula;

    fn spoken(tex: &str) -> String {
        Formula::read(tex, true).expect(tex).spoken()
    }

    #[test]
    fn formulas_are_lines_of_text() {
        for (tex, line) in [
            ("a^2+b^2=c^2", "a^2 + b^2 = c^2"),
            ("-x + (-y) \\cdot z", "−x + (−y) ⋅ z"),
            ("\\frac{TP}{TP+FN}", "TP/(TP + FN)"),
            ("\\frac{a+b}{2}", "(a + b)/2"),
            ("\\frac{1}{2a}x", "1/(2a) x"),
            (
                "P(A\\mid B)=\\frac{P(B\\mid A)\\,P(A)}{P(B)}",
                "P(A ∣ B) = P(B ∣ A) P(A)/P(B)",
            ),
            ("\\sum_{i=1}^{n} x_i^2", "∑_(i=1)^n x_i^2"),
            ("\\sqrt{x+1} + \\sqrt[3]{y}", "√(x + 1) + ^3√y"),
            ("e^{-x^2}", "e^(−x^2)"),
            ("\\frac{f(x+h)-f(x)}{h}", "(f(x + h) − f(x))/h"),
            ("\\frac{-1}{p+r}", "−1/(p + r)"),
            ("\\vec v", "𝑣\u{20d7}"),
            ("\\hat{y} = \\bar x", "y\u{302} = x\u{304}"),
            ("\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}", "(a, b; c, d)"),
            (
                "f(x)=\\begin{cases}1 & x>0\\\\0 & \\text{else}\\end{cases}",
                "f(x) = {1, x > 0; 0, else",
            ),
            ("\\begin{aligned} a &= b \\\\ &= c\\end{aligned}", "a = b;= c"),
            ("\\begin{pmatrix}c & -s\\\\s & c\\end{pmatrix}", "(c, −s; s, c)"),
            ("\\mathbf{x} \\in \\mathbb{R}^n", "x ∈ ℝ^n"),
            ("\\log p(x;\\theta)", "log p(x; θ)"),
            ("\\lim_{n\\to\\infty} a_n", "lim_(n→∞) a_n"),
            ("f'(x)", "f^′(x)"),
            ("\\binom{n}{k}", "(^n_k)"),
            ("H = -\\sum_i p_i \\log_2 p_i", "H = −∑_i p_i log_2 p_i"),
            ("(1-y)\\log(1-p)", "(1 − y) log(1 − p)"),
            ("a < b \\& c", "a < b & c"),
            ("5\\,\\mathrm{km}", "5 km"),
        ] {
            assert_eq!(spoken(tex), line, "{tex}");
        }
    }

    #[test]
    fn what_is_no_formula_is_nothing() {
        for tex in ["", " ", "\\unknowncommand", "{", "a}", "\\", "\\quad"] {
            assert_eq!(Formula::read(tex, false), None, "{tex}");
        }
    }
}
