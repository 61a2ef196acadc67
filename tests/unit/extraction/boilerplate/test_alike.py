"""Notices stay where the text itself says such things: in advice, in a report on notices, and as what somebody says."""

import pytest

from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load
from tests.dumps import HEADLINE, REPORT

ADVICE = (
    "Registration closes at midnight on Tuesday. It takes about five minutes, and here is how you do it.",
    "Go to the town's website and click on the blue button. You need your card, but not your birth certificate.",
    "If you have no printer, ring the town hall, and they will send you the form by post within two days.",
    "You can ask somebody you trust to vote for you, which is called a proxy; fill in that form together.",
)
FIELD = "Enter your email address if you want to be told when your form is there. You don't have to."
CAMPAIGN = (
    "The Harbour Post asked its readers to donate in October, and by Christmas 41,000 had donated something.",
    "A member pays five pounds a month, and for that gets no more to read than anybody who pays nothing.",
    "The editor had written the appeal on a ferry; nobody but her thought that people would donate to a paper.",
    "Of the members, a third live outside the county, and the largest gift of all came from a retired dentist.",
)
APPEAL = (
    "Make a donation. Become a member. The words were a gift of a man who wrote for lifeboats before that."
)


def page(paragraphs):
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    body = f"<html lang='en'><title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{text}</article></html>"
    return body.encode()


def dump(paragraphs):
    return "\n".join((HEADLINE, *paragraphs)).encode()


def kept(body):
    return tuple(
        block.text for block in extract(Page(url=None, requested_url=None, body=body), load()).article.body
    )


@pytest.mark.parametrize("made", [page, dump])
@pytest.mark.parametrize(("text", "line"), [(ADVICE, FIELD), (CAMPAIGN, APPEAL)])
def test_a_text_that_says_such_things_keeps_them(made, text, line):
    whole = (*text[:2], line, *text[2:])
    assert kept(made(whole)) == whole
    assert line not in kept(made((*REPORT[:2], line, *REPORT[2:])))


@pytest.mark.parametrize(
    "line",
    [
        "Donate today, it said on the wall. Nobody knew who had written that there, or when.",
        "‘Support us. Become a member,’ it said on the wall.",
        "”Stöd oss. Bli medlem”, stod det på väggen.",
        "「ご支援をお願いします。会員になれます」と壁に書いてある。",
    ],
)
def test_what_somebody_says_stays(line):
    whole = (*REPORT[:2], line, *REPORT[2:])
    assert kept(page(whole)) == whole


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Already a subscriber? Then nobody pays more for the paper than those who were there first.", True),
        ("Already a subscriber? Sign in", False),
    ],
)
def test_a_question_that_a_text_answers_is_no_button(line, stays):
    assert (line in kept(page((*REPORT[:2], line, *REPORT[2:])))) is stays


@pytest.mark.parametrize(
    "line",
    [
        "A trial subscription is free, and ends by itself. That, the editor says, is her gift to the town.",
        "Lees ook, zegt Stam, wat er niet in de krant staat: de lijst met namen van de gevers hangt in het raam.",
        "Ein Probeabo gibt es weiterhin. Das sei, sagt er, ein Beitrag zur Gesundheit.",
    ],
)
def test_what_another_sentence_tells_stays(line):
    whole = (*REPORT[:2], line, *REPORT[2:])
    assert kept(page(whole)) == whole


@pytest.mark.parametrize("made", [page, dump])
def test_what_is_said_in_turn_stays(made):
    asked = [
        f"Q: What did the {part} do in the storm that night?" for part in ("harbour master", "mayor", "ferry")
    ]
    told = [f"A: {line}" for line in REPORT[:3]]
    whole = (REPORT[3], *(line for pair in zip(asked, told, strict=True) for line in pair), "A: Write to us.")
    assert kept(made((*whole, REPORT[4]))) == (*whole, REPORT[4])


def test_results_above_the_text_stay():
    rows = ("DIVISION ONE", *(f"Haven {goals}, Fort Marl {goals + 1}" for goals in range(5)), "Top scorers")
    assert kept(page((*rows, *REPORT))) == (*rows, *REPORT)
    teasers = tuple(f"Storm hits pier {number}" for number in range(5))
    assert kept(page((*teasers, *REPORT))) == REPORT
