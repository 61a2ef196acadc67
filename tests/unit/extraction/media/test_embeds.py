"""Posts and videos from elsewhere, in what sites put around them."""

import pytest

from newsgrab.model import Kind
from tests.pages import PARAGRAPH, extracted

URL = "https://example.org/2024/05/harbour"
POST = (
    "<blockquote class=instagram-media data-instgrm-permalink='https://www.instagram.com/p/AbC/'><div>"
    "<a href='https://www.instagram.com/p/AbC/'>View this post</a> <a href='https://www.instagram.com/p/AbC/'>"
    "A post shared by Port Haven</a></div></blockquote>"
)
VIDEO = "<iframe src='https://www.youtube.com/embed/AbC123' width=560 height=315></iframe>"


def embeds(markup):
    inner = f"<h1>Harbour reopens after storm</h1>{PARAGRAPH}{markup}{PARAGRAPH * 2}"
    read = extracted(f"<article>{inner}</article>", url=URL)
    return [block.href for block in read.article.body if block.kind is Kind.EMBED]


@pytest.mark.parametrize(
    "markup",
    [
        POST,
        f"<div class=box>{POST}</div>",
        f"<div class='cookie-consent'><p>Show this post?</p><button>Yes</button>{POST}</div>",
        f"<div><a href='#after'>What follows is shown by another site; skip it</a>{POST}</div>",
    ],
)
def test_a_post_of_links_stays(markup):
    assert embeds(markup) == ["https://www.instagram.com/p/AbC/"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=video-player><span>Play</span>{VIDEO}</div>",
        f"<div class=lazy data-src='https://www.youtube.com/embed/AbC123'></div><noscript>{VIDEO}</noscript>",
        f"{VIDEO}<noscript>{VIDEO}</noscript>",
    ],
)
def test_a_video_stays_once_in_whatever_player(markup):
    assert embeds(markup) == ["https://www.youtube.com/embed/AbC123"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/2024/04/ferry/embed/#secret=x",
        "https://forms.example.net/newsletter/7",
        "https://cdn.example.net/ads?slot=4",
    ],
)
def test_a_frame_with_a_teaser_a_form_or_an_advertisement_goes(address):
    assert embeds(f"<iframe src='{address}' width=560 height=315></iframe>") == []
    assert embeds("<iframe src='https://charts.example.net/address/embed/4'></iframe>") != []
