"""A page to one tree, read once; every other step reads from it and none changes it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, cast
from urllib.parse import urlsplit

from lxml import etree

from newsgrab.errors import Empty, NotHtml, TooComplex
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.page.charset import UTF_16, claimed_by_header, decode, unreadable_label
from newsgrab.extraction.page.element import Element, Growth
from newsgrab.extraction.page.shells import fill_shell
from newsgrab.extraction.page.shielded import unshielded
from newsgrab.model import Page
from newsgrab.urls import resolved

_BINARY = (
    *(b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b"),
    *(b"RIFF", b"OggS", b"ID3", b"\x00\x00\x00", b"\x7fELF", b"BZh", b"7z\xbc\xaf", b"\xfd7zXZ", b"II*\x00"),
    *(b"MM\x00*", b"{\\rtf", b"SQLite format 3", b"\xd0\xcf\x11\xe0", b"Rar!", b"BM", b"wOFF", b"wOF2"),
)
_SNIFFED = 512  # bytes
_MOST_UNREAD = 0.1  # of the characters; damage spoils a few
_MOST_TAGS = 450_000  # the elements of more would not fit into a gigabyte, whatever they hold
_MOST_LINES = 600_000  # of a text dump
# References to C0 controls that are no white space, to DEL, and to the two that XML has no characters for.
# The parser makes no characters of others.
_CONTROL_REFERENCE = re.compile(
    rb"""
    &\# (?: 0* (?: [0-8] | 1[14-9] | 2[0-9] | 3[01] | 127 | 6553[45] ) (?: ; | (?![0-9]) )
        | x0* (?: [0-8bef] | 1[0-9a-f] | 7f | fff[ef] ) (?: ; | (?![0-9a-f]) ) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What stands in a page's head, or before it. Without the tag of the body behind that, the parser takes an
