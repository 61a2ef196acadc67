"""The printed lines that name who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice, takewhile, zip_longest

from newsgrab.extraction.fields.among import QUOTES, follows_picture, follows_quotation
from newsgrab.extraction.fields.zone import Zone
from newsgrab.extraction.lines.creditlines import is_labelled
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.lines.people import LED, is_full, read_byline
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.emphasis import is_bold, is_emphasised
from newsgrab.extraction.page.names import has_name, is_elsewhere
from newsgrab.extraction.page.wording import is_longer, linked_pieces, tidy, visible_text
from newsgrab.rules.lexicon import any_of, words
from newsgrab.urls import parts_of

_NEAR = 200  # elements
_LONGEST = 200
_MOST_LINES = 5
_MOST_WORDS = 14
_MOST_INNER = 60
_PROSE = 80
_LONGEST_NAMES = 60
_LISTS = frozenset({"ul", "ol"})
_LONE_TAGS = frozenset({"p", "span", "div"})
_BY_WORDS = frozenset(words("people.by"))
_PLACE_WORDS = frozenset(words("people.place"))
_AND = re.compile(rf"\s+{any_of('people.and')}(?=\s)")
_LINE_TAGS = frozenset("p span div a strong em i b small li td h2 h3 h4 h5 h6".split())
_WIRED = re.compile(r"\w+\s*/")  # "AFP/The Haven Post": an agency, which is a label before pictures, too
_BARS = re.compile(r"\s+[|·•]\s+")
_WHEN = re.compile(
    rf"[^\W\d_]{{0,3}}\s?\d.{{0,30}}|(?:{any_of('printed.published', 'printed.modified')})\W*", re.IGNORECASE
)
_AT_RIGHT = re.compile(r"(?:text|align)(?:-align)?\s*[-:]\s*(?:right|end)\b|^\W*right$", re.IGNORECASE)
_PROFILE = re.compile(rf"/{any_of('printed.profile-paths')}/", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Byline:
    """A line as printed, its names parted by "|", and where it stands."""

    text: str
    names: str
    element: Element


def find_bylines(zone: Zone) -> tuple[Byline, ...]:
    """Return the lines around the headline that name who wrote it, the surest first."""
    ranked = sorted(_near(zone), key=lambda one: one[0])
    return tuple(_line(element) for _, element in ranked[:_MOST_LINES])


def find_far_bylines(root: Element) -> tuple[Byline, ...]:
    """Return lines that name who wrote it wherever a page prints them."""
    elsewhere = tuple(_line(element) for element in _elsewhere(root))
    if elsewhere:
        return elsewhere
    led = [one for one in root.within("p", "div", "span", "em", "li") if _leads(one.opening)]
    lines = [one for one in led if len(one.children) < _MOST_INNER and _led_line(one) and not is_apart(one)]
    if lines:
        return (_line(lines[-1]),)
    return tuple(_labelled(root))[-1:] or tuple(islice(_initialled(led), 1))


def bylines_at(chosen: Iterable[Element]) -> tuple[Byline, ...]:
    """Return these elements as bylines, those that have letters."""
    return tuple(_line(element) for element in chosen if _has_letters(visible_text(element, _LONGEST)))


def find_lone_names(zone: Zone) -> tuple[Byline, ...]:
    """Return who is named without a word: in bold first, last or at the right, an agency by the headline."""
    lines = [one for one in zone.after() if one.tag in _LONE_TAGS and not one.has("p")]
    first = list(takewhile(_is_short, lines))
    last = list(takewhile(_is_short, reversed(lines)))[::-1]
    at_right = [line for line in lines if _is_at_right(line)]
    signed = (line for line in at_right if _is_name_in(is_emphasised, line) and not follows_quotation(line))
    named = chain(
        (line for line in first if _is_agency(line) or _is_name_in(is_bold, line)),
        (line for line in last if _is_name_in(is_bold, line)),
        signed,
        (line for line in at_right if _is_name_in(is_bold, line)),
    )
    return tuple(_line(line) for line in islice(named, 1))


def _is_short(line: Element) -> bool:
    """Tell a line from a paragraph of the text."""
    return not is_longer(line, _LONGEST) and len(visible_text(line)) < _PROSE


def _is_agency(line: Element) -> bool:
    text = visible_text(line)
    is_named = 1 < len(text) <= _LONGEST_NAMES and read_byline(text).agency == (text,)
    return is_named and not follows_picture(line)


def _is_at_right(line: Element) -> bool:
    """Tell a line that is set to the right, as a signature is."""
    looks = " ".join(line.get(name) or "" for name in ("class", "style", "align"))
    return bool(_AT_RIGHT.search(looks))


def heads_list(line: Element) -> bool:
    """Tell the heading of a list of facts; a list of links behind a name is there to share by."""
    following = line.next
    return (
        following is not None
        and following.tag in _LISTS
        and not following.has("a", "button")
        and len(visible_text(following)) >= _PROSE
    )


def _is_name_in(is_set: Callable[[Element], bool], line: Element) -> bool:
    if line.tag != "p" or not is_set(line) or heads_list(line):
        return False
    text = visible_text(line)
    return 1 < len(text) <= _LONGEST_NAMES and text[0] not in QUOTES and _names_only(text)


def _labelled(root: Element) -> Iterator[Byline]:
    """Give the names behind a label of its own in a short box: "<b>Author:</b> Jane Doe"."""
    for label in root.within("b", "strong", "span", "h4", "h5", "h6", "dt", "div"):
        start = "" if label.children else label.text.strip(" |·•\n\t")
        box = label.parent
        if not start or box is None or not _is_label(start):
            continue
        following = label.next
        names = tidy(label.tail) or (visible_text(following, _LONGEST) if following is not None else "")
        text = visible_text(box, _LONGEST)
        if (
            1 < len(names) <= _LONGEST_NAMES
            and _names_only(names)
            and 1 < len(text) <= _LONGEST
            and not is_apart(box)
        ):
            yield Byline(text=f"{tidy(start)} {names}", names=names, element=box)


def _is_label(start: str) -> bool:
    """Tell whether words only announce a name: "Author:", or a "By" that stands alone; not "From:"."""
    word = start.rstrip(":：").lower()
    is_whole = start.endswith((":", "：")) or word in _BY_WORDS
    return is_whole and bool(LED.match(f"{start} X")) and word not in _PLACE_WORDS


@cache
def _initials() -> re.Pattern[str]:
    by = any_of("people.by")
    return re.compile(rf"^(?:{by})\s*:?\s+((?-i:[A-Z]{{2,5}}))(?=\s*(?:[,;|•·]|$))", re.IGNORECASE)


def _initialled(led: Iterable[Element]) -> Iterator[Byline]:
    """Give lines that go on after a word like "By" with the initials of a newsroom: "By THP, in Local"."""
    for element in led:
        found = _initials().match(element.opening) if element.tag != "li" else None
        if found is not None and not is_longer(element, _LONGEST) and not is_apart(element):
            yield Byline(text=tidy(found[0]), names=found[1], element=element)


def _near(zone: Zone) -> Iterator[tuple[int, Element]]:
    """Give lines around the headline with a rank, lower is better."""
    inside: set[Element] = set()
    heading = zone.headline.element if zone.headline else None
    own = {above for above in heading.above() if above.tag == "article"} if heading is not None else set()
    for place, element in enumerate(zone.elements):
        above = element.parent
        if above in inside:
            inside.add(element)
            continue
        if element is heading or len(element.children) > 40:
            continue
        distance = place - zone.at if place >= zone.at else zone.at - place + 40
        named = is_marked(element)
        text = visible_text(element, _LONGEST) if named else _led_line(element) if distance < _NEAR else ""
        if not 1 < len(text) <= _LONGEST or (named and not _names_somebody(text)):
            continue
        if own and not own.issuperset(islice((one for one in element.above() if one.tag == "article"), 1)):
            continue  # of another article
        inside.add(element)
        yield distance - 80 * named - 60 * bool(LED.match(text)), element


def is_marked(element: Element) -> bool:
    """Tell whether an element says of itself that it is a byline."""
    return _is_called_byline(element) or element.tag == "address"


def _is_called_byline(element: Element) -> bool:
    is_link = element.get("rel") == "author"
    return is_to_author(element) if is_link else has_name(element, "printed.byline-names")


def is_to_author(element: Element) -> bool:
    """Tell a link that says it leads to the author; one to the front page only has the site's own name."""
    if element.get("rel") != "author":
        return False
    address = (element.get("href") or "#").strip()
    parts = parts_of(address)
    return bool(parts.path.strip("/") or parts.query or "#" in address)


