"""Who can be the subject of a verb of saying in English, and what is nobody."""

import pytest

from newsgrab.sourcing import attribute


def sources_of(text: str) -> list[str]:
    return [source.name for source in attribute(text, language="en").sources]


@pytest.mark.parametrize("verb", ["says", "say"])
@pytest.mark.parametrize("noun", ["team", "family", "group", "staff"])
def test_a_body_of_several_speaks_as_one_or_as_many(noun, verb):
    assert sources_of(f"The {noun} {verb} that the pier is shut.") == [noun]


def test_several_do_not_speak_as_one():
    assert sources_of("The women says that the pier is shut.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The seasonal demands give rise to several fees.",
        "Example: “That was a pier of rust and rope.” Note that the example is not ours.",
        "Helpfully pointing out exact places, the chart hangs on the pier.",
        "Liberalism’s war on “the society of the pier” is old.",
    ],
)
def test_what_is_nobody_says_nothing(text):
    assert sources_of(text) == []


def test_an_office_of_the_cause_is_no_speaker():
    text = "Due to the storm, Ada Roe, in a post, wrote: “We were late and we know it.”"
    assert sources_of(text) == ["Ada Roe"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ada B. Kostro Lind", "Ada B. Kostro Lind runs the pier. Kostro Lind said that it was shut."),
        ("Paul Le Gall", "Paul Le Gall a dit que le port était fermé."),
        ("Anne Roy", "La ministre de l’Agriculture et de la Pêche, Anne Roy, a dit que le port ouvrira."),
        ("Paul Le Gall", "Le ministre de l’Économie et des Finances Paul Le Gall a dit que le port ouvrira."),
        ("Juan Gil", "El ministro de Agricultura y Pesca, Juan Gil, dijo que el puerto abrirá."),
        (
            "Juan Gil",
            "El nuevo balance lo ha confirmado este viernes el alcalde Juan Gil, que está en el puerto.",
        ),
    ],
)
def test_a_name_is_read_whole_and_behind_its_whole_office(name, text):
    language = "en" if "pier" in text else "es" if "puerto" in text else "fr"
    (source,) = attribute(text, language=language).sources
    assert source.name == name
