"""What a line below the headline says, for those who ask whether the site speaks or the report."""

from __future__ import annotations

from newsgrab.extraction.lines.voice import Said
from newsgrab.extraction.plaintext.boxes import Candidate
from newsgrab.extraction.plaintext.lines import bullet
from newsgrab.extraction.plaintext.shapes import Shape


def said_by(line: Candidate) -> Said:
    """Return what a line says."""
    is_sentence = line.shaped.shape is Shape.PROSE
    return Said(
        text=line.shaped.text,
        weight=line.shaped.line.weight,
        is_free=line.is_free,
        is_kept=line.is_protected or bullet(line.shaped.text) is not None,  # a list may advise the reader
        is_sentence=is_sentence,
        is_line=line.shaped.shape is Shape.LINE,
        speaks=line.is_free and is_sentence and line.shaped.appeal > 0,
    )
