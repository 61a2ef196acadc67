"""Each fixture is a short news text with its sources and attributions, found by hand."""

import tomllib
from pathlib import Path

import pytest

from newsgrab.sourcing import attribute

FOLDER = Path(__file__).parents[3] / "fixtures" / "sourcing"
ARTICLES = sorted(folder.name for folder in FOLDER.iterdir())


def read(name):
    text = (FOLDER / name / "article.txt").read_text("utf-8")
    truth = tomllib.loads((FOLDER / name / "sources.toml").read_text("utf-8"))
    return text, truth


@pytest.mark.parametrize("name", ARTICLES)
def test_sources_are_those_in_the_truth(name):
    text, truth = read(name)
    found = attribute(text, language=name[:2]).to_dict()
    assert found["sources"] == truth["source"]


@pytest.mark.parametrize("name", ARTICLES)
def test_attributions_are_those_in_the_truth(name):
    text, truth = read(name)
    found = attribute(text, language=name[:2]).to_dict()["attributions"]
    for attribution in found:
        assert text[attribution["start"] : attribution["end"]] == attribution["content"]
    shown = [{key: entry[key] for key in entry if entry[key] is not None} for entry in found]
    assert [{key: entry[key] for key in entry if key not in ("start", "end")} for entry in shown] == truth[
        "attribution"
    ]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("Ann Holt tells of the quay", "Ann Holt"),
        ("The Quay Is Old, Ann Holt Says in Haven", "Holt"),
        ("Party leader Trelke Lund Holt has rejected calls to close the quay.", "Trelke Lund Holt"),
        ("The party’s leader, Trelke Lund Holt, has rejected calls to close the quay.", "Trelke Lund Holt"),
    ],
)
def test_headline_and_standfirst_tell_names_unless_all_their_words_have_capitals(above, name):
    found = attribute("“The quay is old,” Holt said.", language="en", introduction=above)
    assert [source.name for source in found.sources] == [name]
    assert [source.quotes for source in found.sources] == [("The quay is old",)]
