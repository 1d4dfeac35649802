//! Words that are written with a full stop inside a sentence, by language.

use super::language::primary;

/// What a full stop after an abbreviation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follow {
    /// It never ends a sentence: something must follow (`Dr.`, `e.g.`).
    Never,
    /// It ends one where the next word likely begins another (`U.S.`, `Inc.`).
    Perhaps,
}

/// The abbreviations and the words that often begin a sentence, of a language.
struct Table {
    language: &'static str,
    never: &'static str,
    perhaps: &'static str,
    /// Words that hardly stand with a capital inside a sentence.
    openers: &'static str,
}

/// Abbreviations are separated by spaces; `_` stands for a space inside one. Upper and
/// lower case are the same. Those of English and Latin count in every language.
const TABLES: &[Table] = &[
    Table {
        language: "en",
        never: "mr mrs ms mx dr prof rev hon gen col maj capt lt sgt cpl cmdr gov sen rep pres supt st mt ft \
            messrs mme mlle fr sr_no no nos vs v cf viz ca approx resp e.g i.e eg ie e._g i._e al.,_e.g \
            fig figs eq eqs sec secs ch chs p pp vol vols art arts ed eds tab pt app ref refs ex op \
            jan feb mar apr jun jul aug sep sept oct nov dec univ dept est n.b nb c.f esp incl excl",
        perhaps: "inc ltd corp co bros jr sr esq etc al a.m p.m am pm ph.d phd m.d b.a m.a d.c u.s u.k u.n e.u \
            b.c a.d u.s.a ave blvd rd ibid mon tue wed thu fri min max avg std dev assn intl govt",
        openers: "the a an this that these those it its they their there he she his her we our you your i if in on at as \
            for from by with when while where why what who how however but and or so then thus therefore \
            after before during since because although though some many most all each every both such to \
            not no one two another other instead also moreover furthermore once until unless let here use \
            is are do does can",
    },
    Table {
        language: "de",
        never: "z._b z.b d._h d.h u._a u.a u._ä u.ä o._ä o.ä o._g o.g i._d._r i.d.r i._a i.a s._o s.o s._u s.u \
            z._t z.t z._zt v._a v.a m._e m.e n._chr v._chr bzw bspw vgl ggf evtl inkl exkl zzgl ca sog \
            gem lt hr fr frl nr abs abb tab kap bd s str hl dipl ing mag vs tel jh jhd allg insb insbes \
            jan feb apr jun jul aug sept okt nov dez mind max min st geb gest od",
        perhaps: "usw etc ff f mio mrd tsd uvm u._v._m",
        openers: "der die das dies diese dieser dieses ein eine einer es er sie wir ihr ich man in im am an auf für mit bei \
            von zu zum zur wenn weil da dann dort hier so auch aber und oder doch jedoch daher deshalb \
            nach vor während seit als wie was wer wo warum nicht alle jede jeder jedes beide einige viele \
            manche durch um ohne zwar damit außerdem sein seine ihre",
    },
    Table {
        language: "fr",
        never: "p._ex p.ex c.-à-d c.-a-d m mm mme mmes mlle mlles me dr pr st ste cf env éd fig art chap vol p pp n° no \
            av apr av._j.-c apr._j.-c réf tél ex vs janv févr avr juil sept oct nov déc bd mgr",
        perhaps: "etc s.a j.-c j._c",
        openers: "le la les l un une des ce cet cette ces il elle ils elles on nous vous je c s si en dans à au aux pour \
            par avec sur sous quand lorsque comme mais et ou donc or ni car ainsi cependant toutefois \
            après avant pendant depuis tout tous chaque plusieurs certains son sa ses leur leurs ici",
    },
    Table {
        language: "es",
        never: "p._ej p.ej sr sra srta sres dr dra d dña da ud uds vd lic ing prof fig núm num n.º art cap vol pág pag págs \
            aprox av avda c ee._uu v._gr cf vs gral ej tel st sto sta ene feb abr jun jul ago sept oct nov dic",
        perhaps: "etc s.a s._a a._c d._c ee.uu a.c d.c ee",
        openers: "el la los las un una unos unas este esta estos estas esto ese esa eso aquel se es en de del a al para por con \
            si cuando como pero y o así sin sobre tras después antes durante desde todo todos cada \
            algunos muchos su sus lo no también además entonces aquí ella él ellos",
    },
    Table {
        language: "it",
        never: "p._es p.es ad_es es sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa ing avv arch on geom rag fig tab cap vol \
            pag pagg art n nr cfr vs ca st s gen feb mar apr giu lug ago sett ott nov dic tel",
        perhaps: "ecc etc s.p.a s.r.l a.c d.c",
        openers: "il lo la i gli le l un uno una questo questa questi queste quello si è in di del della a al alla per con se quando \
            come ma e o così però dopo prima durante da dal ogni tutti alcuni molti il suo sua non anche \
            inoltre quindi qui essa esso essi",
    },
    Table {
        language: "pt",
        never: "p._ex p.ex sr sra srta dr dra prof profa eng exmo exma fig núm n.º n art cap vol pág págs p pp aprox av r cf vs \
            tel jan fev mar abr mai jun jul ago set out nov dez d dona",
        perhaps: "etc s.a ltda a.c d.c cia",
        openers: "o a os as um uma uns umas este esta estes estas isto esse essa isso aquele se é em no na de do da ao para por com \
            quando como mas e ou assim porém após antes durante desde todo todos cada alguns muitos seu \
            sua não também além então aqui ela ele eles",
    },
    Table {
        language: "nl",
        never: "bijv bv d.w.z d._w._z o.a m.n m.b.v i.p.v t.o.v z.g zgn dhr mevr mw dr drs ir ing prof mr nr fig tab hfst blz p \
            ca incl excl resp vgl vs evt m.a.w n.a.v i.v.m st jan feb mrt apr jun jul aug sept okt nov dec max min",
        perhaps: "enz etc e.d n.v b.v n.chr v.chr",
        openers: "de het een dit dat deze die er hij zij ze we wij je u ik in op aan voor met bij van naar als wanneer omdat maar en \
            of dus toch echter daarom na tijdens sinds alle elke veel sommige zijn haar hun niet ook hier daar",
    },
    Table {
        language: "ru",
        never: "т._е т.е т._н т.н т._к т.к т._о т.о т._ч т.ч в_т._ч напр г гг г-н г-жа им ул д кв пр просп пл обл р-н рис табл \
            гл стр с п пп ст см ср проф акад доц инж руб тыс млн млрд мин сек ок тел род св",
        perhaps: "т._д т.д т._п т.п др пр н._э н.э и_др и_пр в вв",
        openers: "это этот эта эти он она оно они мы вы я в во на с со по для из при если когда как что где кто но и или а так также однако \
            поэтому после до перед все каждый некоторые многие его её их не тогда здесь затем",
    },
    Table {
        language: "uk",
        never: "т._е т.е напр р рр ім вул буд кв просп обл рис табл гл стор с п ст див пор проф акад тис млн млрд грн м",
        perhaps: "т._д т.д т._п т.п ін н._е",
        openers: "це цей ця ці він вона воно вони ми ви я в у на з із по для при якщо коли як що де хто але і й або а так також однак тому після до",
    },
    Table {
        language: "pl",
        never: "np tj tzn m.in m._in dr hab prof inż mgr lek płk gen kpt ks św ul al pl os nr rys tab rozdz str s t por zob ok ww \
            tzw wg pt im r w zw godz min sek tys mln mld zł",
        perhaps: "itd itp etc r n.e p.n.e",
        openers: "to ten ta te ci on ona ono oni my wy ja w we na z ze do dla przy jeśli gdy kiedy jak co gdzie kto ale i lub albo a tak \
            także jednak dlatego po przed wszystkie każdy niektóre wiele jego jej ich nie tutaj",
    },
    Table {
        language: "cs",
        never: "např tj tzn tzv mj resp popř příp dr ing mgr prof doc bc sv ul nám č čl obr tab kap str s srov cca ca min max tis mil mld",
        perhaps: "atd apod aj n._l",
        openers: "to ten ta toto tento on ona oni my vy já v ve na z ze do pro při pokud když jak co kde kdo ale a nebo tak také však proto po před",
    },
    Table {
        language: "sv",
        never: "t.ex t._ex d.v.s bl.a bl._a s.k f.d fr.o.m t.o.m m.a.o dr prof nr fig tab kap s st ca jfr resp max min inkl",
        perhaps: "osv etc m.m m.fl e.kr f.kr o.s.v",
        openers: "det den de detta denna dessa en ett han hon vi ni jag i på av för med till från om när som men och eller så också efter före alla varje",
    },
    Table {
        language: "da",
        never: "f.eks fx d.v.s dvs bl.a s.k dr prof nr fig tab kap s ca jf hhv max min inkl ekskl",
        perhaps: "osv etc m.m m.fl e.kr f.kr",
        openers: "det den de dette denne disse en et han hun vi i jeg på af for med til fra om når som men og eller så også efter før alle hver",
    },
    Table {
        language: "tr",
        never: "dr prof doç av örn bkz vb_gibi no nr sn yy cad sok mah alb yrd",
        perhaps: "vb vs m.ö m.s",
        openers: "bu şu o bir biz siz onlar ve ama fakat ancak eğer için ile çünkü böylece sonra önce her bazı",
    },
    Table {
        language: "vi",
        never: "tp ts ths pgs gs bs ks vd tr st",
        perhaps: "v.v vv",
        openers: "các những một đây đó nó chúng khi nếu trong với và nhưng vì do để từ sau trước mỗi",
    },
];

