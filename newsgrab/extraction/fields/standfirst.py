"""The introduction printed above the text: found by its name, its place, and the metadata that repeats it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from newsgrab.extraction.fields.heads import (
    LONGEST_SIGNS,
    is_above_byline,
    is_alone_in_head,
    is_boxed_before_text,
    is_boxed_right_below,
    is_by_a_picture,
    is_right_below,
)
from newsgrab.extraction.fields.neighbours import INLINE, holds_blocks, is_one_of_many, line_around
from newsgrab.extraction.fields.zone import Zone
from newsgrab.extraction.lines.creditlines import ends_in_label, is_credit, split_words
from newsgrab.extraction.lines.days import is_of_days
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.lines.people import LED
from newsgrab.extraction.page.after import is_followed_by_text
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.emphasis import is_bold, is_boxed, is_emphasised, stands_out
from newsgrab.extraction.page.names import has_name, names_of
from newsgrab.extraction.page.wording import fold, plain, visible_text
from newsgrab.model import Claim
from newsgrab.text import SENTENCE_ENDS, WHOLE, weight

_SHORTEST = 20  # characters
_LONGEST = 1_000  # characters
_ENOUGH = 2.5  # of all that speaks for a line
_NEAR, _FAR = 12, 50  # elements after the headline
_ENOUGH_TEXT = 3  # paragraphs of the text itself
_MANY_ALIKE = 4  # paragraphs of one class
_ORDINARY = 2.7  # speaks against a paragraph like those of the text
_SENTENCE = 40  # characters
_ABOVE_BYLINE = 1.2  # speaks for a line
_RIGHT_BELOW = 1.0  # speaks for a line
_WHOLE = frozenset({"body", "article", "main", "html"})
_MOST_NESTED = 3  # boxes that hold nothing else
_LONGEST_PLACE = 30  # characters, of the place before a standfirst
_LINE = 40  # characters
_SUBHEADS = frozenset({"h2", "h3", "h4"})
_TELLING = 60  # characters that two texts share by more than chance
_TAGS = frozenset(
    {"p", "div", "h2", "h3", "h4", "h5", "span", "strong", "b", "section", "header", "td", "em", "font"}
)
_CLOCK = re.compile(r"(?<!\d)\d\d?[:.]\d\d(?!\d)")
_ENDING = re.compile(r"(?<![\s.…])[\s.…]+$|\s*\[?(?:…|\.\.\.)\]?$")
_OF_ENDINGS = " .…[]"
_MOST_PARTS = 5  # lines


def find_standfirst(zone: Zone, claims: Iterable[Claim]) -> tuple[Element, ...]:
    """Return the elements that print the standfirst, none where there is none."""
    if zone.headline is None:
        return ()
    descriptions = _descriptions(claims)
    rated = list(_rated(zone, descriptions))
    best = max(rated, key=lambda one: one.score, default=None)
    if best is None or best.score < _ENOUGH or not is_followed_by_text(best.element):
        return ()
    beside = [one.element for one in rated if _is_part(one, best)]
    parts = {element: None for chosen in (_whole_line(best.element), *beside) for element in _run(chosen)}
    parts |= dict.fromkeys(_set_apart_after(best.element, descriptions))
    for element in [one for one in parts if any(above in parts for above in one.above())]:
        del parts[element]  # its words are in the one around it
    within = set(zone.after())
    return tuple(sorted(parts, key=zone.elements.index)) if within.issuperset(parts) else (best.element,)


def _is_part(one: _Rated, best: _Rated) -> bool:
    """Tell another line of a standfirst from a note beside it, and from the text below what is stated."""
    is_like = one.element.tag == best.element.tag
    is_told = one.is_stated or not best.is_stated or one.element.parent is best.element.parent
    return one.is_named and is_like and is_told and one.distance < _NEAR and one.score >= _ENOUGH


def _whole_line(element: Element) -> Element:
    """Return the line that an inline element is nearly all of: "Haven. <span>It took three days</span>"."""
    above = element.parent
    if element.tag not in INLINE or above is None or above.tag not in _TAGS or holds_blocks(above):
        return element
    is_most = len(visible_text(above)) <= len(visible_text(element)) + _LONGEST_PLACE
    return _whole_line(above) if is_most else element


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Rated:
    score: float
    distance: int  # elements after the headline
    is_named: bool
    is_stated: bool  # in the metadata
    element: Element


def _descriptions(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the metadata's summaries, folded, without the mark of a cut."""
    stated = (_without_ending(plain(claim.value)) for claim in claims if claim.field == "description")
    return tuple({fold(text): None for text in stated})


