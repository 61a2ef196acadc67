"""What stands between a headline and the text, in pieces: names, roles, dates, words like "By"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from newsgrab.extraction.fields.byline_words import is_to_author
from newsgrab.extraction.lines.moments import read_moment, undated
from newsgrab.extraction.lines.people import LED, announced, is_full, read_byline
from newsgrab.extraction.page.after import texts_after
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import fold, visible_text
from newsgrab.rules.lexicon import any_of
from newsgrab.text import weight
from newsgrab.urls import parts_of

_FARTHEST = 80  # pieces after the headline
_LONGEST_LINE = 120  # characters
_LONGEST_NAMES = 100
_PROSE = 100  # of a paragraph
_HEAVIEST = 250  # of a line; one in Chinese says more in a letter
_MOST_PROSE = 3  # blocks after the headline; beyond them the text has begun
_MOST_LETTERS = 36  # of a line that is a date
_LONGEST_LINKED = 250  # characters of a line that is a link
_INLINE = frozenset("a b strong em i span small u time font abbr address cite".split())
_AND = re.compile(rf"\W*(?:(?:{any_of('people.and')})\W*)?|@\w+|[^\s@]+@[^\s@]+", re.IGNORECASE)
_DATED = re.compile(
    rf"\W*{any_of('printed.published', 'printed.modified', 'printed.day')}(?:$|[^\w])", re.IGNORECASE
)
_OF_ANYONE = any_of("printed.person-paths")
_LINK_OF_ANYONE = re.compile(rf"/{_OF_ANYONE}/", re.IGNORECASE)
_BARS = re.compile(r"\s+[|•·]\s+")  # in "Jane Doe | 3 May 2024"
_HANDLE = re.compile(r"/@[^/?#]+/?$")  # the page of a writer, or of anyone else
_PLACED = re.compile(rf"\s*[,/|•·–—-]\s*[„“\"«]?|\s+{any_of('people.place')}\s+", re.IGNORECASE)
_MOST_PLACED = 3  # words of the place or the paper behind a name
_CLOCK = re.compile(r"\W*\d\d?[:.]\d\d\W*")
_TWICE = re.compile(r"(.{3,}) \1")  # in a large and in a small column


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """A text between two tags and what it is."""

    text: str
    element: Element
    kind: str  # "name", "word" (perhaps one), "by", "role", "other" (work: a picture), "date", "and" or ""
    is_linked: bool  # to the page or the mailbox of a writer

    @property
    def is_signed(self) -> bool:
        """Whether it is a name that leads to its bearer."""
        return self.kind == "name" and self.is_linked


class Below:
    """What is printed after a headline, if there is one; it is only read when it is first asked for."""

    def __init__(self, headline: Element | None) -> None:
        self.headline = headline

    @cached_property
    def pieces(self) -> Sequence[Piece]:
        """Its pieces until the text begins."""
        return tuple(_pieces(self.headline)) if self.headline is not None else ()


def _pieces(headline: Element) -> Iterator[Piece]:
    """Give what is printed after a headline until the text begins."""
    prose: list[Element] = []
    for text, element in islice(texts_after(headline), _FARTHEST):
        block = block_of(element)
        longest = _LONGEST_LINKED if element.tag == "a" else _LONGEST_LINE
        line = visible_text(block, longest)
        if 0 < len(line) <= longest and (line.isascii() or weight(line) <= _HEAVIEST):
            parts = [text] if element.tag in ("a", "time") else [*_parted(text)]
            yield from (_piece(part, element) for part in parts if part)
        elif block not in prose and weight(visible_text(block)) >= _PROSE:
            if prose and prose[-1].parent is block.parent and prose[-1].tag == block.tag:
                return
            prose.append(block)
            if len(prose) == _MOST_PROSE:
                return


def _parted(text: str) -> Iterator[str]:
    """Give the parts of a line, a date apart from the names before it: "Jane Doe, 3 May 2024"."""
    for part in _BARS.split(text):
        names = undated(part)
        if names != part and names[-1:].isalpha() and _kind_of_names(names, "", is_linked=False) == "name":
            yield names
            yield part[len(names) :].lstrip(" ,;|·•–—-")
        else:
            yield part


def block_of(element: Element) -> Element:
    """Return the paragraph, item or box around an element, or what has a line of its own in a box."""
    here = element
    while here.tag in _INLINE and here.parent is not None and not _is_apart(here):
        here = here.parent
    return here


def _is_apart(element: Element) -> bool:
    """Tell whether an element in a line stands between two boxes."""
    before, after = element.previous, element.next
    edge = before.tail if before is not None else element.parent.text if element.parent is not None else ""
    beside = [one.tag for one in (before, after) if one is not None]
    return bool(beside) and not (edge.strip() or element.tail.strip()) and _INLINE.isdisjoint(beside)


def _piece(text: str, element: Element) -> Piece:
    link = next((one for one in (element, *islice(element.above(), 4)) if one.tag == "a"), None)
    twice = _TWICE.fullmatch(text)
    text = twice[1] if twice else text
    is_linked = link is not None and _is_profile(link, text)
    return Piece(text=text, element=element, kind=_kind(text, element, link), is_linked=is_linked)


@cache
def reporter() -> re.Pattern[str]:
    """Return what the role of a reporter is written as: "Staff Writer", "Reporter in Haven"."""
    role, place = any_of("people.role"), any_of("people.place")
    return re.compile(
        rf"\W*(?:{role}\s+)*[\u3400-\u9fff]{{0,8}}?{any_of('people.reporter')}"  # of 海港新闻记者, too
        rf"(?:\s+(?:{role}|{place})(?:\s.*)?|(?:\s+(?-i:[^\W\d_A-Z])\w*){{1,3}})?[^\w:]*",
        re.IGNORECASE,
    )


@cache
def _other_work() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of('people.other-work')}(?:\W.*)?", re.IGNORECASE)


@cache
def _profile() -> re.Pattern[str]:
    """Return what the address of a writer's page has in it: "/author/"."""
    return re.compile(rf"/(?!{_OF_ANYONE}[/.]){any_of('printed.profile-paths')}[/.]", re.IGNORECASE)


