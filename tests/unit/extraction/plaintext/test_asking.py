"""Notices in a text dump in words that no rule knows: they go, and what only reads like them stays."""

import pytest

from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load
from tests.dumps import HEADLINE, REPORT, paragraphs

NOTICES = (
    "Our newsroom of nine lives off four thousand of you. Care to be one more, for $4 a month?",
    "On Tuesdays we write a short letter about schools. You will find it in your inbox if we may send it.",
    "What follows is for members of this site; be one for $6 a month, and leave whenever you like.",
    "Our app tells you first when the jury comes back.",
    "You decide which data our partners and we may keep on your device.",
)
NAMED = tuple(zip(NOTICES, ("structure", "newsletter", "subscription", "app", "consent"), strict=True))
NEWS = (
    "And what would you do, if you were one of us, asked the harbour master.",
    "“Our newsroom of nine lives off all of you,” Roe told the crowd. “Be one more, for $4 a month.”",
    "You can register for the swimming course on the city's website until Friday; it is free.",
    "If you cancel the crossing by Friday, you get your money back.",
    "Our reporter asked three passengers what they had seen.",
    "Members of the yacht club pay $6 a month and may leave whenever they like.",
)
ABOUT_GIVING = (
    "The Haven Courier will stop its presses in June unless its readers give it $60,000, its owner said on Tuesday.",
    "The newspaper has lost half of its subscribers in ten years, and every donation it got in May went to the printer.",
    "A subscription to the newspaper costs $48 a year, and its editor hopes for four hundred new subscribers.",
    "The editor writes a newsletter on Fridays that nine hundred readers get in their inbox for free.",
)


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize("place", [2, 4, 5])
def test_a_notice_in_new_words_goes(notice, place):
    assert paragraphs(HEADLINE, "By Jane Doe", *REPORT[:place], notice, *REPORT[place:]) == REPORT


@pytest.mark.parametrize("news", NEWS)
@pytest.mark.parametrize("place", [2, 4])
def test_what_only_reads_like_one_stays(news, place):
    report = (*REPORT[:place], news, *REPORT[place:])
    assert paragraphs(HEADLINE, "By Jane Doe", *report) == report


def test_an_article_about_giving_stays():
    said = "Readers who give four dollars a month get our thanks and the paper, the editor said."
    article = (*ABOUT_GIVING, said)
    assert paragraphs("Courier asks its readers for help", *article) == article


def test_the_reason_is_told():
    dump = "\n".join((HEADLINE, "By Jane Doe", *REPORT[:2], NOTICES[0], *REPORT[2:]))
    removals = extract(Page(url=None, requested_url=None, body=dump.encode()), load()).removals
    assert ("structure.asking", NOTICES[0]) in [(one.rule, one.text) for one in removals]