def _without_ending(text: str) -> str:
    """Return a text without the mark of a cut.

    >>> _without_ending("The ferry left. It took three days [...]")
    'The ferry left. It took three days'
    """
    kept = text.rstrip(_OF_ENDINGS)
    return kept + _ENDING.sub("", text[len(kept) :])


def _rated(zone: Zone, descriptions: tuple[str, ...]) -> Iterator[_Rated]:
    """Give what may be a standfirst, each with how much speaks for it, until the text has begun."""
    headline = fold(zone.headline.text) if zone.headline else ""
    after = zone.after()
    looks = Counter([one.attributes.get("class") for one in after if one.tag == "p"])
    paragraphs = 0
    for distance, element in enumerate(after):
        if (element.tag not in _TAGS and "-" not in element.tag) or holds_blocks(element):
            continue
        text = visible_text(element, _LONGEST)
        if fold(text) == headline or not _may_introduce(element, text):
            continue
        is_named = _is_named(element)
        nearness = 1.5 if distance < _NEAR else 0.7 if distance < _FAR else 0.0
        line = line_around(element)
        is_plain = line.tag in ("p", "div") and not is_named and not (stands_out(element) or stands_out(line))
        is_ordinary = is_plain and is_one_of_many(line)
        is_stated = _is_stated(text, descriptions)
        if not is_stated and _is_of_author(element, zone):
            continue
        score = _score(element, text, is_named=is_named, is_stated=is_stated) - _ORDINARY * is_ordinary
        score = score + nearness - 0.8 * paragraphs
        is_above = distance < _NEAR and not is_ordinary and _is_in_head(element, zone)
        if is_plain and not (is_ordinary or is_above or is_boxed(element)):
            score -= _ORDINARY * (looks[element.get("class")] >= _MANY_ALIKE)
        if not is_named and distance < _FAR and _is_set_apart(element, text, looks):
            score += 1.2
        score += _RIGHT_BELOW * _is_right_below(element, zone)
        score += _ABOVE_BYLINE * is_above
        if score >= _ENOUGH and _has_credit(text, is_named=is_named):
            continue  # a caption, with whose the picture is
        yield _Rated(score=score, distance=distance, is_named=is_named, is_stated=is_stated, element=element)
        paragraphs += element.tag == "p" and weight(text) > _TELLING
        if paragraphs > _ENOUGH_TEXT:
            return


def _has_credit(text: str, *, is_named: bool) -> bool:
    """Tell a caption with its credit; in what is called a standfirst, a label has to stand behind a bar."""
    return "|" in text and ends_in_label(text) if is_named else split_words(text)[1] is not None


def _may_introduce(element: Element, text: str) -> bool:
    """Tell whether a line is none of a teaser, of a picture or about the article, nor the text's first."""
    if weight(text) < _SHORTEST or len(text) > _LONGEST or _is_linked(element, text):
        return False
    about = is_by_a_picture(element) or is_credit(text) or _is_dated(text) or is_of_days(text)
    is_label = len(text) < _SENTENCE and text.endswith((":", "："))
    return not (about or is_label or _has_initial(element) or _is_beside_day(element))


def _is_beside_day(element: Element) -> bool:
    """Tell words in a line with a day and its time: from where a report came, what it is filed under."""
    above = element.parent
    if element.tag not in INLINE or above is None:
        return False
    return _is_dated(visible_text(above, LONGEST_SIGNS)) or _is_beside_day(above)


def _is_of_author(element: Element, zone: Zone) -> bool:
    """Tell a line in a box below the headline that is about who wrote the article."""
    first = zone.headline.element.end if zone.headline is not None else 0
    boxes = (box for box in islice(element.above(), _MOST_NESTED) if box.place >= first)
    return any(has_name(box, "printed.byline-names") for box in boxes)


def _has_initial(element: Element) -> bool:
    """Tell what opens the text: it has an initial, or its first letter is apart: "<span>T</span>he ferry"."""
    if has_name(element, "printed.initial-names"):
        return True
    first = next(islice(element.inside(), 1), None)
    if element.text.strip() or first is None:
        return False
    letter = first.words().strip(" “\"'«„")
    return len(letter) == 1 and letter.isupper() and first.tail[:1].islower()


def _is_dated(text: str) -> bool:
    """Tell a byline with its day and time, whatever its box is called."""
    return (
        len(text) <= LONGEST_SIGNS
        and bool(_CLOCK.search(text))
        and not WHOLE.search(text)
        and read_moment(text) is not None
    )


