"""A front page or a section's page: its links to articles, and the feeds it advertises."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from newsgrab.errors import NotFeed
from newsgrab.inputs.feed import web_address
from newsgrab.inputs.links import ENOUGH, address_points
from newsgrab.inputs.listing import Index, IndexKind, Listing, distinct
from newsgrab.inputs.markup import Element, as_utf8
from newsgrab.rules.lexicon import any_of
from newsgrab.text import collapse, without_controls
from newsgrab.urls import is_below, parts_of, resolved

FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"}

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_CHROME = frozenset({"nav", "footer", "form", "menu", "address"})
_CHROME_ROLES = frozenset({"navigation", "contentinfo", "search", "menu", "menubar"})
_OF_COMMENTS = re.compile(any_of("printed.comment-feeds"), re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SPACED_HEADLINE = 5  # words
_UNSPACED_HEADLINE = 12  # letters, in scripts that put no space between words
_FIRST_UNSPACED = "\u2e80"  # from here on: Han, kana, Hangul and their kin; Thai and its kin are below
_LONGEST_TEXT = 500


@dataclass(slots=True)
class Anchors:
    """Everything on the page that links to one address, while it is being walked."""

    texts: list[str] = field(default_factory=list)
    in_heading: bool = False
    in_chrome_only: bool = True


def read_front_page(body: bytes, base: str, content_type: str = "") -> Index:
    """Read the links that look like articles of this site, in the page's order.

    Raises NotFeed when there is no element in it.
    """
    root = _parse(body, content_type)
    base = resolved(base, next((str(element.get("href", "")).strip() for element in root.iter("base")), ""))
    sites = _sites(root, base)
    language = root.get("lang")
    listings = [
        Listing(url=url, headline=max(anchors.texts, key=len, default="") or None, language=language)
        for url, anchors in _anchors(root, base).items()
        if url != base and _is_of_site(url, sites) and _points(url, anchors) >= ENOUGH
    ]
    return Index(kind=IndexKind.FRONT_PAGE, listings=distinct(listings), feeds=_feeds(root, base))


def _parse(body: bytes, content_type: str) -> Element:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root: Element = html.document_fromstring(as_utf8(body, content_type), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NotFeed("there is no element in this page") from error
    return root


def _anchors(root: Element, base: str) -> dict[str, Anchors]:
    """Gather the links by address in one walk, with what stands around each."""
    found: dict[str, Anchors] = {}
    chrome = headings = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        step = 1 if event == "start" else -1
        chrome += step if _is_chrome(element) else 0
        headings += step if element.tag in _HEADINGS else 0
        if step == 1 and element.tag == "a" and element.get("href"):
            url = web_address(str(element.get("href")), base)
            if url:
                _add(found.setdefault(url, Anchors()), element, in_chrome=chrome > 0, in_heading=headings > 0)
    return found


def _add(anchors: Anchors, element: Element, *, in_chrome: bool, in_heading: bool) -> None:
    heading = next(iter(element.iter(*_HEADINGS)), None)
    text = _text(element if heading is None else heading)
    if text and not in_chrome:
        anchors.texts.append(text)
    anchors.in_heading |= (in_heading or heading is not None) and not in_chrome
    anchors.in_chrome_only &= in_chrome


def _is_chrome(element: Element) -> bool:
    return element.tag in _CHROME or element.get("role") in _CHROME_ROLES


def _text(element: Element) -> str:
    words = "".join(str(piece) for piece in element.itertext(with_tail=False))
    return collapse(without_controls(words[: 4 * _LONGEST_TEXT]))[:_LONGEST_TEXT]


def _points(url: str, anchors: Anchors) -> int:
    """Add what the page says of a link to what its address says."""
    points = address_points(url)
    if points is None or anchors.in_chrome_only:
        return 0
    headline = max(map(_headline_points, anchors.texts), default=0)
    return points + anchors.in_heading + (0 if anchors.in_heading and headline < 0 else headline)


def _headline_points(text: str) -> int:
    """Give two points to what reads like a headline, one to what might, and take one for a label.

    >>> _headline_points("Harbour reopens after the spring storm"), _headline_points("Port Haven")
    (2, -1)
    """
    words = _WORD.findall(text)
    letters = sum(len(word) for word in words if word[0] >= _FIRST_UNSPACED)
    if len(words) >= _SPACED_HEADLINE or letters >= _UNSPACED_HEADLINE:
        return 2
    return 1 if len(words) >= _SPACED_HEADLINE - 2 else -1


def _sites(root: Element, base: str) -> frozenset[str]:
    """Name the hosts that are this site: where the page came from, and where it says it belongs."""
    canonical = [link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"]
    named = [meta.get("content") for meta in root.iter("meta") if meta.get("property") == "og:url"]
    addresses = [base, *(resolved(base, str(address)) for address in (*canonical[:1], *named[:1]) if address)]
    return frozenset(host for host in map(_site, addresses) if host)


def _site(url: str) -> str:
    host = parts_of(url).hostname or ""
    return host.removeprefix("www.").removeprefix("m.")


def _is_of_site(url: str, sites: frozenset[str]) -> bool:
    host = _site(url)
    return any(is_below(host, site) for site in sites)


def _feeds(root: Element, base: str) -> tuple[str, ...]:
    """Return the advertised feeds of articles, the page's first choice first."""
    feeds: list[str] = []
    for link in root.iter("link"):
        kinds = str(link.get("rel", "")).lower().split()
        feed_type = str(link.get("type", "")).lower().strip()
        about = f"{link.get('title', '')} {link.get('href', '')}"
        if "alternate" in kinds and feed_type in FEED_TYPES and not _OF_COMMENTS.search(about):
            url = web_address(str(link.get("href", "")), base)
            feeds += [url] if url else []
    return tuple(dict.fromkeys(feeds))