@cache
def _profile_of() -> re.Pattern[str]:
    """Return what it has in it where the name follows: "/author-jane-doe"."""
    writers = any_of("printed.profile-paths")
    return re.compile(rf"/(?!{_OF_ANYONE}-|\w{{1,4}}-){writers}-", re.IGNORECASE)


def _kind(text: str, element: Element, link: Element | None) -> str:
    if _AND.fullmatch(text):
        return "and"
    if link is None or _LINK_OF_ANYONE.search(link.get("href") or ""):
        for kind, pattern in (("role", reporter()), ("by", announced()), ("other", _other_work())):
            if pattern.fullmatch(text):
                return kind
        if any(one.tag == "time" for one in (element, *islice(element.above(), 2))) or _DATED.match(text):
            return "date"
        if _CLOCK.fullmatch(text):
            return "date"
        if sum(map(str.isalpha, text)) <= _MOST_LETTERS and read_moment(text) is not None:
            return "date"
        return _kind_of_names(text, "", is_linked=False)
    if _is_profile(link, text):
        return _kind_of_names(text, _path(link), is_linked=True)
    return _kind_of_names(text, "", is_linked=False) if _is_named_after(link, text) else ""


def _is_named_after(link: Element, text: str) -> bool:
    """Tell whether a link leads to a page that is called like a person: "/people/jane-doe", "/@jane"."""
    address = (link.get("href") or "").partition("?")[0].lower().rstrip("/")
    return bool(_HANDLE.search(address)) or address.rpartition("/")[2] == "-".join(fold(text).split())


def _kind_of_names(text: str, path: str, *, is_linked: bool) -> str:
    """Return what a text is that is names and nothing else; one word is a name where it is in the path."""
    if len(text) > _LONGEST_NAMES or "©" in text:
        return ""
    credited = read_byline(text)
    named = (*credited.authors, *credited.agency, *(credited.outlets if is_linked else ()))
    if not named:  # a newsroom alone parts a name from its date, and speaks for nobody
        return "and" if credited.outlets and fold(text).startswith(fold(credited.outlets[0])) else ""
    rest = fold(LED.sub("", text))
    for name in named:
        rest = rest.replace(fold(name), " ")
    is_rest_known = all(_AND.fullmatch(word) or announced().fullmatch(word) for word in rest.split())
    if not is_rest_known and not reporter().fullmatch(rest) and not _is_placed(text, credited.authors):
        return ""
    return "name" if all(is_full(name) or name.lower() in path for name in credited.authors) else "word"


def _is_placed(text: str, names: Sequence[str]) -> bool:
    """Tell a name with a place or a paper behind it: "Jane Doe, Port Haven", "Jane Doe in Haven"."""
    if len(names) != 1 or not is_full(names[0]) or not text.startswith(names[0]):
        return False
    found = _PLACED.match(text, len(names[0]))
    place = text[found.end() :].split() if found is not None else []
    is_quoted = found is not None and found[0].endswith(tuple('„“"«'))
    is_called = is_quoted or not any(part[0].islower() or part[0].isdigit() for part in place)
    return is_called and 0 < len(place) <= _MOST_PLACED


def _path(link: Element) -> str:
    """Return where a link leads, lower case; "" for a mailbox, whose link may say anything."""
    address = (link.get("href") or "").lower()
    return "" if address.startswith("mailto:") else address


def _is_profile(link: Element, text: str) -> bool:
    """Tell whether a link leads to the page or the mailbox of a writer."""
    address = (link.get("href") or "").lower()
    if address.startswith("mailto:"):
        return " " in text
    if is_to_author(link) or _profile().search(f"{parts_of(address).path}/"):
        return True
    return bool(_profile_of().search(address)) and "-".join(fold(text).split()) in address
