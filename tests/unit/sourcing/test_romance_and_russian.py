"""Spanish, French and Russian sentences, each with who is said to say what in it."""

import pytest

from newsgrab.sourcing import attribute
from tests.sayings import cases_of, said_in

SAID = {
    "es": {
        "the first of two last names": (
            "El fiscal Álvaro Ríos Ortiz calló. «Es tarde», dijo Ríos. Ríos Ortiz añadió que era tarde.",
            [("Álvaro Ríos Ortiz", "«Es tarde»"), ("Álvaro Ríos Ortiz", "que era tarde")],
        ),
        "a name that no list has, behind its office": (
            "El portavoz del puerto, Xo Yin, dijo que el puerto abrirá.",
            [("Xo Yin", "que el puerto abrirá")],
        ),
        "two who bear an office, one of them with a name that no list has": (
            "El portavoz del puerto, Xo Yin, habló. El portavoz Juan Ríos calló. «Es tarde», dijo el portavoz.",
            [("portavoz", "«Es tarde»")],
        ),
        "the office of another": (
            "El portavoz Juan Ríos calló. «Es tarde», dijo el portavoz del faro.",
            [("portavoz del faro", "«Es tarde»")],
        ),
        "a name with small words": (
            "La presidenta de la Comisión, Ursula von der Lira, aseguró que el puerto abrirá.",
            [("Ursula von der Lira", "que el puerto abrirá")],
        ),
        "two callings behind a name": (
            "Ana Lira, vecina e integrante de la asociación Mar Abierto (MA), dijo que el puerto abrirá.",
            [("Ana Lira", "que el puerto abrirá")],
        ),
        "anybody behind a quotation": ("«Es tarde», deslizó el joven.", [("joven", "«Es tarde»")]),
        "a word between verb and subject": (
            "«Es tarde», dijo primero el alcalde Pablo Ortiz.",
            [("Pablo Ortiz", "«Es tarde»")],
        ),
        "a name of a body": (
            "El Banco de la Nación dijo que el puerto abrirá.",
            [("Banco de la Nación", "que el puerto abrirá")],
        ),
        "told of the sentence before": (
            "El puerto abrirá el lunes. Así lo anunció el martes la alcaldesa Ana Lira.",
            [("Ana Lira", "El puerto abrirá el lunes")],
        ),
        "a verb behind según": (
            "El puente cerrará en mayo, según anunció este martes la consejera Elena Marcos.",
            [("Elena Marcos", "El puente cerrará en mayo")],
        ),
        "an office that one bears": (
            "Vino la consejera de Obras, Elena Marcos. La consejera dijo que el puente es viejo.",
            [("Elena Marcos", "que el puente es viejo")],
        ),
        "a second verb": (
            "El alcalde Pablo Ortiz calificó el plan de «tardío» y reclamó un puente para los vecinos.",
            [("Pablo Ortiz", "el plan de «tardío»"), ("Pablo Ortiz", "un puente para los vecinos")],
        ),
        "a verb without a subject": (
            "«No hay dinero para el puerto», lamentó Ríos. «Y no lo habrá nunca», añadió.",
            [("Ríos", "«No hay dinero para el puerto»"), ("Ríos", "«Y no lo habrá nunca»")],
        ),
        "a day behind the verb": (
            "«No hay dinero para el puerto», ha dicho este lunes el ministro Juan Ríos.",
            [("Juan Ríos", "«No hay dinero para el puerto»")],
        ),
        "a name behind the office": (
            "La directora de la escuela, Eva Sanz, ha pedido calma a los vecinos.",
            [("Eva Sanz", "calma a los vecinos")],
        ),
        "a relative clause": (
            "El presidente del comité, que visitó la zona, aseguró que volverá.",
            [("presidente del comité", "que volverá")],
        ),
        "an occasion behind the source": (
            "El barco volcó de noche, según la Guardia Civil en un comunicado.",
            [("Guardia Civil", "El barco volcó de noche")],
        ),
        "a pronoun in the phrase": (
            "Ana Lira volvió ayer. Según ella, el muelle es viejo.",
            [("Ana Lira", "el muelle es viejo")],
        ),
        "two verbs": (
            "El equipo celebró el triunfo y contó que volverá.",
            [("equipo", "que volverá")],
        ),
        "a speaker inside the marks": (
            "«El puerto, explicó la alcaldesa, no abrirá hasta el lunes.»",
            [("alcaldesa", "«El puerto, explicó la alcaldesa, no abrirá hasta el lunes.»")],
        ),
        "another name in a relative clause": (
            "Pablo Ortiz, cuya esposa Ana Lira dirige la empresa, dijo: «Vendemos el barco».",
            [("Pablo Ortiz", "«Vendemos el barco»")],
        ),
        "whom an office speaks of": (
            "Según la ministra, Pablo Ortiz mintió a los vecinos.",
            [("ministra", "Pablo Ortiz mintió a los vecinos")],
        ),
    },
    "fr": {
        "a name that no list has, behind its office": (
            "« Oui », a déclaré le porte-parole du phare, Lin Jian, lors du bal.",
            [("Lin Jian", "« Oui »")],
        ),
        "a speaker inside the marks behind another comma": (
            "« Le quai, c’est notre vie, affirme Anne Roy. Il faut le garder. »",
            [("Anne Roy", "« Le quai, c’est notre vie, affirme Anne Roy. Il faut le garder. »")],
        ),
        "words between verb and subject": (
            "« Le quai est fermé », dit en substance le texte. « Il est vide », résume quant à elle Anne Roy.",
            [("texte", "« Le quai est fermé »"), ("Anne Roy", "« Il est vide »")],
        ),
        "an acronym of many words": (
            "L’Agence de la pêche et de la mer (APM) a tout vu. L’APM a dit que le quai est fermé.",
            [("Agence de la pêche et de la mer (APM)", "que le quai est fermé")],
        ),
        "a short clause before who told it": (
            "Le pont ferme lundi, comme l'a annoncé la maire Anne Lis.",
            [("Anne Lis", "Le pont ferme lundi")],
        ),
        "a name of three words": (
            "Le ministre Jean de la Roux a dit que le quai est sûr.",
            [("Jean de la Roux", "que le quai est sûr")],
        ),
        "another name in a relative clause": (
            "Paul Gil, dont l'épouse Anne Lis dirige la société, a dit : « Nous vendons le bateau. »",
            [("Paul Gil", "« Nous vendons le bateau. »")],
        ),
        "whom a body speaks of": (
            "D'après la police, Paul Gil, 40 ans, a volé une barque.",
            [("police", "Paul Gil, 40 ans, a volé une barque")],
        ),
        "told of the sentence before": (
            "Le port ouvrira lundi. C'est ce qu'a annoncé mardi la maire Anne Lis.",
            [("Anne Lis", "Le port ouvrira lundi")],
        ),
        "a name behind the office": (
            "La directrice de l'hôpital, Eva Morin, a demandé que l'on reste calme.",
            [("Eva Morin", "que l'on reste calme")],
        ),
        "a word like a first name": (
            "De son côté, le syndicat majoritaire demande que l'emploi soit garanti.",
            [("syndicat majoritaire", "que l'emploi soit garanti")],
        ),
        "a verb of quotations": (
            "« On a tout perdu », s'emporte Paul Gil, pêcheur.",
            [("Paul Gil", "« On a tout perdu »")],
        ),
        "another speaker behind a whole quotation": (
            "« Le port ouvre », a dit Paul Gil. « Rien ne presse. » Anne Lis a affirmé : « Le quai est sûr. »",
            [
                ("Paul Gil", "« Le port ouvre », a dit Paul Gil. « Rien ne presse. »"),
                ("Anne Lis", "« Le quai est sûr. »"),
            ],
        ),
        "a speaker inside the marks": (
            "« Le port, a expliqué la maire Anne Lis, n'ouvrira pas avant lundi. »",
            [("Anne Lis", "« Le port, a expliqué la maire Anne Lis, n'ouvrira pas avant lundi. »")],
        ),
    },
    "ru": {
        "two names": (
            "Анна Лисина и Павел Орлов заявили, что мост стар.",
            [("Анна Лисина и Павел Орлов", "что мост стар")],
        ),
        "whom an office speaks of": (
            "По словам министра, Анна Лисина уходит с поста.",
            [("министра", "Анна Лисина уходит с поста")],
        ),
        "told of the sentence before": (
            "Порт откроется в понедельник. Об этом сообщила мэр Анна Лисина.",
            [("Анна Лисина", "Порт откроется в понедельник")],
        ),
        "a time behind the pointer": (
            "Мост закроют на три месяца. Об этом во вторник сообщила Елена Маркова.",
            [("Елена Маркова", "Мост закроют на три месяца")],
        ),
        "an office in the genitive": (
            "Мэр Заречного Павел Орлов сказал, что мост стар.",
            [("Павел Орлов", "что мост стар")],
        ),
        "what a body asks for": (
            "В профсоюзе потребовали сохранить рабочие места.",
            [("профсоюзе", "сохранить рабочие места")],
        ),
        "told of the paragraph before": (
            "Порт закрыт. Он откроется в понедельник.\n\nОб этом сообщает пресс-служба порта.",
            [("пресс-служба порта", "Он откроется в понедельник")],
        ),
        "a pronoun in the phrase": (
            "Иван Петров приехал вчера. По его словам, работы начнутся в мае.",
            [("Иван Петров", "работы начнутся в мае")],
        ),
        "a body before a plural": (
            "В полиции подтвердили, что дело возбуждено.",
            [("полиции", "что дело возбуждено")],
        ),
        "a name like a month": (
            "Представитель завода Марта Гиль отметила: «План остаётся в силе».",
            [("Марта Гиль", "«План остаётся в силе»")],
        ),
        "a verb of quotations": (
            "«Мы всё потеряли», — вздыхает рыбак Павел Орлов.",
            [("Павел Орлов", "«Мы всё потеряли»")],
        ),
        "a speaker inside the marks": (
            "«Порт, — пояснила мэр Анна Лисина, — откроется в понедельник».",
            [("Анна Лисина", "«Порт, — пояснила мэр Анна Лисина, — откроется в понедельник»")],
        ),
    },
}
UNSAID = [
    ("es", "La presidenta Ana Lira, que criticó la ley de pesca, volvió ayer."),
    ("es", "Los vecinos esperan medidas distintas según la zona."),
    ("es", "Con esas tres iniciativas pidió la sesión para el jueves en el puerto."),
    ("es", "También deseó una pronta mejora a los heridos, mostró su apoyo y recordó que el puerto abrirá."),
    ("fr", "Les prix varient beaucoup selon les domaines."),
    ("fr", "La Chine a parlé du calme après le tir confirmé par le port."),
    (
        "fr",
        "Devant le quai, Anne Roy garde son point de vue sur le port. « Le quai est fermé depuis lundi. »",
    ),
    ("es", "El ministro Juan Ríos no dijo cuándo abriría el puerto."),
    ("es", "Nadie dijo que el puerto abriría."),
    ("es", "El equipo contó con el apoyo del público."),
    ("fr", "Le ministre Jean Roux n'a pas dit quand le port ouvrirait."),
    ("fr", "Personne n'a dit que le port ouvrirait."),
    ("fr", "La maire n'a jamais expliqué pourquoi le quai est fermé."),
    ("fr", "Le musée montre une nouvelle barque."),
    ("ru", "Министр Иван Петров не сказал, когда откроется порт."),
    ("ru", "Никто не сказал, что порт откроется."),
    ("ru", "Пешеходов обещают пропускать до ноября."),
    ("ru", "Завод показал новый катер."),
]