/// What the full stop at the end of `sentence` says, if an abbreviation stands before it.
pub(super) fn follow(sentence: &str, language: &str) -> Option<Follow> {
    let stem = sentence.strip_suffix('.')?;
    let tail = tail(stem);
    let is_in = |list: &'static str| words(list).any(|word| ends_with_word(&tail, word));
    let tables = || tables(language);
    if tables().any(|table| is_in(table.never)) {
        return Some(Follow::Never);
    }
    tables().any(|table| is_in(table.perhaps)).then_some(Follow::Perhaps)
}

/// Whether `word`, as written, likely begins a sentence.
pub(super) fn opens_sentence(word: &str, language: &str) -> bool {
    let Some(first) = word.chars().next() else { return false };
    if first.is_lowercase() {
        return false;
    }
    let lower = word.to_lowercase();
    if first.is_alphabetic() && !first.is_uppercase() {
        // Scripts without capitals: nothing more is known.
        return true;
    }
    tables(language).any(|table| words(table.openers).any(|opener| opener == lower))
}

/// The table of `language` and that of English, since Latin and English abbreviations are
/// everywhere.
fn tables(language: &str) -> impl Iterator<Item = &'static Table> {
    let primary = primary(language).to_ascii_lowercase();
    let wanted =
        move |table: &&Table| table.language == "en" || table.language == primary;
    TABLES.iter().filter(wanted)
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_ascii_whitespace()
}

/// The last letters of `stem`, in lower case, narrow and hard spaces made plain.
fn tail(stem: &str) -> String {
    let start = stem.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
    let plain = |c: char| if c.is_whitespace() { '_' } else { c };
    stem[start..].to_lowercase().chars().map(plain).collect()
}

/// Whether `tail` ends with `word`, and `word` begins there.
fn ends_with_word(tail: &str, word: &str) -> bool {
    let before = tail.strip_suffix(word);
    before.is_some_and(|before| {
        !before
            .ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '\'' || c == '’')
    })
}
