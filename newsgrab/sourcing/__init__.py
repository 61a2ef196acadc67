"""Who says so: text in, sources and attributions out; knows no HTML."""

from __future__ import annotations

from newsgrab.model import Sourcing


def attribute(text: str, *, language: str | None = None, introduction: str = "") -> Sourcing:
    """Find who is said to say what; paragraphs are separated by blank lines.

    ``introduction`` is what stands above the text, headline and standfirst: it may give in full the names
    of people whom the text calls by their last.
    ``language`` is a BCP 47 tag; without one the language is told by its function words.
    A text in a language that has no lexicon gets no sources, not wrong ones.
    """
    # Lexicons and grammars are read when the first text comes, not with the program.
    from newsgrab.sourcing.language import detect
    from newsgrab.sourcing.lexicon import load_lexicon
    from newsgrab.sourcing.reader import read

    tag = language or detect(text)
    lexicon = load_lexicon(tag) if tag else None
    return read(text, lexicon, introduction) if lexicon else Sourcing()
