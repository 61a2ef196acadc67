"""Text out of markup and out of attributes: entities decoded, tags and controls out, one line."""

from __future__ import annotations

import re
import unicodedata
import warnings
from functools import lru_cache
from html import unescape

from lxml import etree
from lxml.html import HtmlElement

from newsgrab.text import collapse, without_controls

# Of the elements that HTML has in a line or around one: what else stands in angle brackets is text.
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|div|em|figure|font|h[1-6]|i|img|li|mark|ol|p|q|s|small|span|strong|sub|sup"
    r"|time|u|ul|wbr)\b[^<>]*>|<!--",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\w+);")
# Invisible characters that change how a line is shown or searched; joiners that letters need stay.
_INVISIBLE = re.compile("[\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069]")
_NOT_WORD = re.compile(r"[\W_]+")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "button", "select", "iframe", "head"})
_INLINE = frozenset(
    {
        "b",
        "i",
        "em",
        "strong",
        "a",
        "u",
        "sup",
        "sub",
        "mark",
        "abbr",
        "wbr",
        "font",
        "small",
        "q",
        "cite",
        "code",
        "s",
        "del",
        "ins",
        "bdi",
        "bdo",
        "nobr",
        "time",
    }
)
_INLINE_BUT_LINKS = _INLINE - {"a"}
# Inside a heading these set a kicker or a date apart.
_INLINE_IN_HEADINGS = _INLINE - {"em", "i", "strong", "b", "small", "time"}
_HIDDEN = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|hidden-text|u-hidden|a11y|aural"
    r"|visuallyhidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_STRING = etree.XPath("string()", smart_strings=False)
_DEEPEST = 60
_MOST_STEPS = 6
_NOT_SHOWN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)


def plain(value: str) -> str:
    r"""Return a value as a reader would see it.

    >>> plain("Caf&amp;eacute;  <b>opens</b>\u200b")
    'Café opens'
    >>> plain("a < b and 3 > 2, says <script>")
    'a < b and 3 > 2, says <script>'
    """
    text = value
    for _ in range(3):
        if not _ENTITY.search(text):
            break
        text = unescape(text)
    text = without_controls(text)
    if _TAG.search(text):
        from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning  # slow to import, and few values need it

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
            text = BeautifulSoup(text, "lxml").get_text(" ")
    return tidy(text)


def tidy(text: str) -> str:
    """Make a text one line without controls and invisible characters."""
    line = collapse(text)
    return line if line.isprintable() else collapse(_INVISIBLE.sub("", without_controls(line)))


def same(text: str) -> str:
    """Fold a text to what two spellings of it share: letters and digits, lower case.

    >>> same("“N. Korean” Missiles") == same('N. KOREAN missiles')
    True
    """
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()).strip()


def visible_text(element: HtmlElement, longest: int | None = None) -> str:
    """Return what an element prints, on one line; "" at once where it is far longer than ``longest``."""
    if longest is not None and is_longer(element, longest):
        return ""
    return tidy(" ".join(_raw_pieces(element)) if len(element) else element.text or "")


def heading_pieces(element: HtmlElement) -> list[str]:
    """Return the printed text of a heading, parted where anything in it is set apart."""
    pieces: list[str] = [""]
    _gather(element, pieces, 0, _INLINE_IN_HEADINGS)
    return [piece for piece in map(tidy, pieces) if piece]


def linked_pieces(element: HtmlElement) -> list[str]:
    """Return the printed text of an element, parted also where a link begins or ends."""
    pieces: list[str] = [""]
    _gather(element, pieces, 0, _INLINE_BUT_LINKS)
    return [piece for piece in map(tidy, pieces) if piece]


def is_longer(element: HtmlElement, longest: int) -> bool:
    """Tell whether an element surely prints more than so many characters, indentation allowed for."""
    children = len(element)
    length = len(str(_STRING(element)) if children else element.text or "")
    return length > longest and length > 4 * longest + children * 200


def opening(element: HtmlElement) -> str:
    """Return the first printed words of an element."""
    here: HtmlElement | None = element
    for _ in range(_MOST_STEPS):
        if here is None:
            break
        if (text := here.text) and (words := text.strip()):
            return str(words)
        here = here[0] if len(here) else None
    return ""


def _raw_pieces(element: HtmlElement) -> list[str]:
    pieces: list[str] = [""]
    _gather(element, pieces, 0, _INLINE)
    return pieces


def _gather(element: HtmlElement, pieces: list[str], depth: int, inline: frozenset[str]) -> None:
    pieces[-1] += element.text or ""
    for child in element:
        if (
            isinstance(child.tag, str)
            and child.tag not in _UNSEEN
            and depth < _DEEPEST
            and (not is_hidden(child) or child.text == ":")
        ):
            bound = child.tag not in inline
            if bound:
                pieces.append("")
            _gather(child, pieces, depth + 1, inline)
            if bound:
                pieces.append("")
        pieces[-1] += child.tail or ""


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element is there for screen readers or not shown at all."""
    names, style = element.get("class"), element.get("style")
    return (
        (names is not None and _is_hidden_name(names))
        or (style is not None and bool(_NOT_SHOWN.search(style)))
        or element.get("hidden") is not None
    )


@lru_cache(maxsize=4096)
def _is_hidden_name(names: str) -> bool:
    return bool(_HIDDEN.search(names))
