"""The desk that an article is printed under: by the links beside its headline and the way to its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from newsgrab.extraction.fields.claims import page_claim, path_of
from newsgrab.extraction.fields.readings import Known, Reading
from newsgrab.extraction.fields.zone import Zone
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.names import has_name, is_named
from newsgrab.extraction.page.wording import fold, plain, visible_text
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of, words
from newsgrab.urls import parts_of

_BEFORE, _AFTER = 40, 40  # elements around the headline
_CLOSE = 20  # elements before and after the headline
_LONGEST = 40  # characters
_MOST_LINKS = 3  # of a box that is no menu
_STEPS = 3  # boxes around a link
_NO_DESK = re.compile(rf"\W*{any_of('printed.no-desks')}(?!\w)", re.IGNORECASE)
_WAYS = "printed.breadcrumb-names"
_RIGHT_ABOVE = 5  # elements before the headline
_MOST_FOLDERS = 2
_MOST_WORDS = 4  # of a desk's name
_FOLDER = re.compile(r"[^\W\d_][\w-]*(?<!\d)")
_NO_DESKS = frozenset((*words("printed.profile-paths"), *words("printed.topic-paths")))
_OF_ARTICLES = frozenset(words("printed.article-paths"))
_LONGEST_STATED = 100  # characters
_MOST_PRINTED = 6  # words of a name in a link; more are the title of a page
_SIGNS = " \t›»>·•|–—-/"
_FILED = re.compile(rf"[\W_]*{any_of('printed.filed')}(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)
_JOINED = re.compile(r",(?=[^\W\d_])")  # as a content system joins the names of several
_LINES = frozenset({"a", "span", "div", "p", "li"})
_BLOCKS = ("div", "p", "ul", "h1", "h2", "h3", "img", "time")


def find_sections(zone: Zone, root: Element, url: str) -> Iterator[Claim]:
    """Give the names of desks, the surest first: what says so, the way to the page, its address."""
    near = zone.elements[max(0, zone.at - _BEFORE) : zone.at + _AFTER]
    links = [one for one in near if one.tag == "a" and _name_of(one, zone)]
    yield from (_claim(link) for link in links if "category" in (link.get("rel") or "").split())
    close = zone.elements[max(0, zone.at - _CLOSE) : zone.at + _CLOSE]
    called = (one for one in close if _is_called_so(one, zone))
    yield from (_claim(next(iter(one.inside("a")), one)) for one in called)
    yield from map(_claim, islice(_last_steps(root, zone), 1))
    folders = _parts(parts_of(url).path)[:-1]
    told = [link for link in links if _leads_to(link, folders) and not _is_in_menu(link)]
    yield from map(_claim, sorted(told, key=lambda link: -len(_path_of(link))))
    if all(part.isdigit() or part in _OF_ARTICLES for part in folders):  # else the address names its desk
        yield from map(_claim, _right_above(zone))


def section(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the first name of a desk; a path is none, nor "Uncategorized", a writer's name or the headline."""
    none = words("printed.no-sections")
    others = {fold(name) for name in (*known.text_tuple("authors"), known.text("headline"))}
    for claim in claims:
        name = _bare_name(claim)
        is_name = bool(name) and "/" not in name and len(name) <= _LONGEST_STATED
        if is_name and name.lower() not in none and fold(name) not in others and not _NO_DESK.match(name):
            return Reading(value=name, chosen=(claim,))
    return Reading()


def _bare_name(claim: Claim) -> str:
    """Return a name without the sign or the words before it, or several, set apart; "" for a title.

    >>> _bare_name(page_claim("section", "Posted in » Sport,Boats", "a"))
    'Sport, Boats'
    """
    name = _FILED.sub("", plain(claim.value)).strip(_SIGNS)
    is_title = claim.origin == "page" and len(name.split()) > _MOST_PRINTED
    return "" if is_title else _JOINED.sub(", ", name)


def _claim(link: Element) -> Claim:
    return page_claim("section", visible_text(link).strip("[] "), f"section: {path_of(link)}")


def _name_of(link: Element, zone: Zone) -> str:
    """Return words that may name a desk; "" for long ones, the headline, and a way to a front page."""
    text = visible_text(link, _LONGEST)
    if not 1 < len(text) <= _LONGEST or any(map(str.isdigit, text)) or _NO_DESK.match(text):
        return ""
    is_headline = zone.headline is not None and fold(text) == fold(zone.headline.text)
    return text if not is_headline and (link.tag != "a" or _path_of(link)) else ""


def _path_of(link: Element) -> list[str]:
    return _parts(parts_of(link.get("href") or "").path)


def _is_called_so(element: Element, zone: Zone) -> bool:
    """Tell a short line that is called a category or a section."""
    is_line = element.tag in _LINES and not element.has(*_BLOCKS) and bool(_name_of(element, zone))
    return is_line and has_name(element, "printed.section-names") and read_moment(element.words()) is None


def _last_steps(root: Element, zone: Zone) -> Iterator[Element]:
    """Give the last link of each list of the pages above this one."""
    for way in root.within("nav", "ol", "ul", "div", "p"):
        if way.children and (has_name(way, _WAYS) or is_named(way.get("aria-label") or "", _WAYS)):
            steps = [link for link in way.inside("a") if _name_of(link, zone)]
            yield from steps[-1:]


def _leads_to(link: Element, folders: list[str]) -> bool:
    """Tell whether a link leads to a folder that a page's address is in."""
    path = _path_of(link)
    return set(path) <= set(folders) and not all(map(str.isdigit, path))


def _right_above(zone: Zone) -> Iterator[Element]:
    """Give the one link that stands by itself right above the headline, where it leads to a folder."""
    before = zone.elements[max(0, zone.at - _RIGHT_ABOVE) : zone.at]
    link = next((one for one in reversed(before) if one.tag in ("a", "p", "img", "time", "h2")), None)
    if link is None or link.tag != "a" or not _name_of(link, zone) or _is_in_menu(link):
        return
    path = _path_of(link)
    is_folder = len(path) <= _MOST_FOLDERS and all(map(_FOLDER.fullmatch, path)) and path[0] not in _NO_DESKS
    if (
        is_folder
        and not link.has("img")
        and len(visible_text(link).split()) <= _MOST_WORDS
        and _is_alone(link)
    ):
        yield link


def _is_alone(link: Element) -> bool:
    """Tell whether no other link stands in the box of a link, and in the one around that."""
    boxes = (box for box in islice(link.above(), 2) if not box.has("h1"))
    return all(sum(1 for _ in islice(box.inside("a"), 2)) == 1 for box in boxes)


def _is_in_menu(link: Element) -> bool:
    boxes = islice(link.above(), _STEPS)
    return any(
        sum(1 for _ in islice(box.inside("a"), _MOST_LINKS + 1)) > _MOST_LINKS
        for box in boxes
        if box.tag in ("ul", "ol", "nav")
    )


def _parts(path: str) -> list[str]:
    """Return the parts of a path, read as their letters.

    >>> _parts("/news/%C3%A4rzte/"), _parts("/")
    (['news', 'ärzte'], [])
    """
    return [unquote(part).lower() for part in path.split("/") if part]
