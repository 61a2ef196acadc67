"""What of the article stands outside the box that has most of it."""

from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load
from tests.pages import STORY, TEXT, in_paragraphs, texts

VERDICT = (
    "None of the three ferries is new, and the largest of them has seen more storms than all of its crew.",
    "Whoever takes it should bring warm clothes, a book and bread: there is no heating, and the bar is closed.",
    "It has crossed to the islands and back each day since 1960, when the line was opened, and is never late.",
    "What it has is the view, for which people would pay more than the twelve euros that it costs today.",
)


def article(behind):
    return f"<article><h1>Three ferries compared</h1><div><section class=text>{TEXT * 3}</section>{behind}</div></article>"


def test_the_verdict_in_a_section_of_its_own_behind_the_text():
    verdict = f"<section class=verdict><h4>Our verdict:</h4>{in_paragraphs(VERDICT)}</section>"
    found = texts(article(verdict))
    assert found[-5:] == ("Our verdict:", *VERDICT)


def test_a_section_of_links_and_a_sentence_behind_the_text_is_none():
    links = "".join(f"<p><a href=/{number}>{line}</a></p>" for number, line in enumerate(STORY))
    found = texts(article(f"<section><h4>More of ferries</h4>{links}{in_paragraphs(VERDICT[:1])}</section>"))
    assert not {*STORY, VERDICT[0]} & {*found}


def test_what_stands_behind_the_body_of_the_page_is_not_looked_at():
    boxes = "".join(f"<div><p>{line}</p></div>" for line in STORY)
    html = f"<html><head></head><body>{boxes}</body><script>run()</script></html>"
    found = extract(Page(url="https://example.org/a/b", requested_url=None, body=html.encode()), load())
    assert [block.text for block in found.article.body][: len(STORY)] == [*STORY]


def test_a_line_with_the_time_and_who_wrote_it_is_no_paragraph_above_the_body():
    line = "<div><time>11:04, 3 May 2024</time><a href=/jane>Jane Doe</a><span>, for The Haven Post on the islands.</span></div>"
    found = texts(f"<div><h1>Harbour reopens</h1>{line}<div>{in_paragraphs(STORY)}</div></div>")
    assert found == STORY


def test_the_part_for_everybody_and_the_part_for_subscribers_are_one_text():
    rest = (*VERDICT, *(f"{line} So it was told at the quay." for line in VERDICT))
    first, second = in_paragraphs(STORY[:2]), in_paragraphs(rest)
    body = f"<div class=subscriber-preview>{first}</div><div class=subscriber-only>{second}</div>"
    assert texts(f"<article><h1>Harbour reopens</h1><div>{body}</div></article>") == (*STORY[:2], *rest)


def test_an_offer_to_subscribers_is_no_text():
    offer = f"<div class=subscriber-offer><p>{STORY[2]}</p><button>Join now</button></div>"
    found = texts(f"<article><h1>Harbour reopens</h1>{offer}<div>{in_paragraphs(VERDICT)}</div></article>")
    assert found == VERDICT
