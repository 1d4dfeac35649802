//! Sentences of many languages, parted by `|`.

use super::sentences;

/// Cuts `text` and shows the cuts as `|`; backticks mark code.
fn cut(language: &str, text: &str) -> String {
    let mut plain = String::new();
    let mut solid = Vec::new();
    for (n, piece) in text.split('`').enumerate() {
        let start = plain.len();
        plain.push_str(piece);
        if n % 2 == 1 {
            solid.push(start..plain.len());
        }
    }
    let found = sentences(&plain, language, &solid);
    found.into_iter().map(|range| &plain[range]).collect::<Vec<_>>().join("|")
}

/// Checks cases, each a text with `|` where sentences part.
fn check(language: &str, cases: &[&str]) {
    for case in cases {
        let spaced = case.replace('|', if case.contains("| ") { "" } else { " " });
        let wanted: String = case.replace("| ", "|").replace('`', "");
        assert_eq!(cut(language, &spaced), wanted, "{language}");
    }
}

/// As [`check`], for scripts without spaces between sentences.
fn check_close(language: &str, cases: &[&str]) {
    for case in cases {
        assert_eq!(cut(language, &case.replace('|', "")), *case, "{language}");
    }
}

#[test]
fn english() {
    check(
        "en",
        &[
            "In 1960, the U.S. banned it.|It came back.",
            "The U.S. Congress met.|The law passed.",
            "It began in the U.S.|The rest followed.",
            "Ms. Magazine was founded in 1971.|It sold out.",
            "Use a cache, e.g. Redis, for it.|It is fast.",
            "Two kinds (i.e. A and B. C is none) exist.|Both work.",
            "J. R. Smith wrote it.|T. S. Eliot read it.",
            "Node.js is a runtime.|It runs JavaScript.",
            "Use .NET Core for it.|It is free.",
            "The value is 3.5 in all.|The next is 4.",
            "See No. 5 for details.|See Fig. 3 too.",
            "Vitamin C.|It helps.",
            "He said \"Stop. Go.\" and left.|She stayed.",
            "“Is it?” she asked.|“Yes.”|He nodded.",
            "Really?|Yes!|Good.",
            "Wait... there is more.|And so on.",
            "Dr. King spoke at 5 p.m. on Friday.|The crowd (some 250,000 people) listened.",
            "Martin Luther King Jr. spoke.|It was hot.",
            "Call `a.b()`.|`map` returns an array.|It is new.",
            "It ended in 1990.|In 1991 it began again.",
            "The first version.|2 apples remain.",
            "Apple Inc. was founded.|Microsoft Corp. followed.|Banks, shops, etc. closed.",
            "Brown v. Board of Education was decided.|It mattered.",
            "1. First do this.|Then that.",
            "He wrote that (see above).|She did not.",
            "Yahoo! is a company.|It is old.",
            "Smith et al. (2010) found it.|Others did not.",
        ],
    );
}

#[test]
fn german() {
    check(
        "de",
        &[
            "Tiere, z. B. Hunde, leben hier.|Sie bellen.",
            "Am 3. Oktober wird gefeiert.|Der Tag ist frei.",
            "Das heißt, d. h. Katzen auch.|Nr. 5 lebt.",
            "Im 19. Jahrhundert war es so.|Dann nicht mehr.",
            "Äpfel, Birnen usw. sind Obst.|Vgl. Abb. 3 dazu.",
            "Er sagte: „Geh. Sofort.“ Dann ging er.|Sie blieb.",
            "Prof. Dr. Müller lehrt.|Hr. Schmidt lernt.",
        ],
    );
}

#[test]
fn romance_languages() {
    check(
        "fr",
        &[
            "Des animaux, p. ex. Médor, vivent ici.|Ils aboient.",
            "M. Dupont arrive.|Mme Durand part.",
            "Pourquoi ?|Parce que.",
            "C’est vrai, c.-à-d. Oui.|Voilà.",
            "Il dit « Non. Jamais. » et part.|Elle reste.",
        ],
    );
    check(
        "es",
        &[
            "El Sr. García llegó.|La Sra. López salió.",
            "¿Qué es?|¡Nada!|Es así.",
            "Animales, p. ej. Perros, viven aquí.|Ladran.",
        ],
    );
    check(
        "it",
        &["Il sig. Rossi arriva.|Vede p. es. Roma.", "Mele, pere ecc. sono frutta.|Sì."],
    );
    check(
        "pt",
        &["O Sr. Silva chegou.|A Dra. Costa saiu.", "Veja p. ex. Lisboa.|É bonita."],
    );
}

#[test]
fn other_european_languages() {
    check(
        "nl",
        &["Dieren, bijv. Honden, leven hier.|Ze blaffen.", "Dhr. Jansen komt.|Hij gaat."],
    );
    check(
        "ru",
        &[
            "Это так, т. е. Правда.|Да.",
            "А. С. Пушкин писал.|Он был поэт.",
            "Рис. 5 показывает.|Вот.",
        ],
    );
    check(
        "pl",
        &["Zwierzęta, np. Psy, żyją.|Szczekają.", "Prof. Nowak uczy.|To prawda."],
    );
    check("sv", &["Djur, t.ex. Hundar, bor här.|De skäller."]);
    check("cs", &["Zvířata, např. Psi, žijí.|Štěkají."]);
    check("el", &["Αυτό είναι. |Εκείνο όχι.".replace(" |", "|").as_str()]);
}

#[test]
fn scripts_without_spaces() {
    check_close(
        "zh",
        &[
            "这是第一句。|这是第二句！|对吗？|对。",
            "他说：“走。快走。”|她留下。",
            "使用（见图。它很小）的方法。|完成。",
            "使用Node.js 3.5版。|它很快。",
            "第一个分句说明了很多事情；|第二个分句也说明了很多事情。",
            "甲；乙。",
        ],
    );
    check_close("ja", &["これは文です。|「はい。そうです。」と言った。|終わり！"]);
}

#[test]
fn other_scripts() {
    check("ar", &["ما هذا؟|هذا كتاب.|إنه جديد."]);
    check("ur", &["یہ ایک جملہ ہے۔|یہ دوسرا ہے۔"]);
    check("hi", &["यह पहला वाक्य है।|यह दूसरा है।"]);
    check("he", &["זה משפט.|זה עוד משפט."]);
    check("ko", &["이것은 문장입니다.|이것도 문장입니다."]);
    check("am", &["ይህ ነው።|ያ ደግሞ።"]);
}

#[test]
fn nothing_is_lost() {
    for text in ["", " ", "…", "a. → B.", "→ ✅", ". . .", "((( a. B", "\n a.\n B \n"]
    {
        let found = sentences(text, "en", &[]);
        let kept: String = found.iter().map(|range| &text[range.clone()]).collect();
        let letters =
            |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(letters(&kept), letters(text), "{text:?}");
    }
}
