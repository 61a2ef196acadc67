"""Posts, videos and frames from elsewhere: their text, if any, and their address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache, lru_cache

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.links import absolute, is_other_page
from newsgrab.extraction.page.survey import is_hidden
from newsgrab.extraction.page.wording import visible_text
from newsgrab.model import Block, Inline, Kind
from newsgrab.rules.lexicon import any_of, words
from newsgrab.urls import parts_of

_FRAMES = frozenset({"iframe", "embed", "object", "video", "audio"})
_ADDRESSES = ("src", "data-src", "data-lazy-src", "data-url", "data")
_OF_ADDRESSES = ("src", "original")  # how a page's own name for it ends: data-artsrc
_BOXES = frozenset({"div", "section", "figure", "p", "span"})
_BLANK = 400  # characters, indentation among them, of an empty box
_PLAYER = re.compile(any_of("embeds.players"), re.IGNORECASE)
_NO_CONTENT = re.compile(rf"(?<![^\W_]){any_of('embeds.no-content')}(?![^\W_])", re.IGNORECASE)
# Rules that say how a post or a video is shown: in a player with its controls, or once a reader consents.
_OF_THE_SHOWING = frozenset({"audio.names", "consent.names"})
_TINY = ("0", "1", "0px", "1px")  # the size of a frame that only tracks


def read_post(element: Element, base_url: str) -> Block | None:
    """Return a post's embed code as one block: its words and its own address; None for anything else."""
    is_coded = element.tag in ("blockquote", "div", "section") and _is_of_post(element.get("class") or "")
    if not is_coded and "-" not in element.tag:
        return _awaited(element) if element.attributes and element.length <= _BLANK else None
    href = _numbered(element) or (_last_link(element, base_url) if is_coded else None)
    text = visible_text(element)
    if not href and not (is_coded and text):
        return None
    return Block(kind=Kind.EMBED, text=text, inlines=(Inline(text=text),) if text else (), href=href)


def _awaited(element: Element) -> Block | None:
    """Return what a script is to put into an empty box, by the address that the box has for it."""
    if element.tag not in _BOXES:
        return None
    data = (value for name, value in element.attributes.items() if name.startswith("data-"))
    href = next((value for value in data if value.startswith("http") and _is_address_of_post(value)), None)
    if href is None or element.has("img", *_FRAMES) or visible_text(element, 1):
        return None
    return Block(kind=Kind.EMBED, text="", href=href)


@lru_cache(maxsize=1024)
def _is_address_of_post(address: str) -> bool:
    """Tell where a post or a video is from where its site is, or its channel."""
    parts = parts_of(address)
    host, path = f".{parts.hostname or ''}", f"{parts.path}?"
    return any(host.endswith(f".{site}") and part in path for site, part in _sites())


@cache
def _sites() -> Sequence[tuple[str, str]]:
    return [(site, part) for site, part in map(str.split, words("embeds.addresses"))]


def is_player(address: str | None) -> bool:
    """Tell the address of a frame that shows a video."""
    return bool(_PLAYER.search(address or ""))


def is_shown_by(rule: str, embed: Block) -> bool:
    """Tell whether a rule that chose a box only says how the post or the video in it is shown."""
    return rule in _OF_THE_SHOWING and (bool(embed.text) or is_player(embed.href))


def is_from_elsewhere(block: Block, url: str | None) -> bool:
    """Tell a post or a video of another site; what is embedded of the page's own is mostly a teaser."""
    return block.kind is Kind.EMBED and not is_other_page(block.href, url)


@lru_cache(maxsize=1024)
def _is_of_post(names: str) -> bool:
    """Tell whether one of the classes is a provider's."""
    return any(fnmatchcase(name, word) for name in names.split() for word in words("embeds.posts"))


@cache
def _numbers() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return for each element the attributes that hold a number, each with what its address begins with."""
    numbers: dict[str, list[tuple[str, str]]] = {}
    for tag, attribute, root in map(str.split, words("embeds.numbers")):
        numbers.setdefault(tag, []).append((attribute, root))
    return numbers


def _numbered(element: Element) -> str | None:
    """Return a post's address out of an attribute of its embed code."""
    known = (*_numbers().get(element.tag, ()), *_numbers()["*"])
    numbers = ((root, number) for name, root in known if (number := element.get(name)))
    return next((number if number.startswith("http") else root + number for root, number in numbers), None)


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
    if element.tag == "noscript":
        frames = (one for one in element.inside("iframe") if not _is_tracker(one))
        return next((found for frame in frames if (found := read_embed(frame, base_url))), None)
    if element.tag not in _FRAMES:
        return None
    sources = [element, *element.within("source")]
    for source in sources:
        own = (
            name for name in source.attributes if name.startswith("data-") and name.endswith(_OF_ADDRESSES)
        )
        for name in (*_ADDRESSES, *own):
            address = absolute(source.get(name), base_url)
            if address and address.startswith("http") and not _is_empty(address):
                return Block(kind=Kind.EMBED, text="", href=address)
    return None


def _is_tracker(frame: Element) -> bool:
    return is_hidden(frame) or frame.get("width") in _TINY or frame.get("height") in _TINY


def _is_empty(address: str) -> bool:
    """Tell the address of a form, a counter or an advertisement; what a player is told says nothing."""
    return bool(_NO_CONTENT.search(address.partition("?")[0])) and not is_player(address)
