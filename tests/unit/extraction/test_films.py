"""The title of a film goes where the player says that it is one; a subhead above a film stays."""

import pytest

from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load

BODY = (
    "<p>The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier.</p>"
    "<p>Ferries to the islands run again from noon, the harbour authority said, without cars for now.</p>"
)
FILM = "<video src='https://example.org/a.mp4'></video>"


def headings(*boxes):
    html = f"<body><h1>Harbour reopens</h1><article>{BODY}{BODY.join(boxes)}{BODY}</article></body>"
    page = Page(url="https://example.org/a/b", requested_url=None, body=html.encode())
    return [block.text for block in extract(page, load()).article.body if block.kind == "heading"]


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h2>The night</h2><div title='The night'>{FILM}</div></div>",
        "<div><h2>The night</h2><div><video data-video-title='The night' src='https://example.org/a.mp4'></video></div></div>",
        f"<div><h2 aria-label='Embedded video — The night'>The night</h2>{FILM}</div>",
        f"<div><div><h3 aria-label='Eingebettetes Video: The night'><svg></svg>The night</h3></div>{FILM}</div>",
    ],
)
def test_the_title_of_a_film_goes(box):
    assert headings(box) == []


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h2>The night</h2>{FILM}</div>",
        f"<section aria-label='The night'><h2 aria-label='The night'>The night</h2>{FILM}</section>",
        f"<div id='the-night'><h2><a id='the-night' title='The night'></a>The night</h2>{FILM}</div>",
        f"<div><h2 id='the-night'>The night</h2><a name='the-night'></a>{FILM}</div>",
        f"<div><h2>The night</h2><div title='The night'>{FILM}</div>{BODY}</div>",
        f"<div>{FILM}<h2>The night</h2></div>",
    ],
)
def test_a_subhead_above_a_film_stays(box):
    assert headings(box) == ["The night"]
