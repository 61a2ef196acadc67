"""Runs of text: joined, trimmed, cut by offset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsgrab.model import Inline


def trim(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Drop outer and doubled spaces and empty runs, and join runs of one look."""
    kept: list[Inline] = []
    for inline in inlines:
        text = inline.text
        if not kept or kept[-1].text.endswith((" ", "\n", "\t")):
            text = text.lstrip(" ")
        if not text:
            continue
        look = inline if text == inline.text else replace(inline, text=text)
        if kept and kept[-1] == replace(look, text=kept[-1].text):
            kept[-1] = replace(look, text=kept[-1].text + text)
        else:
            kept.append(look)
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)
