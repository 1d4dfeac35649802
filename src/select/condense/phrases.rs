//! Words that say how a sentence hangs together with others, by language.
//!
//! A list separates phrases by `|`; a phrase is in lower case and matches whole words (in
//! Chinese and Japanese letters). A language without lists has none of these: everything
//! else works there all the same.

use super::language::primary;

/// The phrases of a language.
#[derive(Debug, Default)]
pub struct Phrases {
    /// The language's primary tag.
    pub language: &'static str,
    /// Beginnings that refer to the sentence before.
    pub back: &'static str,
    /// Point at code, a table or a list that comes next.
    pub ahead: &'static str,
    /// Point at code, a table, a picture that came before.
    pub above: &'static str,
    /// Beginnings of sentences that announce, or tell of code.
    pub announces: &'static str,
    /// Beginnings that can go, with the comma or space they end with.
    pub connectives: &'static str,
    /// What examples at the end of a sentence begin with.
    pub examples: &'static str,
    /// What a clause between commas begins with.
    pub relatives: &'static str,
    /// Negations, conditions, limits: what holds one of these is never cut out.
    pub guards: &'static str,
    /// Verbs of sentences that say what something is.
    pub defines: &'static str,
    /// Words for who writes and who reads.
    pub persons: &'static str,
    /// Verbs that make what stands before an example a sentence, and an example none.
    pub verbs: &'static str,
    /// Words that say nothing by themselves.
    pub small: &'static str,
    /// Verbs after which a sentence says what its title asks.
    pub copulas: &'static str,
    /// What tells how something is done begins with one of these.
    pub means: &'static str,
    /// Beginnings of titles that are answered by yes or no.
    pub closed: &'static str,
    /// What says yes.
    pub yes: &'static str,
    /// Prepositions that name where something is.
    pub within: &'static str,
    /// What says at the end of a sentence to what end, or what follows from it.
    pub ends: &'static str,
    /// Endings of verbs with which a clause after a comma goes on: “, letting others in”.
    pub participles: &'static str,
}

/// The phrases of the language of a BCP 47 tag; none where there is no list.
pub fn phrases(language: &str) -> &'static Phrases {
    let primary = primary(language).to_ascii_lowercase();
    TABLES.iter().find(|table| table.language == primary).unwrap_or(&NONE)
}

/// The phrase of `list` that `text` begins with, in bytes of `text`.
///
/// `text` may be in any case.
pub(super) fn beginning(text: &str, list: &str) -> Option<usize> {
    let fits = |phrase: &str| length_of(text, phrase).filter(|end| is_border(text, *end));
    split(list).filter_map(fits).max()
}

/// Whether a phrase of `list` stands anywhere in `lower`, which is in lower case.
pub(super) fn contains(lower: &str, list: &str) -> bool {
    find(lower, list).is_some()
}

/// Where the first phrase of `list` stands in `lower`, which is in lower case.
pub(super) fn find(lower: &str, list: &str) -> Option<usize> {
    let of = |phrase: &str| {
        lower
            .match_indices(phrase)
            .map(|(at, _)| at)
            .find(|at| is_border(lower, *at) && is_border(lower, at + phrase.len()))
    };
    split(list).filter_map(of).min()
}

fn split(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').filter(|phrase| !phrase.is_empty())
}

