"""The XML of strangers: no entities, no network, no DTD, broken or not."""

from __future__ import annotations

import codecs
import html
import html.entities
import re
from collections.abc import Iterator

from lxml import etree

from newsgrab.errors import NotFeed, TooComplex
from newsgrab.text import collapse, without_controls

Element = etree._Element  # noqa: SLF001  lxml's own name for it in annotations

HEAD = 4096  # bytes in which the root element of an honest list stands

# Each name has its case in index.py, and the other way round.
_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?(rss|rdf|feed|urlset|sitemapindex|html)(?=[\s>/])", re.IGNORECASE)
_START = re.compile(rb"<\?xml|<!DOCTYPE", re.IGNORECASE)
_DECLARATION = re.compile(rb"^<\?xml[^>]{0,400}\?>")
_DECLARED = re.compile(rb"<(?:\?xml[^>]{0,200}encoding|meta[^>]{0,200}charset)\s*=\s*[\"']?([\w.-]{1,40})")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_AMPERSAND = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)([a-zA-Z0-9]{1,31};)?"
)
_VOID_TAG = re.compile(rb"<(?:br|hr|img|wbr)\b[^<>]{0,2000}>", re.IGNORECASE)  # HTML in a title, never closed
_NO_CHARSETS = {
    "utf-7",
    "unicode_escape",
    "raw_unicode_escape",
    "idna",
    "punycode",
}  # Python's, not the web's
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\x00", b"\x00<")


def root_name(body: bytes) -> str | None:
    """Name the first telling element, in lower case, without parsing.

    >>> root_name(b'<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/">')
    'rdf'
    """
    found = _ROOT.search(narrow(body[: 2 * HEAD]))
    return found[1].decode("ascii").lower() if found else None


def narrow(body: bytes) -> bytes:
    """Return UTF-16 as UTF-8, and anything else as it is."""
    if not body.startswith(_WIDE):
        return body
    codec = "utf-16" if body.startswith(_WIDE[:2]) else ("utf-16-le" if body[1] == 0 else "utf-16-be")
    return body.decode(codec, errors="replace").encode()


def parse_xml(body: bytes, content_type: str = "") -> Element:
    """Parse a feed or sitemap as far as it can be read; entities that it declares stay unexpanded.

    Raises NotFeed when there is no element in it, and TooComplex when it is not read to the end, since it is
    nested too deep or its entities multiply.
    """
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element | None = etree.fromstring(_from_root(body, content_type), parser)
    except etree.XMLSyntaxError as error:
        raise NotFeed(f"the XML cannot be read: {error.msg}") from error
    if root is None:
        raise NotFeed("there is no element in this XML")
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise TooComplex("the list is nested too deep, or its entities multiply")
    return root


def children(parent: Element) -> Iterator[tuple[str, str, Element]]:
    """Give each child with its namespace and local name, both ``""`` where there is none."""
    for child in parent:
        if isinstance(child.tag, str):
            namespace, _, name = child.tag.rpartition("}")
            yield namespace.lstrip("{"), name, child


def text_of(element: Element) -> str | None:
    """Return the visible text, entities of HTML resolved, or None where there is none."""
    return collapse(without_controls(html.unescape(_joined(element)))) or None


def address_of(element: Element) -> str:
    """Return the text as an address; there ``&copy=1`` is no entity, only ``&amp;`` is."""
    return collapse(without_controls(_joined(element))).replace("&amp;", "&")


def _joined(element: Element) -> str:
    return "".join(str(piece) for piece in element.itertext(with_tail=False))


def as_utf8(body: bytes, content_type: str) -> bytes:
    """Recode a body whose encoding is declared in it, said in its header, or to be guessed."""
    return body.decode(_encoding(body, content_type), errors="replace").encode()


def _from_root(body: bytes, content_type: str) -> bytes:
    """Return the bytes from the first element to the last tag, in UTF-8, with no word of another encoding.

    What is behind the last tag is nothing, or half an address, where a list was cut on its way.
    """
    wide = body.startswith(_WIDE)
    body = narrow(body)
    body = body if wide else as_utf8(body, content_type)
    body = _DECLARATION.sub(b"", body[_start(body) : body.rfind(b">") + 1], count=1)
    return _VOID_TAG.sub(b" ", _AMPERSAND.sub(_escape, body))


def _start(body: bytes) -> int:
    """Return where the XML begins, after whatever a server's scripts had to say."""
    starts = [
        found.start() for found in (_START.search(body[:HEAD]), _ROOT.search(body[: 2 * HEAD])) if found
    ]
    return min(starts, default=0)


def _escape(found: re.Match[bytes]) -> bytes:
    """Make an ampersand text: a letter where HTML knows its name, itself where nobody does."""
    letters = html.entities.html5.get(found[1].decode("ascii")) if found[1] else None
    if letters is None:
        return b"&amp;" + (found[1] or b"")
    return b"".join(b"&#%d;" % ord(letter) for letter in letters)


def _encoding(body: bytes, content_type: str) -> str:
    """Choose the first encoding that is named and fits the bytes."""
    declared = _DECLARED.search(body[:HEAD])
    header = _CHARSET.search(content_type)
    names = [declared[1].decode("ascii")] if declared else []
    names += [header[1]] if header else []
    return next((name for name in (*names, "utf-8") if _fits(body, name)), "cp1252")


def _fits(body: bytes, encoding: str) -> bool:
    try:
        if codecs.lookup(encoding).name in _NO_CHARSETS:
            return False
        body.decode(encoding)
    except (LookupError, UnicodeError):  # zlib and rot13 are no text encodings: LookupError
        return False
    return True
