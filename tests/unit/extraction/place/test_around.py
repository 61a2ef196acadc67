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
