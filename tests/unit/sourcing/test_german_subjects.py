"""Who can be the source in German sentences: number, attributes, and nouns that are nobody."""

import pytest

from newsgrab.sourcing import attribute


def sources_of(text: str) -> list[str]:
    return [source.name for source in attribute(text, language="de").sources]


@pytest.mark.parametrize(
    ("before", "said", "source"),
    [
        ("Eva Lind kam zum Kai.", "Er werde gesperrt, sagte sie.", ["Eva Lind"]),
        ("Eva Lind kam zum Kai.", "Er werde gesperrt, sagten sie.", []),
        ("Die Behörden prüfen den Kai.", "Er werde gesperrt, sagten sie.", ["Behörden"]),
        ("Die Regierung prüft den Kai.", "Er werde gesperrt, sagten sie.", []),
        ("Finnland liegt am Meer.", "Der Kai werde gesperrt, sagen sie.", []),
    ],
)
def test_the_verb_tells_whether_sie_is_one_or_several(before, said, source):
    assert sources_of(f"{before} {said}") == source


def test_a_relative_clause_announces_nothing():
    text = (
        "Neben Jan Lind erwähnte er auch Tom Roth, der genau das sei, was Lind ihm vorgeworfen habe:"
        "\n\n„Der Mann redet nur und baut nie etwas.“"
    )
    assert "Jan Lind" not in sources_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Es gibt eine Rechnung, laut der die Boote zu alt sind.",
        "Die mit dem Zusatz „Lind“ bezeichneten Boote fahren noch.",
        "Von der wegen ihrer Farbe auch als Meerlicht bezeichneten Pflanze gibt es viele Sorten.",
        "Der Kai ist alt, so genannte Boote liegen dort.",
        "Vielleicht habt ihr auch meinen Zwischenbericht im August gelesen.",
        "Würdest Du sagen, dass der Kai rostet?",
        "Laut Planung ist der Kai im Mai fertig.",
        "Und Briefe – zum Teilen mit anderen. „Ich möchte den Kai erforschen und bleiben.“",
    ],
)
def test_what_only_looks_like_a_source_is_none(text):
    assert sources_of(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Nach dpa-Informationen ist der Kai leer.", "dpa-Informationen", "document"),
        ("Die am Kai arbeitenden Fischer nannten Eva Lind eine Heldin.", "am Kai arbeitenden Fischer", "anonymous"),
        ("Die vom Hafenverein bestellten Gutachter warnten vor dem Kai.", "vom Hafenverein bestellten Gutachter", "anonymous"),
        ("Laut eigener Aussage war Eva Lind nie am Kai.", "Eva Lind", "person"),
        ("Das Seeministerium hat nach eigenen Angaben Einladungen an alle verschickt.", "Seeministerium", "official"),
    ],
)  # fmt: skip
def test_a_source_is_of_the_kind_that_its_noun_tells(text, name, kind):
    (source,) = attribute(text, language="de").sources
    assert (source.name, source.type) == (name, kind)


def test_what_somebody_will_say_is_reported_by_who_speaks():
    text = "„Der Kai ist neu“, sagte Eva Lind. Tafeln würden erklären, wo man geht."
    assert sources_of(text) == ["Eva Lind"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Ein anderer Nutzer notierte in Anlehnung an Jan Roth: „Das ist vorbei, Leute.“",
            ["Ein anderer Nutzer"],
        ),
        ("Die Zentralbank schwieg. Ähnlich sieht es Goff Yu: „Es wird gut, ganz sicher.“", []),
        ("Der Autor von „Die Stadt und der Kai“, „Tante Eva“ und mehr war da.", []),
        ("Die Werft ist „ganz und gar ein Handwerk“.", []),
    ],
)
def test_who_is_only_named_beside_a_quotation_does_not_speak_it(text, source):
    assert sources_of(text) == source


def test_capitals_behind_an_article_are_a_noun():
    text = "Die Regierung schwieg. Nicht einmal eine SMS kam an, sagte sie."
    assert "SMS" not in sources_of(text)


def test_an_age_in_brackets_tells_who_is_meant():
    text = "Max Beispiel (50) und Anna Muster (44) kamen. Der 50-Jährige sagte, es sei spät."
    assert sources_of(text) == ["Max Beispiel"]
    assert sources_of("Max Beispiel (50) kam. Der 44-Jährige sagte, es sei spät.") == []
