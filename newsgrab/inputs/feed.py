"""RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed.

Only what announces an article is read: address, headline, dates, language, sections.
"""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin, urlsplit

from newsgrab.errors import NotFeed
from newsgrab.inputs.dates import read_moment
from newsgrab.inputs.listing import Listing, distinct
from newsgrab.inputs.markup import Element, address_of, children, text_of
from newsgrab.text import collapse, without_controls
from newsgrab.urls import resolved

_ATOM = {"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"}
_DUBLIN_CORE = {"http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"}
_FEEDBURNER = "http://rssnamespace.org/feedburner/ext/1.0"
_PLAIN = {
    "",
    "http://purl.org/rss/1.0/",
    "http://purl.org/net/rss1.1#",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2",
    "http://backend.userland.com/RSS2",
    *_ATOM,
}
# Nothing would change in such an address, and a list may hold fifty thousand of them.
_PLAIN_ADDRESS = re.compile(
    r"""
    https?:// (?:[a-z0-9-]{1,60}\.){1,8} [a-z0-9-]{1,60} (?: :[1-9][0-9]{0,3} )?
    / [^\s\#?;\x00-\x20\x7f-\xa0]{0,2000}
    (?: \? [^\s\#\x00-\x20\x7f-\xa0]{1,2000} )?
    """,
    re.VERBOSE,
)
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PUBLISHED = ("pubdate", "published", "issued", "dc:issued", "dc:created", "created", "dc:date")
_MODIFIED = ("updated", "modified", "dc:modified")

Words = dict[str, list[Element]]


def read_feed(root: Element, base: str) -> tuple[Listing, ...]:
    """Read the entries of an XML feed, in its order; those without an address are left out."""
    base = resolved(base, root.get(_XML_BASE, ""))
    language = root.get(_XML_LANGUAGE) or _channel_language(root)
    return distinct(_listing(element, base, language) for element in root.iter("{*}item", "{*}entry"))


def read_json_feed(body: bytes, base: str) -> tuple[Listing, ...]:
    """Read a JSON Feed; what is of the wrong kind in it is left out.

    Raises NotFeed when it is none.
    """
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotFeed("the JSON cannot be read") from error
    entries = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(entries, list):
        raise NotFeed("this JSON is no feed")
    language = _string(feed.get("language"))
    return distinct(_json_listing(entry, base, language) for entry in entries if isinstance(entry, dict))


def web_address(address: str, base: str) -> str | None:
    """Make an address absolute, without its fragment; None where it is none of the web, or leads nowhere.

    >>> web_address("../a#top", "https://example.org/feeds/rss")
    'https://example.org/a'
    >>> web_address("javascript:alert(1)", "https://example.org/")
    >>> web_address("https://example.org:99999/a", "https://example.org/")
    >>> web_address("#", "https://example.org/rss")
    """
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    try:
        joined = urljoin(base, address.strip()).partition("#")[0]
        parts = urlsplit(joined)
        has_host = bool(parts.hostname) and parts.port != 0  # raises ValueError for a port that is none
    except ValueError:
        return None
    is_elsewhere = bool(address.strip()) and joined != base.partition("#")[0]
    return joined if is_elsewhere and parts.scheme in ("http", "https") and has_host else None


def _listing(element: Element, base: str, language: str | None) -> Listing | None:
    words = _by_name(element)
    base = resolved(base, element.get(_XML_BASE, ""))
    url = web_address(_address(words, element), base)
    if url is None:
        return None
    return Listing(
        url=url,
        headline=_first_text(words, ("title", "dc:title")),
        date_published=read_moment(_first_text(words, _PUBLISHED)),
        date_modified=read_moment(_first_text(words, _MODIFIED)),
        language=element.get(_XML_LANGUAGE) or _first_text(words, ("language", "dc:language")) or language,
        sections=_sections(words),
    )


def _by_name(element: Element) -> Words:
    """Sort the children by name; foreign namespaces are left out, Dublin Core gets its prefix back."""
    words: Words = {}
    for namespace, name, child in children(element):
        if namespace == _FEEDBURNER or name.startswith(("feedburner:", "dc:")):
            words.setdefault(name.lower(), []).append(child)
        elif namespace in _DUBLIN_CORE:
            words.setdefault(f"dc:{name.lower()}", []).append(child)
        elif namespace in _PLAIN:
            words.setdefault(name.lower(), []).append(child)
    return words


def _address(words: Words, element: Element) -> str:
    """Return where the article is: the publisher's own address before the feed service's."""
    for name in ("origlink", "feedburner:origlink"):
        if name in words:
            return address_of(words[name][0])
    links = words.get("link", [])
    hrefs = [link for link in links if link.get("href") and link.get("rel", "alternate") == "alternate"]
    hrefs.sort(key=lambda link: link.get("type", "text/html") != "text/html")
    texts = [address_of(link) for link in links if not link.get("href")]
    permanent = [guid for guid in words.get("guid", []) if guid.get("isPermaLink", "true").lower() != "false"]
    about = [value for name, value in element.attrib.items() if str(name).endswith("}about")]
    choices = [
        *texts,
        *(str(link.get("href")) for link in hrefs),
        *(address_of(guid) for guid in permanent if address_of(guid).startswith("http")),
        *map(str, about),
    ]
    return next((choice for choice in choices if choice), "")


def _sections(words: Words) -> tuple[str, ...]:
    found = [
        category.get("label") or category.get("term") or text_of(category)
        for name in ("category", "dc:subject")
        for category in words.get(name, [])
    ]
    return tuple(dict.fromkeys(section for section in found if section))


def _first_text(words: Words, names: tuple[str, ...]) -> str | None:
    texts = (text_of(element) for name in names for element in words.get(name, []))
    return next((text for text in texts if text), None)


def _channel_language(root: Element) -> str | None:
    for channel in root.iter("{*}channel"):
        return _first_text(_by_name(channel), ("language", "dc:language"))
    return None


def _json_listing(entry: dict[str, object], base: str, language: str | None) -> Listing | None:
    identity = _string(entry.get("id")) or ""
    address = _string(entry.get("url")) or (identity if identity.startswith("http") else "")
    url = web_address(address, base)
    if url is None:
        return None
    tags = entry.get("tags")
    return Listing(
        url=url,
        headline=_string(entry.get("title")),
        date_published=read_moment(_string(entry.get("date_published"))),
        date_modified=read_moment(_string(entry.get("date_modified"))),
        language=_string(entry.get("language")) or language,
        sections=tuple(filter(None, map(_string, tags))) if isinstance(tags, list) else (),
    )


def _string(value: object) -> str | None:
    return collapse(without_controls(value)) or None if isinstance(value, str) else None
