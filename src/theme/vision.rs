//! How colours are seen: contrasts, lightness, and what is left of a hue for those who see few.
//!
//! Only the four basic operations and the square root are used, which every machine computes
//! alike: the same theme has the same tints everywhere.

use super::color::Color;

/// Red, green and blue as amounts of light, 0 to 1.
type Light = [f64; 3];

/// Lightness (0 to 100), and how far from grey towards red and yellow (CIE 1976 L*a*b*, for
/// the white of sRGB).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lab {
    pub l: f64,
    a: f64,
    b: f64,
}

/// Kinds of colour vision that lack a kind of cone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vision {
    Protanopia,
    Deuteranopia,
    Tritanopia,
}

impl Vision {
    pub(super) const ALL: [Self; 3] =
        [Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Protanopia => "protanopia",
            Self::Deuteranopia => "deuteranopia",
            Self::Tritanopia => "tritanopia",
        }
    }

    /// What light looks like (Machado, Oliveira and Fernandes, “A physiologically-based model
    /// for simulation of color vision deficiency”, 2009, severity 1.0).
    const fn matrix(self) -> [Light; 3] {
        match self {
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }

    /// What a colour is to those who see so.
    pub(super) fn lab(self, color: Color) -> Lab {
        let light = times(&self.matrix(), light(color));
        lab_of(light.map(|part| part.clamp(0.0, 1.0)))
    }
}

/// The contrast that words need (WCAG 2.2, criterion 1.4.3).
pub(super) const OF_WORDS: f64 = 4.5;

/// The contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”).
pub(crate) fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    if one > other { one / other } else { other / one }
}

