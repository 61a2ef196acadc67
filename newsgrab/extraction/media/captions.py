"""A figure or picture to an Image: its address, its caption and its credit line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from newsgrab.extraction.fields.bylines import is_byline
from newsgrab.extraction.lines.creditlines import (
    bare_credit,
    is_proper,
    split_words,
)
from newsgrab.extraction.lines.moments import HOUR, read_moment, undated
from newsgrab.extraction.media.alternatives import alternative_text, is_of_file
from newsgrab.extraction.media.caption_lines import tell_apart
from newsgrab.extraction.media.image_addresses import (
    address_of,
    addresses,
    background,
    is_ornament_address,
    is_preview,
)
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.names import has_name, is_named
from newsgrab.extraction.page.wording import fold, is_longer, sign_of, tidy
from newsgrab.model import Image
from newsgrab.rules.lexicon import any_of, words

_PICTURES = ("img", "amp-img")
_SILENT = frozenset(
    "script style noscript template svg math button select iframe video audio object head img amp-img"
    " input".split()
)
_BOUNDS = frozenset(
    "p div span figcaption figure li ul ol br small cite section header footer h2 h3 h4 h5 h6 dl dd dt td tr"
    " aside article table a button".split()
)
_LONGEST_CAPTION = 1_500  # characters
_DEEPEST = 30  # elements in one another
_MOST_AROUND = 60  # elements around a picture, its sources among them
_TIMED = re.compile(
    rf"\d[.:]\d\d\s*(?:{HOUR}|{any_of('moments.length')})\b|[日일]\s*\d\d?[:：]\d\d"
    r"|\d{4}\D{1,5}\d\d?:\d\d|\d\d?:\d\d\D{1,5}\d\d?\D{1,12}\d{4}",
    re.IGNORECASE,
)
_OF = any_of("credits.of")
_COUNTER = re.compile(
    rf"(?:\w+ )?\d+\s*{_OF}\s*\d+(?: \w+)?|{_OF}\s?\d\d?|(?:\w+ )?\d+ {any_of('credits.counted')}",
    re.IGNORECASE,
)
_MARKED = re.compile(r"((?:©|\(c\)\s|ⓒ)[^©]{2,100})$")
_DIGITS = re.compile(r"\d{1,6}")
_LONGEST_BYLINE = 200  # characters
_LEAST_SIZE = 40  # pixels; smaller ones are icons
_WORD_ATTRIBUTES = ("data-caption", "data-image-caption", "data-description")
_CREDIT_ATTRIBUTES = (
    "data-credit",
    "data-credits",
    "data-copyright",
    "data-photographer",
    "data-source",
    "data-attribution",
)

Roles = Mapping[Element, str]
_NOBODY: Roles = {}


def read_image(element: Element, base_url: str, roles: Roles = _NOBODY) -> Image | None:
    """Return the picture in ``element`` with its words; None where there is none, or it is an ornament.

    One whose address leads nowhere has none: its words may stand beside the element.
    ``roles`` are the elements that a site's rule calls "caption" or "credit".
    """
    shown = (one for one in element.within(*_PICTURES) if not is_ornament(one) and not is_preview(one))
    picture = next(shown, None)
    if picture is None and (element.tag != "figure" or not element.has("figcaption")):
        return None
    url = address_of(picture, element, base_url) if picture is not None else background(element, base_url)
    caption, credit = words_of(element, roles)
    if caption and is_of_file(caption, url):
        caption = None
    if caption and (_TIMED.search(caption) or is_byline(caption)):
        if element.tag != "figure":
            return None  # a portrait beside a byline, or a teaser of a film
        caption = None
    if url is None and caption is None and picture is None:
        return None
    alt = alternative_text(picture, url) if picture is not None else None
    if caption is None and credit and credit == alt:
        caption, credit = credit, ""  # who it shows, in both
    if element.tag != "figure" and (_is_portrait(alt, caption) or _is_in_byline(element, picture)):
        return None
    return Image(url=url, alt_text=alt, caption=caption, credit_line=credit or _credit_in(alt or ""))


def _is_portrait(alt: str | None, caption: str | None) -> bool:
    """Tell the picture of who wrote it: the line beside it only names whom it shows, and the day."""
    if caption is None or alt is None or " " not in alt or not is_proper(alt) or any(map(str.isdigit, alt)):
        return False
    return read_moment(caption) is not None and fold(undated(caption)) == fold(alt)


def _is_in_byline(element: Element, picture: Element | None) -> bool:
    """Tell a picture in the box that names who wrote it, whatever stands beside the name."""
    around = boxes_around(picture) if picture is not None else ()
    lines = (box for box in (element, *around) if box.tag != "figure" and not is_longer(box, _LONGEST_BYLINE))
    return any(has_name(box, "printed.byline-names") for box in lines)


def _credit_in(alt: str) -> str | None:
    """Return the credit line that some pages hide at the end of the alternative text."""
    found = _MARKED.search(alt)
    return bare_credit(found[1]) if found and found.start() else None


def boxes_around(picture: Element) -> Iterator[Element]:
    """Give the elements around a picture; a parser of HTML 4 nests each <source> in the one before."""
    return (above for above in islice(picture.above(), _MOST_AROUND) if above.tag != "source")


def is_ornament(picture: Element) -> bool:
    """Tell a tracking pixel, a logo, an icon or a portrait from a picture of the article."""
    plain = picture.get("src") or ""
    is_late = not plain or is_ornament_address(plain)  # what stands there may be shown until it is loaded
    if _is_tiny(picture) or (is_late and is_ornament_address(next(filter(None, addresses(picture)), ""))):
        return True
    names = (picture, *islice(boxes_around(picture), 3))
    own = (picture.get("alt") or "").lower()
    return (
        own == "logo"
        or bool(sign_of(picture))
        or any(
            has_name(one, "credits.no-picture-names")
            for one in names
            if one is picture
            or (one.tag not in ("article", "section", "main", "body", "figure") and len(one.children) <= 3)
        )
    )


def _is_tiny(picture: Element) -> bool:
    """Tell the size of an icon or a tracking pixel; one of a set that states no size fills its box."""
    sizes = (picture.get("width"), picture.get("height"), *(picture.get("data-orig-size") or "").split(","))
    least = min(map(_size, sizes))
    is_of_set = "srcset" in picture.attributes or (
        picture.parent is not None and picture.parent.tag in ("picture", "source")
    )
    return least < _LEAST_SIZE and not (least == 0 and is_of_set)


def _size(value: str | None) -> float:
    digits = _DIGITS.match(value.strip()) if value else None
    return float(digits[0]) if digits and not digits.string.endswith("%") else 1_000.0


def words_of(container: Element, roles: Roles = _NOBODY) -> tuple[str | None, str | None]:
    """Return the caption and the credit line of the picture in a container."""
    is_figure = container.tag == "figure" or container.has("figure")
    caption, credit = tell_apart(list(lines_of(container, roles)), is_figure=is_figure)
    if not caption and not credit:
        return _words_in_attributes(container)
    return caption if caption and len(caption) <= _LONGEST_CAPTION else None, credit[
        :_LONGEST_CAPTION
    ] or None


def lines_of(
    element: Element, roles: Roles = _NOBODY, role: str = "", depth: int = 0
) -> Iterator[tuple[str, str]]:
    """Give the printed lines of a container, each with what its element is called: caption, credit or ""."""
    pending = element.text
    for child in element.children:
        if depth < _DEEPEST and not _is_silent(child):
            inner = roles.get(child) or _role(child, role)
            if child.tag in _BOUNDS or inner != role:
                if line := _line(pending):
                    yield line, role
                pending = ""
                yield from lines_of(child, roles, inner, depth + 1)
            else:
                pending += _inline_text(child)
        pending += child.tail
    if line := _line(pending):
        yield line, role


def _inline_text(element: Element) -> str:
    """Return what is printed of an element inside; its depth is no matter."""
    pieces: list[str] = []
    waiting: list[Element | str] = [element]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            pieces.append(one)
            continue
        pieces.append(one.text)
        for child in reversed(one.children):
            waiting += [child.tail] if _is_silent(child) else [child.tail, child]
    return "".join(pieces)


def _is_silent(element: Element) -> bool:
    """Tell whether an element prints nothing or is a control; some pages make a figure a button."""
    return element.tag in _SILENT and not (element.tag == "button" and element.has("figcaption"))


def _role(element: Element, outer: str) -> str:
    """Return what an element says it is, else what the one around it is."""
    if element.tag == "footer" or (element.tag == "cite" and outer != "caption"):
        return "credit"  # inside a caption a <cite> may be the title of a work
    is_credit_name = has_name(element, "credits.credit-names")
    is_caption_name = has_name(element, "credits.caption-names")
    if is_credit_name and is_caption_name:
        return _first_told(element)
    if is_credit_name:
        return "credit"
    if outer == "credit" and element.tag == "a":
        return outer  # "caption-link" is where the credit leads
    if is_caption_name and any(_is_of_standfirst(name) for name in (element.get("class") or "").split()):
        return outer  # "summary introtext" beside a picture
    return "caption" if is_caption_name or element.tag == "figcaption" else outer


def _is_of_standfirst(name: str) -> bool:
    return is_named(name, "printed.standfirst-names") and not is_named(name, "credits.caption-names")


def _first_told(element: Element) -> str:
    """Return what the first of an element's classes says, where they disagree: "caption attribution"."""
    for name in (element.get("class") or "").split():
        if is_named(name, "credits.credit-names"):
            break
        if is_named(name, "credits.caption-names"):
            return "caption"
    return "credit"


