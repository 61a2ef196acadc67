"""Callings: what a body is and which office somebody bears, told by the words beside the name."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.people import Names, bare
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST = 6  # tokens from the comma to the noun of "Unite, Britain's second largest union,"
_BODIES = ("media", "organisation")
_ENDS = tags.PREPOSITION | tags.RELATIVE | tags.CONJUNCTION | tags.FINITE


def note_kind(names: Names, paragraph: Paragraph, run: Range) -> None:
    """Enter what kind of body a name with capitals is said to be, where nouns begin with small letters."""
    kind = _kind_before(paragraph, run)
    if kind is None and paragraph.has(run[1], tags.COMMA):
        kind = _kind_behind(paragraph, run)
    if kind is not None:
        names.kinds.setdefault(bare(paragraph.between(*run)), kind)


def note_kind_of_last(names: Names, paragraph: Paragraph, run: Range) -> None:
    """Enter what kind of body the noun before a name tells: "Hafengesellschaft Sterna"."""
    kind = kind_of_word(paragraph.lows[run[0]], names.lexicon)
    name = paragraph.words[run[0] + 1]
    if kind in _BODIES and kind_of_word(name, names.lexicon) is None:
        names.kinds.setdefault(name, kind)


def titled_body(paragraph: Paragraph, phrase: Range) -> tuple[str, str] | None:
    """Return name and kind of a body whose name begins with an article: "el diario La Costa", "Le Monde"."""
    lexicon, (first, end) = paragraph.lexicon, phrase
    if lexicon.grammar != "continental" or lexicon.capital_nouns:
        return None
    for start in range(first, end - 1):
        are_capital = paragraph.has(start, tags.CAPITAL) and paragraph.has(start + 1, tags.CAPITAL)
        if are_capital and paragraph.has(start, tags.DETERMINER):
            name = paragraph.between(start, end)
            told = kind_of_word(paragraph.lows[start - 1], lexicon) if start > first else None
            kind = lexicon.bodies.get(name.lower()) or told
            return (name, kind) if kind else None
    return None


def _kind_before(paragraph: Paragraph, run: Range) -> str | None:
    """Return what "the newspaper Ham Tidende" is."""
    before = run[0] - 1
    if before < 0 or paragraph.lows[before] not in paragraph.lexicon.types:
        return None
    if paragraph.has(before, tags.CAPITAL | tags.ROLE | tags.TITLE):
        return None
    if paragraph.has(before - 1, tags.COORDINATOR):
        return None  # "the quiet but firm Roe"
    return _body(paragraph, before)


def _kind_behind(paragraph: Paragraph, run: Range) -> str | None:
    """Return what "Unite, the union," is."""
    first = run[1] + 1
    if not paragraph.has(first, tags.DETERMINER):
        return None
    end = first + 1
    while end < first + FURTHEST and paragraph.has(end, tags.WORD):
        if paragraph.has(end, tags.PREPOSITION | tags.RELATIVE | tags.CONJUNCTION | tags.FINITE):
            break
        end += 1
    return (
        _body(paragraph, end - 1)
        if paragraph.has(end, tags.EDGE | tags.PREPOSITION | tags.RELATIVE)
        else None
    )


def _body(paragraph: Paragraph, index: int) -> str | None:
    kind = kind_of_word(paragraph.lows[index], paragraph.lexicon)
    return kind if kind in _BODIES else None


def office_before_comma(paragraph: Paragraph, first: int, end: int) -> str:
    """Return the "governor" of "the governor, Ann Lee, said", "" where there is none."""
    office = first - 2
    if not paragraph.has(first - 1, tags.COMMA) or not paragraph.has(office, tags.ROLE):
        return ""
    start = office
    while paragraph.has(start - 1, tags.WORD) and not paragraph.has(start, tags.DETERMINER | tags.POSSESSIVE):
        start -= 1
    is_known = paragraph.low(start) in paragraph.lexicon.phrases["definite"]
    is_owned = is_known or paragraph.has(start, tags.POSSESSIVE)
    is_closed = paragraph.has(end, tags.EDGE) or end >= len(paragraph.words)
    return paragraph.low(office) if is_owned and is_closed and not paragraph.lexicon.capital_nouns else ""


def office_behind_comma(paragraph: Paragraph, end: int) -> str:
    """Return the "biologist" of "Ann Lee, a biologist at the college,", "" where there is none."""
    first = end + 1
    if not paragraph.has(end, tags.COMMA) or not paragraph.has(first, tags.DETERMINER):
        return ""
    for index in range(first + 1, first + FURTHEST):
        if paragraph.has(index, tags.ROLE) and (
            not paragraph.has(index + 1, tags.WORD) or paragraph.has(index + 1, _ENDS)
        ):
            return "" if _speaks(paragraph, index + 1) else paragraph.low(index)
        if not paragraph.has(index, tags.WORD) or paragraph.has(index, _ENDS):
            break
        if paragraph.low(index) in paragraph.lexicon.phrases["retelling"]:
            break  # "a former mayor" is not the mayor
    return ""


def _speaks(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an office has a verb of its own, and so is another: "Unlike Ann Lee, the captain said"."""
    for place in range(index, index + FURTHEST):
        if paragraph.has(place, tags.EDGE | tags.RELATIVE) or place >= len(paragraph.words):
            return False
        if paragraph.has_verb(place) or paragraph.has(place, tags.AUXILIARY):
            return True
    return False


def telling_head(paragraph: Paragraph, phrase: Range) -> int:
    """Return the last word, or, where names have cases, the first that tells a kind: "звіті компанії"."""
    last = phrase[1] - 1
    if not paragraph.lexicon.inflected:
        return last
    told = (i for i in range(*phrase) if kind_of_word(paragraph.lows[i], paragraph.lexicon))
    return next(told, last)


def told_before(paragraph: Paragraph, phrase: Range, run: Range) -> str | None:
    """Return the kind that the one word before a name tells, where names have cases: "портал Арена"."""
    if not paragraph.lexicon.inflected or run[0] - phrase[0] != 1:
        return None
    kind = kind_of_word(paragraph.lows[phrase[0]], paragraph.lexicon)
    return kind if kind in _BODIES else None
