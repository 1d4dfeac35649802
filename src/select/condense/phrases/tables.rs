//! The lists of phrases, a table for each language.

use super::lists::{NONE, Phrases};

pub(super) const TABLES: &[Phrases] = &[
    Phrases {
        language: "en",
        onward: "another|the other|the others|others|the remaining|the rest|also|additionally|in addition|moreover|furthermore|\
            similarly|likewise|however|but|instead|in contrast|by contrast|conversely|the latter|the former|the same|\
            on the other hand|taking a different|a second|a third|second|secondly|third|thirdly|besides|nevertheless|\
            nonetheless|still|yet|equally|alternatively|in turn|rather|later|too|finally|lastly",
        joins: "while|although|though|because|since|if|as|whereas|given|despite|in spite of|on|at|by|with|for|from|of|\
            under|using|without|beyond|through|within|after|before|until|due to|thanks to|according to|based on|to address|\
            to solve|to fix|to avoid|to prevent|to achieve|to handle|to overcome|to support|to make|even if|even though|\
            unlike|like|instead of|in addition to|apart from|along with|together with|among|between|during|once|unless",
        pointers: "this|these|those|they|such",
        demonstratives: "this|these|those",
        kinds: "this kind of|these kinds of|this sort of|this type of|these types of|this form of",
        clauses: "which|who|that|and|or|but|because|so|when|if|while|where|whose|than|as",
        articles: "the|a|an|of the|javascript's",
        of_itself: "this section|this chapter|this article|this lesson|this unit|this module|final section|next section|next chapter|\
            following section|following sections|you have read|you've read|you have learned|you've learned|you learned|\
            we have discussed|we've discussed|we discussed|will be discussed|will be covered|we will discuss|we will explore|\
            we will examine|we will look|scratches the surface|scratch the surface|beyond the scope|later in the book|\
            throughout the book|in the following|one would think|one might think|you might think|it may seem|it might seem|\
            earlier section|earlier sections|previous sections|earlier chapter|earlier chapters|previous chapters|\
            previous chapter|last chapter|let us|let's|we will define|we will implement|we will write|we will see|\
            we will show|we will start|we will begin",
        counts: "there are a number|there are various|there are different|there are two|there are three|there are four|\
            there are five|we have two|we have three",
        vague: "a number of|several|various|numerous|a variety of|a range of|a host of|a wide range of|a few",
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
        connectives: "however,|by the way,|you have read that|you have learned that|as you have learned,|as you've learned,|as you learned,|therefore,|thus,|hence,|moreover,|furthermore,|additionally,|in addition,|also,|in other words,|\
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
        last_of_list: "and|or",
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
        onward: "ein weiterer|eine weitere|ein weiteres|ein anderer|eine andere|ein anderes|die anderen|die übrigen|jedoch|außerdem|\
            zudem|ferner|darüber hinaus|aber|doch|ebenso|ebenfalls|auch|stattdessen|im gegensatz dazu|umgekehrt|letztere|\
            erstere|zweitens|drittens|hingegen|dagegen",
        joins: "obwohl|obgleich|weil|da|wenn|falls|während|trotz|für|mit|durch|bei|von|aus|nach|vor|um|ohne|über|auf|unter|anders als",
        pointers: "dies|diese|dieser|dieses|diesem|diesen|solche|solcher|solches",
        demonstratives: "dies|diese|dieser|dieses|diesem|diesen",
        kinds: "diese art von|diese art der|solche arten von",
        clauses: "der|die|das|welche|welcher|welches|und|oder|aber|weil|dass|wenn|während|wo",
        of_itself: "diesem abschnitt|diesem kapitel|dieser abschnitt|dieses kapitel|nächsten abschnitt|nächsten kapitel|wie oben erwähnt",
        vague: "eine reihe von|mehrere|verschiedene|zahlreiche|eine vielzahl|einige",
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
        last_of_list: "und|oder",
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
        ..NONE
    },
    Phrases {
        language: "fr",
        onward: "un autre|une autre|d'autres|les autres|de plus|en outre|par ailleurs|mais|cependant|toutefois|aussi|également|de même|\
            au contraire|en revanche|deuxièmement",
        joins: "bien que|parce que|puisque|si|comme|quand|lorsque|malgré|pour|avec|par|dans|de|sans|après|avant|selon|grâce à",
        pointers: "ce|cet|cette|ces|cela|ceci",
        demonstratives: "cet|cette|ces|cela|ceci",
        kinds: "ce genre de|ce type de",
        clauses: "qui|que|dont|et|ou|mais|si|quand|où",
        of_itself: "cette section|ce chapitre|cet article|prochaine section|section suivante",
        vague: "plusieurs|un certain nombre|divers|diverses|de nombreux|de nombreuses|quelques",
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
        last_of_list: "et|ou",
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
        ..NONE
    },
    Phrases {
        language: "es",
        onward: "otro|otra|otros|otras|los demás|además|asimismo|pero|sin embargo|no obstante|también|en cambio|por el contrario|\
            igualmente|del mismo modo|en segundo lugar",
        joins: "aunque|porque|ya que|si|como|cuando|a pesar de|para|con|por|en|de|sin|tras|antes de|después de|según|gracias a",
        pointers: "esto|este|esta|estos|estas|eso|ese|esa|esos|esas|ello",
        demonstratives: "esto|este|esta|estos|estas|eso|esos|esas",
        kinds: "este tipo de|esta clase de",
        clauses: "que|quien|cuyo|cuya|y|o|pero|si|cuando|donde",
        of_itself: "esta sección|este capítulo|este artículo|próxima sección|siguiente sección",
        vague: "varios|varias|diversos|diversas|una serie de|numerosos|numerosas|algunos|algunas",
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
        last_of_list: "y|o|e|u",
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
        ..NONE
    },
    Phrases {
        language: "it",
        onward: "un altro|un'altra|altri|altre|gli altri|inoltre|anche|ma|tuttavia|però|invece|al contrario|allo stesso modo",
        joins: "sebbene|benché|perché|poiché|se|come|quando|nonostante|per|con|da|in|di|senza|dopo|prima di|secondo|grazie a",
        pointers: "questo|questa|questi|queste|ciò|tale|tali",
        demonstratives: "questo|questa|questi|queste|ciò",
        kinds: "questo tipo di",
        clauses: "che|cui|e|o|ma|se|quando|dove",
        of_itself: "questa sezione|questo capitolo|questo articolo|prossima sezione|sezione successiva",
        vague: "diversi|diverse|vari|varie|una serie di|numerosi|numerose|alcuni|alcune",
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
        last_of_list: "e|o|ed|od",
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
        ..NONE
    },
    Phrases {
        language: "pt",
        onward: "outro|outra|outros|outras|os demais|além disso|também|mas|no entanto|porém|contudo|em vez disso|pelo contrário|\
            da mesma forma",
        joins: "embora|porque|já que|se|como|quando|apesar de|para|com|por|em|de|sem|após|antes de|depois de|segundo|graças a",
        pointers: "isto|isso|este|esta|estes|estas|esse|essa|esses|essas",
        demonstratives: "isto|isso|este|esta|estes|estas|esse|essa|esses|essas",
        kinds: "este tipo de|esse tipo de",
        clauses: "que|quem|cujo|cuja|e|ou|mas|se|quando|onde",
        of_itself: "esta seção|este capítulo|este artigo|próxima seção|seção seguinte",
        vague: "vários|várias|diversos|diversas|uma série de|inúmeros|inúmeras|alguns|algumas",
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
        last_of_list: "e|ou",
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
        ..NONE
    },
    Phrases {
        language: "nl",
        onward: "een andere|een ander|de andere|de overige|anderen|bovendien|daarnaast|ook|maar|echter|integendeel|evenzo|ten tweede",
        joins: "hoewel|omdat|aangezien|als|terwijl|ondanks|voor|met|door|bij|van|uit|na|om|zonder|volgens|dankzij",
        pointers: "dit|deze|zulke",
        demonstratives: "dit|deze",
        kinds: "dit soort|deze soort",
        clauses: "die|dat|wie|en|of|maar|als|wanneer|waar",
        of_itself: "deze sectie|dit hoofdstuk|dit artikel|volgende sectie|volgend hoofdstuk",
        vague: "een aantal|verschillende|meerdere|talrijke|enkele|diverse",
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
        last_of_list: "en|of",
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
        ..NONE
    },
    Phrases {
        language: "ru",
        onward: "другой|другая|другое|другие|остальные|кроме того|также|тоже|но|однако|напротив|наоборот|аналогично|во-вторых|в-третьих",
        joins: "хотя|потому что|поскольку|если|когда|несмотря на|для|с|по|из|от|без|после|до|согласно|благодаря|в|на|при",
        pointers: "это|этот|эта|эти|этого|этому|этим|этом|этой|этих|такой|такая|такие",
        demonstratives: "это|этот|эта|эти|этого|этому|этим|этом|этой|этих",
        kinds: "такого рода|этого типа",
        clauses: "который|которая|которое|которые|что|и|или|но|если|когда|где",
        of_itself: "этом разделе|этой главе|этой статье|следующем разделе|следующей главе",
        vague: "ряд|несколько|различные|многочисленные|некоторые",
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
        last_of_list: "и|или",
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
        onward: "另一|另外|其他|但|然而|此外|同样|相反|也|不过|后者|前者|类似|最后|其次|再者|反之",
        demonstratives: "这些|这个|这种|这样|该方法|该问题|上述",
        of_itself: "本节|本章|这一节|这一章|下一节|下一章|前一节|上一节",
        vague: "许多|一些|若干|多种|各种",
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
        onward: "また|さらに|しかし|ただし|だが|一方|逆に|同様に|同じく|最後に|後者|前者|加えて",
        demonstratives: "これら|このような|そのような|この問題|この方法",
        of_itself: "本節|本章|この節|この章|次の節|次の章|前節",
        vague: "いくつか|さまざま|様々",
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