@pytest.mark.parametrize(("language", "text", "said"), cases_of(SAID))
def test_who_says_what(language, text, said):
    assert said_in(text, language) == said


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_nothing_is_said(language, text):
    assert said_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        ("ru", "«Порт, — сказал Иван Петров, — закрыт».", ("Порт", "закрыт")),
        ("fr", "« Le port, regrette Anne Lis, est fermé. »", ("Le port", "est fermé.")),
    ],
)
def test_a_quotation_has_no_word_of_the_one_who_tells_it(language, text, quotes):
    (source,) = attribute(text, language=language).sources
    assert source.quotes == quotes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Marta Gil y Ana Sol abrieron la tienda. Ella dijo que era tarde."),
        ("fr", "Paul Renaud et Luc Garnier tiennent la ferme. Il affirme que les loups reviennent."),
        ("ru", "Иван Петров и Максим Белых держат кафе. Он говорит, что дела идут хорошо."),
    ],
)
def test_a_pronoun_behind_two_people_means_neither(language, text):
    assert [each.source for each in attribute(text, language=language).attributions] == [None]


def test_a_first_name_that_is_a_month_too_is_a_name():
    (source,) = attribute("El presidente del club, Julio Mata, dijo que era tarde.", language="es").sources
    assert source.name == "Julio Mata"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("El ministro Pablo Gil dijo que no.\n\n“Nadie lo espera”, sostuvo en diálogo con la radio.", "Pablo Gil"),
        ("La ministra, Ana Sol, rechazó el plan. “Es falso”, escribió en la red.", "Ana Sol"),
        ("El cocinero Pablo Gil reabre su restaurante. “Es tarde ya”, dice.", "Pablo Gil"),
        ("El abogado del acusado, Pablo Gil, negó los hechos. “Es tarde ya”, sostuvo.", "Pablo Gil"),
        ("Los vecinos protestaron. “Nadie nos oye”, dijeron.", "vecinos"),
        ("Ana Sol llegó. Los vecinos protestaron. “Nadie nos oye”, dijeron.", "vecinos"),
        ("Ana Sol y su hermana abrieron la tienda. “Nadie nos oye”, dice.", None),
        ("El mar subió. “Nadie nos oye”, dice.", None),
        ("Pablo Gil dijo que no. “Salimos con lo puesto”, narró a la agencia Ana Sol.", "Ana Sol"),
        ("Pablo Gil habló con la mandataria. La ministra Ana Sol calló. “Es de todos”, dijo la mandataria.", "Ana Sol"),
    ],
)  # fmt: skip
def test_a_spanish_verb_without_a_subject_goes_on_with_who_was_spoken_of(text, source):
    found = [each for each in attribute(text, language="es").attributions if each.quote_type == "direct"]
    assert [each.source for each in found] == [source]


