"""The type of a source that one sentence tells."""

import pytest

from newsgrab.sourcing import attribute


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Iran said on Monday that it would answer.", "Iran", "official"),
        ("North Carolina said the bridge was safe.", "North Carolina", "official"),
        ("Virginia Holt said the bridge was safe.", "Virginia Holt", "person"),
        ("In the end the Terns said they would sign him.", "Terns", "organisation"),
        ("“We are ready,” a company spokesman said.", "a company spokesman", "anonymous"),
        ("Lee, whose new book says the war was lost, went home.", "new book", "document"),
        ("“We wait,” US analysts said on Friday.", "US analysts", "group"),
        ("A senior US official spoke. The official said it was over.", "official", "official"),
        ("“We wait,” said a US analyst. “Nothing came,” the US analyst added.", "a US analyst", "anonymous"),
        ("«Estamos listos», dijo un portavoz del ministerio.", "un portavoz del ministerio", "anonymous"),
        ("„Wir sind bereit“, sagte eine Sprecherin der Stadt.", "eine Sprecherin der Stadt", "anonymous"),
        ("„Wir warten“, sagt der Forscher.", "Forscher", "anonymous"),
        ("„Wir warten“, sagen die Forscher.", "Forscher", "group"),
        (
            "„Neu“ heißt das Haus der Hafengesellschaft Sterna. Man warte, so die Sterna.",
            "Sterna",
            "organisation",
        ),
        ("„Der Kai ist alt“, kritisieren Demokraten.", "Demokraten", "group"),
        ("„Der Kai ist alt“, kritisiert Demandt.", "Demandt", "person"),
        ("„Wir warten“, heißt es in Kieler Fachkreisen.", "Kieler Fachkreisen", "anonymous"),
    ],
)
def test_words_tell_the_type(text, name, kind):
    language = "es" if text[0] == "«" else "de" if text[0] == "„" else "en"
    assert [(source.name, source.type) for source in attribute(text, language=language).sources] == [
        (name, kind)
    ]


def test_a_country_that_has_not_spoken_is_no_it():
    text = "The agency said on Friday that a port was hit. Russia launched five missiles. It added that two fell."
    assert [source.name for source in attribute(text, language="en").sources] == ["agency"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("„Das ist so“, sagte Moskau.", "Moskau", "official"),
        ("Laut Google Trends ist es alt.", "Google Trends", "organisation"),
        ("Laut Federal Reserve ist es neu.", "Federal Reserve", "official"),
        ("Wie die „Washington Post“ berichtet, ist es alt.", "Washington Post", "media"),
        ("„Das ist so“, sagte Paris Holt.", "Paris Holt", "person"),
    ],
)
def test_bodies_that_every_language_calls_alike(text, name, kind):
    assert [(source.name, source.type) for source in attribute(text, language="de").sources] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Según el diario La Costa, el puerto abrirá.", "es", "La Costa"),
        ("Según El País, el puerto abrirá.", "es", "El País"),
        ("Le Monde affirme que le port ouvrira.", "fr", "Le Monde"),
        ("Selon le journal Le Quai, le port ouvrira.", "fr", "Le Quai"),
    ],
)
def test_the_name_of_a_paper_may_begin_with_its_article(text, language, name):
    (source,) = attribute(text, language=language).sources
    assert (source.name, source.type) == (name, "media")


def test_the_name_of_a_source_is_no_quotation():
    text = "Das Lager brennt nach Angaben der Zeitung „Neue Hafenpost am Abend“ seit Montag am „alten Kai“."
    (source,) = attribute(text, language="de").sources
    assert (source.name, source.quotes) == ("Zeitung „Neue Hafenpost am Abend“", ("alten Kai",))
