"""What words two texts have in common, whatever the language: the beginnings of the longer ones."""

from __future__ import annotations

import re
from functools import cache

from newsgrab.rules import lexicon

_WORD = re.compile(r"[^\W\d_]{4,}")
_WIDE_PAIR = re.compile(r"(?=([\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]{2}))")
_HIRAGANA = re.compile("[\u3040-\u309f]+")  # endings and small words
_STEM = 5  # letters of a word that its forms share


def stems_of(text: str) -> set[str]:
    """Return the beginnings of a text's longer words; pairs of letters where no spaces part the words.

    >>> sorted(stems_of("Ferries reopen"))
    ['ferri', 'reope']
    """
    folded = text.casefold()
    return {word[:_STEM] for word in _WORD.findall(folded)} | set(_WIDE_PAIR.findall(folded))


def telling_stems(text: str) -> set[str]:
    """Return the stems of those words that say something of a text's subject.

    >>> sorted(telling_stems("These ferries reopen today"))
    ['ferri', 'reope']
    """
    return {stem for stem in stems_of(text) if not _HIRAGANA.fullmatch(stem)} - _plain()


@cache
def _plain() -> frozenset[str]:
    return frozenset(stem for word in lexicon.words("plain.words") for stem in stems_of(word))
