//! How much work a drawing asks for, estimated before any of it is done.
//!
//! A drawing of a few lines can ask for any amount: elements that use others twice, which
//! use others twice; filters as large as the page; layers on layers. [`is_too_much`] looks
//! at the file as it is written, [`most_pixels`] at what was read, for how finely it can be
//! drawn.

use std::collections::BTreeMap;

use resvg::usvg::filter::{Filter, Kind};
use resvg::usvg::roxmltree::{Document, Node as Element};
use resvg::usvg::{Fill, Group, Node, Paint, Path, Size, Stroke, Tree};

/// A drawing is read if it comes to so many elements; the text and the attributes count
/// with them.
const MOST_ELEMENTS: u64 = 150_000;
/// Elements one inside the other, by reference, too: readers of trees call themselves for
/// each.
pub(super) const DEEPEST: usize = 200;
/// So many characters of attributes are as much work as an element.
const ATTRIBUTES: usize = 16;
/// So many characters may come out of entities.
const MOST_FROM_ENTITIES: usize = 4 << 20;

/// So often a pixel may be painted.
const MOST_PAINTED: f64 = 1e9;
/// So many pixels there may be in all layers that stand open together.
const MOST_IN_LAYERS: f64 = 6e7;

/// Whether what `text` names by entities may be more than all that is read otherwise.
pub(super) fn is_blown_up(text: &str) -> bool {
    let Some(begin) = text.find("<!ENTITY") else { return false };
    let end = text[begin..].find("]>").map_or(text.len(), |end| begin + end);
    // No entity is longer than all of them together.
    let references = text[end..].matches('&').count();
    nested(&text[begin..end])
        || (end - begin).saturating_mul(references) > MOST_FROM_ENTITIES
}

/// Whether entities stand in entities. Drawing programs put names of spaces into entities,
/// and nothing more.
fn nested(declarations: &str) -> bool {
    declarations.matches('&').count() > declarations.matches("&#").count()
}

/// Whether a drawing comes to more than is read.
pub(super) fn is_too_much(document: &Document) -> bool {
    let mut scale = Scale::new(document);
    let root = scale.weigh(document.root_element(), 0);
    let Some((weight, _)) = root else { return true };
    // Rules of a style sheet may be about any element.
    let named = styles(document).filter_map(|name| scale.by_name.get(name).copied());
    let named: Vec<_> = named.collect();
    let weights = named.into_iter().map(|element| scale.weigh(element, 0));
    let named: Option<u64> = weights.map(|weighed| Some(weighed?.0)).sum();
    let elements = document.descendants().filter(Element::is_element).count() as u64;
    let styled = named.map(|named| named.saturating_mul(elements));
    styled.is_none_or(|styled| styled.saturating_add(weight) > MOST_ELEMENTS)
}

fn styles<'a>(document: &'a Document) -> impl Iterator<Item = &'a str> {
    let sheets = document.descendants().filter(|node| is(*node, "style"));
    sheets.filter_map(|sheet| sheet.text()).flat_map(references)
}

fn is(node: Element, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The names in `url(#name)`.
fn references(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(").skip(1).filter_map(|rest| {
        let name = rest.split(')').next()?;
        name.trim_matches(['"', '\'', ' ']).strip_prefix('#')
    })
}

/// Elements with what they come to.
struct Scale<'a, 'd> {
    by_name: BTreeMap<&'a str, Element<'a, 'd>>,
    /// Weight and height of those that were weighed; none while they are.
    known: BTreeMap<usize, Option<(u64, usize)>>,
}

impl<'a, 'd> Scale<'a, 'd> {
    fn new(document: &'a Document<'d>) -> Self {
        let named = document
            .descendants()
            .filter_map(|element| element.attribute("id").map(|name| (name, element)));
        Self { by_name: named.collect(), known: BTreeMap::new() }
    }

    /// What an element comes to with all that it holds and refers to, and how many
    /// elements stand in each other in it; nothing if there is no end to that.
    fn weigh(&mut self, element: Element<'a, 'd>, depth: usize) -> Option<(u64, usize)> {
        let at = element.id().get_usize();
        if let Some(known) = self.known.get(&at) {
            return known.filter(|(_, height)| depth + height <= DEEPEST);
        }
        if depth >= DEEPEST {
            return None;
        }
        self.known.insert(at, None);
        let (mut weight, mut height) = (own_weight(element), 0);
        let children = element.children().filter(Element::is_element);
        let inside = children.chain(self.referred(element));
        for other in inside.collect::<Vec<_>>() {
            let (its, high) = self.weigh(other, depth + 1)?;
            weight = weight.saturating_add(its);
            height = height.max(high);
        }
        let weighed = Some((weight, height + 1));
        self.known.insert(at, weighed);
        weighed
    }

    /// What an element shows that stands elsewhere.
    fn referred(&self, element: Element<'a, 'd>) -> Vec<Element<'a, 'd>> {
        let is_link = is(element, "a");
        let names = element.attributes().flat_map(|attribute| {
            let whole = (attribute.name() == "href" && !is_link)
                .then(|| attribute.value().trim().strip_prefix('#'))
                .flatten();
            whole.into_iter().chain(references(attribute.value()))
        });
        names.filter_map(|name| self.by_name.get(name).copied()).collect()
    }
}

fn own_weight(element: Element) -> u64 {
    let attributes = element.attributes().map(|attribute| attribute.value().len());
    let texts = element.children().filter(Element::is_text);
    let text = texts.filter_map(|text| text.text()).map(str::len);
    (1 + attributes.sum::<usize>() / ATTRIBUTES + text.sum::<usize>()) as u64
}

