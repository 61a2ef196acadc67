"""Italian and Portuguese sentences, each with who is said to say what in it."""

import pytest

from newsgrab.sourcing import attribute
from tests.sayings import cases_of, said_in

SAID = {
    "it": {
        "a subject that the verb leaves out": (
            "«È tardi», ha detto Anna Liri. Poi ha aggiunto: «Torno lunedì».",
            [("Anna Liri", "«È tardi»"), ("Anna Liri", "«Torno lunedì»")],
        ),
        "dashes around the speaker": (
            "«Il piano – sottolinea la deputata Rita Loi – non ha un solo euro.»",
            [("Rita Loi", "«Il piano – sottolinea la deputata Rita Loi – non ha un solo euro.»")],
        ),
        "an infinitive": (
            "La ditta ha fatto sapere di avere rispettato i tempi.",
            [("ditta", "di avere rispettato i tempi")],
        ),
        "two words before the verb": (
            "Il porto resterà chiuso, secondo quanto ha riferito la polizia.",
            [("polizia", "Il porto resterà chiuso")],
        ),
        "a reflexive with the auxiliary of the passive": (
            "«È tardi», si è sfogata davanti alle telecamere Anna Liri.",
            [("Anna Liri", "«È tardi»")],
        ),
        "what stands in a document": (
            "«Il molo è vecchio», si legge nella nota del Comune.",
            [("nota del Comune", "«Il molo è vecchio»")],
        ),
        "a quotation and who it is of": (
            "«Il molo è vecchio», così il sindaco Paolo Gili. Per Anna Liri, «è sicuro».",
            [("Paolo Gili", "«Il molo è vecchio»"), ("Anna Liri", "«è sicuro»")],
        ),
        "last names with a particle": (
            "Luca Di Riva ha detto che piove. Di Riva ha aggiunto che è tardi.",
            [("Luca Di Riva", "che piove"), ("Luca Di Riva", "che è tardi")],
        ),
        "a particle with its apostrophe": (
            "«È tardi», ha detto Massimo D'Arzo. D'Arzo ha aggiunto che piove.",
            [("Massimo D'Arzo", "«È tardi»"), ("Massimo D'Arzo", "che piove")],
        ),
        "a name behind the office and its acronym": (
            "«È tardi», ha commentato il segretario della Cgil Pietro Galli.",
            [("Pietro Galli", "«È tardi»")],
        ),
        "a noun that goes with the verb": (
            "Il cantiere slitta di un anno. Lo rende noto l'assessora Giada Orsi.",
            [("Giada Orsi", "Il cantiere slitta di un anno")],
        ),
        "a last name behind secondo": (
            "Piero Vale, geologo, invita alla prudenza. Secondo Vale, i dati sono pochi.",
            [("Piero Vale", "i dati sono pochi")],
        ),
        "told of the sentence before": (
            "Il molo è vecchio. Lo conferma la procura.",
            [("procura", "Il molo è vecchio")],
        ),
    },
    "pt": {
        "a pronoun on the verb": (
            "«É tarde», queixou-se Ana Lira. «É cedo», respondeu-lhe o prefeito Rui Gil.",
            [("Ana Lira", "«É tarde»"), ("Rui Gil", "«É cedo»")],
        ),
        "what stands in a document": (
            "«O cais é muito velho», lê-se no comunicado da empresa.",
            [("comunicado da empresa", "«O cais é muito velho»")],
        ),
        "an agency to which it was said": (
            "«É tarde», disse à Lusa a ministra Ana Lira.",
            [("Ana Lira", "«É tarde»")],
        ),
        "linked last names": (
            "O ministro Luiz Lima da Silva calou-se. Maria José dos Santos disse que chove.",
            [("Maria José dos Santos", "que chove")],
        ),
        "a body behind a name": (
            "«É tarde», disse João Costa da Universidade do Porto.",
            [("João Costa", "«É tarde»")],
        ),
        "a quotation and who it is of": (
            "Para o advogado Jorge Lins, «não há prova alguma».",
            [("Jorge Lins", "«não há prova alguma»")],
        ),
        "a verb behind segundo": (
            "Segundo apurou a Folha, o porto fecha em maio.",
            [("Folha", "o porto fecha em maio")],
        ),
        "an office in other words": (
            "A ministra Ana Lira veio ao cais. «É mau», disse a governante.",
            [("Ana Lira", "«É mau»")],
        ),
        "a name behind the office, and a second verb": (
            "O autarca de Gaia, Nuno Pires, saudou a decisão, mas avisou que falta tudo.",
            [("Nuno Pires", "que falta tudo")],
        ),
        "a last name that is a time too": (
            "A prefeita Ângela Dias cobrou verbas: «Precisamos de ajuda».",
            [("Ângela Dias", "«Precisamos de ajuda»")],
        ),
        "a calling of kin": (
            "«Perdemos tudo», conta Ana Lira. O filho, João, lembra que choveu. «Foi de noite», recorda.",
            [("Ana Lira", "«Perdemos tudo»"), ("João", "que choveu"), ("João", "«Foi de noite»")],
        ),
    },
}
UNSAID = [
    ("it", "Dura la replica del sindaco Fabio Nardi: «È tardi»."),
    ("it", "La presidente Anna Crespi, che ha criticato l'arbitro, è tornata."),
    ("pt", "A presidente Ana Lira, que criticou o prefeito, voltou ontem."),
    ("pt", "Na zona mista, Rui Gil voltou a falar: «Tenho contrato até dezembro»."),
    ("it", "Il secondo ministro della Repubblica è tornato a casa."),
    ("it", "Per il sindaco è una sconfitta."),
    ("it", "Il porto è chiuso, così il sindaco è partito."),
    ("it", "Il ministro Paolo Gili non ha detto quando aprirà il porto."),
    ("it", "La legge, approvata ieri, prevede pene più alte."),
    ("it", "Il sindaco avrebbe detto che il porto aprirà."),
    ("it", "Secondo posto per il porto nella classifica dei viaggiatori."),
    ("it", "Il molo è stato definito «vecchio»."),
    ("pt", "O segundo presidente da câmara voltou para casa."),
    ("pt", "Para o prefeito é uma derrota."),
    ("pt", "O ministro Rui Gil não disse quando o porto abre."),
    ("pt", "A conta mostra o valor."),
    ("pt", "O cais foi classificado como «velho»."),
    ("pt", "O prefeito teria dito que o porto abre."),
]


