"""Short lines at the end of a page that are results, and those that are not."""

import pytest

from tests.pages import in_paragraphs, texts

TEXT = tuple(
    f"On {day} the rowers of Port Haven met those of four other towns, and the water was calm for once, they said."
    for day in ("Friday", "Saturday", "Sunday")
)
SCORES = (
    "Port Haven – Old Quay 2:1",
    "Sunday, 9 February",
    "Greywater – Northmoor 0:3",
    "Saltby – Millpond 1:1",
)
TIMES = ("Single sculls:", "Ann Lee 7.14", "Jane Roe 7.20", "Eve Poe 7.31")
RANKS = ("Week 13", "1. Ann Lee (last week: 2)", "2. Jane Roe (1)", "3. Eve Poe (4)")
READ_ON = tuple(f'<a href="/{number}">{number}. Rowers meet again</a>' for number in (1, 2, 3))


def paragraphs(*lines):
    return texts(f"<article><h1>Rowers meet at the quay</h1>{in_paragraphs(lines)}</article>")


@pytest.mark.parametrize("rows", [SCORES, TIMES, RANKS])
def test_results_at_the_end_stay(rows):
    assert paragraphs(*TEXT, *rows) == (*TEXT, *rows)


@pytest.mark.parametrize(
    "rows",
    [("Page 3 of 8",), ("12 February", "Sport", "3 min"), ("Port Haven", "Old Quay", "Saltby"), READ_ON],
)
def test_other_short_lines_at_the_end_go(rows):
    assert paragraphs(*TEXT, *rows) == TEXT


def test_facts_behind_labels_stay():
    facts = (
        "<b>Port Haven:</b> Lee, Roe, Poe, Moe, Coe, Doe, Noe, Hoe, Joe, Woe, Zoe and in the second half Toe.",
        "<b>Old Quay:</b> Ann, Eve, Liz, Ivy, Joy, May, Sue, Kay, Pam, Dot, Fay and for the last minutes Bea.",
        "<b>Referee:</b> Jane Doe",
        "<b>Crowd:</b> 212",
    )
    assert paragraphs(*TEXT, *facts)[-2:] == ("Referee: Jane Doe", "Crowd: 212")
    assert paragraphs(*TEXT, "<b>Page:</b> Sport") == TEXT


def test_a_caption_of_a_table_at_the_end_stays():
    table = "<table><caption>Boats in the harbour</caption><tr><th>1990</th><td>212</td></tr><tr><th>2020</th><td>31</td></tr></table>"
    assert "Boats in the harbour" in paragraphs(*TEXT, table)
