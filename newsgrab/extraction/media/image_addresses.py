"""Where a picture is: the best of the addresses that a page gives it, for it may be loaded late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.links import absolute
from newsgrab.rules.lexicon import any_of

_ADDRESSES = (
    *(
        "data-src",
        "data-original",
        "data-lazy-src",
        "data-lazy",
        "data-full-src",
        "data-hi-res-src",
        "data-flickity-lazyload",
    ),
    *(
        "data-original-src",
        "data-image",
        "data-url",
        "data-large-src",
        "data-desktop-src",
        "data-default-src",
        "data-img-url",
    ),
)
_SETS = ("data-srcset", "data-lazy-srcset", "data-flickity-lazyload-srcset", "data-sizes-srcset", "srcset")
# A page's own name for the address: data-pic-src, data-src-large.
_OWN_ADDRESS = re.compile(r"data-(?!thumb|small|low|blur|placeholder)(?:[\w-]+-)?src(?:-[\w-]+)?")
_PICTURE_FILE = re.compile(r"(?:https?:)?/?[^\s,{]+\.(?:jpe?g|png|webp|avif)(?:\?\S*)?", re.IGNORECASE)
# An address ends at a space, or at a comma before one; its size at a comma.
_SET_MEMBER = re.compile(r"([^\s,]\S*?)(?:(?<!,),+(?!\S)|\s([^,]*)(?:,|\Z)|\Z)")
_SET_SIZE = re.compile(r"\s*(\d{1,9}(?:\.\d{1,9})?)[wx]")
_ADDRESS_LIKE = re.compile(r"^(?:https?:)?/|^[\w.%-]+/|\.(?:jpe?g|png|webp|gif|avif)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    rf"^data:|{any_of('credits.placeholder-addresses')}|{any_of('credits.placeholder-files')}\.(?:gif|svg|png)"
    r"|[?&,_/]blur[=_:]\d|[?&](?:w|width|imwidth)=\d\d?(?!\d)",
    re.IGNORECASE,
)
_NO_ADDRESS = re.compile(r"^data:|\{")  # or one that a script is to complete
_DRAWN = re.compile(r"\.(?:svg|gif)(?:[?#]|$)", re.IGNORECASE)
_KIND = any_of("credits.ornament-addresses")
_ORNAMENT = re.compile(
    rf"(?:/{_KIND}(?:[-_/][^?#]*)?|[-_]{_KIND})\.(?:svg|png|gif)(?:[?#]|\Z)", re.IGNORECASE
)
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]{0,500}url\(\s*['\"]?([^'\")]+)", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LONGEST_SET = 8_000  # characters of a srcset
_DEEPEST = 20  # boxes around a picture in its figure
_NEAR_PICTURE = 30  # elements after a picture


def address_of(picture: Element, container: Element, base_url: str) -> str | None:
    """Return the address of a picture that may be loaded late; the largest of a set; never data."""
    for choice in addresses(picture):
        if choice.strip("/") and _ADDRESS_LIKE.search(choice) and not _NO_ADDRESS.search(choice):
            address = absolute(choice, base_url)
            if address and address.startswith(("http:", "https:")):
                return address
    return background(container, base_url)


def addresses(picture: Element) -> Iterator[str]:
    """Give what may be the address of a picture, the best first; some are empty, or of none."""
    plain = picture.get("src") or ""
    yield from (picture.get(name) or "" for name in _ADDRESSES)
    yield from (value for name, value in picture.attributes.items() if _OWN_ADDRESS.fullmatch(name))
    if not _PLACEHOLDER.search(plain):
        yield plain
    parent = picture.parent
    sources = parent.within("source") if parent is not None and parent.tag in ("picture", "source") else ()
    yield from (_largest(one.get(name) or "") for one in (picture, *sources) for name in _SETS)
    if (spare := _spare_of(picture)) is not None:
        yield from (_largest(spare.get("srcset") or ""), spare.get("src") or "")
    own = (value for name, value in picture.attributes.items() if name.startswith("data-"))
    yield from (value for value in own if _PICTURE_FILE.fullmatch(value.strip()))
    if not (_PLACEHOLDER.search(plain) and _DRAWN.search(plain)):  # what only turns until a picture is there
        yield plain


def is_placeholder(picture: Element) -> bool:
    """Tell a picture whose only address is that of what is shown until another is loaded."""
    stated = [address for address in addresses(picture) if address]
    return bool(stated) and all(map(_PLACEHOLDER.search, stated))


def _spare_of(picture: Element) -> Element | None:
    """Return the picture that stands beside this one for where scripts do not run."""
    following = picture.next
    spare = following if following is not None and following.tag == "noscript" else None
    return next(spare.inside("img"), None) if spare is not None else None


def _largest(srcset: str) -> str:
    """Return the largest picture of a srcset.

    >>> _largest("a.jpg 320w, b.jpg 1200w"), _largest("a.jpg 320w,b.jpg 1200w")
    ('b.jpg', 'b.jpg')
    >>> _largest("a.jpg 1x, javascript:b 3x, data:image/png;base64,AA 4x")
    'a.jpg'
    """
    members = [
        (float(size[1]) if (size := _SET_SIZE.match(words)) else 1.0, url)
        for url, words in _SET_MEMBER.findall(srcset[:_LONGEST_SET])
        if not _OTHER_SCHEME.match(url)
    ]
    return max(members, key=lambda one: one[0])[1] if members else ""


def background(element: Element, base_url: str) -> str | None:
    """Return the address of a picture that a box or one of the first in it has behind its words."""
    for one in (element, *islice(element.inside("div", "span", "a"), 10)):
        found = _BACKGROUND.search(one.get("style") or "")
        if found and not found[1].startswith("data:"):
            return absolute(found[1], base_url)
    return None


def is_ornament_address(address: str) -> bool:
    """Tell the address of a drawing that is called an icon, a button or the like.

    >>> is_ornament_address("/theme/icons/print.svg"), is_ornament_address("/img/share-icon.png")
    (True, True)
    >>> is_ornament_address("/2024/style-icon-dies.jpg"), is_ornament_address("/2024/icons-of-kyiv/1.jpg")
    (False, False)
    """
    return bool(_ORNAMENT.search(address))


def is_preview(picture: Element) -> bool:
    """Tell whether a picture only stands in, blurred or grey, for one further on in its figure.

    What is there for readers without scripts alone does not take its place.
    """
    figure = next((above for above in islice(picture.above(), _DEEPEST) if above.tag == "figure"), None)
    if figure is None:
        return False
    end = min(figure.end, picture.end + _NEAR_PICTURE)
    after = [one for one in picture.page[picture.end : end] if one.tag == "img"]
    if all(any(above.tag == "noscript" for above in one.above()) for one in after):
        return False
    own = _file_of(picture)
    return own != "" and (is_placeholder(picture) or any(_file_of(one) == own for one in after))


def _file_of(picture: Element) -> str:
    """Return the name of a picture's file, "" where it states none."""
    address = next(filter(None, addresses(picture)), "")
    return "" if address.startswith("data:") else address.partition("?")[0].rpartition("/")[2]
