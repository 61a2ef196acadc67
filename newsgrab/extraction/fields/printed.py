"""What is printed around the article, as claims: standfirst, byline, dates, notes, and their elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice, takewhile

from newsgrab.extraction.fields.byline_words import Byline
from newsgrab.extraction.fields.bylines import (
    bylines_at,
    find_bylines,
    find_far_bylines,
    find_lone_names,
    is_byline,
    is_marked,
)
from newsgrab.extraction.fields.claims import page_claim, path_of
from newsgrab.extraction.fields.headline import Headline, find_headline, headline_at
from newsgrab.extraction.fields.neighbours import follows_picture
from newsgrab.extraction.fields.original_headline import find_original_headlines
from newsgrab.extraction.fields.printed_dates import dates_in, find_dates, find_far_date
from newsgrab.extraction.fields.reporters import find_reporters
from newsgrab.extraction.fields.sections import find_sections
from newsgrab.extraction.fields.signature_pieces import Below
from newsgrab.extraction.fields.signatures import find_lone_signatures, find_signatures
from newsgrab.extraction.fields.standfirst import find_standfirst
from newsgrab.extraction.fields.zone import Zone, cut_zone
from newsgrab.extraction.lines.creditlines import is_proper
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.lines.people import is_full, read_byline
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.layouts import pointed_at
from newsgrab.extraction.page.names import has_name
from newsgrab.extraction.page.wording import is_longer, printed_lines, visible_text
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of, words
from newsgrab.rules.sites import Layout
from newsgrab.text import SENTENCE_ENDS, WHOLE, weight, words_in

_LONGEST_NOTE = 2_000


@cache
def opens(name: str) -> re.Pattern[str]:
    """Return a pattern of how a note begins.

    A word alone needs a colon, unlike "Correction officers"; a date may stand between.
    """
    openings = words(f"printed.{name}")
    phrases = "|".join(re.escape(word) for word in openings if " " in word)
    alone = "|".join(re.escape(word) for word in openings if " " not in word) or "(?!)"
    dated = r"(?:[,(|]?\s*(?=[^:：]*\d)(?:[^.:：!?]|\d\.){1,30}(?:\d\d:\d\d[^.:：!?]{0,15})?)?"
    return re.compile(rf"[\s(\[]*(?:(?:{phrases})\b|(?:{alone})\s*(?:{dated}[:：]|$))", re.IGNORECASE)


_NEAR = 80  # elements after the headline
_LONGEST_PLACE = 50  # characters
_LONGEST_HEAD = 200  # of a box with a date and a place
_MOST_BOXES = 3  # around a place that stands beside a date
_MOST_SECTIONS = 5
_UNSTOPPED = re.compile(r"(?<=[^\W\d_]{6})\.$")  # of a place that is not shortened
_SHORTEST_NOTE = 20
_SHORTEST_LINE = 20  # letters
_OF_NOTES = ("p", "div", "aside", "section")  # blocks that a note may be
NOTES = ("correction", "backstory")
_OPENING = re.compile(rf"[(\[ ]*{any_of('printed.correction', 'printed.backstory')}", re.IGNORECASE)


_NO_LAYOUT = Layout(host="")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Printed:
    """The printed claims, and the elements whose words are fields and not body."""

    claims: tuple[Claim, ...] = ()
    headline: Element | None = None
    standfirst: tuple[Element, ...] = ()
    byline: Element | None = None


def read_printed(document: Document, claims: tuple[Claim, ...], layout: Layout | None = None) -> Printed:
    """Read what is printed, with the metadata's ``claims`` as witnesses of where it is.

    What the ``layout`` of the site points at needs no witness.
    """
    root, body = document.root, document.body
    if root is None or body is None:
        return Printed()
    layout = layout or _NO_LAYOUT
    headline = headline_at(pointed_at(document, layout.headline)) or find_headline(root, claims)
    zone = cut_zone(body, headline)
    standfirst = pointed_at(document, layout.standfirst) or find_standfirst(zone, claims)
    below = Below(headline.element if headline is not None else None)
    bylines = bylines_at(pointed_at(document, layout.byline)) or _bylines(zone, below, root)
    found = [*_of_headline(headline, root), *_of_standfirst(standfirst), *find_reporters(zone)]
    found += chain.from_iterable(map(_of_byline, bylines))
    if not any(read_byline(line.names).authors for line in bylines):
        found += _of_lone(zone, below)
    found += islice(_datelines(zone), 1)
    found += islice(_suppliers(zone), 1)
    found += find_dates(zone, document.url or "")
    found += dates_in(line.text for line in bylines)
    if not any(claim.field == "date_published" for claim in (*claims, *found)):
        far = find_far_date(zone, root)
        found += [far] if far is not None else []
    if not any(claim.field == "section" for claim in claims):
        found += islice(find_sections(zone, root, document.url or ""), _MOST_SECTIONS)
    found += find_original_headlines(root)
    found += _notes(root)
    return Printed(
        claims=tuple(found),
        headline=headline.element if headline else None,
        standfirst=standfirst,
        byline=bylines[0].element if bylines else None,
    )


def _bylines(zone: Zone, below: Below, root: Element) -> tuple[Byline, ...]:
    """Return the lines that name who wrote it, from the first place that has any."""
    near = find_bylines(zone)
    if near and is_marked(near[0].element):
        return near
    signed = find_signatures(below)
    if not near:
        names_people = any(read_byline(line.names).authors for line in signed)
        return signed if names_people else find_far_bylines(root) or signed
    return signed if any(_is_before(line, near[0]) for line in signed) else near


def _is_before(signed: Byline, line: Byline) -> bool:
    """Tell whether people stand nearer to the headline than a line that only a word like "By" makes one."""
    is_nearer = signed.element.place < line.element.place
    return is_nearer and any(map(is_full, read_byline(signed.names).authors))


def _standfirst_text(parts: Iterable[Element]) -> str:
    """Return the words of a standfirst: each sentence or headline that has a line of its own is a line."""
    return "\n".join(map(_lines_of, parts))


def _lines_of(element: Element) -> str:
    """Return the text of an element in lines; where a break only fits a line to its column, on one."""
    lines = printed_lines(element)
    are_whole = all(weight(line) >= _SHORTEST_LINE and not line[0].islower() for line in lines)
    return "\n".join(lines) if len(lines) > 1 and are_whole else visible_text(element)


def _datelines(zone: Zone) -> Iterator[Claim]:
    """Give the places after the headline that are called one, beside a date or a byline."""
    for element in zone.after()[:_NEAR]:
        if element.attributes and has_name(element, "printed.place-names"):
            text = _UNSTOPPED.sub("", visible_text(element, _LONGEST_PLACE)).strip(" ,|·•–—-")
            if 0 < len(text) <= _LONGEST_PLACE and is_proper(text) and _is_beside_date(element):
                yield page_claim("dateline", text, f"dateline: {path_of(element)}")


def _suppliers(zone: Zone) -> Iterator[Claim]:
    """Give the agencies after the headline that a label announces beside a date: "Source: Reuters"."""
    for element in zone.after()[:_NEAR]:
        found = None if element.children else _supplied().fullmatch(element.text.strip())
        if (
            found
            and read_byline(found[1]).agency
            and not follows_picture(element)
            and _is_beside_date(element)
        ):
            yield page_claim("agency", found[1], f"supplier: {path_of(element)}")


@cache
def _supplied() -> re.Pattern[str]:
    return re.compile(rf"{any_of('printed.supplied')}\s*[:：]\s*(.{{2,50}})", re.IGNORECASE)


def _is_beside_date(element: Element) -> bool:
    """Tell whether a place stands in a box with a date or a byline, or is called a dateline."""
    if has_name(element, "printed.time-names"):
        return True
    boxes = takewhile(lambda box: not is_longer(box, _LONGEST_HEAD), islice(element.above(), _MOST_BOXES))
    lines = (visible_text(box, _LONGEST_HEAD) for box in boxes)
    return any(read_moment(line) is not None or is_byline(line) for line in lines)


def _of_headline(headline: Headline | None, root: Element) -> Iterator[Claim]:
    """Give the printed headlines, and the page's title to fall back on."""
    if headline is not None:
        yield page_claim("headline", headline.text, headline.locator)
        if headline.second:
            yield page_claim("alternative_headline", headline.second, "second-headline")
    titles = (one for one in root.inside("title") if one.parent is not None and one.parent.tag == "head")
    if title := next(map(visible_text, titles), ""):
        yield page_claim("headline", title, "title: title")


