"""Antecedents: whom "who" and "which" stand for, as far as the words before them tell."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.appositions import phrase_with_apposition
from newsgrab.sourcing.english.phrases import chunk_before
from newsgrab.sourcing.tokens import Paragraph, Range


def find_antecedent(paragraph: Paragraph, floor: int, relative: int) -> Range | None:
    """Return "Ann Lee" of "Ann Lee, the mayor, who said" and "a man" of "a man who said"; in doubt None."""
    has_comma = paragraph.has(relative - 1, tags.COMMA)
    chunk = chunk_before(paragraph, relative - has_comma, floor)
    if chunk is None:
        return None
    lexicon = paragraph.lexicon
    is_living = paragraph.lows[relative] in lexicon.phrases["somebody"]
    is_body = is_living and paragraph.lows[chunk[1] - 1] in lexicon.types
    if paragraph.has(chunk[1] - 1, tags.CAPITAL | tags.PRONOUN) and not is_body:
        return chunk if is_living else _body_in(paragraph, chunk, floor)
    if has_comma:
        return phrase_with_apposition(paragraph, floor, relative)
    is_whole = paragraph.has(chunk[0], tags.DETERMINER) and not paragraph.has(chunk[0] - 1, tags.ATTACHING)
    return chunk if is_whole else None


def _body_in(paragraph: Paragraph, place: Range, floor: int) -> Range:
    """Return the "Talks Group" of "the Talks Group in Norway, which says"; the place where it is none."""
    is_in = paragraph.has(place[0] - 1, tags.PREPOSITION) and paragraph.has(place[0], tags.REGION)
    if not is_in:
        return place
    body = chunk_before(paragraph, place[0] - 1, floor)
    return body if body and paragraph.has(body[1] - 1, tags.CAPITAL) else place
