"""Short lines of a text dump that look like what goes, and are the text's own."""

import pytest

from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load

HEADLINE = "Storm tears pier at Port Haven in two"
REPORT = (
    "The old pier at Port Haven broke in two on Friday night when a storm drove waves of six metres against it.",
    "Harbour master Ann Poe had the quay closed an hour before; the last ferry turned back with 140 passengers.",
    "The town council will decide on Tuesday whether the pier, built in 1897, is repaired or taken down for good.",
    "Repairs would cost about nine million, an engineer told the council in spring, and take until next summer.",
    "Until then the ferries will land on the north side, where the water is low for half of every single day.",
)


def paragraphs(*lines):
    page = Page(url=None, requested_url=None, body="\n\n".join(lines).encode())
    return tuple(block.text for block in extract(page, load()).article.body)


@pytest.mark.parametrize(
    "said", ["It rained.", "“We stay.”", "The vote was 7 to 2.", "Niemand kam.", "Llovía."]
)
def test_a_short_sentence_that_ends_a_text_stays(said):
    assert paragraphs(HEADLINE, "By Jane Doe", *REPORT, said) == (*REPORT, said)


def test_a_result_with_a_time_run_is_no_date():
    said = "1. Ann Lee (Norway) 2:14.35"
    assert said in paragraphs(HEADLINE, "By Jane Doe", *REPORT[:2], said, *REPORT[2:])


@pytest.mark.parametrize(
    "times", [("11:30 a.m.", "10:45 a.m.", "9:05 a.m."), ("2 p.m.:", "1.30 p.m.:", "1 p.m.:")]
)
def test_times_above_the_posts_of_a_live_blog_stay(times):
    lines = [line for pair in zip(times, REPORT[2:], strict=True) for line in (*pair, "___")]
    found = paragraphs(HEADLINE, "By Jane Doe", *REPORT[:2], *lines)
    assert found == (*REPORT[:2], *(line for line in lines if line != "___"))