def _of_standfirst(parts: tuple[Element, ...]) -> Iterator[Claim]:
    if parts:
        yield page_claim("standfirst", _standfirst_text(parts), f"standfirst: {path_of(parts[0])}")


def _of_byline(line: Byline) -> Iterator[Claim]:
    yield page_claim("byline", line.text, f"byline: {path_of(line.element)}")
    yield from _of_names(line, "byline")


def _of_names(line: Byline, finder: str) -> Iterator[Claim]:
    where = f"{finder}: {path_of(line.element)}"
    yield page_claim("authors", line.names, where)
    yield page_claim("agency", line.names, where)
    if line.text != line.names:  # which are those that have a link: "By <a>Jane Doe</a> with Reuters"
        yield page_claim("agency", line.text, where)


def _of_lone(zone: Zone, below: Below) -> Iterator[Claim]:
    """Give who is named without a word; the line is a byline where it begins with them.

    A line of which only its look and its place speak must also have nothing else in it.
    """
    signed = find_lone_signatures(below)
    for line in signed or find_lone_names(zone):
        credited = read_byline(line.names)
        names = (*credited.authors, *credited.agency)
        is_opened = bool(names) and (line.text.startswith(names[0]) or is_byline(line.text))
        if is_opened and (signed or _is_all_names(line.text, names)):
            yield page_claim("byline", line.text, f"lone: {path_of(line.element)}")
        yield from _of_names(line, "lone")


