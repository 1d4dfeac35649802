//! Pictures of formulas: sites that make a picture of TeX have the TeX in their addresses, and a
//! formula that is set prints better than a picture that has to be fetched.

use crate::document::{Inline, InlineKind};
use crate::math::Formula;

use super::slug::percent_decoded;

/// Sites whose addresses name the TeX: the end of the host, the beginning of the path, and the
/// name of the value that is the TeX.
const NAMED: &[(&str, &str, &str)] = &[
    ("render.githubusercontent.com", "render/math", "math"),
    ("chart.googleapis.com", "chart", "chl"),
    ("chart.apis.google.com", "chart", "chl"),
    ("wp.com", "latex.php", "latex"),
    ("wordpress.com", "latex.php", "latex"),
    ("jianshu.com", "math", "formula"),
    ("math.vercel.app", "", "from"),
    // Sites of questions and answers in Chinese, each with an address of its own.
    ("", "equation", "tex"),
];

/// Sites that take all of the query for TeX, by the end of the host.
const WHOLE: &[&str] = &["codecogs.com"];

/// Sites that have the TeX in the path, by the end of the host and the beginning of the path.
const IN_PATH: &[(&str, &str)] = &[
    ("upmath.me", "svg/"),
    ("upmath.me", "g/"),
    ("s2cms.ru", "svg/"),
    ("s2cms.ru", "png/"),
];

/// Commands that say how large the picture is and in which colours, with their one argument.
const OF_PICTURES: &[&str] = &["dpi", "bg", "fg", "color", "mathcolor"];
/// The same without an argument. Those with `_` have their argument behind it.
const BARE: &[&str] = &[
    "inline",
    "tiny",
    "scriptsize",
    "small",
    "normalsize",
    "large",
    "Large",
    "LARGE",
    "huge",
    "Huge",
    "bg_",
    "fn_",
    "fg_",
    "pagecolor_",
];

/// The inlines of a paragraph with formulas for the pictures of them. A picture that stands alone
/// is a formula on a line of its own.
pub(super) fn for_pictures(inlines: Vec<Inline>) -> Vec<Inline> {
    let alone = inlines.len() == 1;
    put(inlines, alone)
}

/// The same; `alone` says whether there is nothing beside them.
fn put(mut inlines: Vec<Inline>, alone: bool) -> Vec<Inline> {
    let alone = alone && inlines.len() == 1;
    for inline in &mut inlines {
        if let InlineKind::Link { target, content } = &mut inline.kind
            && is_editor(target)
        {
            // Nobody opens the editor of a formula from print.
            let mut within = put(std::mem::take(content), alone);
            match within.pop() {
                Some(Inline { kind: kind @ InlineKind::Math { .. }, .. })
                    if within.is_empty() =>
                {
                    inline.kind = kind;
                }
                last => {
                    within.extend(last);
                    *content = within;
                }
            }
        } else if let InlineKind::Image { source, .. } = &inline.kind {
            if let Some(tex) = tex(source, alone) {
                inline.kind = InlineKind::Math { display: alone, tex };
            }
        } else if let Some(content) = inline.kind.content_mut() {
            *content = put(std::mem::take(content), alone);
        }
    }
    inlines
}

/// Whether a link leads to where the TeX of its picture can be changed.
fn is_editor(target: &str) -> bool {
    let (host, path, _) = parts(target);
    is_of(host, "codecogs.com") && path.starts_with("eqnedit")
}

/// The TeX that a picture's address has, if it is a formula.
fn tex(source: &str, display: bool) -> Option<String> {
    let (host, path, query) = parts(source);
    let named = NAMED.iter().find(|(site, begins, _)| {
        is_of(host, site) && path.starts_with(begins) && !host.is_empty()
    });
    let in_path = || {
        let mut of_site = IN_PATH.iter().filter(|(site, _)| is_of(host, site));
        of_site.find_map(|(_, begins)| path.strip_prefix(begins))
    };
    let written = if WHOLE.iter().any(|site| is_of(host, site)) {
        query.to_owned()
    } else if let Some((_, _, name)) = named {
        let mut values = query.split('&').filter_map(|value| value.split_once('='));
        // In a value, a space is written as a plus.
        values.find(|(key, _)| key == name)?.1.replace('+', " ")
    } else {
        in_path()?.to_owned()
    };
    let written = percent_decoded(&written)
        .replace("&space;", " ")
        .replace("&plus;", "+")
        .replace("&hash;", "#");
    let tex = without_looks(&written).to_owned();
    Formula::read(&tex, display).is_some().then_some(tex)
}

/// The host of an address, its path and its query.
fn parts(address: &str) -> (&str, &str, &str) {
    let rest = address.split_once("//").map_or("", |(scheme, rest)| {
        if matches!(scheme, "" | "http:" | "https:") { rest } else { "" }
    });
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    (host, path, query)
}

fn is_of(host: &str, site: &str) -> bool {
    let before = host.strip_suffix(site);
    before.is_some_and(|before| {
        before.is_empty() || site.is_empty() || before.ends_with('.')
    })
}

/// TeX without what is said before it about the picture.
fn without_looks(tex: &str) -> &str {
    let mut rest = tex.trim();
    while let Some(command) = rest.strip_prefix('\\') {
        let length = command.find(|c: char| !c.is_ascii_alphabetic() && c != '_');
        let (name, after) = command.split_at(length.unwrap_or(command.len()));
        let bare = BARE.iter().any(|one| {
            if one.ends_with('_') { name.starts_with(one) } else { name == *one }
        });
        let argument = || {
            after.trim_start().strip_prefix('{').and_then(|after| after.split_once('}'))
        };
        rest = if bare {
            after.trim_start()
        } else if let Some((_, after)) =
            argument().filter(|_| OF_PICTURES.contains(&name))
        {
            after.trim_start()
        } else {
            return rest;
        };
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_pictures_have_tex() {
        for (source, found) in [
            ("https://latex.codecogs.com/svg.image?x^2", Some("x^2")),
            (
                "https://latex.codecogs.com/gif.latex?%5Cdpi%7B150%7D%20%5Clarge%20a&space;&plus;&space;b",
                Some("a + b"),
            ),
            (
                "https://latex.codecogs.com/png.latex?\\inline&space;\\bg_white&space;n!",
                Some("n!"),
            ),
            (
                "https://render.githubusercontent.com/render/math?math=E%20%3D+mc%5E2&mode=inline",
                Some("E = mc^2"),
            ),
            ("https://www.zhihu.com/equation?tex=x+%2B+y", Some("x + y")),
            ("//chart.googleapis.com/chart?cht=tx&chl=a%2Bb", Some("a+b")),
            ("https://i.upmath.me/svg/%5Cfrac%7B1%7D%7B2%7D", Some("\\frac{1}{2}")),
            ("https://latex.codecogs.com/svg.image?\\frac{1", None),
            ("https://latex.codecogs.com/logo.png", None),
            ("https://example.org/render/math?math=x", None),
            ("https://notcodecogs.com/svg.image?x", None),
            ("https://chart.googleapis.com/chart?cht=p3&chd=t:60,40", None),
            ("equation?tex=x", None),
        ] {
            assert_eq!(tex(source, false).as_deref(), found, "{source}");
        }
    }
}
