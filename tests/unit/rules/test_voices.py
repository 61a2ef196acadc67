"""The words of sites, language by language: each with sentences of theirs, and of reports in words like those."""

import tomllib

import pytest

from newsgrab.errors import RuleError
from newsgrab.extraction.lines.asking import Report
from newsgrab.rules import voices
from newsgrab.rules.tables import FOLDER

VOICES = voices.load_voices()
TABLES = tomllib.loads((FOLDER / "voices.toml").read_text("utf-8"))["voice"]
SIGNS = {voices.OPENS, *voices.PERSONS, *voices.MATTERS}
SIGNS_OF_LINES = {
    "matters",
    "dense",
    "length",
    "amount",
    "numbers",
    "capitals",
    "question",
    "personal",
    "tied",
}


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: voice.language)
def test_what_sites_say_is_told_from_what_reports_say(voice):
    alone = Report(voice, ())
    assert [text for text in voice.asks if not alone.asks(text)] == []
    assert [text for text in voice.tells if alone.asks(text)] == []


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: voice.language)
def test_a_text_is_known_by_its_language(voice):
    told = voices.voice_of(" ".join((*voice.asks, *voice.tells)))
    assert told is not None
    assert told.language == voice.language


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table["language"])
def test_no_word_of_a_sort_stands_twice(table):
    for sort in (*voices.PERSONS, *voices.MATTERS, "common"):
        words = [word.strip() for word in table[sort].split(",")]
        assert all(words), sort
        assert sorted(words) == sorted(set(words)), sort


WEIGHED = [(first, *others) for first, weights in voices.load_weights().items() for others, _ in weights]


def test_weights_are_of_signs_that_there_are():
    known = SIGNS | SIGNS_OF_LINES | {f"{sort} twice" for sort in SIGNS} | {""}
    weighed = {sign for together in WEIGHED for sign in together}
    assert SIGNS_OF_LINES <= weighed <= known


def test_no_signs_weigh_twice():
    every = [frozenset(together) for together in WEIGHED]
    assert len(every) == len(set(every))


def test_a_text_in_a_language_that_we_do_not_know_has_no_voice():
    assert voices.voice_of("Vegurinn um Klettsháls lokaðist.") is None
    assert voices.voice_of("") is None


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ('signs = ["we"]', "missing key weight"),
        ('signs = "we"\nweight = 1.0', "a list of signs and a number"),
        ('signs = ["we"]\nweight = "1"', "a list of signs and a number"),
    ],
)
def test_a_weight_that_is_none_is_told(tmp_path, monkeypatch, table, fault):
    path = tmp_path / "asking.toml"
    path.write_text(f"[[weight]]\n{table}\n")
    monkeypatch.setattr(voices, "_WEIGHTS", path)
    voices.load_weights.cache_clear()
    try:
        with pytest.raises(RuleError, match=fault):
            voices.load_weights()
    finally:
        voices.load_weights.cache_clear()