/// How many pixels a drawing can be drawn in, in bounded time and memory.
pub(super) fn most_pixels(tree: &Tree) -> f64 {
    let mut work = Work { canvas: tree.size(), painted: 0.0, layers: 0 };
    work.group(tree.root(), 1);
    (MOST_PAINTED / work.painted.max(1.0)).min(MOST_IN_LAYERS / work.layers.max(1) as f64)
}

/// What there is to paint, in areas of the whole drawing.
struct Work {
    canvas: Size,
    painted: f64,
    /// How many layers stand open together, at most.
    layers: usize,
}

impl Work {
    fn group(&mut self, group: &Group, layers: usize) {
        let layers = layers + usize::from(group.should_isolate());
        self.layers = self.layers.max(layers);
        if group.should_isolate() {
            let area = group.abs_layer_bounding_box();
            self.paint(area.width(), area.height(), 4.0);
        }
        for filter in group.filters() {
            // Some filters reach as far as they like.
            self.painted += filter_passes(filter);
            self.layers = self.layers.max(layers + 3);
        }
        let mut mask = group.mask();
        while let Some(one) = mask {
            self.group(one.root(), layers + 1);
            mask = one.mask();
        }
        let mut clip = group.clip_path();
        while let Some(one) = clip {
            self.group(one.root(), layers + 1);
            clip = one.clip_path();
        }
        for node in group.children() {
            match node {
                Node::Group(inside) => self.group(inside, layers),
                Node::Text(text) => self.group(text.flattened(), layers),
                Node::Path(path) => self.path(path, layers),
                Node::Image(_) => {}
            }
        }
    }

    fn path(&mut self, path: &Path, layers: usize) {
        let area = path.abs_stroke_bounding_box();
        self.paint(area.width(), area.height(), 1.0);
        let paints = [path.fill().map(Fill::paint), path.stroke().map(Stroke::paint)];
        for paint in paints.into_iter().flatten() {
            if let Paint::Pattern(pattern) = paint {
                self.group(pattern.root(), layers + 1);
            }
        }
    }

    fn paint(&mut self, width: f32, height: f32, times: f64) {
        let share = |length: f32, whole: f32| {
            (f64::from(length) / f64::from(whole)).clamp(0.0, 1.0)
        };
        let area =
            share(width, self.canvas.width()) * share(height, self.canvas.height());
        // A shape without area has edges all the same.
        self.painted += area.max(1e-5) * times;
    }
}

/// How often a filter goes over its pixels, as simple painting is counted.
fn filter_passes(filter: &Filter) -> f64 {
    let passes = |kind: &Kind| match kind {
        Kind::GaussianBlur(_)
        | Kind::DropShadow(_)
        | Kind::DiffuseLighting(_)
        | Kind::SpecularLighting(_) => 60.0,
        Kind::Morphology(morphology) => {
            let radius = |r: f32| 1.0 + 2.0 * f64::from(r);
            4.0 * radius(morphology.radius_x().get())
                * radius(morphology.radius_y().get())
        }
        Kind::Turbulence(turbulence) => 200.0 * f64::from(turbulence.num_octaves()),
        Kind::ConvolveMatrix(convolve) => {
            let matrix = convolve.matrix();
            10.0 * f64::from(matrix.columns()) * f64::from(matrix.rows())
        }
        _ => 10.0,
    };
    filter.primitives().iter().map(|primitive| passes(primitive.kind())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn too_much(content: &str) -> bool {
        let text = format!("<svg xmlns='http://www.w3.org/2000/svg'>{content}</svg>");
        is_too_much(&Document::parse(&text).expect("XML"))
    }

    #[test]
    fn what_is_used_counts_each_time() {
        let uses = |levels: usize| {
            let level = |n: usize| {
                format!("<g id='u{}'><use href='#u{n}'/><use href='#u{n}'/></g>", n + 1)
            };
            let levels: String = (0..levels).map(level).collect();
            format!("<g id='u0'><rect/></g>{levels}")
        };
        assert!(!too_much(&uses(5)));
        assert!(too_much(&uses(20)));
        let filled = |id: usize| {
            format!(
                "<pattern id='p{}'><rect fill='url(#p{id})'/><rect style='stroke:url(#p{id})'/></pattern>",
                id + 1
            )
        };
        assert!(too_much(&(0..20).map(filled).collect::<String>()));
    }

    #[test]
    fn circles_and_long_chains_are_too_much_but_links_are_not() {
        assert!(too_much("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"));
        assert!(!too_much("<g id='a'><a href='#a'><rect/></a></g>"));
        let link = |n: usize| format!("<use id='c{}' href='#c{n}'/>", n + 1);
        assert!(!too_much(&(0..150).map(link).collect::<String>()));
        assert!(too_much(&(0..100_000).map(link).collect::<String>()));
    }

    #[test]
    fn style_sheets_are_about_all_elements() {
        let shapes = "<rect class='a'/>".repeat(1000);
        let heavy = format!("<pattern id='p'>{shapes}</pattern>{shapes}");
        assert!(!too_much(&heavy));
        assert!(too_much(&format!("<style>.a {{ fill: url(#p) }}</style>{heavy}")));
    }

    #[test]
    fn entities_are_for_short_names() {
        let drawn = "<!DOCTYPE svg [<!ENTITY ns 'http://example.org/'>]><svg a='&ns;'/>";
        assert!(!is_blown_up(drawn) && !is_blown_up("<svg>&amp;&lt;</svg>"));
        assert!(is_blown_up("<!DOCTYPE s [<!ENTITY a 'x'><!ENTITY b '&a;'>]><s>&b;</s>"));
        let many = format!(
            "<!DOCTYPE s [<!ENTITY a '{}'>]><s>{}</s>",
            "x".repeat(1000),
            "&a;".repeat(5000)
        );
        assert!(is_blown_up(&many));
    }
}