# element that older HTML did not have, such as <article>, for one of the head.
_OF_HEAD = re.compile(
    r"""
    [\s\ufeff]+ | <!--.*?--> | <!(?!--)[^>]*> | <\?[^>]*> | </?(?:html|head|meta|link|base)\b[^>]*>
    | <(title|script|style|noscript|template)\b[^>]*>.*?</\1\s*>
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_BODY = re.compile(r"<(?:body|frameset)\b", re.IGNORECASE)
# What only HTML has: at the beginning a declaration or a comment, anywhere one of these elements.
# A text may quote a few of them, but not those of ``_WHOLE``.
_TAG = re.compile(
    r"""
    \A\s* < (?: !-- | !doctype\b | \?xml\b )
    | <!doctype\s+html
    | < (?: html|head|body|title|meta|script|div|p|br|article|section|h[1-6]|span|table|ul|blockquote|figure
        |amp-img )\b [^<>]* >
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WHOLE = re.compile(r"<!doctype\s+html|<(?:html|head|body|title|meta|script)\b[^<>]*>", re.IGNORECASE)
_MOST_TAGGED = 0.1  # part of the lines of a text that hold a tag
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?s:.*?)-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A page as text, and as a tree where it is HTML."""

    text: str
    root: Element | None  # None for a text dump
    url: str | None
    base_url: str  # what relative links are relative to; "" where nothing is known
    charset: str
    retrieved_at: datetime | None = None  # by our clock or the server's, whichever is later

    @property
    def body(self) -> Element | None:
        """The element with all that is shown; the root of a page that has no such element."""
        children = self.root.children if self.root is not None else ()
        return next((child for child in children if child.tag == "body"), self.root)


@contextmanager
def opened(page: Page) -> Iterator[Document]:
    """Read a page, and let its elements go when nothing more is asked of it; raises as ``parse`` does."""
    document = parse(page)
    try:
        yield document
    finally:
        if document.root is not None:
            document.root.page.untie()


def parse(page: Page) -> Document:
    """Read a page; HTML and plain text are told apart by their content.

    Raises NotHtml, Empty or TooComplex.
    """
    content_type = _header(page, "content-type")
    if claimed_by_header(content_type, page.body) not in UTF_16:
        _refuse_binary(page.body)
    if label := unreadable_label(content_type, page.body):
        raise NotHtml(f"this is text in {label}, which no browser reads")
    decoded, charset = decode(page.body, content_type)
    text = unshielded(decoded)
    if "\ufffd" in text and text.count("\ufffd") > _MOST_UNREAD * len(text):
        raise NotHtml("this is neither HTML nor text")
    if not text or text.isspace():
        raise Empty("there is no text in it")
    if _FEED.match(text):
        raise NotHtml("this is a feed or a sitemap, not a page")
    root = _root(text) if _is_html(text) else None
    if root is None and text.count("\n") > _MOST_LINES:
        raise TooComplex("the text has too many lines")
    if root is not None and (whole := fill_shell(text, root)) is not None:
        text, root = whole, _root(whole)
    url = page.url if page.url and _is_readable(page.url) else None
    return Document(
        text=text,
        root=root,
        url=url,
        base_url=_base_url(root, url or ""),
        charset=charset,
        retrieved_at=_retrieved_at(page),
    )


def _header(page: Page, name: str) -> str:
    return next((value for key, value in page.headers if key.lower() == name), "")


def _retrieved_at(page: Page) -> datetime | None:
    """Return when a page came; a machine whose clock was never set takes no true date for one to come."""
    ours, theirs = page.retrieved_at, read_moment(_header(page, "date"))
    if ours is None or not isinstance(theirs, datetime) or theirs.tzinfo is None:
        return ours
    return max(ours, theirs)


def _is_html(text: str) -> bool:
    """Tell HTML, or a part of it, from a text in which a tag was left or is spoken of."""
    if _TAG.search(text) is None:
        return False
    if text.lstrip("\ufeff \t\r\n").startswith("<") or _WHOLE.search(text):
        return True
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(_TAG.search(line) is not None for line in lines if "<" in line) > _MOST_TAGGED * len(lines)


def _refuse_binary(body: bytes) -> None:
    start = body[:_SNIFFED].removeprefix(BOM_UTF8).lstrip()
    if start.startswith(_BINARY) or (b"\x00" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff"))):
        if b"<html" in start.lower() or b"<!doctype" in start.lower():
            return  # a NUL in a page is damage
        raise NotHtml("this is neither HTML nor text")
    if start[:1] in (b"{", b"[") and body.rstrip()[-1:] in (b"}", b"]") and b'"' in start:
        raise NotHtml("this is JSON, not a page")


def _root(text: str) -> Element:
    if len(text) > _MOST_TAGS and text.count("<") > _MOST_TAGS:
        raise TooComplex("the page has too many tags")
    try:
        root = cast("Element | None", etree.fromstring(encoded(text), _growing()))
    except etree.XMLSyntaxError as error:  # it forgives every page, but not that there is no memory left
        raise TooComplex("the page cannot be parsed in the memory that there is") from error
    if root is None:
        raise Empty("there is no text in it")
    return root


@cache
def _growing() -> etree.HTMLParser:
    """Return the parser that makes elements of ours; a parser of its own for each page is slow to make."""
    return parser(Growth())


def encoded(text: str) -> bytes:
    """Return a page's text as the parser takes it: in UTF-8, with a body, without references to controls."""
    return _CONTROL_REFERENCE.sub(b"", _with_body(text).encode())


def _with_body(text: str) -> str:
    """Return a page with the tag that its body begins with, which HTML lets one leave out."""
    if "<body" in text or _BODY.search(text):
        return text
    place = 0
    while found := _OF_HEAD.match(text, place):
        place = found.end()
    return f"{text[:place]}<body>{text[place:]}" if place < len(text) else text


def parser(target: Any = None) -> etree.HTMLParser:  # noqa: ANN401  the stubs ask more of a target than lxml
    """Return the one parser of pages; it makes a tree of its own where no target takes what it meets."""
    return etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        no_network=True,
        target=target,
    )


def _is_readable(url: str) -> bool:
    """Tell whether an address can be taken apart; what is no address says nothing of a page."""
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _base_url(root: Element | None, url: str) -> str:
    bases = (
        [base.attributes["href"] for base in root.inside("base") if "href" in base.attributes] if root else []
    )
    return resolved(url, bases[0]) if bases else url