def test_further_sentences_without_a_subject_are_of_the_same_speaker():
    found = attribute("Ana Sol dijo que llueve. También señaló que es tarde.", language="es").attributions
    assert [(each.source, each.mention) for each in found] == [("Ana Sol", "Ana Sol"), ("Ana Sol", "")]


@pytest.mark.parametrize(
    ("language", "said", "source"),
    [
        ("fr", "L'un d'eux, Paul Roy, raconte que tout a brûlé.", "Paul Roy"),
        ("fr", "Une femme qui habite au-dessus raconte que tout a brûlé.", "Une femme"),
        ("es", "Una fuente municipal que pidió un plazo señaló que era tarde.", "Una fuente municipal"),
        ("es", "La constructora, Puentes del Sur, aseguró que era tarde.", "constructora"),
        ("ru", "Источник, близкий к мэрии, сообщил изданию, что уже поздно.", "Источник"),
    ],
)
def test_a_clause_or_a_name_between_subject_and_verb_changes_no_source(language, said, source):
    assert [one.source for one in attribute(said, language=language).attributions] == [source]


def test_whoever_was_named_beside_others_speaks_next():
    text = "Le maire, Jean Petit, a déclaré que c'était tard. L'un d'eux, Paul Roy, raconte le bruit. « Tout est tombé », dit-il."
    found = attribute(text, language="fr").attributions[-1]
    assert (found.source, found.content) == ("Paul Roy", "« Tout est tombé »")


