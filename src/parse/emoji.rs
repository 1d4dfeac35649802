//! Emoji by name, `:star:`, as code hosts show them: those that guides use. All of them,
//! some 1,900, would add nearly a megabyte to the program.

use std::borrow::Cow;

/// `text` with names of emoji replaced. What only looks like one stays: `std:vector:`,
/// `1:100:`, a name that no emoji has.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let mut shown = String::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(colon) = text[at..].find(':').map(|found| at + found) {
        at = colon + 1;
        let Some(length) = text[at..].find(|char| !is_of_name(char)) else { break };
        let (name, after) = text[at..].split_at(length);
        let touches = text[kept..colon].ends_with(|char: char| {
            char.is_alphanumeric() || matches!(char, ':' | '/' | '_')
        });
        if touches || !after.starts_with(':') {
            continue;
        }
        if let Ok(found) = EMOJI.binary_search_by_key(&name, |(name, _)| name) {
            shown.push_str(&text[kept..colon]);
            shown.push_str(EMOJI[found].1);
            at += length + 1;
            kept = at;
        }
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    shown.push_str(&text[kept..]);
    Cow::Owned(shown)
}

fn is_of_name(char: char) -> bool {
    char.is_ascii_lowercase() || char.is_ascii_digit() || matches!(char, '_' | '+' | '-')
}

/// Name and emoji, sorted by name. The names are those of GitHub's `gemoji`.
#[rustfmt::skip]
const EMOJI: &[(&str, &str)] = &[
    ("+1", "👍"), ("-1", "👎"), ("alarm_clock", "⏰"), ("arrow_down", "⬇️"),
    ("arrow_forward", "▶️"), ("arrow_left", "⬅️"), ("arrow_right", "➡️"),
    ("arrow_up", "⬆️"), ("arrows_counterclockwise", "🔄"), ("art", "🎨"),
    ("ballot_box_with_check", "☑️"), ("bangbang", "‼️"), ("bar_chart", "📊"),
    ("beer", "🍺"), ("beers", "🍻"), ("bell", "🔔"), ("black_circle", "⚫"),
    ("blue_heart", "💙"), ("blush", "😊"), ("book", "📖"), ("bookmark", "🔖"),
    ("books", "📚"), ("boom", "💥"), ("brain", "🧠"), ("bug", "🐛"), ("bulb", "💡"),
    ("bust_in_silhouette", "👤"), ("busts_in_silhouette", "👥"), ("calendar", "📆"),
    ("camera", "📷"), ("chart_with_downwards_trend", "📉"),
    ("chart_with_upwards_trend", "📈"), ("checkered_flag", "🏁"), ("clap", "👏"),
    ("clipboard", "📋"), ("cloud", "☁️"), ("coffee", "☕"), ("computer", "💻"),
    ("confetti_ball", "🎊"), ("construction", "🚧"), ("cool", "🆒"),
    ("credit_card", "💳"), ("cry", "😢"), ("dart", "🎯"), ("date", "📅"),
    ("desktop_computer", "🖥️"), ("dollar", "💵"), ("earth_africa", "🌍"),
    ("earth_americas", "🌎"), ("earth_asia", "🌏"), ("elephant", "🐘"), ("email", "📧"),
    ("envelope", "✉️"), ("evergreen_tree", "🌲"), ("exclamation", "❗"), ("eyes", "👀"),
    ("file_folder", "📁"), ("fire", "🔥"), ("floppy_disk", "💾"), ("gear", "⚙️"),
    ("gift", "🎁"), ("globe_with_meridians", "🌐"), ("green_circle", "🟢"),
    ("green_heart", "💚"), ("grey_question", "❔"), ("grin", "😁"), ("hammer", "🔨"),
    ("hammer_and_wrench", "🛠️"), ("heart", "❤️"), ("heavy_check_mark", "✔️"),
    ("heavy_exclamation_mark", "❗"), ("heavy_multiplication_x", "✖️"),
    ("hourglass", "⌛"), ("hourglass_flowing_sand", "⏳"), ("information_source", "ℹ️"),
    ("joy", "😂"), ("key", "🔑"), ("large_blue_circle", "🔵"), ("link", "🔗"),
    ("lock", "🔒"), ("loudspeaker", "📢"), ("mag", "🔍"), ("mag_right", "🔎"),
    ("medal_sports", "🏅"), ("mega", "📣"), ("memo", "📝"), ("microscope", "🔬"),
    ("moneybag", "💰"), ("mortar_board", "🎓"), ("movie_camera", "🎥"), ("muscle", "💪"),
    ("negative_squared_cross_mark", "❎"), ("new", "🆕"), ("no_entry", "⛔"),
    ("no_entry_sign", "🚫"), ("notebook", "📓"), ("ok", "🆗"), ("ok_hand", "👌"),
    ("open_file_folder", "📂"), ("orange_circle", "🟠"), ("package", "📦"),
    ("page_facing_up", "📄"), ("paperclip", "📎"), ("pencil", "📝"), ("pencil2", "✏️"),
    ("phone", "☎️"), ("pizza", "🍕"), ("point_down", "👇"), ("point_left", "👈"),
    ("point_right", "👉"), ("point_up", "☝️"), ("pray", "🙏"), ("pushpin", "📌"),
    ("question", "❓"), ("raised_hands", "🙌"), ("recycle", "♻️"), ("red_circle", "🔴"),
    ("robot", "🤖"), ("rocket", "🚀"), ("round_pushpin", "📍"), ("school", "🏫"),
    ("scream", "😱"), ("seedling", "🌱"), ("shield", "🛡️"), ("small_blue_diamond", "🔹"),
    ("small_orange_diamond", "🔸"), ("smile", "😄"), ("smiley", "😃"), ("snake", "🐍"),
    ("snowflake", "❄️"), ("sparkles", "✨"), ("speech_balloon", "💬"), ("star", "⭐"),
    ("star2", "🌟"), ("stop_sign", "🛑"), ("stopwatch", "⏱️"), ("sunglasses", "😎"),
    ("sunny", "☀️"), ("tada", "🎉"), ("telescope", "🔭"), ("test_tube", "🧪"),
    ("thinking", "🤔"), ("thought_balloon", "💭"), ("thumbsdown", "👎"),
    ("thumbsup", "👍"), ("top", "🔝"), ("triangular_flag_on_post", "🚩"),
    ("trophy", "🏆"), ("tv", "📺"), ("unlock", "🔓"), ("v", "✌️"), ("warning", "⚠️"),
    ("watch", "⌚"), ("wave", "👋"), ("whale", "🐳"), ("white_check_mark", "✅"),
    ("white_circle", "⚪"), ("wink", "😉"), ("wrench", "🔧"), ("x", "❌"),
    ("yellow_circle", "🟡"), ("zap", "⚡"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted() {
        assert!(EMOJI.is_sorted_by(|(a, _), (b, _)| a < b));
    }

    #[test]
    fn names_become_pictures_and_the_rest_stays() {
        for (text, expected) in [
            ("Click :star:if :+1::tada:", "Click ⭐if 👍🎉"),
            (":white_check_mark: done (:x: not)", "✅ done (❌ not)"),
            (":warning: hot", "⚠️ hot"),
            ("at 10:30:45, 1:100:1", "at 10:30:45, 1:100:1"),
            ("std:key: and ::star:: or :", "std:key: and ::star:: or :"),
            (":no_such_name: :100:", ":no_such_name: :100:"),
            ("a: b :key", "a: b :key"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }
}