@pytest.mark.parametrize(("language", "text", "said"), cases_of(SAID))
def test_who_says_what(language, text, said):
    assert said_in(text, language) == said


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_nothing_is_said(language, text):
    assert said_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Marta Gili e Anna Sole hanno aperto il negozio. Lei ha detto che era tardi."),
        ("it", "Il mare è salito. «Nessuno ci ascolta», dice."),
        ("pt", "Marta Gil e Ana Sol abriram a loja. Ela disse que era tarde."),
        ("pt", "O mar subiu. «Ninguém nos ouve», diz."),
        ("pt", "O mar subiu. «Ninguém nos ouve», disse a jornalistas."),
    ],
)
def test_a_doubtful_subject_is_nobody(language, text):
    assert [each.source for each in attribute(text, language=language).attributions] == [None]


def test_a_body_that_only_acted_is_not_who_goes_on_speaking():
    text = "Anna Liri è tornata al porto. La Regione ha rimborsato i danni. «Il molo è vecchio», dice."
    assert [each.source for each in attribute(text, language="it").attributions] == [None]


@pytest.mark.parametrize(
    "office", ["L'assessora ai Lavori pubblici, Ada Gallo,", "L'assessora alla Cultura Ada Gallo"]
)
def test_what_an_office_is_for_parts_it_from_no_name(office):
    found = attribute(f"{office} ha ammesso che era tardi.", language="it").attributions
    assert [one.source for one in found] == ["Ada Gallo"]