def _is_named(element: Element) -> bool:
    """Tell whether an element or its wrapper is called a standfirst, or is in the headline's group.

    What has the name of a caption too, as "img-description", is one.
    """
    above = element.parent
    if element.tag == "p" and above is not None and above.tag == "hgroup":
        return True
    named = (
        one
        for one in _itself_and_wrapper(element)
        if has_name(one, "printed.standfirst-names") and not has_name(one, "credits.apart-names")
    )
    nearest = next(named, None)
    return nearest in (element, above) or (nearest is not None and weight(visible_text(element)) >= _SENTENCE)


def _is_right_below(element: Element, zone: Zone) -> bool:
    """Tell a second heading, or a line that is set apart, which stands right below the headline."""
    heading = zone.headline.element if zone.headline is not None else None
    is_bare = heading is not None and heading.next is element and is_bold(element)
    is_apart = element.tag in _SUBHEADS or is_emphasised(element) or is_bare
    is_long = is_apart and weight(visible_text(element)) >= _SENTENCE
    return is_long and zone.headline is not None and is_right_below(element, zone.headline.element)


def _is_in_head(element: Element, zone: Zone) -> bool:
    """Tell what is set above the byline, or beside the headline while the text stands elsewhere."""
    heading = zone.headline.element if zone.headline is not None else None
    if heading is not None and (is_alone_in_head(element, heading) or is_boxed_right_below(element, heading)):
        return True
    return is_above_byline(element) or is_boxed_before_text(element)


def _is_set_apart(element: Element, text: str, looks: Counter[str | None]) -> bool:
    """Tell a sentence that looks like no paragraph of the text, where these look alike."""
    common, times = max(looks.items(), key=lambda one: one[1], default=(None, 0))
    return (
        element.tag == "p"
        and times >= _MANY_ALIKE
        and element.get("class") != common
        and looks[element.get("class")] == 1
        and len(text) >= _SENTENCE
        and bool(WHOLE.search(text))
        and not has_name(element, "credits.apart-names")
    )


def _score(element: Element, text: str, *, is_named: bool, is_stated: bool) -> float:
    score = 3.0 * is_stated + 2.0 * is_named
    score += 0.8 * (element.tag in _SUBHEADS) + 0.7 * is_bold(element)
    if LED.match(text) and len(text.split()) < 12 and not WHOLE.search(text):
        score -= 3
    if weight(text) < 40 and not text.endswith(SENTENCE_ENDS):
        score -= 0.5
    return score


def _is_stated(text: str, descriptions: tuple[str, ...]) -> bool:
    folded = fold(text) if descriptions else ""
    return any(_repeats(folded, description) for description in descriptions)


def _repeats(text: str, description: str) -> bool:
    """Tell whether a description has these words, whole or cut short."""
    if len(description) < _SHORTEST:
        return False
    shared = min(weight(text), weight(description))
    return (
        text == description
        or (shared >= _TELLING and text.startswith(description))
        or (shared >= _LINE and description.startswith(text))
    )


def _set_apart_after(element: Element, descriptions: tuple[str, ...]) -> Iterator[Element]:
    """Give the lines after an emphasised one that are so too and go on as the metadata's summary does."""
    words = fold(visible_text(element))
    following = element.next
    while following is not None and is_emphasised(element) and is_emphasised(following):
        if following.children[0].tag != element.children[0].tag:
            return
        words = f"{words} {fold(visible_text(following))}"
        if not any(description.startswith(words) for description in descriptions):
            return
        yield following
        following = following.next


def _itself_and_wrapper(element: Element) -> Iterator[Element]:
    """Give an element, the boxes that hold it alone, and what these stand in, where that is small."""
    yield element
    above = element.parent
    for box in islice(element.above(), _MOST_NESTED):
        if len(box.children) > 1 or box.tag in _WHOLE:
            break
        yield box
        above = box.parent
    if (
        above is not None
        and above.tag not in _WHOLE
        and "articleBody" not in (above.get("itemprop") or "")
        and not _is_dated(visible_text(above, LONGEST_SIGNS))
        and len(above.children) <= 4
    ):
        yield above


def _is_linked(element: Element, text: str) -> bool:
    """Tell whether nearly all of the words are one link, as in a teaser."""
    linked = sum(len(visible_text(link)) for link in element.within("a"))
    return linked > 0.8 * len(text) or any(above.tag == "a" for above in islice(element.above(), 3))


def _run(element: Element) -> Iterator[Element]:
    """Give an element and those after it that are its like: a standfirst in several lines."""
    yield element
    names = names_of(element)
    following = element.next
    if not names or not has_name(element, "printed.standfirst-names"):
        return
    for _ in range(_MOST_PARTS - 1):
        if following is None or following.tag != element.tag or names_of(following) != names:
            return
        if visible_text(following):
            yield following
        following = following.next
