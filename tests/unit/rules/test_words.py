"""What every word list keeps to: no word stands in it twice, and none that another of its words covers."""

import re
import tomllib

import pytest

from newsgrab.rules.tables import FOLDER

WITH_ANY_LETTERS = ("calls", "told", "walls")  # files in whose lists a last * stands for any letters
LISTS = {
    table["id"]: [word.lower() for word in table["words"]]
    for file in sorted((FOLDER / "words").glob("*.toml"))
    for table in tomllib.loads(file.read_text("utf-8"))["words"]
}


@pytest.mark.parametrize("word_list", LISTS)
def test_no_word_stands_twice(word_list):
    words = LISTS[word_list]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("word_list", [name for name in LISTS if name.startswith(WITH_ANY_LETTERS)])
def test_no_word_is_covered_by_another(word_list):
    words = LISTS[word_list]
    covering = [re.compile(rf"{re.escape(word[:-1])}\w*\*?") for word in words if word.endswith("*")]
    fitting = {word: sum(bool(pattern.fullmatch(word)) for pattern in covering) for word in words}
    assert [word for word, count in fitting.items() if count > word.endswith("*")] == []
