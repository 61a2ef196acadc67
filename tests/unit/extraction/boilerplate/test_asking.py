"""Notices among the paragraphs of a page, in words that no rule knows."""

import pytest

from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load
from tests.dumps import HEADLINE, REPORT
from tests.unit.extraction.plaintext.test_asking import NAMED, NEWS, NOTICES


def read(*paragraphs):
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    body = f"<html lang='en'><title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{text}</article></html>"
    extraction = extract(Page(url=None, requested_url=None, body=body.encode()), load())
    return tuple(block.text for block in extraction.article.body), extraction.removals


@pytest.mark.parametrize(("notice", "kind"), NAMED)
def test_a_notice_in_new_words_goes(notice, kind):
    kept, removals = read(*REPORT[:3], notice, *REPORT[3:])
    assert kept == REPORT
    assert (f"{kind}.asking", notice) in [(one.rule, one.text) for one in removals]


@pytest.mark.parametrize("news", NEWS)
def test_what_only_reads_like_one_stays(news):
    report = (*REPORT[:3], news, *REPORT[3:])
    assert read(*report)[0] == report


def test_the_same_words_stay_in_a_text_that_speaks_to_its_reader():
    report = tuple(f"{one} You and I know why." for one in (*REPORT[:3], NOTICES[0], *REPORT[3:]))
    assert read(*report)[0] == report
