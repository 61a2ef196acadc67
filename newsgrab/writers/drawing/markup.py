"""HTML out of values: what is not markup already is escaped where it is put in, so none can be forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from newsgrab.text import without_controls

_VOID = frozenset({"meta", "hr"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(tag: str, *inside: str, **attributes: str | None) -> Markup:
    """Return an element; an attribute that is None is left out, and ``class_`` is ``class``.

    >>> element("p", "1 < 2 ", element("b", "&"), class_="sum", id=None)
    '<p class="sum">1 &lt; 2 <b>&amp;</b></p>'
    """
    named = (
        f' {name.rstrip("_").replace("_", "-")}="{_text(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    start = f"<{tag}{''.join(named)}>"
    return Markup(start if tag in _VOID else f"{start}{joined(inside)}</{tag}>")


def joined(parts: Iterable[str]) -> Markup:
    """Put parts one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else _text(part) for part in parts))


def _text(text: str) -> str:
    return escape(without_controls(text))
