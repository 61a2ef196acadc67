"""Who wrote it: byline, authors and agency out of what is printed and what is stated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from newsgrab.extraction.fields.byline_words import of_authors
from newsgrab.extraction.fields.readings import Known, Reading
from newsgrab.extraction.fields.titles import is_telling
from newsgrab.extraction.lines.moments import undated
from newsgrab.extraction.lines.people import LED, Credited, is_full, read_byline, read_name
from newsgrab.extraction.page.wording import fold, plain
from newsgrab.model import Claim
from newsgrab.rules.places import place_of

_MOST_AUTHORS = 30
_MOST_IN_A_LINE = 6
_PARTS = re.compile(r"[\W_]+")  # between the parts of a name
_TELLING = 3  # letters


def authors(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the people of the best place that names any; a byline that names more of them completes it.

    An organisation is an author only where the page names no person and states it as the author.
    """
    outlets = _outlets(known)
    places: dict[tuple[str, str], list[tuple[Claim, Credited]]] = {}
    for number, claim in enumerate(claims):
        place = (claim.origin, str(number) if claim.origin == "page" else place_of(claim)[1])
        places.setdefault(place, []).append((claim, _read(claim, outlets)))
    best: tuple[tuple[str, ...], tuple[Claim, ...]] = ((), ())
    for (origin, _), group in places.items():
        named = dict.fromkeys(name for _, credited in group for name in credited.authors)
        people = tuple(name for name in named if not _is_headline(name, known))
        if origin == "page" and len(people) > _MOST_IN_A_LINE:
            continue
        if people and (not best[0] or (origin == "page" and _completes(people, best[0]))):
            best = (people, tuple(claim for claim, credited in group if credited.authors))
    if best[0]:
        return Reading(value=_one_each(best[0])[:_MOST_AUTHORS], chosen=best[1])
    return _collective(places, outlets)


def _is_headline(name: str, known: Known) -> bool:
    """Tell the headline, printed again where a name may stand, or most of it; a name alone may be in one."""
    words, headline = fold(name), fold(known.text("headline"))
    return is_telling(words) and words in headline and len(words) > len(headline) / 2


def _read(claim: Claim, outlets: frozenset[str]) -> Credited:
    is_person = claim.origin == "json-ld" and claim.locator.endswith("[Person]")
    return read_name(plain(claim.value), outlets) if is_person else read_byline(plain(claim.value), outlets)


def _completes(more: tuple[str, ...], people: tuple[str, ...]) -> bool:
    """Tell whether a line names the same people and others, all by their full names, or spells one out."""
    if _spells_out(more, people):
        return True
    return (
        len(people) < len(more) <= _MOST_IN_A_LINE
        and all(map(is_full, more))
        and {fold(name) for name in people} <= {fold(name) for name in more}
    )


def _spells_out(names: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Tell the printed name from what a site calls its writer: "Jane Doe" for "jane.doe" or "Jane"."""
    login, *others = known
    full = [name for name in names if is_full(name)]
    if others or is_full(login):
        return False
    if any(name.partition(" ")[0] == login for name in full):
        return True
    parts = set(_PARTS.split(login))
    if not (login.isascii() and login.islower()) or max(map(len, parts)) < _TELLING:
        return False
    return any(parts <= set(_PARTS.split(name.lower())) for name in full)


def _one_each(names: tuple[str, ...]) -> tuple[str, ...]:
    """Drop a name that is spelled the same but for case."""
    return tuple({fold(name): name for name in reversed(names)}.values())[::-1]


def _collective(
    places: dict[tuple[str, str], list[tuple[Claim, Credited]]], outlets: frozenset[str]
) -> Reading:
    """Take the first organisation, one that is not the publisher itself before one that is."""
    own: Reading | None = None
    for group in places.values():
        names = _one_each(
            tuple(name for _, credited in group for name in (*credited.outlets, *credited.agency))
        )
        if not names:
            continue
        reading = Reading(value=names, chosen=tuple(claim for claim, _ in group))
        if not all(name.lower() in outlets for name in names):
            return reading
        own = own or reading
    return own or Reading()


def agency(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the agencies that the first place names."""
    outlets = _outlets(known)
    for claim in claims:
        names = read_byline(plain(claim.value), outlets).agency
        if names:
            return Reading(value=names, chosen=(claim,))
    return Reading()


def byline(claims: tuple[Claim, ...], known: Known) -> Reading:
    """Take the printed line that names who wrote it, as printed, up to a date."""
    outlets = _outlets(known)
    wanted = {fold(name) for name in known.text_tuple("authors")}
    for claim in claims:
        text = of_authors(undated(plain(claim.value)))
        credited = read_byline(text, outlets)
        named = {fold(name) for name in (*credited.authors, *credited.agency, *credited.outlets)}
        is_led = text[:1].isalpha() and LED.match(text)  # behind a comma stands the rest of a line
        is_theirs = named & wanted or not wanted or is_led or _begins_with(text, wanted)
        if named and is_theirs and not _is_headline(text, known):
            return Reading(value=text, chosen=(claim,))
    return Reading()


def _begins_with(text: str, names: Iterable[str]) -> bool:
    """Tell whether a line names one of these people first, and once: "Jane Doe HP"."""
    folded = f"{fold(text)} "
    is_name = any(folded.startswith(f"{name} ") and folded.count(f"{name} ") == 1 for name in names)
    return is_name and "@" not in text


def _outlets(known: Known) -> frozenset[str]:
    """Return the names of the publisher that must not pass for a person."""
    name = known.text("publisher").lower()
    host = (urlsplit(known.url).hostname or "").removeprefix("www.")
    return frozenset(part for part in (name, name.removeprefix("the "), host, host.partition(".")[0]) if part)
