"""Names: the full ones and acronyms that a text gives, and which of them a mention stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.phrases import Range, phrase_before
from newsgrab.sourcing.tokens import Paragraph

LONGEST_NAME = 5
_INSIDE = frozenset(
    ("of", "the", "and", "for", "&", "de", "von", "van", "der", "den", "la", "al", "bin", "du", "zu")
)
_NO_NAME = (
    tags.PRONOUN
    | tags.OBJECT
    | tags.CONJUNCTION
    | tags.PREPOSITION
    | tags.AUXILIARY
    | tags.DETERMINER
    | tags.TIME
)


@dataclass(frozen=True, slots=True)
class Names:
    """What a text says about who is who."""

    people: dict[str, list[str]] = field(default_factory=dict)  # last name -> full names
    acronyms: dict[str, str] = field(default_factory=dict)  # SBU -> Ukrainian security service (SBU)
    places: list[tuple[int, str]] = field(default_factory=list)  # where which full name or last name stands


def read_names(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Names:
    """Collect the names of people and the acronyms of bodies."""
    names = Names()
    for paragraph in paragraphs:
        for start, end in _runs(paragraph):
            _note_run(names, paragraph, (start, end), lexicon)
        _note_acronyms(names, paragraph)
    return names


def name_run(paragraph: Paragraph, phrase: Range) -> Range | None:
    """Return the name in a noun phrase, titles left out: "Ann Lee" in "former senator Ann Lee of Ohio"."""
    start = phrase[0]
    head = _core_end(paragraph, phrase)
    if head <= start or not paragraph.has(head - 1, tags.CAPITAL | tags.NUMBER):
        return None
    first = head
    while first > start and _in_name(paragraph, first - 1, head):
        first -= 1
    while first < head and paragraph.has(first, tags.TITLE | tags.DETERMINER | tags.ADVERB):
        first += 1
    while first < head and not paragraph.has(first, tags.CAPITAL):
        first += 1
    return (first, head) if first < head else None


def _in_name(paragraph: Paragraph, index: int, head: int) -> bool:
    tag = paragraph.tags[index]
    if tag & tags.CAPITAL:
        return not tag & tags.POSSESSIVE
    return index + 1 < head and paragraph.lows[index] in _INSIDE and paragraph.has(index + 1, tags.CAPITAL)


def _core_end(paragraph: Paragraph, phrase: Range) -> int:
    """Return where the phrase's first part ends: before a preposition that is not inside a name."""
    for index in range(phrase[0] + 1, phrase[1]):
        if not paragraph.tags[index] & tags.PREPOSITION:
            continue
        joins_capitals = paragraph.has(index - 1, tags.CAPITAL) and paragraph.has(index + 1, tags.CAPITAL)
        if paragraph.lows[index] == "of" and joins_capitals:
            continue
        return index
    return phrase[1]


def _runs(paragraph: Paragraph) -> list[Range]:
    """Find the runs of capitalised words."""
    runs: list[Range] = []
    start: int | None = None
    for index, tag in enumerate(paragraph.tags):
        if tag & tags.CAPITAL and not tag & _NO_NAME:
            start = index if start is None else start
            if not tag & tags.POSSESSIVE:
                continue
            index += 1
        if start is not None:
            runs.append((start, index))
            start = None
    if start is not None:
        runs.append((start, len(paragraph.tags)))
    return runs


def _note_run(names: Names, paragraph: Paragraph, run: Range, lexicon: Lexicon) -> None:
    start, end = run
    has_title = paragraph.has(start, tags.TITLE)
    while start < end and paragraph.has(start, tags.TITLE):
        start += 1
    if not 1 <= end - start <= LONGEST_NAME:
        return
    words = [bare(word) for word in paragraph.words[start:end]]
    if any(word.lower() in lexicon.types for word in words):
        return
    names.places.append((paragraph.starts[start], " ".join(words)))
    looks_personal = has_title or words[0].lower() in lexicon.genders or len(words) in (2, 3)
    if len(words) > 1 and looks_personal:
        last = words[-1] if words[-1].lower().strip(".") not in ("jr", "sr", "ii", "iii", "iv") else words[-2]
        full = names.people.setdefault(last, [])
        name = " ".join(words)
        if name not in full:
            full.append(name)


def bare(word: str) -> str:
    """Drop a possessive ending.

    >>> bare("Lee's"), bare("States’")
    ('Lee', 'States')
    """
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word.rstrip("'’")


def _note_acronyms(names: Names, paragraph: Paragraph) -> None:
    """Learn from "Ukrainian security service (SBU)"."""
    for index in range(1, len(paragraph.words) - 2):
        if not (paragraph.has(index, tags.OPENING) and paragraph.has(index + 2, tags.CLOSING)):
            continue
        acronym = paragraph.words[index + 1]
        if not (acronym.isupper() and acronym.isalpha() and len(acronym) > 1):
            continue
        phrase = phrase_before(paragraph, index, 0)
        if phrase and phrase[1] - phrase[0] > 1:
            start = phrase[0] + bool(paragraph.has(phrase[0], tags.DETERMINER))
            names.acronyms.setdefault(acronym, f"{paragraph.between(start, phrase[1])} ({acronym})")
