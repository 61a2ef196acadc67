"""Bodies: which of those that a text names "the center", "the ministry" or "HPD" is."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.occurrences import words_before
from newsgrab.sourcing.people import Body, Names, bare
from newsgrab.sourcing.runs import INSTITUTIONS, begins_with_owner
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST = 6  # words; a longer run of capitals is a headline
SHORTEST_ACRONYM = 3  # letters, if no brackets explain it


def note_body(names: Names, paragraph: Paragraph, run: Range) -> None:
    """Enter a name of several words whose noun tells what it names: "Haven Storm Center"."""
    start, end = run
    noun = bare(paragraph.lows[end - 1])
    if names.lexicon.types.get(noun) not in INSTITUTIONS or paragraph.words[end - 1].isupper():
        return
    start += paragraph.has(start, tags.DETERMINER) and end - start > 1
    start -= begins_with_owner(paragraph, (start - 1, end))
    end = _behind_linked(paragraph, end)
    if 1 < end - start <= LONGEST:
        name = bare(" ".join(paragraph.between(start, end).split()))
        names.bodies.append(Body(paragraph.starts[start], name, noun))


def _behind_linked(paragraph: Paragraph, end: int) -> int:
    """Return the end of "Bank of Ham", where the run of capitals ends with "Bank"."""
    linking = paragraph.lexicon.phrases["linking"]
    while paragraph.low(end) in linking and paragraph.has(end + 1, tags.CAPITAL):
        end += 1
        while paragraph.has(end, tags.CAPITAL) and not paragraph.has(end - 1, tags.POSSESSIVE):
            end += 1
    return end


def body_called(paragraph: Paragraph, index: int, names: Names) -> str | None:
    """Return the only body named before a noun that the noun tells; None if there are two."""
    noun, before = paragraph.lows[index], paragraph.starts[index]
    called = {body.name for body in names.bodies if body.place < before and body.noun == noun}
    name = called.pop() if len(called) == 1 else None
    if name is None or _tells_another(paragraph, noun, before):
        return None
    return name


def _tells_another(paragraph: Paragraph, noun: str, before: int) -> bool:
    """Tell whether "the court" may mean another than the Supreme Court: "a county court"."""
    definite = paragraph.lexicon.phrases["definite"]
    return any(word.lower() not in definite for word in words_before(paragraph.text, noun, 0, before))


def note_initials(names: Names) -> None:
    """Enter "HPD", where the text has it, for the only body with these initials: "Ham Police Department"."""
    spelled: dict[str, set[str]] = {}
    for body in names.bodies:
        initials = "".join(word[0] for word in body.name.split() if word[0].isupper())
        if len(initials) >= SHORTEST_ACRONYM and initials in names.proper:
            spelled.setdefault(initials, set()).add(body.name)
    for initials, called in spelled.items():
        if len(called) == 1 and initials not in names.acronyms:
            (name,) = called
            names.acronyms[initials] = names.acronyms[name] = f"{name} ({initials})"
