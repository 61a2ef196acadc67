"""Runs of text: joined, trimmed, cut by offset."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.model import Inline


def trim(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Drop outer and doubled blanks, those at the end of a line and empty runs, and join runs of one look."""
    kept: list[Inline] = []
    for inline in inlines:
        text = inline.text
        if not kept:
            text = text.lstrip(" \n")
        elif kept[-1].text.endswith((" ", "\n", "\t")):
            text = text.lstrip(" ")
            if text.startswith("\n"):
                kept[-1] = kept[-1].with_text(kept[-1].text.rstrip(" "))
        if not text:
            continue
        if kept and kept[-1].looks_like(inline):
            kept[-1] = inline.with_text(kept[-1].text + text)
        else:
            kept.append(inline.with_text(text))
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = kept[-1].with_text(kept[-1].text.rstrip())
    return tuple(kept)