/// How many bytes of `text` are `phrase`, if it begins with it.
fn length_of(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    for wanted in phrase.chars() {
        let (_, c) = rest.next()?;
        let c = if c == '’' { '\'' } else { c };
        if !c.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(rest.next().map_or(text.len(), |(at, _)| at))
}

/// Whether a word ends or begins at `at`.
fn is_border(text: &str, at: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    let before = text[..at].chars().next_back().is_some_and(letter);
    !before || !text[at..].starts_with(letter)
}

/// Ideographs and kana, between which there is no space.
pub(super) const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

const NONE: Phrases = Phrases {
    language: "",
    back: "",
    ahead: "",
    above: "",
    announces: "",
    connectives: "",
    examples: "",
    relatives: "",
    guards: "",
    defines: "",
    persons: "",
    verbs: "",
    small: "",
    copulas: "",
    means: "",
    closed: "",
    yes: "",
    within: "",
    ends: "",
    participles: "",
};

const TABLES: &[Phrases] = &[
    Phrases {
        language: "en",
        defines: "is|are|was|were|refers to|refer to|mean|means|allow|allows|provide|provides|used to|used for|occur|occurs|return|returns|called|known as|defined as|involve|involves|consist of|consists of",
        persons: "we|our|us|let|you|your|i|my",
        back: "this|it|its|it's|these|they|they're|their|them|that|those|such|he|she|his|her|however|therefore|thus|hence|\
            instead|also|additionally|in addition|moreover|furthermore|but|so|then|similarly|likewise|consequently|\
            as a result|for this reason|because of this|due to this|both|another|the latter|the former|the other|others|\
            otherwise|nevertheless|nonetheless|still|yet|and|or|finally|second|secondly|third|thirdly|next|lastly|\
            on the other hand|in contrast|by contrast|conversely|in other words|that is|accordingly|afterwards|here|\
            for example|for instance|in particular|specifically|in fact|indeed|in this case|in that case|in this way|\
            at this point|to do this|to do so|one such|the same|rather|again|as such|with this|at the same time|\
            meanwhile|besides|after that|after this|since then|in turn|in these|in this|in that|in such|by doing so|\
            by doing this|based on this|all of these|all of this|some of these|each of these|most of these|\
            one of these|either of these|neither|even so|on the contrary|as with|like this|from this|from these|\
            with these|for these|for those|of these|among these|unlike this|at that time|during this|under this|\
            because it|since it|when it|if it|as it|while it|although it|because they|since they|when they|if they|\
            although they|because this|since this|when this|if this|although this|alternatively|equally|not only that|\
            more specifically|more precisely|more generally|later|too",
        ahead: "the following|following code|following example|as follows|below|shown below|like this|like so|here is|here's|\
            here are",
        above: "above|in this example|in the example|in our example|this example|these examples|the examples|this code|the code|\
            this snippet|the snippet|the figure|this figure|the table|this table|the diagram|this diagram|that section|\
            previous section|last section|earlier section|as shown|as seen|the output|the image|the picture|figure|\
            example above|code above|the preceding|the previous|aforementioned|the above|this output|this function call|\
            the listing|the plot|that chapter|the chapter",
        announces: "below are|below is|here are|you can list|in this section|in this chapter|in this article|in this guide|in this post|we will|we'll|let us|let's|consider|\
            recall|as we|as you|here|now|suppose|imagine|assume|when you run|if you run|you should see|before we|\
            in the next|in the previous|so far|to summarize|to illustrate|we begin|we start|we now|we have seen|we saw|\
            take a look|see|next we|next, we|first we|first, we|for example|for instance|to see|to better understand|\
            to understand|in what follows|to this end|to begin|to start|say|think of|look at|try|there are several|\
            there are many|there are a few|there are multiple|we can see|you can see|as an example|this section|\
            this chapter|the next section|run|remember how|what if|as mentioned|as discussed|as described",
        connectives: "however,|therefore,|thus,|hence,|moreover,|furthermore,|additionally,|in addition,|also,|in other words,|\
            that is,|in fact,|indeed,|in general,|generally speaking,|of course,|as a result,|consequently,|\
            in particular,|specifically,|more specifically,|more precisely,|overall,|in summary,|in short,|to summarize,|\
            in conclusion,|basically,|essentially,|simply put,|put simply,|in essence,|note that|please note that|\
            it is important to note that|it's important to note that|it is worth noting that|it's worth noting that|\
            it should be noted that|keep in mind that|remember that|recall that|as mentioned above,|as mentioned earlier,|\
            as mentioned before,|as mentioned,|as you can see,|as we can see,|as we have seen,|as we saw,|as noted above,|\
            as discussed above,|yes,|well,|so,|now,|finally,|first,|firstly,|first of all,|second,|secondly,|third,|thirdly,|\
            last,|lastly,|next,|then,|on the other hand,|on the one hand,|in contrast,|by contrast,|conversely,|\
            similarly,|likewise,|besides,|meanwhile,|nevertheless,|nonetheless,|accordingly,|interestingly,|\
            importantly,|notably,|fortunately,|unfortunately,|surprisingly,|in practice,|in reality,|actually,|clearly,|\
            obviously,|naturally,|certainly,|after all,|at the same time,|more generally,|in turn,|again,|to be clear,|\
            to be precise,|to put it simply,|in a nutshell,|for this reason,|because of this,|due to this,|\
            for these reasons,|as such,|and|but|so|yet",
        examples: "such as|for example|for instance|e.g.|including|like for example",
        relatives: "which|who|whose|where",
        guards: "not|no|never|none|nothing|nobody|nowhere|nor|neither|cannot|can't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|wouldn't|\
            shouldn't|couldn't|hasn't|haven't|without|unless|if|only|except|until|when|whenever|provided|rather|instead|\
            hardly|rarely|seldom|few|little|less|fewer|but|although|though|however|while|whereas|unlike|must|at least|\
            at most|before|after|because",
        verbs: "is|are|was|were|be|been|has|have|had|can|could|may|might|will|would|should|must|do|does|did|use|uses|used|\
            provides|provide|includes|include|contains|contain|allows|allow|makes|make|means|needs|need|involves|\
            involve|requires|require|supports|support|offers|offer|gives|give|returns|occurs|refers|consists|handles|\
            creates|helps|became|become|becomes|takes|take|shows|studied|found|works|work|runs|run|lets|let|\
            manages|determines|performs|stores|reads|writes|sends|receives|defines|describes|represents|enables|ensures|\
            improves|reduces|increases|accepts|applies|adds|removes|changes|calls|starts|stops|loads|holds|keeps|gets|\
            sets|puts|finds|collects|specifies|controls|executes|processes|converts|compiles|builds|rebuilds|connects|\
            depends|points|happens|remains|begins|acts|serves|operates|tells|stands|uses|analyzes|analyses",
        small: "a|an|the|some|any|of|in|on|for|to|by|and|or|your|you|we|one|it|its|that|which|can|could|may|might|should|\
            would|will|be|been|is|are|was|were|do|does|done|has|have|various|several|many|different|key|main|primary|\
            common|there|with|within|at|from|as|used|use|using|allows|allow|lets|let|enables|enable|helps|help",
        copulas: "is that|are that|is|are|was|were|include|includes|included|refers to|refer to|means",
        means: "by|using|through|via|with|because|due to|depending on|to",
        closed: "can|could|do|does|did|is|are|was|were|will|would|should|may|must|has|have|had",
        yes: "yes,",
        within: "in|on|for|of|within|with|from",
        participles: "ing",
        ends: "to improve|to reduce|to ensure|to optimize|to optimise|to help|to increase|to avoid|to minimize|to minimise|\
            to maximize|to maximise|to prevent|to enable|to allow|to achieve|to enhance|to maintain|to simplify|\
            to speed up|to save|to keep|to support|in order to|so that|allowing|enabling|making|providing|ensuring|\
            leading|resulting|reducing|improving|increasing|helping|giving|based on|as well as|along with|with each|thus|\
            thereby|for better|for faster|for improved|for efficient",
    },
    Phrases {
        language: "de",
        defines: "ist|sind|war|bedeutet|bezeichnet|heißt|nennt|besteht",
        persons: "wir|uns|unser|unsere|ich|sie können",
        back: "dies|diese|dieser|dieses|diesem|diesen|das|es|sie|er|ihr|ihre|sein|seine|jedoch|daher|deshalb|deswegen|darum|somit|also|\
            folglich|außerdem|zudem|ferner|darüber hinaus|aber|doch|dann|dabei|dadurch|damit|dazu|davon|dafür|dagegen|\
            hierbei|hierfür|hierzu|hier|ebenso|ebenfalls|auch|so|solche|stattdessen|andernfalls|trotzdem|dennoch|und|oder|\
            zum beispiel|z. b.|beispielsweise|anders gesagt|mit anderen worten|das heißt|d. h.|in diesem fall|auf diese weise|\
            infolgedessen|im gegensatz dazu|umgekehrt|schließlich|zweitens|drittens|letztere|erstere|beide|insbesondere|\
            in der tat|allerdings|hingegen|aus diesem grund",
        ahead: "folgende|folgenden|folgender|folgendes|wie folgt|unten|nachstehend|nachfolgend",
        above: "oben|obige|obigen|obiger|in diesem beispiel|im beispiel|dieses beispiel|die abbildung|die tabelle|der abbildung|\
            der tabelle|abbildung|dieser code|der code|wie gezeigt|vorigen abschnitt|letzten abschnitt|die ausgabe",
        announces: "in diesem abschnitt|in diesem kapitel|wir werden|betrachten wir|schauen wir|sehen wir|lassen sie uns|stellen sie sich|\
            nehmen wir|angenommen|zum beispiel|z. b.|beispielsweise|wie wir|wie sie|im folgenden|zunächst|nun|siehe|hier",
        connectives: "darüber hinaus|außerdem|zum einen|zum anderen|kurz gesagt,|kurz:|mit anderen worten:|anders gesagt:|beachten sie, dass|\
            ja,|nun,|und|aber|doch|denn",
        examples: "wie zum beispiel|wie z. b.|zum beispiel|z. b.|beispielsweise|etwa",
        relatives: "der|die|das|welche|welcher|welches|deren|dessen|wobei|was",
        guards: "nicht|kein|keine|keinen|keiner|nie|niemals|ohne|wenn|falls|sofern|nur|außer|bis|sobald|solange|statt|kaum|selten|weder|\
            noch|sondern|aber|obwohl|während|muss|müssen|mindestens|höchstens|bevor|nachdem|weil|da",
        verbs: "ist|sind|war|waren|hat|haben|hatte|kann|können|wird|werden|wurde|wurden|soll|sollte|muss|müssen|darf|bietet|enthält|\
            erlaubt|ermöglicht|braucht|verwendet|umfasst|gibt|heißt|bedeutet|dient|macht|lässt",
        small: "ein|eine|einer|eines|einem|einen|der|die|das|den|dem|des|von|in|im|an|am|auf|für|zu|zum|zur|und|oder|sie|man|\
            wir|es|kann|können|wird|werden|wurde|verschiedene|mehrere|viele|wichtigsten|mit|bei",
        copulas: "ist|sind|war|waren|bedeutet|bezeichnet|umfasst|umfassen",
        means: "durch|mittels|indem|mit hilfe|mithilfe|über|weil",
        closed: "kann|können|ist|sind|gibt|hat|haben|wird|werden|darf|soll|muss",
        yes: "ja,",
        within: "in|im|für|von|bei",
        participles: "end",
        ends: "um|damit|wodurch|sowie|basierend auf",
    },
    Phrases {
        language: "fr",
        defines: "est|sont|était|désigne|signifie|appelle|permet|consiste",
        persons: "nous|notre|nos|vous|votre|je",
        back: "ce|cet|cette|ces|cela|ceci|c'est|il|elle|ils|elles|leur|leurs|son|sa|ses|cependant|toutefois|donc|ainsi|par conséquent|\
            en conséquence|de plus|en outre|par ailleurs|mais|or|et|ou|puis|ensuite|alors|aussi|également|de même|au contraire|\
            en revanche|par exemple|en d'autres termes|autrement dit|c'est-à-dire|dans ce cas|de cette façon|pourtant|néanmoins|\
            enfin|deuxièmement|sinon|ici|en effet|celui-ci|celle-ci|ceux-ci|les deux|d'autres|en particulier|c'est pourquoi",
        ahead: "suivant|suivante|suivants|suivantes|ci-dessous|comme suit|voici",
        above: "ci-dessus|dans cet exemple|dans l'exemple|cet exemple|ce code|le code|la figure|le tableau|précédente section|\
            section précédente|comme indiqué|comme on le voit|l'image",
        announces: "dans cette section|dans ce chapitre|nous allons|nous verrons|voyons|considérons|supposons|imaginons|rappelons|prenons|\
            par exemple|comme nous|comme vous|voici|maintenant|notez que|voir",
        connectives: "cependant,|toutefois,|de plus,|en outre,|par ailleurs,|ainsi,|donc,|en effet,|en fait,|en général,|en bref,|en résumé,|\
            autrement dit,|en d'autres termes,|bien sûr,|enfin,|ensuite,|d'abord,|tout d'abord,|de même,|en revanche,|\
            par conséquent,|néanmoins,|pourtant,|oui,|notez que|il est important de noter que|mais|et|or",
        examples: "comme par exemple|tels que|telles que|tel que|telle que|par exemple|p. ex.|notamment",
        relatives: "qui|dont|lequel|laquelle|lesquels|lesquelles|où",
        guards: "ne|n'est|pas|non|jamais|aucun|aucune|sans|si|sauf|seulement|que|quand|lorsque|ni|rien|plutôt|mais|bien que|tandis que|\
            doit|doivent|au moins|au plus|avant|après|parce que|moins|peu",
        verbs: "est|sont|était|étaient|a|ont|avait|peut|peuvent|doit|doivent|permet|permettent|utilise|utilisent|contient|offre|fait|font|\
            comprend|fournit|sert|désigne|signifie|devient",
        small: "un|une|des|le|la|les|l|d|de|du|en|dans|sur|pour|à|au|aux|et|ou|on|vous|il|elle|peut|peuvent|être|est|sont|\
            plusieurs|différents|différentes|principaux|principales|avec|par",
        copulas: "est|sont|était|étaient|désigne|signifie|comprend|comprennent",
        means: "en|grâce à|au moyen de|à l'aide de|via|avec|parce que",
        closed: "est-ce|peut-on|pouvez-vous|existe-t-il|y a-t-il",
        yes: "oui,",
        within: "dans|en|pour|sur|de",
        participles: "ant",
        ends: "afin de|afin que|pour améliorer|pour réduire|pour éviter|pour assurer|ce qui permet|permettant|ainsi que",
    },
    Phrases {
        language: "es",
        defines: "es|son|fue|significa|refiere|llama|denomina|permite|consiste",
        persons: "nosotros|nuestro|nuestra|usted|yo|vamos|podemos",
        back: "esto|este|esta|estos|estas|eso|ese|esa|esos|esas|ello|él|ella|ellos|ellas|su|sus|sin embargo|no obstante|por lo tanto|\
            por tanto|por ello|por eso|así|además|asimismo|también|pero|y|o|entonces|luego|después|en cambio|por el contrario|\
            por ejemplo|en otras palabras|es decir|en este caso|de esta manera|de este modo|igualmente|del mismo modo|finalmente|\
            segundo|ambos|ambas|otro|otra|aquí|de hecho|en particular|como resultado|en consecuencia|de lo contrario",
        ahead: "siguiente|siguientes|a continuación|abajo|como sigue",
        above: "arriba|anterior|en este ejemplo|en el ejemplo|este ejemplo|este código|el código|la figura|la tabla|sección anterior|\
            como se muestra|la imagen|el diagrama",
        announces: "en esta sección|en este capítulo|vamos a|veamos|veremos|consideremos|supongamos|imaginemos|recordemos|por ejemplo|\
            como vimos|como se|ahora|nótese|ver|véase",
        connectives: "sin embargo,|no obstante,|además,|asimismo,|por lo tanto,|por tanto,|por ello,|de hecho,|en realidad,|en general,|\
            en resumen,|en otras palabras,|es decir,|por supuesto,|finalmente,|primero,|en primer lugar,|luego,|por otro lado,|\
            en cambio,|igualmente,|del mismo modo,|sí,|cabe señalar que|es importante señalar que|tenga en cuenta que|y|pero",
        examples: "tales como|tal como|como por ejemplo|por ejemplo|p. ej.",
        relatives: "que|quien|quienes|cuyo|cuya|el cual|la cual|los cuales|las cuales|donde",
        guards: "no|nunca|jamás|ningún|ninguna|ninguno|sin|si|solo|sólo|solamente|excepto|salvo|hasta|cuando|ni|nada|pero|aunque|mientras|\
            debe|deben|al menos|como máximo|antes|después|porque|menos|poco",
        verbs: "es|son|era|eran|fue|ha|han|había|puede|pueden|debe|deben|permite|permiten|utiliza|utilizan|usa|usan|contiene|ofrece|hace|\
            incluye|proporciona|sirve|significa|está|están|tiene|tienen",
        small: "un|una|unos|unas|el|la|los|las|de|del|en|sobre|para|a|al|y|o|se|usted|puede|pueden|ser|es|son|varios|varias|\
            principales|diferentes|con|por",
        copulas: "es|son|fue|era|eran|significa|incluye|incluyen",
        means: "mediante|usando|utilizando|a través de|con|porque|por medio de",
        closed: "puede|pueden|es posible|existe|hay|se puede|se pueden",
        yes: "sí,",
        within: "en|de|para|dentro de",
        participles: "ando|iendo|endo",
        ends: "para mejorar|para reducir|para evitar|para garantizar|con el fin de|a fin de|permitiendo|así como",
    },
    Phrases {
        language: "it",
        defines: "è|sono|significa|indica|chiama|permette|consiste",
        persons: "noi|nostro|nostra|voi|io",
        back: "questo|questa|questi|queste|ciò|quello|quella|esso|essa|essi|esse|egli|lui|lei|loro|il suo|la sua|tuttavia|però|quindi|perciò|\
            pertanto|dunque|così|inoltre|anche|ma|e|o|poi|allora|invece|al contrario|per esempio|ad esempio|in altre parole|cioè|\
            in questo caso|in questo modo|allo stesso modo|infine|entrambi|altrimenti|qui|infatti|in particolare|di conseguenza",
        ahead: "seguente|seguenti|di seguito|qui sotto|come segue|ecco",
        above: "sopra|in questo esempio|nell'esempio|questo esempio|questo codice|il codice|la figura|la tabella|sezione precedente|\
            come mostrato|precedente",
        announces: "in questa sezione|in questo capitolo|vediamo|vedremo|consideriamo|supponiamo|immaginiamo|ricordiamo|per esempio|\
            ad esempio|ora|si noti che|vedi",
        connectives: "tuttavia,|però,|inoltre,|quindi,|pertanto,|infatti,|in effetti,|in generale,|in breve,|in sintesi,|in altre parole,|\
            naturalmente,|infine,|innanzitutto,|poi,|d'altra parte,|al contrario,|allo stesso modo,|sì,|si noti che|ma|e",
        examples: "come ad esempio|come per esempio|ad esempio|per esempio|p. es.|quali",
        relatives: "che|il quale|la quale|i quali|le quali|cui|dove",
        guards: "non|mai|nessun|nessuno|nessuna|senza|se|solo|soltanto|tranne|eccetto|fino|quando|né|niente|ma|sebbene|mentre|deve|devono|\
            almeno|al massimo|prima|dopo|perché|meno|poco",
        verbs: "è|sono|era|erano|ha|hanno|può|possono|deve|devono|permette|consente|usa|utilizza|contiene|offre|fa|include|fornisce|serve|significa",
        small: "un|una|uno|il|lo|la|i|gli|le|di|del|della|dei|delle|in|nel|nella|su|per|a|al|e|o|si|può|possono|essere|è|\
            sono|vari|varie|diversi|principali|con|da",
        copulas: "è|sono|era|erano|significa|include|includono",
        means: "mediante|usando|utilizzando|attraverso|tramite|con|perché",
        closed: "può|possono|è possibile|esiste|si può",
        yes: "sì,",
        within: "in|nel|nella|di|per",
        participles: "ando|endo",
        ends: "per migliorare|per ridurre|per evitare|per garantire|al fine di|in modo da|permettendo|nonché",
    },
    Phrases {
        language: "pt",
        defines: "é|são|significa|refere|chama|permite|consiste",
        persons: "nós|nosso|nossa|você|eu|vamos",
        back: "isto|isso|este|esta|estes|estas|esse|essa|esses|essas|ele|ela|eles|elas|seu|sua|seus|suas|no entanto|porém|contudo|todavia|\
            portanto|por isso|assim|além disso|também|mas|e|ou|então|depois|em vez disso|pelo contrário|por exemplo|em outras palavras|\
            ou seja|neste caso|nesse caso|desta forma|dessa forma|da mesma forma|finalmente|ambos|outro|outra|aqui|de fato|\
            em particular|como resultado|caso contrário",
        ahead: "seguinte|seguintes|a seguir|abaixo",
        above: "acima|neste exemplo|no exemplo|este exemplo|este código|o código|a figura|a tabela|seção anterior|como mostrado|anterior",
        announces: "nesta seção|neste capítulo|vamos|veremos|vejamos|considere|suponha|imagine|lembre|por exemplo|agora|observe que|veja",
        connectives: "no entanto,|porém,|contudo,|além disso,|portanto,|assim,|de fato,|na verdade,|em geral,|em resumo,|em outras palavras,|\
            ou seja,|claro,|finalmente,|primeiro,|em primeiro lugar,|depois,|por outro lado,|da mesma forma,|sim,|observe que|\
            é importante notar que|vale ressaltar que|e|mas",
        examples: "tais como|tal como|como por exemplo|por exemplo|p. ex.",
        relatives: "que|quem|cujo|cuja|o qual|a qual|os quais|as quais|onde",
        guards: "não|nunca|jamais|nenhum|nenhuma|sem|se|só|somente|apenas|exceto|salvo|até|quando|nem|nada|mas|embora|enquanto|deve|devem|\
            pelo menos|no máximo|antes|depois|porque|menos|pouco",
        verbs: "é|são|era|eram|foi|tem|têm|pode|podem|deve|devem|permite|usa|utiliza|contém|oferece|faz|inclui|fornece|serve|significa|está|estão",
        small: "um|uma|uns|umas|o|a|os|as|de|do|da|dos|das|em|no|na|sobre|para|e|ou|se|você|pode|podem|ser|é|são|vários|\
            várias|principais|diferentes|com|por",
        copulas: "é|são|foi|era|eram|significa|inclui|incluem",
        means: "usando|utilizando|através de|por meio de|com|porque",
        closed: "pode|podem|é possível|existe|há",
        yes: "sim,",
        within: "em|no|na|de|para",
        participles: "ando|endo|indo",
        ends: "para melhorar|para reduzir|para evitar|para garantir|a fim de|permitindo|bem como",
    },
    Phrases {
        language: "nl",
        defines: "is|zijn|was|betekent|heet|noemt|bestaat",
        persons: "we|wij|ons|onze|je|jij|ik",
        back: "dit|dat|deze|die|het|hij|zij|ze|hun|zijn|haar|echter|daarom|dus|daardoor|hierdoor|bovendien|daarnaast|ook|maar|en|of|dan|\
            vervolgens|daarna|in plaats daarvan|integendeel|bijvoorbeeld|met andere woorden|dat wil zeggen|in dit geval|\
            op deze manier|evenzo|ten slotte|ten tweede|beide|anders|hier|inderdaad|met name|als gevolg daarvan|toch|zo|zulke",
        ahead: "volgende|als volgt|hieronder|onderstaande",
        above: "hierboven|bovenstaande|in dit voorbeeld|in het voorbeeld|dit voorbeeld|deze code|de code|de figuur|de tabel|vorige sectie|\
            zoals getoond|de afbeelding",
        announces: "in deze sectie|in dit hoofdstuk|laten we|we zullen|bekijk|stel|bijvoorbeeld|zoals we|nu|merk op dat|zie|hier",
        connectives: "met andere woorden,|kort gezegd,|merk op dat|let op dat|ja,|kortom,|en|maar|want",
        examples: "zoals bijvoorbeeld|bijvoorbeeld|bijv.|zoals",
        relatives: "die|dat|wat|waarbij|waardoor|wier|wiens",
        guards: "niet|geen|nooit|zonder|als|indien|tenzij|alleen|slechts|behalve|tot|wanneer|noch|niets|maar|hoewel|terwijl|moet|moeten|\
            minstens|hoogstens|voordat|nadat|omdat|minder|weinig",
        verbs: "is|zijn|was|waren|heeft|hebben|kan|kunnen|moet|moeten|wordt|worden|werd|biedt|bevat|maakt|gebruikt|geeft|betekent|dient|omvat",
        small: "een|de|het|van|in|op|voor|te|om|en|of|je|u|men|we|kan|kunnen|wordt|worden|is|zijn|verschillende|meerdere|\
            belangrijkste|met|bij",
        copulas: "is|zijn|was|waren|betekent|omvat|omvatten",
        means: "door|via|met behulp van|met|omdat",
        closed: "kan|kunnen|is|zijn|wordt|heeft|bestaat",
        yes: "ja,",
        within: "in|op|voor|van|binnen",
        participles: "end",
        ends: "om|zodat|waardoor|evenals",
    },
    Phrases {
        language: "ru",
        defines: "это|является|называется|означает|состоит",
        persons: "мы|наш|наша|нам|нас|вы|ваш|я",
        back: "это|этот|эта|эти|этого|этому|этим|он|она|оно|они|его|её|ее|их|однако|поэтому|следовательно|таким образом|кроме того|также|\
            тоже|но|и|или|а|затем|потом|тогда|вместо этого|наоборот|напротив|например|иными словами|другими словами|то есть|\
            в этом случае|так|аналогично|наконец|во-вторых|в-третьих|оба|иначе|здесь|действительно|в частности|в результате|\
            при этом|тем не менее|такой|такая|такие|такое|для этого|в отличие от",
        ahead: "следующий|следующая|следующее|следующие|следующим|следующем|ниже",
        above: "выше|в этом примере|в примере|этот пример|этот код|рисунке|рисунок|таблице|таблица|как показано|в предыдущем разделе|\
            приведённый|приведенный",
        announces: "в этом разделе|в этой главе|рассмотрим|давайте|предположим|представьте|представим|вспомним|например|мы будем|как мы|\
            теперь|обратите внимание|см.",
        connectives: "однако,|таким образом,|кроме того,|следовательно,|действительно,|на самом деле,|в общем,|вообще говоря,|короче говоря,|\
            иными словами,|другими словами,|конечно,|наконец,|во-первых,|во-вторых,|в-третьих,|с другой стороны,|с одной стороны,|\
            аналогично,|тем не менее,|да,|обратите внимание, что|следует отметить, что|важно отметить, что|и|но|а",
        examples: "таких как|такие как|например|в частности",
        relatives: "который|которая|которое|которые|которого|которой|которых|которым|где",
        guards: "не|нет|ни|никогда|никакой|без|если|только|кроме|пока|когда|лишь|но|хотя|тогда как|должен|должна|должны|нельзя|минимум|\
            максимум|прежде|после|потому что|меньше|мало",
        verbs: "есть|был|была|были|может|могут|является|являются|позволяет|позволяют|использует|используют|содержит|имеет|имеют|включает|\
            предоставляет|служит|означает|называется|должен|должны",
        ..NONE
    },
    Phrases {
        language: "zh",
        defines: "是|称为|指|用于|可以|允许|意味着|定义",
        persons: "我们|你|读者",
        back: "这|它|其|但|因此|所以|然而|此外|该|那|他|她|另外|同样|相反|也|并|而|不过|于是|例如|比如|换句话说|也就是说|即|总之|接着|\
            然后|随后|否则|尽管如此|另一|前者|后者|两者|与此|由此|对此|为此|在此|此时|此|以上|除此|类似|最后|其次|再者|反之|具体来说|\
            特别是|事实上|实际上|結果|因為|如此|又|还|還|這|該|同時|同时|对于这|在这|從這|从这|通过这|與此|但是",
        ahead: "下面|以下|如下|下列|下图|下表",
        above: "如上|上面|上述|上图|上表|图中|如图|图所示|图显示|图展示|图描述|图说明|表中|表所示|另一节|上一节|前一节|这段代码|上例|\
            本例|该例|这个例子|此例|以上代码|代码中|代码",
        announces: "下面|让我们|请注意|注意|考虑|回想|回忆|本节|在本节|本章|在本章|我们将|接下来|首先|现在|假设|例如|比如|如前所述|正如|\
            想象|回顾|为了说明|请|另一节|以下|到目前为止|在下面|在下一节",
        connectives: "但是，|但是|然而，|因此，|所以，|此外，|另外，|同样，|同样地，|相反，|不过，|于是，|换句话说，|换言之，|也就是说，|总之，|\
            总的来说，|总而言之，|简而言之，|简单来说，|一般来说，|一般而言，|通常来说，|事实上，|实际上，|其实，|当然，|首先，|其次，|最后，|\
            接着，|然后，|随后，|请注意，|注意，|值得注意的是，|需要注意的是，|具体来说，|具体而言，|是的，|类似地，|显然，|同时，|但|而",
        examples: "例如|比如|譬如|诸如",
        relatives: "",
        guards: "不|没|没有|非|无|未|别|如果|若|只|仅|除|除非|当|否则|但|虽|必须|至少|至多|之前|之后|因为|少",
        verbs: "是|有|可以|能|会|将|为|使|用|让|需|包含|包括|提供|允许|表示",
        ..NONE
    },
    Phrases {
        language: "ja",
        defines: "とは|である|です|呼ばれ|という",
        persons: "私たち|我々|あなた|ましょう",
        back: "これ|それ|あれ|この|その|あの|こう|そう|しかし|ただし|だが|また|さらに|そして|それで|そこで|したがって|従って|よって|ゆえに|\
            つまり|すなわち|例えば|たとえば|一方|逆に|同様に|同じく|次に|最後に|なお|ちなみに|ここ|そこ|彼|彼女|両者|後者|前者|\
            そのため|このため|加えて|あるいは|または|むしろ|要するに|このよう|そのよう|ところが|でも",
        ahead: "次の|以下|下の|下記|下図",
        above: "上の|上記|上図|この例|例では|図の|図に|図は|表の|表に|このコード|前節|前述|先ほど",
        announces: "この節|この章|本節|本章|見てみましょう|考えてみ|ここでは|それでは|では|例えば|たとえば|まず|以下",
        connectives: "しかし、|しかしながら、|ただし、|だが、|また、|さらに、|そして、|したがって、|従って、|よって、|つまり、|すなわち、|\
            一方、|一方で、|同様に、|次に、|最後に、|なお、|ちなみに、|要するに、|まず、|はい、|実際、|実際に、|一般に、|一般的に、|もちろん、|\
            加えて、|そのため、|このため、|ところが、|でも、",
        examples: "例えば|たとえば",
        relatives: "",
        guards: "ない|ません|ず|なし|もし|場合|れば|たら|だけ|のみ|以外|しか|とき|時|まで|必ず|以上|以下|前|後",
        verbs: "です|ます|ある|いる|する|できる|なる",
        ..NONE
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_whole_words_or_letters() {
        assert_eq!(beginning("However, it", "how|however"), Some(7));
        assert_eq!(beginning("It’s new", "it|it's"), Some(6));
        assert_eq!(beginning("Items", "it"), None);
        assert_eq!(beginning("这是", "这"), Some(3));
        assert!(
            contains("see the code below", "below") && !contains("belowing", "below")
        );
        assert_eq!(phrases("pt-BR").language, "pt");
        assert_eq!(phrases("xx").language, "");
    }
}
