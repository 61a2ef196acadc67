"""Lists of names that boxes go by: none has a name that another one of the same list makes needless."""

from dataclasses import replace

import pytest

from newsgrab.extraction.place.rule_names import Naming
from newsgrab.rules import load
from newsgrab.rules.lexicon import lists_in, words

LISTS = [name for file in ("printed", "credits") for name in lists_in(file) if name.endswith("-names")]


@pytest.mark.parametrize("names", load().names, ids=lambda names: names.id)
def test_no_name_is_part_of_another(names):
    def is_needless(word):
        others = Naming((replace(names, words=names.words - {word}),))
        return all(others.find((name,)) for name in {word.replace("*", "s"), word.replace("*", "zz")})

    assert not list(filter(is_needless, names.words))


@pytest.mark.parametrize("word_list", [name for name in LISTS if name != "printed.whole-names"])
def test_no_word_of_a_name_is_part_of_another(word_list):
    wholes = [f"-{word}-" for word in words("printed.whole-names")]  # in which no part means what it says
    named = [f"-{word}-" for word in words(word_list)]
    assert not [
        one
        for one in named
        if any(other in one for other in named if other != one) and not any(one in whole for whole in wholes)
    ]
