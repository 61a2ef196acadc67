"""Text out of markup and out of attributes: entities decoded, tags and controls out, one line."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterable
from functools import lru_cache
from html import unescape

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.quotes import QUOTE, marks_of
from newsgrab.extraction.page.survey import is_hidden
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
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}
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
_SET_OUT = frozenset({"span", "b", "strong", "small", "time", "a"})  # by a style sheet, in a row
_INLINE_BUT_LINKS = _INLINE - {"a"}
_INLINE_AND_SPANS = _INLINE | {"span"}
# Inside a heading these set a kicker or a date apart.
_INLINE_IN_HEADINGS = _INLINE - {"em", "i", "strong", "b", "small", "time"}
_HIDDEN = re.compile(
    r"(?=[svhuao])(?<![^\s_-])"
    r"(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|hidden-text|u-hidden|off-?screen|a11y|aural)(?![^\s_-])",
    re.IGNORECASE,
)
# An emoji or several, with what joins and varies them.
EMOJI = re.compile("[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\u200d\ufe0f]{1,8}")
_SMILEY = re.compile(r"[:;]-?[()DP]")
# Figures set high or low say something else than on the line: 10⁶, CO₂, the mark of a note.
_FIGURES = re.compile(r"\s*[0-9+−-]+\s*")
_SET = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
_MAY_BE_SET = frozenset({*_SET, "a"})
_TELLING = frozenset({*_MAY_BE_SET, "img", QUOTE})  # whose own text may be other than it stands there
_DEEPEST = 60  # elements in one another


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


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Fold a text to what two spellings of it share: letters and digits, lower case.

    >>> fold("“N. Korean” Missiles") == fold('N. KOREAN missiles')
    True
    """
    if text.isascii():
        return collapse(text.lower().translate(_SPACED))
    seen = text if text.isprintable() else _INVISIBLE.sub("", text)
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", seen).casefold()).strip()


def visible_text(element: Element, longest: int | None = None) -> str:
    """Return what an element prints, on one line; "" at once where it is far longer than ``longest``."""
    if longest is not None and is_longer(element, longest):
        return ""
    if element.printed is None:
        element.printed = tidy(_joined(_pieces(element, _INLINE)) if element.children else element.text)
    return element.printed


def _joined(pieces: Iterable[str]) -> str:
    """Join pieces of text, a comma to the word before it: "<span>Jane Doe</span>, Haven"."""
    return "".join(piece if piece.startswith(",") else f" {piece}" for piece in pieces if piece)


def heading_pieces(element: Element) -> list[str]:
    """Return the printed text of a heading, parted where anything in it is set apart."""
    return [piece for piece in map(tidy, _pieces(element, _INLINE_IN_HEADINGS)) if piece]


def printed_lines(element: Element) -> list[str]:
    """Return the printed text of an element, parted at line breaks and where a box begins or ends."""
    return [piece for piece in map(tidy, _pieces(element, _INLINE_AND_SPANS)) if piece]


def linked_pieces(element: Element) -> list[str]:
    """Return the printed text of an element, parted also where a link begins or ends."""
    return [piece for piece in map(tidy, _pieces(element, _INLINE_BUT_LINKS)) if piece]


def own_text(element: Element) -> str:
    """Return what stands in an element before the first one inside.

    Figures set high or low stay so, a sign that is a picture is the sign, and a quote has its first mark.
    """
    if element.tag == "img":
        return sign_of(element)
    if element.tag == QUOTE:
        return marks_of(element)[0] + element.text
    if element.tag not in _MAY_BE_SET or not _FIGURES.fullmatch(element.text):
        return element.text
    # The mark of a note is a link, and what is set high is the link.
    within = element.parent if element.tag == "a" and element.parent is not None else element
    tag = "sup" if _is_mark_of_note(element) else within.tag
    return element.text.translate(_SET.get(tag, {}))


def gap_before(element: Element) -> str:
    """Return the blank that a style sheet leaves before an element: "<b>Founded</b><span>1990</span>"."""
    before, above = element.previous, element.parent
    if before is None or before.tail or above is None or not _SET_OUT.issuperset((before.tag, element.tag)):
        return ""
    if (before.tag, before.get("class")) == (element.tag, element.get("class")):
        return ""
    last, first = before.words().rstrip()[-1:], element.opening.lstrip()[:1]
    is_apart = last.isalpha() and not last.isupper() and (first.isupper() or first.isdigit())
    is_bare = not above.text.strip() and not any(child.tail.strip() for child in above.children)
    return " " if is_apart and is_bare else ""


def _is_mark_of_note(link: Element) -> bool:
    """Tell a link to a place on the page that stands right behind a word: a style sheet sets it high."""
    if link.tag != "a" or not link.attributes.get("href", "").startswith("#") or link.parent is None:
        return False
    before = link.previous
    edge = before.tail if before is not None else link.parent.text
    return edge != "" and not edge[-1].isspace() and edge[-1] not in "([{/#"


def closing_mark(element: Element) -> str:
    """Return the mark that ends a quote, "" for any other element."""
    return marks_of(element)[1] if element.tag == QUOTE else ""


def sign_of(picture: Element) -> str:
    """Return the emoji or smiley that a picture shows, "" for any other picture."""
    words = picture.get("alt") or ""
    return words if EMOJI.fullmatch(words) or _SMILEY.fullmatch(words) else ""


def is_longer(element: Element, longest: int) -> bool:
    """Tell whether an element surely prints more than so many characters, indentation allowed for."""
    return element.length > 4 * longest + len(element.children) * 200


def _pieces(element: Element, inline: frozenset[str]) -> list[str]:
    """Return the printed text of an element, parted where anything but ``inline`` begins or ends."""
    pieces: list[str] = []
    words = [element.text]  # of a piece
    open_at: list[Element] = []
    page, place = element.page, element.place + 1
    while place < element.end or open_at:
        if open_at and open_at[-1].end <= place:
            closed = open_at.pop()
            if closed.tag == QUOTE:
                words.append(closing_mark(closed))
            if closed.tag not in inline:
                pieces.append("".join(words))
                words.clear()
            words.append(closed.tail)
            continue
        child = page[place]
        is_shown = not child.attributes or child.text == ":" or not is_unprinted(child)
        if child.tag in _UNSEEN or len(open_at) >= _DEEPEST or not is_shown:
            words.append(child.tail)
            place = child.end
            continue
        if child.tag not in inline:
            pieces.append("".join(words))
            words.clear()
        words.append(own_text(child) if child.tag in _TELLING else child.text)
        open_at.append(child)
        place += 1
    return [*pieces, "".join(words)]


def is_unprinted(element: Element) -> bool:
    """Tell whether an element is there for screen readers or not shown at all."""
    attributes = element.attributes
    if not attributes:
        return False
    if "class" in attributes and _is_hidden_name(attributes["class"]):
        return True
    return ("style" in attributes or "hidden" in attributes) and is_hidden(element)


@lru_cache(maxsize=4096)
def _is_hidden_name(names: str) -> bool:
    return bool(_HIDDEN.search(names))
