"""Is this a page? Told by the header and the first bytes."""

from __future__ import annotations

import re

from newsgrab.errors import NotHtml

SNIFFED = 512  # bytes that are looked at
PAGES = frozenset({"text/html", "application/xhtml+xml"})
UNTOLD = frozenset({"", "text/plain", "unknown/unknown", "application/unknown", "*/*"})
NEVER_PAGES = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip")

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"%!PS", "a PostScript file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x00\x00\x01\x00", "a picture"),
    (b"PK\x03\x04", "a zip file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf\x27\x1c", "an archive file"),
    (b"Rar!\x1a\x07", "an archive file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"OggS", "audio or video"),
    (b"ID3", "audio"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"{\\rtf", "an RTF file"),
)
_RIFF = re.compile(rb"RIFF.{4}(WEBP|WAVE|AVI )", re.DOTALL)
_MP4 = re.compile(rb".{4}ftyp", re.DOTALL)
# What may stand before the first element: space, declarations, comments, another language's doctype.
_PROLOGUE = re.compile(rb"\s+|<\?[^>]*>|<!--.*?-->|<!doctype\s+(?!html)[^>]*>", re.IGNORECASE | re.DOTALL)
_HTML = re.compile(
    rb"""
    < (!doctype\s+html | !-- | html | head | body | title | meta | link | script | style
       | article | main | section | div | h1 | p | table | br | a\s | iframe | font)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OTHER_XML = re.compile(rb"<(rss|feed|rdf:RDF|urlset|sitemapindex|svg|smil|opml)[\s>]", re.IGNORECASE)
_JSON = re.compile(rb"""(\{\s*["}] | \[\s*[\[{"\d\]] )""", re.VERBOSE)
# What only scripts begin with, behind their comments; JSONP is one, and so is the guard before some JSON.
_SCRIPT = re.compile(
    rb"""
    (?! .{0,512}? <(?i:!doctype|html|head|body|p)\b )  # before a page, it has slipped out of its element
    (?: \s++ | /\*.*?\*/ | //[^\n]*+\n )*+
    (?: ["']use\ strict["'] | [!;(+~]{0,3}function\b\s*[\w$]*\s*\( | (?:var|let|const)\s+[\w$]+\s*=
      | (?:window|document|self|globalThis)\s*[.\[]\s*[\w$"'] | [\w$.]+\(\s*[{\[]\s*["'{\[\]}\d] | \)\]\}' )
    """,
    re.DOTALL | re.VERBOSE,
)
_FORMS = ((_OTHER_XML, "a feed or other XML"), (_JSON, "JSON"), (_SCRIPT, "a script"))
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")  # the WHATWG's binary data bytes
_BOMS = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")


def require_page_type(content_type: str) -> None:
    """Raise NotHtml for a type that is a page's under no circumstances; nothing need be read."""
    kind = media_type(content_type)
    if kind.startswith(NEVER_PAGES):
        raise NotHtml(f"this is of type {kind}, not a page")


def require_page_start(content_type: str, start: bytes) -> None:
    """Raise NotHtml unless a body that starts like this can be a page or plain text."""
    found = what_else(media_type(content_type), start[:SNIFFED])
    if found:
        raise NotHtml(f"this is {found}, not a page")


def is_binary(start: bytes) -> bool:
    """Tell whether there are bytes that no text has, unless a byte order mark says how they are meant."""
    return not start.startswith(_BOMS) and bool(_BINARY.search(start))


def media_type(content_type: str) -> str:
    """Return the type alone, in lower case.

    >>> media_type("Text/HTML; charset=utf-8")
    'text/html'
    """
    return content_type.partition(";")[0].strip().lower()


def what_else(kind: str, start: bytes) -> str | None:
    """Say what it is that is no page, or None for what may be one.

    >>> what_else("text/html", b"%PDF-1.7"), what_else("text/html", b"<!doctype html>")
    ('a PDF file', None)
    """
    bare = start.removeprefix(_BOMS[0])
    signed = bare.lstrip()  # a script may have printed a mark or a line before it sent a file
    for signature, words in _SIGNATURES:
        if signed.startswith(signature):
            return words
    if _RIFF.match(start) or _MP4.match(start):
        return "a picture, audio or video"
    if start.startswith(_BOMS[1:]):
        return None if kind in PAGES | UNTOLD else f"of type {kind}"
    text = _without_prologue(bare)
    if _HTML.match(text):
        return None
    for form, words in _FORMS:
        if form.match(text):
            return words
    if kind in PAGES:
        return None
    if kind in UNTOLD:
        return "binary" if is_binary(text) else None
    return f"of type {kind}"


def _without_prologue(text: bytes) -> bytes:
    place = 0
    while found := _PROLOGUE.match(text, place):
        place = found.end()
    return text[place:]
