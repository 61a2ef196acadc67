"""Readers' comments below an article, in boxes that no name tells; a live blog and an article's parts stay."""

import pytest

from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load

STORY = (
    "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier.",
    "Ferries to the islands run again from noon, the harbour authority said, without cars for now.",
    "“We have seen worse in my lifetime,” said Ada Roe, who has sold tickets at the quay for forty years.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
SAID = (
    "I was at the quay on Tuesday and have never seen such waves in all the years that I have lived here.",
    "The pier was old. Everyone in town knew, and nobody in the council wanted to pay for a new one.",
    "My ferry leaves at noon, and so does my brother's, if the captain is to be believed this time.",
)
NAMES = ("Anna", "harbour_cat", "Tom S.")
TIME = "3 May 2024, 09:3{n}"


def texts(inner):
    html = f"<html><body><h1>Harbour reopens</h1><main>{inner}</main></body></html>"
    page = Page(url="https://example.org/a/b", requested_url=None, body=html.encode())
    return tuple(block.text for block in extract(page, load()).article.body if block.text)


def comments(tag, *below):
    """Return what readers wrote, each in a box with a name, a time and what stands below the words."""
    told = zip(NAMES, SAID, strict=True)
    return "".join(
        f"<{tag} class='x1'><div>{name}</div><div>{TIME.format(n=n)}</div><p>{said}</p>{''.join(below)}</{tag}>"
        for n, (name, said) in enumerate(told)
    )


@pytest.mark.parametrize("tag", ["li", "div"])
@pytest.mark.parametrize("button", ["Reply", "Antworten", "Responder"])
def test_boxes_with_a_button_to_reply_go(tag, button):
    below = comments(tag, f"<div><span>{button}</span></div>")
    assert texts(f"<div>{BODY}</div><div>{below}</div>") == STORY


def test_boxes_in_boxes_go():
    inner = f"<ul>{comments('li', '<div>Reply</div>')}</ul>"
    below = comments("li", "<div>Reply</div>", inner)
    assert texts(f"<div>{BODY}</div><ul>{below}</ul>") == STORY


@pytest.mark.parametrize("heading", ["3 Comments", "Kommentare (3)"])
def test_dated_boxes_that_a_heading_counts_go(heading):
    assert texts(f"<div>{BODY}</div><p>{heading}</p><ul>{comments('li')}</ul>") == STORY


@pytest.mark.parametrize("heading", ["", "<p>12 Comments</p>"])
def test_dated_boxes_that_no_heading_counts_may_be_posts_of_a_live_blog(heading):
    assert set(SAID) <= set(texts(f"<div>{BODY}</div>{heading}<div>{comments('div')}</div>"))


def test_parts_of_an_article_with_a_link_to_its_comments_stay():
    link = "<p>Comments</p>"
    parts = "".join(
        f"<section><h2>What the storm did to pier number {n}</h2><p>{said}</p>{link}</section>"
        for n, said in enumerate(SAID)
    )
    assert set(SAID) <= set(texts(f"<div>{BODY}</div><div>{parts}</div>"))


def test_answers_without_an_article_above_them_stay():
    assert set(SAID) <= set(texts(f"<div>{comments('div', '<div>Reply</div>')}</div>"))