@pytest.mark.parametrize(
    ("language", "said", "source", "cue"),
    [
        ("fr", "Anne Roy vient. « On nous a dit mardi », s'agace-t-elle.", "Anne Roy", "agace"),
        ("fr", "« C'est inadmissible pour tous », a maugréé le député Paul Roy.", "Paul Roy", "maugréé"),
        ("es", "Ana Lira lloró. «Cuarenta años de trabajo», murmuró.", "Ana Lira", "murmuró"),
        ("es", "«Cuarenta años de trabajo», musitó Ana Lira.", "Ana Lira", "musitó"),
        ("ru", "«Котел обещали еще летом», — буркнул Виктор Орлов.", "Виктор Орлов", "буркнул"),
    ],
)
def test_a_verb_that_no_list_has_is_shown_by_the_quotation_before_it(language, said, source, cue):
    assert [(one.source, one.cue) for one in attribute(said, language=language).attributions] == [
        (source, cue)
    ]


@pytest.mark.parametrize(
    ("language", "said", "source"),
    [
        ("es", "Ana Lira calló. «Es muy tarde hoy», dijo su madre.", "su madre"),
        ("fr", "Anne Roy se tait. « Il est trop tard », dit sa mère.", "sa mère"),
    ],
)
def test_somebodys_mother_is_another(language, said, source):
    assert [one.source for one in attribute(said, language=language).attributions] == [source]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "«Cien años de puerto», novela de Ana Lira, salió en mayo."),
        ("ru", "«Котел обещали еще летом», — крикнули Анне Орловой."),
        ("es", "«Cien años de puerto», ganó el premio."),
        ("fr", "« Le Soir du Port », journal de Paul Roy, a fermé."),
    ],
)
def test_what_a_title_does_is_not_said(language, text):
    assert attribute(text, language=language).attributions == ()


def test_a_last_name_behind_how_it_was_said_is_who_said_it():
    text = "El abogado Juan Ríos calló. «Nadie nos escuchó», dijo entre lágrimas Lira."
    assert [one.source for one in attribute(text, language="es").attributions] == ["Lira"]


def test_whoever_was_named_in_between_may_be_meant_so_nobody_is():
    text = "Ana Lira habló. «Perdí todo», dijo Lira. A su lado, su vecina, Eva Gil, asentía. «Es tarde ya», afirmó."
    assert [one.source for one in attribute(text, language="es").attributions] == ["Ana Lira", None]
