"""The printed lines that name who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, islice, takewhile

from newsgrab.extraction.fields.byline_words import Byline, is_to_author, read_line
from newsgrab.extraction.fields.neighbours import QUOTES, follows_picture, follows_quotation
from newsgrab.extraction.fields.zone import Zone
from newsgrab.extraction.lines.creditlines import is_labelled
from newsgrab.extraction.lines.han import is_of_others, is_telling
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.lines.people import LED, is_full, read_byline
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.emphasis import is_bold, is_emphasised
from newsgrab.extraction.page.names import has_name, is_elsewhere
from newsgrab.extraction.page.wording import is_longer, tidy, visible_text
from newsgrab.rules.lexicon import any_of, word_set
from newsgrab.text import WHOLE

_NEAR = 200  # elements between the headline and a line that only a word like "By" makes a byline
_MOST_LINES = 5
_LONGEST = 200  # characters of a line
_MOST_WORDS = 14  # of one that begins with a word like "By"
_MOST_INNER = 60  # elements in a line, and lines that are looked at
_POSTCODE = re.compile(r"(?<![\d.])\d{4,5}(?!\d)")
_PROSE = 80  # characters of a paragraph
_LONGEST_NAMES = 60  # characters
# Nothing tells a name from a subhead or a notice in a script without large letters, but its length in these.
_NAME_LIKE = re.compile("[A-ZÀ-ÞĀ-\u024fΆ-ΫЀ-ЯҐ-\u052fԱ-Ֆ\u1e00-\u1eff\u3040-\u9fff\uac00-\ud7af]")
_LISTS = frozenset({"ul", "ol"})
_LONE_TAGS = frozenset({"p", "span", "div"})
_LINE_TAGS = frozenset("p span div a strong em i b small li td h2 h3 h4 h5 h6".split())
_WIRED = re.compile(r"\w+\s*/")  # "AFP/The Haven Post": an agency, which is a label before pictures, too
_AFTER_AD = re.compile(any_of("calls.after-the-ad"), re.IGNORECASE)  # "Tekst se nastavlja ispod oglasa"
_AT_RIGHT = re.compile(r"(?:text|align)(?:-align)?\s*[-:]\s*(?:right|end)\b|^\W*right$", re.IGNORECASE)


def find_bylines(zone: Zone) -> tuple[Byline, ...]:
    """Return the lines around the headline that name who wrote it, the surest first."""
    ranked = sorted(_near(zone), key=lambda one: one[0])
    return tuple(read_line(element) for _, element in ranked[:_MOST_LINES])


def find_far_bylines(root: Element) -> tuple[Byline, ...]:
    """Return lines that name who wrote it wherever a page prints them."""
    elsewhere = tuple(read_line(element) for element in _elsewhere(root))
    if elsewhere:
        return elsewhere
    led = [one for one in root.within("p", "div", "span", "em", "li") if _leads(one.opening)]
    lines = [one for one in led if len(one.children) < _MOST_INNER and _led_line(one) and not is_apart(one)]
    if lines:
        return (read_line(lines[-1]),)
    return tuple(_labelled(root))[-1:] or tuple(islice(_initialled(led), 1))


def bylines_at(chosen: Iterable[Element]) -> tuple[Byline, ...]:
    """Return these elements as bylines, those that have letters."""
    return tuple(read_line(element) for element in chosen if _has_letters(visible_text(element, _LONGEST)))


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
    return tuple(read_line(line) for line in islice(named, 1))


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
    is_short = 1 < len(text) <= _LONGEST_NAMES and text[0] not in QUOTES
    may_be_name = is_short and _NAME_LIKE.search(text) is not None
    return may_be_name and _names_only(text) and all(map(is_telling, read_byline(text).authors))


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
    is_whole = start.endswith((":", "：")) or word in word_set("people.by")
    return is_whole and bool(LED.match(f"{start} X")) and word not in word_set("people.place")


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
        if not 1 < len(text) <= _LONGEST or (named and not _names_somebody(text)) or _is_quoted(element):
            continue
        if own and not own.issuperset(islice((one for one in element.above() if one.tag == "article"), 1)):
            continue  # of another article
        inside.add(element)
        yield distance - 80 * named - 60 * bool(LED.match(text)), element


def is_marked(element: Element) -> bool:
    """Tell whether an element says of itself that it is a byline."""
    return _is_called_byline(element) or (
        element.tag == "address" and not (_is_bio(element) or _is_postal(element))
    )


def _is_quoted(element: Element) -> bool:
    """Tell whom a quotation is of."""
    return any(above.tag == "blockquote" for above in islice(element.above(), 3))


def _is_bio(element: Element) -> bool:
    """Tell a sentence about who wrote it from a line that names them."""
    text = visible_text(element)
    return bool(WHOLE.search(text)) and len(text.split()) > _MOST_WORDS and not LED.match(text)


def _is_postal(element: Element) -> bool:
    """Tell where somebody is found from who wrote it: a line with numbers that are no date's."""
    text = visible_text(element)
    return bool(_POSTCODE.search(text)) and read_moment(text) is None and not LED.match(text)


def _is_called_byline(element: Element) -> bool:
    is_link = element.get("rel") == "author"
    return is_to_author(element) if is_link else has_name(element, "printed.byline-names")


@lru_cache(maxsize=4096)
def _leads(opening: str) -> bool:
    """Tell whether words begin with one like "By"; elements in one another have the same first words."""
    return bool(LED.match(f"{opening} X"))


def _led_line(element: Element) -> str:
    """Return the text of a line that begins with a word like "By" and goes on with full names only."""
    if element.tag not in _LINE_TAGS or not _leads(element.opening):
        return ""
    text = visible_text(element, _LONGEST)
    is_of_article = is_byline(text) and not (_is_in_teaser(element) or _AFTER_AD.search(text))
    return text if is_of_article else ""


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
    """Tell whether a line may name who wrote it, and not who took a picture or edited."""
    return (not is_labelled(text) or bool(_WIRED.match(text))) and not is_of_others(text)


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
    """Tell whether an element stands in a box of other articles or of readers, or says whom a quote is of."""
    return any(
        above.tag in ("nav", "aside", "blockquote") or is_elsewhere(above)
        for above in islice(element.above(), 8)
        if above.tag not in ("body", "main", "article", "html")
    )
