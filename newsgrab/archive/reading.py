"""An article file back into its fields and its words; the other way round from ``writers``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from newsgrab.model import Kind
from newsgrab.text import collapse, without_controls
from newsgrab.writers.profiles import ORIGINAL, profile_of

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is

_NESTED = "params"  # where Hugo has keys of one's own
_FENCE = re.compile(r"(`{3,})[a-z0-9+#-]*")
_HEADING = re.compile(r"(#{1,6}) (.*)")
_ITEM = re.compile(r"( *)(?:-|\d{1,9}[.)]) (.*)")
_QUOTED = re.compile(r"((?:> ?)+)(.*)")
_DIVIDER = re.compile(r"\|(?: --- \|)+")
_CELL_BORDER = re.compile(r"(?<!\\) \| ")
# Our own markup: everything literal is escaped, so what is not escaped is markup. Each way begins with a
# character that is always the same, so that words without markup are passed over fast.
_INLINE = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
    | `(?P<ticks>`*)(?P<code>.+?)(?<!`)`(?P=ticks)(?!`)
    | !\[(?P<picture>(?:[^\]\\]|\\.)*)\]\((?:<[^>\n]*>|[^)\n]*)\)
    | \]\((?:<[^>\n]*>|[^)\n]*)\)
    | \* | ~~ | \[
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """An article file: its front matter under our names, and its body."""

    fields: dict[str, object]
    body: str
    profile: str = "newsgrab"  # that named the keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of the body as plain text; ``level`` is that of a heading."""

    kind: Kind
    text: str
    level: int = 0


def parse(text: str) -> Filed | None:
    """Read an article file; None for a file that newsgrab did not write or that can no more be read.

    A byte order mark and the line ends of Windows are what some editors leave behind.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    head, dashes, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not dashes or "newsgrab" not in head:
        return None
    try:
        if _has_aliases(head):
            return None
        found = yaml.load(head, Loader=_Loader)  # noqa: S506  both are safe loaders
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    filed = understood(found, body.lstrip("\n")) if isinstance(found, dict) else None
    return filed if filed and "newsgrab" in filed.fields else None


def _has_aliases(head: str) -> bool:
    """Tell whether values stand for others, which we never write: nine lines of such grow without end."""
    return "*" in head and any(isinstance(one, yaml.AliasEvent) for one in yaml.parse(head, Loader=_Loader))


def understood(named: Mapping[str, object], body: str) -> Filed:
    """Return fields under our names, whatever profile named them, with the body that belongs to them."""
    fields = {ORIGINAL.get(str(key), str(key)): value for key, value in named.items() if key != _NESTED}
    nested = named.get(_NESTED)
    fields |= nested if isinstance(nested, dict) else {}
    return Filed(fields=fields, body=body, profile=profile_of(named))


def story(filed: Filed) -> tuple[Piece, ...]:
    """Return the pieces that are neither headline, standfirst nor caption, in order."""
    found = list(pieces(filed.body))
    standfirst = squeezed(filed.fields.get("standfirst"))
    captions = {squeezed(caption_line(image)) for image in images(filed)} - {""}
    kept: list[Piece] = []
    for piece in found:
        text = squeezed(piece.text)
        if (piece.kind is Kind.HEADING and piece.level == 1) or piece.kind is Kind.FIGURE or text in captions:
            continue
        if standfirst and text == standfirst and not kept:
            standfirst = ""
        else:
            kept.append(piece)
    return tuple(piece for piece in kept if piece.text)


def images(filed: Filed) -> tuple[dict[str, object], ...]:
    """Return the pictures of the front matter."""
    found = filed.fields.get("images")
    return tuple(image for image in found if isinstance(image, dict)) if isinstance(found, list) else ()


def caption_line(image: dict[str, object]) -> str:
    """Return caption and credit line as they are printed under the picture."""
    credit = f"({image['credit_line']})" if image.get("credit_line") else ""
    return " ".join(filter(None, (str(image.get("caption") or ""), credit)))


def squeezed(value: object) -> str:
    """Return a text with single spaces and without controls, and nothing for None."""
    return collapse(without_controls(str(value))) if value is not None else ""


def plain(markdown: str) -> str:
    r"""Return the words of a line of our Markdown.

    >>> plain(r"A \[*b*\] of [the map](https://example.org/), ~~lost~~ `x*y`")
    'A [b] of the map, lost x*y'
    """
    return _INLINE.sub(lambda found: found["escaped"] or (found["code"] or "").strip(" "), markdown)


def pieces(markdown: str) -> Iterator[Piece]:
    """Give the body's pieces in order."""
    lines = markdown.split("\n")
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
        elif fence := _FENCE.fullmatch(lines[at]):
            end = _next(lines, at + 1, fence[1])
            yield Piece(kind=Kind.CODE, text="\n".join(lines[at + 1 : end]))
            at = end + 1
        else:
            end = _next(lines, at, "")
            yield from _chunk(lines[at:end])
            at = end


def _next(lines: Sequence[str], start: int, wanted: str) -> int:
    """Return the first place from ``start`` on of a line that is ``wanted``, or the end."""
    return next((at for at in range(start, len(lines)) if lines[at].rstrip() == wanted), len(lines))


def _chunk(lines: Sequence[str]) -> Iterator[Piece]:
    """Read lines between two blank ones."""
    first = lines[0]
    if heading := _HEADING.fullmatch(first):
        yield Piece(kind=Kind.HEADING, text=plain(heading[2]), level=len(heading[1]))
    elif first == "* * *":
        yield Piece(kind=Kind.BREAK, text="")
    elif first.startswith("!["):
        yield Piece(kind=Kind.FIGURE, text=plain(" ".join(lines[1:])))
    elif first.startswith("| "):
        rows = (line for line in lines if not _DIVIDER.fullmatch(line))
        yield Piece(kind=Kind.TABLE, text="\n".join(map(_cells, rows)))
    elif _QUOTED.fullmatch(first):
        yield from _quotations(lines)
    elif _ITEM.fullmatch(first):
        yield from _items(lines)
    else:
        yield Piece(kind=Kind.PARAGRAPH, text=_joined(lines))


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(plain(line.removesuffix("\\").strip()) for line in lines)


def _cells(row: str) -> str:
    inside = row.removeprefix("| ").removesuffix(" |")
    return "\t".join(plain(cell.replace("\\|", "|")).strip() for cell in _CELL_BORDER.split(inside)).rstrip(
        "\t"
    )


def _quotations(lines: Sequence[str]) -> Iterator[Piece]:
    rows: list[str] = []
    for line in (*lines, ">"):
        found = _QUOTED.fullmatch(line)
        words = found[2] if found else line
        if words.strip():
            rows.append(words)
        elif rows:
            yield Piece(kind=Kind.QUOTATION, text=_joined(rows))
            rows = []


def _items(lines: Sequence[str]) -> Iterator[Piece]:
    rows: list[str] = []
    for line in lines:
        found = _ITEM.fullmatch(line)
        if found and rows:
            yield Piece(kind=Kind.LIST_ITEM, text=_joined(rows))
            rows = []
        rows.append(found[2] if found else line)
    yield Piece(kind=Kind.LIST_ITEM, text=_joined(rows))
