"""Bodies: which of those that a text names "the center" or "the ministry" is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsgrab.sourcing import tags
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.names import name_runs
from newsgrab.sourcing.people import Names, bare
from newsgrab.sourcing.stretches import head_of
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST = 6  # words; a longer run of capitals is a headline
SHORTEST_ACRONYM = 3  # letters, if no brackets explain it
KINDS = ("official", "organisation", "media")


@dataclass(frozen=True, slots=True)
class Body:
    """A body where a text names it, with the noun that its name tells, in small letters."""

    place: int
    name: str
    noun: str


def find_bodies(paragraphs: Sequence[Paragraph], names: Names) -> tuple[Body, ...]:
    """Find the names of several words that tell what they name: "Storm Prediction Center"."""
    return tuple(body for paragraph in paragraphs for body in _bodies_of(paragraph, names))


def _bodies_of(paragraph: Paragraph, names: Names) -> Iterator[Body]:
    if paragraph.start in names.headlines:
        return
    for run in name_runs(paragraph, (0, len(paragraph.tags))):
        start, end = _whole_name(paragraph, run)
        printed = bare(" ".join(paragraph.between(start, end).split()))
        noun = bare(paragraph.words[head_of(paragraph, (start, end))])
        is_name = 1 < end - start <= LONGEST and not noun.isupper() and not names.find(printed)
        if is_name and kind_of_word(noun, names.lexicon) in KINDS:
            yield Body(paragraph.starts[start], printed, noun.lower())


def _whole_name(paragraph: Paragraph, run: Range) -> Range:
    """Return the run without an article, and with what "of" joins to it: "Bank of Ham"."""
    start, end = run
    start += paragraph.has(start, tags.DETERMINER) and end - start > 1
    while paragraph.low(end) in paragraph.lexicon.phrases["linking"] and paragraph.has(end + 1, tags.CAPITAL):
        if paragraph.has(end - 1, tags.POSSESSIVE):
            break
        end += 1
        while paragraph.has(end, tags.CAPITAL) and not paragraph.has(end - 1, tags.POSSESSIVE):
            end += 1
    return start, end


def body_called(noun: str, before: int, bodies: Sequence[Body]) -> str | None:
    """Return the only body named before a place that the noun tells; None if there are two."""
    called = {body.name for body in bodies if body.place < before and body.noun == noun}
    return called.pop() if len(called) == 1 else None


def note_initials(names: Names, bodies: Sequence[Body]) -> None:
    """Enter "HPD", where the text has it, for the only body with these initials: "Ham Police Department"."""
    spelled: dict[str, set[str]] = {}
    for body in bodies:
        initials = "".join(word[0] for word in body.name.split() if word[0].isupper())
        if len(initials) >= SHORTEST_ACRONYM and initials in names.proper:
            spelled.setdefault(initials, set()).add(body.name)
    for initials, called in spelled.items():
        if len(called) == 1 and initials not in names.acronyms:
            (name,) = called
            names.acronyms[initials] = names.acronyms[name] = f"{name} ({initials})"
