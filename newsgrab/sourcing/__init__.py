"""Who says so: text in, sources and attributions out; knows no HTML."""

from __future__ import annotations

from newsgrab.model import Sourcing
from newsgrab.sourcing.lexicon import load


def attribute(text: str, *, language: str | None = None) -> Sourcing:
    """Find who is said to say what; paragraphs are separated by blank lines.

    ``language`` is a BCP 47 tag; without one the language is told by its function words.
    A text in a language that has no lexicon gets no sources, not wrong ones.
    """
    from newsgrab.sourcing.reader import read

    lexicon = load(language or "en")
    return read(text, lexicon) if lexicon else Sourcing()