def _line(text: str) -> str:
    if not text or text.isspace():  # most of what stands between elements
        return ""
    line = tidy(text)
    return "" if is_noise(line) else line


def is_noise(text: str) -> bool:
    """Tell whether a line near a picture belongs to the page's controls.

    >>> is_noise("[+] Enlarge"), is_noise("3 / 12"), is_noise("de 1"), is_noise("A boat")
    (True, True, True, False)
    """
    bare = text.strip(" .,:…|/>»-–+()[]").lower()
    return (
        not any(letter.isalpha() for letter in bare)
        or bare in words("credits.noise")
        or bare in words("credits.unfolds")
        or bool(_COUNTER.fullmatch(bare))
    )


def _words_in_attributes(container: Element) -> tuple[str | None, str | None]:
    elements = (container, *islice(container.inside(), 12))
    for element in elements:
        text = _stated(element, _WORD_ATTRIBUTES, "-caption")
        if text:
            caption, credit = split_words(tidy(text))
            stated = _stated(element, _CREDIT_ATTRIBUTES, "-credit")
            return caption, bare_credit(stated) if stated else credit
    return None, None


def _stated(element: Element, names: tuple[str, ...], ending: str) -> str | None:
    """Return the first of the attributes that says something, else one of a page's own with this ending."""
    attributes = element.attributes
    own = (name for name in attributes if name.startswith("data-") and name.endswith(ending))
    return next((value for name in (*names, *own) if (value := attributes.get(name))), None)