def _is_all_names(text: str, names: Iterable[str]) -> bool:
    """Tell whether a line has nothing beside the names but signs and words like "and"."""
    for name in names:
        text = text.replace(name, "", 1)
    return set(words_in(text.lower())) <= set(words("people.and"))


def _notes(root: Element) -> Iterator[Claim]:
    """Give corrections and lines on who reported, wherever they are printed."""
    elements = list(root.within(*_OF_NOTES, "em", "i", "small", "span"))
    # Elements in one another have the same first words.
    openings = {start for start in {one.opening for one in elements} if start and _OPENING.match(start)}
    for element in elements if openings else ():
        for name in NOTES if element.opening in openings else ():
            if opens(name).match(element.opening):
                if _holds_note(element, opens(name)):
                    continue
                text = visible_text(element, _LONGEST_NOTE)
                text = _with_next(element, text) if name == "correction" else text
                if _SHORTEST_NOTE <= len(text) <= _LONGEST_NOTE:
                    yield page_claim(name, text, f"{name}: {path_of(element)}")


def _holds_note(element: Element, opening: re.Pattern[str]) -> bool:
    """Tell a box that begins with a note, which is a sentence and has an element of its own, and goes on."""
    inner = element.children[0] if len(element.children) > 1 and not element.text.strip() else None
    if inner is None or inner.tag not in _OF_NOTES or not opening.match(inner.opening):
        return False
    text = visible_text(inner)
    return len(text) >= _SHORTEST_NOTE and bool(WHOLE.search(text))


def _with_next(element: Element, text: str) -> str:
    """Add the paragraph after a correction's heading, which is no sentence: "Correction: March 1, 2026"."""
    after = element.next
    if text.endswith((*SENTENCE_ENDS, ")")) or after is None or after.tag != element.tag:
        return text
    return f"{text} {visible_text(after, _LONGEST_NOTE)}"
