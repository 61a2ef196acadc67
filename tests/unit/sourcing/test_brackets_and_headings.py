"""Acronyms behind names, offices before names, and headings that are quotations."""

import pytest

from newsgrab.sourcing import attribute

HEADINGS = [
    ("en", "“Nobody called us that night,” Ada Roe said.", "“A pier must not rust”", "“It does rust,” Tom Lind said."),
    ("de", "„Niemand rief uns an“, sagte Ada Roth.", "„Ein Kai darf nicht rosten“", "„Er rostet“, sagte Jan Lind."),
    ("es", "“Nadie nos llamó”, dijo Ana Lira.", "“El muelle no se puede cerrar”", "“Está cerrado”, dijo Juan Gil."),
    ("fr", "« Personne n’a appelé », a dit Anne Roy.", "« Un quai ne doit pas rouiller »", "« Il rouille », a dit Paul Gil."),
    ("ru", "«Нам никто не звонил», — сказала Анна Орлова.", "«Порт не должен ржаветь никогда»", "«Он ржавеет», — сказал Иван Лосев."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "heading", "behind"), HEADINGS)
def test_a_heading_that_is_a_quotation_goes_on_with_nobody(language, before, heading, behind):
    sources = attribute(f"{before}\n\n{heading}\n\n{behind}", language=language).sources
    assert len(sources) == 2
    assert not [quote for source in sources for quote in source.quotes if quote in heading]


def test_a_quotation_that_ends_like_a_sentence_goes_on():
    (source,) = attribute(
        "“Nobody called us that night,” Ada Roe said.\n\n“A pier must not rust.”", language="en"
    ).sources
    assert source.quotes == ("Nobody called us that night", "A pier must not rust.")


def test_an_announced_quotation_need_not_end_like_a_sentence():
    (source,) = attribute("On Monday Ada Roe wrote:\n\n“A pier must not rust”", language="en").sources
    assert (source.name, source.quotes) == ("Ada Roe", ("A pier must not rust",))


@pytest.mark.parametrize(
    ("subject", "name", "kind"),
    [
        ("Verkehrsminister Jan Roth (SPD)", "Jan Roth", "person"),
        ("Der Hafenforscher Jan Roth vom Kieler Institut für Häfen (KIH)", "Jan Roth", "person"),
        ("Die Freie Hafenunion (FHU)", "Freie Hafenunion (FHU)", "organisation"),
        ("Jan Roth von der Freien Hafenunion (FHU)", "Jan Roth", "person"),
        ("Jan Roth vom Amt für Wetter- und Hafenforschung (AWH)", "Jan Roth", "person"),
    ],
)
def test_in_brackets_behind_a_person_stands_no_name_of_theirs(subject, name, kind):
    (source,) = attribute(f"{subject} sagte, dass der Kai rostet.", language="de").sources
    assert (source.name, source.type) == (name, kind)


def test_a_body_is_called_by_the_acronym_behind_its_speaker():
    text = "Die Sprecherin der Freien Hafenunion (FHU) sagte, dass der Kai rostet.\n\nDie FHU sagte, dass es regnet."
    assert [source.name for source in attribute(text, language="de").sources] == [
        "Sprecherin der Freien Hafenunion",
        "Freien Hafenunion (FHU)",
    ]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le ministre de l’Intérieur Jan Roth a dit que le port était fermé.", "Jan Roth"),
        ("fr", "La présidente de la Commission maritime Eva von der Lind a dit que le port était fermé.", "Eva von der Lind"),
        ("es", "El presidente de Puerto Unido Juan Gil dijo que el muelle cerró.", "Juan Gil"),
        ("es", "La directora de la fundación Juan Gil dijo que el muelle cerró.", "directora de la fundación Juan Gil"),
        ("de", "Die Leiterin des Hafenamtes Kiel Eva Lind sagte, dass der Kai rostet.", "Eva Lind"),
        ("de", "Die Leiterin der Kanzlei Eva Lind sagte, dass der Kai rostet.", "Leiterin der Kanzlei Eva Lind"),
    ],
)  # fmt: skip
def test_who_holds_an_office_is_named_behind_it(language, text, name):
    (source,) = attribute(text, language=language).sources
    assert source.name == name


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("fr", "Le port est fermé, selon le Quai d’Argent.", "Quai d’Argent", "organisation"),
        ("fr", "Environ 400 Bretons ont demandé que le port soit ouvert.", "Environ 400 Bretons", "group"),
        ("fr", "Le film Anne Roy révèle que le port était fermé.", "film Anne Roy", "document"),
        ("es", "Marlasca dijo que el puerto está cerrado.", "Marlasca", "person"),
        ("es", "Vecinos dijeron que el puerto está cerrado.", "Vecinos", "group"),
    ],
)
def test_capitals_are_read_as_what_they_name(language, text, name, kind):
    (source,) = attribute(text, language=language).sources
    assert (source.name, source.type) == (name, kind)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Azami Orra runs the port. She said it was shut. The fee is higher. He said it would open."),
        (
            "fr",
            "Azami Orra a dit que le port était plein. Elle a dit qu’il était fermé. Il a dit que la mer montait.",
        ),
    ],
)
def test_nobody_is_she_and_he(language, text):
    said = [each["source"] for each in attribute(text, language=language).to_dict()["attributions"]]
    assert said[-2:] == ["Azami Orra", None]


def test_an_acronym_is_of_the_body_right_before_it():
    text = "Nach Angaben des Bundesamts für Häfen (BfH) rostet der Kai.\n\nDas BfH erklärte, dass es regnet."
    assert attribute(text, language="de").sources[-1].name == "Bundesamts für Häfen (BfH)"


def test_brackets_and_an_office_may_stand_behind_a_name():
    text = "Jan Roth (CDU), Minister für Häfen, sagte, dass der Kai rostet."
    assert [source.name for source in attribute(text, language="de").sources] == ["Jan Roth"]


def test_an_acronym_behind_a_speaker_is_of_the_body_spoken_for():
    text = "A spokesman for the northern harbour service (NHX) said the pier was shut.\n\nThe NHX said it was safe."
    assert attribute(text, language="en").sources[-1].name == "northern harbour service (NHX)"
