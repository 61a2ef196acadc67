"""Adjectives and words that only look like them, where nouns have capitals and small words have none."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.tokens import Paragraph

SHORTEST_PARTICIPLE = 5  # letters
LONGEST_ATTRIBUTE = 14  # tokens between an article and the participle before its noun


def may_begin(paragraph: Paragraph, start: int) -> bool:
    """Tell whether a phrase may begin with a word: with a small one only if adjectives lead to a noun.

    They end alike: "alte schwere Boote", but not "bekamen alte Boote" or "streitet Lind".
    """
    index = start
    while is_small(paragraph, index):
        ending = _declension(paragraph, index)
        if ending is None or ending not in ("en", _declension(paragraph, start)):
            return False
        index += 1
    return index == start or not paragraph.has(index, tags.DETERMINER)


def is_small(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a word begins with a small letter and is none that the lexicon knows."""
    if index >= len(paragraph.tags) or paragraph.tags[index] & ~tags.VERB != tags.WORD:
        return False
    word = paragraph.words[index]
    return word.isalpha() and word.islower()


def _declension(paragraph: Paragraph, index: int) -> str | None:
    """Return how a word ends, if like an adjective before its noun: "alt-e"."""
    endings = paragraph.lexicon.endings["adjective"]
    return next((ending for ending in endings if paragraph.lows[index].endswith(ending)), None)


def is_participle(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a word may be the participle before a noun: "lebende", "verletzten", "zuständige"."""
    low = paragraph.lows[index]
    return len(low) > SHORTEST_PARTICIPLE and low.endswith(paragraph.lexicon.endings["participle"])


def is_strong_genitive(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an adjective without article hangs its noun on the one before: "Bund freier Fischer"."""
    if not paragraph.has(index + 1, tags.CAPITAL):
        return False
    low = paragraph.lows[index]
    ends_so = low.endswith(paragraph.lexicon.endings["strong"]) and not low.endswith(
        paragraph.lexicon.endings["highest"]
    )
    return ends_so and paragraph.tags[index] == tags.WORD


def closes_attribute(paragraph: Paragraph, participle: int) -> bool:
    """Tell whether a participle belongs to an article that a preposition parts from its noun.

    So in "die mit dem Zusatz „Lind“ bezeichneten Boote"; "die für den Kai zuständigen Fischer" has its noun.
    """
    if not paragraph.lexicon.capital_nouns:
        return False
    for index in range(participle - 1, max(participle - LONGEST_ATTRIBUTE, 0) - 1, -1):
        if paragraph.has(index, tags.CLAUSE_EDGE & ~tags.QUOTE):
            return False
        if paragraph.has(index, tags.DETERMINER) and paragraph.has(index + 1, tags.PREPOSITION):
            return not any(_has_noun(paragraph, i) for i in range(index + 3, participle))
    return False


def _has_noun(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an adjective behind a noun leads to another: "Kai zuständigen Fischer"."""
    if not is_small(paragraph, index) or _declension(paragraph, index) is None:
        return False
    return paragraph.has(index + 1, tags.CAPITAL) and paragraph.has(
        index - 1, tags.CAPITAL | tags.PHRASE | tags.ADVERB
    )