@lru_cache(maxsize=4096)
def _leads(opening: str) -> bool:
    """Tell whether words begin with one like "By"; elements in one another have the same first words."""
    return bool(LED.match(f"{opening} X"))


def _led_line(element: Element) -> str:
    """Return the text of a line that begins with a word like "By" and goes on with full names only."""
    if element.tag not in _LINE_TAGS or not _leads(element.opening):
        return ""
    text = visible_text(element, _LONGEST)
    return text if is_byline(text) and not _is_in_teaser(element) else ""


def is_byline(text: str) -> bool:
    """Tell whether a line names who wrote it and says nothing else.

    >>> is_byline("By Jane Doe, Political Editor"), is_byline("By noon the boats had left the harbour.")
    (True, False)
    """
    return len(text.split()) <= _MOST_WORDS and bool(LED.match(text)) and _names_only(text)


def _names_only(text: str) -> bool:
    authors = read_byline(text).authors
    return bool(authors) and all(map(is_full, authors))


def _is_in_teaser(element: Element) -> bool:
    """Tell whether an element is inside a link or an item of a list."""
    return any(above.tag in ("a", "li") for above in islice(element.above(), 5))


def _names_somebody(text: str) -> bool:
    """Tell whether a line may name who wrote it, and not who took a picture."""
    return not is_labelled(text) or bool(_WIRED.match(text))


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _elsewhere(root: Element) -> Iterator[Element]:
    """Give lines far from the headline, as a page may print them below the text."""
    lines = (one for one in root.inside() if one.length > 1 and not is_longer(one, _LONGEST))
    for element in islice(filter(_is_called_byline, lines), _MOST_INNER):
        text = visible_text(element)
        if 1 < len(text) <= _LONGEST and _names_somebody(text) and not _is_of_others(element):
            yield element
            return