/// The part of the light of white (WCAG 2.2, “relative luminance”).
fn luminance(color: Color) -> f64 {
    let [red, green, blue] = light(color);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A colour as it is seen.
pub(super) fn lab(color: Color) -> Lab {
    lab_of(light(color))
}

impl Lab {
    /// How different two colours look: 2 is just seen side by side (CIE 1976).
    pub(super) fn distance(self, other: Self) -> f64 {
        let (l, a, b) = (self.l - other.l, self.a - other.a, self.b - other.b);
        (l * l + a * a + b * b).sqrt()
    }

    /// How far from grey.
    fn chroma(self) -> f64 {
        (self.a * self.a + self.b * self.b).sqrt()
    }

    /// The colour of this hue that has such a lightness, and so much of its chroma and no more
    /// than `most`; less where sRGB has no such colour.
    pub(super) fn at(self, l: f64, part: f64, most: f64) -> Color {
        let chroma = self.chroma();
        let wanted = (chroma * part).min(most);
        let full = if chroma > 0.0 { wanted / chroma } else { 0.0 };
        let with = |part: f64| Self { l, a: self.a * part, b: self.b * part };
        let is_there = |part: f64| {
            let light = with(part).light();
            light.iter().all(|part| (-1e-6..=1.0 + 1e-6).contains(part))
        };
        if is_there(full) {
            return color_of(with(full).light());
        }
        let (mut low, mut high) = (0.0, full);
        for _ in 0..20 {
            let middle = f64::midpoint(low, high);
            if is_there(middle) { low = middle } else { high = middle }
        }
        color_of(with(low).light())
    }

    fn light(self) -> Light {
        let y = (self.l + 16.0) / 116.0;
        let f = [y + self.a / 500.0, y, y - self.b / 200.0];
        let part = |f: f64, white: f64| {
            let cube = f * f * f;
            white * if cube > EPSILON { cube } else { (116.0 * f - 16.0) / KAPPA }
        };
        times(
            &FROM_XYZ,
            [part(f[0], WHITE[0]), part(f[1], WHITE[1]), part(f[2], WHITE[2])],
        )
    }
}

/// Where the cube root of L*a*b* gives way to a line (CIE 15).
const EPSILON: f64 = 216.0 / 24_389.0;
const KAPPA: f64 = 24_389.0 / 27.0;
/// The white of sRGB, D65 (IEC 61966-2-1), and its light to CIE's tristimulus values and back.
const WHITE: Light = [0.950_47, 1.0, 1.088_83];
const TO_XYZ: [Light; 3] = [
    [0.412_456_4, 0.357_576_1, 0.180_437_5],
    [0.212_672_9, 0.715_152_2, 0.072_175_0],
    [0.019_333_9, 0.119_192_0, 0.950_304_1],
];
const FROM_XYZ: [Light; 3] = [
    [3.240_454_2, -1.537_138_5, -0.498_531_4],
    [-0.969_266_0, 1.876_010_8, 0.041_556_0],
    [0.055_643_4, -0.204_025_9, 1.057_225_2],
];

fn times(matrix: &[Light; 3], light: Light) -> Light {
    matrix.map(|row| row[0] * light[0] + row[1] * light[1] + row[2] * light[2])
}

fn lab_of(light: Light) -> Lab {
    let [x, y, z] = times(&TO_XYZ, light);
    let part = |t: f64| {
        if t > EPSILON { root(t, 3) } else { (KAPPA * t + 16.0) / 116.0 }
    };
    let (x, y, z) = (part(x / WHITE[0]), part(y / WHITE[1]), part(z / WHITE[2]));
    Lab { l: 116.0 * y - 16.0, a: 500.0 * (x - y), b: 200.0 * (y - z) }
}

fn light(color: Color) -> Light {
    [color.r, color.g, color.b].map(light_of)
}

/// The light of a channel (IEC 61966-2-1).
fn light_of(channel: u8) -> f64 {
    let channel = f64::from(channel) / 255.0;
    if channel <= 0.040_45 {
        return channel / 12.92;
    }
    // To the power of 2.4, which is twelve fifths.
    let base = (channel + 0.055) / 1.055;
    let fifth = root(base, 5);
    base * base * fifth * fifth
}

fn color_of(light: Light) -> Color {
    let channels: Vec<f64> = (0..=255).map(light_of).collect();
    // The nearest of the 256 that a channel has.
    let channel = |part: f64| {
        let above = channels.partition_point(|light| *light < part).min(255);
        let below = above.saturating_sub(1);
        let is_below = part - channels[below] < channels[above] - part;
        (if is_below { below } else { above }) as u32
    };
    let [red, green, blue] = light.map(channel);
    Color::rgb(red << 16 | green << 8 | blue)
}

/// The root of a number between 0 and 2, by Newton's method.
fn root(of: f64, degree: i32) -> f64 {
    if of <= 0.0 {
        return 0.0;
    }
    let n = f64::from(degree);
    let mut root = 1.0;
    for _ in 0..40 {
        let mut power = 1.0;
        for _ in 1..degree {
            power *= root;
        }
        root += (of / power - root) / n;
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(one: f64, other: f64, slack: f64) {
        assert!((one - other).abs() <= slack, "{one} is not {other}");
    }

    #[test]
    fn contrasts_are_those_of_the_guidelines() {
        near(contrast(Color::BLACK, Color::WHITE), 21.0, 1e-9);
        near(contrast(Color::WHITE, Color::rgb(0x76_7676)), 4.54, 0.005);
        near(contrast(Color::rgb(0x00_00ff), Color::WHITE), 8.59, 0.005);
    }

    #[test]
    fn colours_are_where_lab_has_them() {
        let Lab { l, a, b } = lab(Color::rgb(0xff_0000));
        near(l, 53.24, 0.02);
        near(a, 80.09, 0.02);
        near(b, 67.20, 0.02);
        near(lab(Color::WHITE).l, 100.0, 1e-3);
        near(lab(Color::BLACK).l, 0.0, 1e-9);
    }

    #[test]
    fn a_colour_at_its_own_lightness_is_itself() {
        for hex in [0x00_72b2, 0xe6_9f00, 0x12_3456, 0xff_ffff, 0, 0x80_8080] {
            let color = Color::rgb(hex);
            let own = lab(color);
            assert_eq!(own.at(own.l, 1.0, 200.0), color);
        }
    }

    #[test]
    fn those_without_red_cones_take_red_for_dark_and_green_for_yellow() {
        let [red, green] = [0xc0_0000, 0x5a_6e00].map(Color::rgb);
        let plain = lab(red).distance(lab(green));
        let seen = Vision::Protanopia.lab(red).l;
        assert!(seen < lab(red).l - 10.0, "{seen}");
        let without_green = |color| Vision::Deuteranopia.lab(color);
        let less = without_green(red).distance(without_green(green));
        assert!(less < plain / 2.0, "{less} of {plain}");
        // Greys look the same to all.
        for vision in Vision::ALL {
            let grey = Color::rgb(0x80_8080);
            assert!(vision.lab(grey).distance(lab(grey)) < 1.0, "{vision:?}");
        }
    }
}
