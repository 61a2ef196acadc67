"""Posts, videos and frames from elsewhere: their text, if any, and their address."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from newsgrab.extraction.links import absolute
from newsgrab.model import Block, Kind

_FRAMES = frozenset({"iframe", "embed", "object", "video", "audio"})
_ADDRESSES = ("src", "data-src", "data-lazy-src", "data-url", "data")
# What the providers' own embed codes call themselves.
_POST = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|reddit-(?:card|embed\S*)"
    r"|bluesky-embed|mastodon-embed|text-post-media|telegram-post|imgur-embed-pub)(?:\s|$)"
)


def is_embedded_post(element: HtmlElement) -> bool:
    """Tell whether an element is the embed code of a post."""
    return element.tag in ("blockquote", "div", "section") and bool(_POST.search(element.get("class") or ""))


def last_link(element: HtmlElement, base_url: str) -> str | None:
    """Return where a post's own address is: its last link, or an attribute."""
    for name in ("cite", "data-instgrm-permalink", "data-href", "data-text-post-permalink"):
        if element.get(name):
            return absolute(element.get(name), base_url)
    links = [link for anchor in element.iter("a") if (link := absolute(anchor.get("href"), base_url))]
    return links[-1] if links else None


def read_embed(element: HtmlElement, base_url: str) -> Block | None:
    """Return a frame or a player as a block without text; None where it has no address."""
    if element.tag not in _FRAMES:
        return None
    sources = [element, *element.iter("source")]
    for source in sources:
        for name in _ADDRESSES:
            address = absolute(source.get(name), base_url)
            if address and address.startswith("http"):
                return Block(kind=Kind.EMBED, text="", href=address)
    return None
