"""Posts, videos and frames from elsewhere: their text, if any, and their address."""

from __future__ import annotations

import re

from newsgrab.extraction.element import Element
from newsgrab.extraction.links import absolute
from newsgrab.extraction.wording import visible_text
from newsgrab.model import Block, Inline, Kind

_FRAMES = frozenset({"iframe", "embed", "object", "video", "audio"})
_ADDRESSES = ("src", "data-src", "data-lazy-src", "data-url", "data")
# What the providers' own embed codes call themselves.
_POST = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|reddit-(?:card|embed\S*)"
    r"|bluesky-embed|mastodon-embed|text-post-media|telegram-post|imgur-embed-pub)(?:\s|$)"
)
# Attributes of embed codes that hold a post's number, and what its address begins with.
_NUMBERED = {"data-telegram-post": "https://t.me/", "data-tweetid": "https://twitter.com/i/status/"}


def read_post(element: Element, base_url: str) -> Block | None:
    """Return a post's embed code as one block: its words and its own address; None for anything else."""
    is_coded = element.tag in ("blockquote", "div", "section") and _POST.search(element.get("class") or "")
    if not is_coded and not element.tag.startswith("amp-"):
        return None
    href = _numbered(element) or (_last_link(element, base_url) if is_coded else None)
    text = visible_text(element)
    if not href and not (is_coded and text):
        return None
    return Block(kind=Kind.EMBED, text=text, inlines=(Inline(text=text),) if text else (), href=href)


def _numbered(element: Element) -> str | None:
    """Return a post's address out of an attribute of its embed code."""
    return next((root + number for name, root in _NUMBERED.items() if (number := element.get(name))), None)


def _last_link(element: Element, base_url: str) -> str | None:
    for name in ("cite", "data-instgrm-permalink", "data-href", "data-text-post-permalink"):
        if element.get(name):
            return absolute(element.get(name), base_url)
    links = [link for anchor in element.within("a") if (link := absolute(anchor.get("href"), base_url))]
    return links[-1] if links else None


def read_embed(element: Element, base_url: str) -> Block | None:
    """Return a frame, player or widget as a block without text; None where it has no address."""
    if element.tag == "script":
        address = _numbered(element)
        return Block(kind=Kind.EMBED, text="", href=address) if address else None
    if element.tag not in _FRAMES:
        return None
    sources = [element, *element.within("source")]
    for source in sources:
        for name in _ADDRESSES:
            address = absolute(source.get(name), base_url)
            if address and address.startswith("http"):
                return Block(kind=Kind.EMBED, text="", href=address)
    return None
