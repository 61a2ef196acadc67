"""What changed, word by word: the old text and the new one can be put together of it again."""

from __future__ import annotations

import pytest

from newsgrab.archive.differences import Change, differences
from newsgrab.archive.reading import Filed


def filed(*paragraphs):
    return Filed(fields={}, body="\n\n".join(paragraphs))


def texts(found, *, without):
    kept = ("".join(part.text for part in one.segments if part.change is not without) for one in found)
    return [text for text in kept if text]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["The harbour is shut.", "Same."], ["The harbour is open again.", "Same."]),
        (["One.", "Same."], ["Same.", "Two.", "Three."]),
        (["Boats left the port."], ["Nobody knows why it rained."]),
    ],
)
def test_what_changed_is_all_there(old, new):
    found = differences(filed(*old), filed(*new))
    assert texts(found, without=Change.ADDED) == [text for text in old if text != "Same."]
    assert texts(found, without=Change.REMOVED) == [text for text in new if text != "Same."]


def test_a_sign_belongs_to_the_word_that_it_is_written_in():
    (found,) = differences(filed("छह गाँवों को नया पुल मिला।"), filed("छह गाँवों को नयी नाव मिली।"))
    assert [one.text for one in found.segments if one.change is Change.REMOVED] == ["नया", "पुल", "मिला"]


def test_a_body_of_lines_that_come_again_and_again():
    """A page can be built so; each line beside each other one would take minutes."""
    old = ["Goal."] * 3_000
    new = ["Goal." if number % 2 else f"Minute {number}." for number in range(3_000)]
    found = differences(filed(*old), filed(*new))
    assert {one.part for one in found} == {"body"}
    assert set(texts(found, without=Change.REMOVED)) >= {text for text in new if text != "Goal."}
