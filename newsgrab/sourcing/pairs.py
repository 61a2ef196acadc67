"""Pairs: two people whom one subject names, "Ann Lee and Tom Roe", so that "he" may be either."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.identities import Identity, identify_name
from newsgrab.sourcing.people import Names
from newsgrab.sourcing.runs import name_runs, words_of_name
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST_KIN = 4  # tokens from "and" to the noun of "her younger sister"


def people_joined(paragraph: Paragraph, phrase: Range, names: Names) -> tuple[Identity, ...]:
    """Return the two that "and" joins in a phrase or behind it; nobody unless both are people.

    Somebody without a name, "her sister", has the name "".
    """
    joining = paragraph.lexicon.phrases["joining"]
    if joining.isdisjoint(paragraph.lows[phrase[0] + 1 : phrase[1] + 1]):
        return ()
    for index in range(phrase[0] + 1, phrase[1] + 1):
        if paragraph.low(index) in joining:
            first = _person_before(paragraph, (phrase[0], index), names)
            second = _person_behind(paragraph, index + 1, names)
            if first is not None and second is not None:
                return first, second
    return ()


def _person_before(paragraph: Paragraph, tokens: Range, names: Names) -> Identity | None:
    """Return the person whose name ends the tokens."""
    runs = [run for run in name_runs(paragraph, tokens) if run[1] == tokens[1]]
    return _person(paragraph, runs[0], names) if runs else None


def _person_behind(paragraph: Paragraph, start: int, names: Names) -> Identity | None:
    """Return the person whom the tokens from ``start`` on name, or tell by kinship or office."""
    end = min(start + FURTHEST_KIN, len(paragraph.words))
    for index in range(start, end):
        if paragraph.has(index, tags.EDGE | tags.PREPOSITION | tags.FINITE | tags.COORDINATOR):
            break
        is_owned = index > start and paragraph.has(start, tags.DETERMINER)
        gender = paragraph.lexicon.genders.get(paragraph.lows[index])
        if is_owned and (gender or paragraph.has(index, tags.ROLE)):
            return Identity("", "", "person", gender)
        if paragraph.has(index, tags.CAPITAL):
            run = next(name_runs(paragraph, (index, len(paragraph.words))), None)
            person = _person(paragraph, run, names) if run and run[0] == index else None
            if person is not None or not paragraph.lexicon.capital_nouns:
                return person
    return None


def _person(paragraph: Paragraph, run: Range, names: Names) -> Identity | None:
    named = words_of_name(paragraph, run)
    people = names.find(" ".join(named[1])) if named is not None else []
    return identify_name(people[0].name, names) if people else None