def _is_of_others(element: Element) -> bool:
    return is_elsewhere(element) or is_apart(element)


def is_apart(element: Element) -> bool:
    """Tell whether an element stands in a box of other articles or of readers."""
    return any(
        above.tag in ("nav", "aside") or is_elsewhere(above)
        for above in islice(element.above(), 8)
        if above.tag not in ("body", "main", "article", "html")
    )


def _line(element: Element) -> Byline:
    inside = islice(element.inside("a", "span", "b", "strong", "div", "p", "h3", "h4"), _MOST_INNER)
    marked = [one for one in inside if _is_name_of_one(one)]
    holders = {above for one in marked for above in one.above()}
    inner = [visible_text(one, _LONGEST) for one in marked if one not in holders]
    names = [text for text in dict.fromkeys(inner) if text and read_byline(text).authors]
    text = visible_text(element)
    pieces = list(_unfiled(element))
    beside = [name for name in read_byline(" | ".join(pieces)).authors if _is_joined(name, names, text)]
    named = sorted([*beside, *names], key=text.find) if beside else names
    line = _between_bars(_after_date(text, pieces))
    return Byline(text=line, names=" | ".join(named or pieces), element=element)


def _between_bars(text: str) -> str:
    """Return a line without the paper before a "By" and the times behind the names.

    >>> _between_bars("Haven Post | By Jane Doe • 2d • 3 min read")
    'By Jane Doe'
    >>> _between_bars("Jane Doe | Haven Post")
    'Jane Doe | Haven Post'
    """
    bars = list(_BARS.finditer(text))
    start = next((bar.end() for bar in bars if LED.match(text[bar.end() :])), 0)
    end = len(text)
    for bar in reversed(bars):
        if bar.start() < start or not _WHEN.fullmatch(text[bar.end() : end]):
            break
        end = bar.start()
    return text[start:end]


def _after_date(text: str, pieces: Iterable[str]) -> str:
    """Return a line without the date it begins with: "4 May 2024 Jane Doe", not "4 May 2024, by Jane Doe"."""
    for date in takewhile(_is_date, pieces):
        text = text.removeprefix(date).lstrip(" |·•,;:–—-") or text
    return text


def _is_date(piece: str) -> bool:
    return read_moment(piece) is not None and piece.rpartition(" ")[2].lower() not in _BY_WORDS


def _unfiled(element: Element) -> Iterator[str]:
    """Give the pieces of a line without what the article is filed under: "By Jane Doe in News"."""
    filed = {visible_text(link, _LONGEST) for link in element.inside("a") if _is_filing(link)}
    pieces = linked_pieces(element)
    for piece, after in zip_longest(pieces, pieces[1:], fillvalue=""):
        name, _, last = piece.rpartition(" ")
        if piece not in filed:
            yield name if after in filed and name and last.lower() in _PLACE_WORDS else piece


def _is_filing(link: Element) -> bool:
    """Tell whether a link says under what an article is filed."""
    return "tag" in (link.get("rel") or "").split() and not _PROFILE.search(link.get("href") or "")


def _is_joined(name: str, others: list[str], text: str) -> bool:
    """Tell whether a name stands before or after one of the others with no more than "and" between.

    A comma joins it where an "and" follows: "Jane Doe, John Roe and Jim Poe", not "Chief of Sea, John Roe".
    """
    if not is_full(name) or any(name in other or other in name for other in others):
        return False
    parted = ((text[: found.start()], text[found.end() :].lstrip()) for found in _AND.finditer(text))
    return bool(others) and any(_joins(before, after, name, tuple(others)) for before, after in parted)


def _joins(before: str, after: str, name: str, others: tuple[str, ...]) -> bool:
    """Tell whether an "and" between two parts of a line joins a name to one of the others."""
    if not before.endswith(others):
        return before.endswith(name) and after.startswith(others)
    lists = (before.removesuffix(other).rstrip() for other in others if before.endswith(other))
    return after.startswith(name) or any(
        rest.endswith(",") and rest[:-1].rstrip().endswith(name) for rest in lists
    )


def _is_name_of_one(element: Element) -> bool:
    """Tell whether an element inside a byline holds one person's name: a link to a profile, a marked name."""
    if is_to_author(element):
        return True
    if element.get("itemprop") == "name":
        return not any(above.tag == "li" for above in islice(element.above(), 3))
    if element.tag == "a":
        return bool(_PROFILE.search(element.get("href") or ""))
    return has_name(element, "printed.name-names")
