"""Bytes to text: byte order mark, header, meta, detector, in the order and with the labels of WHATWG."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from newsgrab.text import without_controls

# Python names of the encodings WHATWG knows; the label of a smaller one means the larger one in its place.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}
UTF_16 = ("utf-16-le", "utf-16-be")
_KNOWN = {
    *("utf-8", "utf-16-le", "utf-16-be", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *(f"cp{page}" for page in (874, 932, 949, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)),
    *("gb18030", "big5hkscs", "euc_jp", "iso2022_jp"),
}
# Labels of WHATWG that Python does not know.
_ALIASES = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-gbk": "gb18030",
    "x-x-big5": "big5hkscs",
    "ks_c_5601-1987": "cp949",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "unicode-1-1-utf-8": "utf-8",
    "dos-874": "cp874",
    "logical": "iso8859-8",
    "visual": "iso8859-8",
}
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PRESCAN = 4096  # bytes, as browsers look for a <meta>
_COMMENT = re.compile(rb"<!--(?s:.*?)(?:-->|\Z)|<script\b(?s:.*?)(?:</script|\Z)", re.IGNORECASE)
_META = re.compile(rb"<(?:meta|\?xml)\b([^>]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""([^\s=/"'>]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_TYPED = re.compile(
    rb"\s*[\w.+/-]+\s*;\s*charset\s*=\s*[\"']?\s*([\w:.\-]+)", re.IGNORECASE
)  # text/html; charset=
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.\-]+)", re.IGNORECASE)
_NOT_ASCII = re.compile(rb"[\x80-\xff][^<>]{0,16000}")  # to a tag, so that no letter of two bytes is cut
_BEFORE = 200  # bytes
_TAG_BOUND = re.compile(rb"[<>]")
_SAMPLE = 16_000  # bytes for the detector
_ENDLESS = re.compile(rb"([A-Za-z]{50})[A-Za-z]+")  # no word, and looked at again from each of its letters
_LAST = ("utf-8", "cp1252")  # what is guessed of rubbish, too
# Guesses that are too narrow, and those of encodings in which no page keeps silent about it.
_MEANT = {"koi8-r": "koi8-u", "mac-cyrillic": "cp1251", "mac-roman": "cp1252"}
_LANGUAGE = re.compile(rb"<html\b[^>]*?\slang\s*=\s*[\"']?\s*([a-z]{2,3})\b", re.IGNORECASE)
_C1 = re.compile("[\x80-\x9f\ufffd]")
_BEFORE_C1 = b"\xc2"  # in UTF-8
_C1_IN_UTF_8 = re.compile(rb"\xc2[\x80-\x9f]")
_NO_TEXT = "\ufeff\ufffe\uffff"
_BEFORE_NO_TEXT = b"\xef"  # in UTF-8
_C0 = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\v\f\r")))  # without white space
# WHATWG's fallbacks for languages in which the detector errs, with what else is used; the likeliest first.
_USUAL = {
    **dict.fromkeys(("ar", "fa", "ur"), ("cp1256",)),
    **dict.fromkeys(("az", "ku", "tr"), ("cp1254",)),
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), ("cp1251", "koi8-u", "cp866", "iso8859-5")),
    **dict.fromkeys(("cs", "hr", "hu", "pl", "ro", "sk", "sl"), ("iso8859-2", "cp1250")),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257", "iso8859-13")),
    "el": ("cp1253", "iso8859-7"),
    "he": ("cp1255", "iso8859-8"),
    "th": ("cp874",),
    "vi": ("cp1258",),
}
# Text in seven bits: of what shifts by escapes WHATWG reads one kind, and calls these labels unreadable.
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")
_UNREADABLE = frozenset({"hz-gb-2312", "iso-2022-kr", "csiso2022kr", "iso-2022-cn", "iso-2022-cn-ext"})
_SHIFT = re.compile(rb"~\{|\x0e|\x1b\$\)")
_FORGIVEN = 20  # one bad sequence in so many good ones is damage, not another encoding


def decode(body: bytes, content_type: str = "") -> tuple[str, str]:
    """Return the text of ``body`` and the Python name of its encoding; controls are dropped.

    >>> decode("Grüße".encode("cp1252"), "text/html; charset=latin-1")
    ('Grüße', 'cp1252')
    """
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return without_controls(body[len(bom) :].decode(encoding, "replace")), encoding
    is_ascii = body.isascii()
    if not is_ascii and (text := _decode(body, "utf-8")) is not None:  # no other comes out so by chance
        return _without_controls(text, body), "utf-8"
    if is_ascii and _ISO_2022_JP.search(body):  # nor does this
        return without_controls(body.decode("iso2022_jp_ext", "replace")), "iso2022_jp_ext"
    claimed = [known for known in (claimed_by_header(content_type, body), _from_meta(body)) if known]
    for encoding in claimed or ["utf-8"]:
        text = _decode(body, encoding)
        if text is not None:
            return (_without_controls(text, body) if is_ascii else without_controls(text)), encoding
    encoding = _usual(body, _detect(body))
    return without_controls(body.decode(encoding, "replace")), encoding


def _without_controls(text: str, body: bytes) -> str:
    """Drop the controls of text that ``body`` holds in UTF-8, which is looked through much faster."""
    if len(body.translate(None, _C0)) < len(body) or (_BEFORE_C1 in body and _C1_IN_UTF_8.search(body)):
        return without_controls(text)
    if _BEFORE_NO_TEXT in body:
        for char in _NO_TEXT:
            text = text.replace(char, "")
    return text


def encoding_named(label: str) -> str | None:
    """Return Python's name for a label of WHATWG; None for any other.

    >>> encoding_named("ISO-8859-1"), encoding_named("utf-7"), encoding_named("gb2312")
    ('cp1252', None, 'gb18030')
    """
    label = label.strip().lower()
    try:
        name = _ALIASES.get(label) or codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _KNOWN else None


def claimed_by_header(content_type: str, body: bytes) -> str | None:
    """Return the encoding that the header names; UTF-16 only where the body can be in it.

    >>> claimed_by_header("text/html; charset=koi8-r", b"<p>")
    'koi8-r'
    >>> claimed_by_header("text/html; charset=utf-16", b"<p>")
    """
    found = _HEADER.search(content_type)
    encoding = encoding_named(found[1]) if found else None
    return None if encoding in UTF_16 and b"\x00" not in body else encoding


def unreadable_label(content_type: str, body: bytes) -> str | None:
    """Return the label of text that nobody reads any more, where the body is such text.

    >>> unreadable_label("text/html; charset=HZ-GB-2312", b"<p>~{8[?Z~}")
    'hz-gb-2312'
    """
    if not body.isascii() or not _SHIFT.search(body):
        return None
    header = _HEADER.search(content_type)
    named = (*([header[1]] if header else ()), *_labels_in(body))
    return next((label.lower() for label in named if label.lower() in _UNREADABLE), None)


def _from_meta(body: bytes) -> str | None:
    """Return the first encoding that a page names.

    >>> _from_meta(b'<meta name=about content="why charset=koi8-r"><meta charset="windows-1251">')
    'cp1251'
    """
    encoding = next((known for label in _labels_in(body) if (known := encoding_named(label))), None)
    # A page whose meta could be read as ASCII is not in UTF-16.
    return "utf-8" if encoding in UTF_16 else encoding


def _labels_in(body: bytes) -> Iterator[str]:
    """Give what a page declares that it is in; what its other metas speak of declares nothing."""
    for meta in _META.finditer(_COMMENT.sub(b"", body[:_PRESCAN])):
        named = {name.lower(): value.strip(b"\"' ") for name, value in _ATTRIBUTE.findall(meta[1])}
        typed = _TYPED.match(named.get(b"content", b""))
        label = named.get(b"charset") or named.get(b"encoding") or (typed[1] if typed else b"")
        if label:
            yield label.decode("ascii", "replace")


def _decode(body: bytes, encoding: str) -> str | None:
    """Return the text, None where the bytes are invalid in this encoding beyond a few damaged places."""
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        text = body.decode(encoding, "replace")
    bad = text.count("\ufffd")
    good = len(body) - len(body.translate(None, bytes(range(0x80, 0x100))))
    # Text of another encoding has, by chance, a third as many of UTF-8's sequences as bad bytes at most.
    is_utf_8 = encoding == "utf-8" and 2 * bad <= len(text) - len(text.encode("ascii", "ignore"))
    return text if bad * _FORGIVEN <= good or is_utf_8 else None


def _sample(body: bytes) -> bytes:
    """Return pieces of text that are not ASCII, each whole and with what stands around it."""
    sample = bytearray()
    for found in _NOT_ASCII.finditer(body):
        before = body[max(0, found.start() - _BEFORE) : found.start()]
        sample += _ENDLESS.sub(rb"\1", _TAG_BOUND.split(before)[-1] + found[0]) + b" "
        if len(sample) >= _SAMPLE:
            break
    return bytes(sample)


def _detect(body: bytes) -> str:
    """Return the likeliest encoding; a byte that is invalid in it does not make another likelier."""
    from bs4.dammit import EncodingDetector  # slow to import, and few pages keep silent about their charset

    sample = _sample(body)
    guesses = (encoding_named(guess) for guess in EncodingDetector(sample, is_html=True).encodings)
    fitting = (each for each in guesses if each and (each not in _LAST or _decode(sample, each) is not None))
    encoding = next(fitting, "utf-8")
    return _MEANT.get(encoding, encoding)


def _usual(body: bytes, guessed: str) -> str:
    """Return the guess where pages in the language stated are written so, else what is usual for it."""
    found = _LANGUAGE.search(body[:_PRESCAN])
    usual = _USUAL.get(found[1].decode().lower(), ()) if found else ()
    if not usual or guessed in usual:
        return guessed
    readable = (each for each in usual if not _C1.search(body.decode(each, "replace")))
    return next(readable, usual[0])
