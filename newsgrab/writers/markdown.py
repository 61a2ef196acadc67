"""The body of the article file: CommonMark that reads as the article and holds no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsgrab.model import Article, Block, Image, Inline, Kind
from newsgrab.text import without_controls
from newsgrab.writers import inlines
from newsgrab.writers.escape import (
    IMAGE_SCHEMES,
    destination,
    escape,
    escape_heading,
    escape_line_start,
    file_destination,
    tidy,
)

_BREAK = "* * *"  # not ---, which begins front matter
_LARGEST_NUMBER = 999_999_999
_PAGE_BREAK = re.compile("[\v\f]")

# Words after a fence that only colour the code; any other could make a note application run it.
_LANGUAGES = frozenset(
    """bash c c# c++ clojure cpp css csv diff elixir erlang fortran fsharp go haskell html http ini java
    javascript js json julia kotlin lua makefile matlab nim objective-c ocaml pascal perl php powershell
    python r ruby rust scala sh shell sql swift text toml ts typescript vb xml yaml zig""".split()
)


def write(article: Article) -> str:
    """Return headline, standfirst, lead pictures and body as Markdown, with one line end at the end."""
    metadata = article.metadata
    pieces = [
        _heading(1, (Inline(text=metadata.headline or ""),)),
        inlines.lines((Inline(text=metadata.standfirst or ""),)),
        *map(_image, lead_images(article)),
        *write_blocks(article.body),
    ]
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def lead_images(article: Article) -> tuple[Image, ...]:
    """Return the article's pictures that no figure of the body shows."""
    shown = {image for block in article.body for image in block.images}
    urls = {image.url for image in shown} - {None}
    return tuple(image for image in article.images if image not in shown and image.url not in urls)


def write_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the pieces of the body that a blank line parts; the items of a list are one piece."""
    run: list[Block] = []
    for block in blocks:
        if run and not _belongs(run[-1], block):
            yield _write_run(run)
            run = []
        run.append(block)
    if run:
        yield _write_run(run)


def _belongs(block: Block, after: Block) -> bool:
    """Tell whether two neighbours are parts of one list or one quotation."""
    return block.kind == after.kind and block.kind in (Kind.LIST_ITEM, Kind.QUOTATION)


def _write_run(run: list[Block]) -> str:
    block = run[0]
    match block.kind:
        case Kind.LIST_ITEM:
            return _list(run)
        case Kind.QUOTATION:
            return _quotations(run)
        case Kind.HEADING:
            return _heading(min(max(block.level, 2), 6), _runs(block))
        case Kind.TABLE:
            return _table(_runs(block))
        case Kind.CODE:
            return _code(block)
        case Kind.FIGURE:
            return "\n\n".join(filter(None, map(_image, block.images)))
        case Kind.EMBED:
            return _embed(block)
        case Kind.BREAK:
            return _BREAK
        case Kind.PARAGRAPH:
            return inlines.lines(_runs(block))


def _runs(block: Block) -> tuple[Inline, ...]:
    return block.inlines or (Inline(text=block.text),)


def _heading(level: int, runs: tuple[Inline, ...]) -> str:
    text = escape_heading(inlines.line(runs))
    return f"{'#' * level} {text}" if text else ""


def _list(items: list[Block]) -> str:
    """Write nested lists; an item is set in by the width of the markers above it."""
    lines: list[str] = []
    widths: list[int] = []
    markers: dict[int, str] = {}  # the last one at each depth of the lists that are open
    for item in items:
        text = inlines.lines(_runs(item))
        if not text:
            continue
        depth = min(max(item.level, 1), len(widths) + 1)
        marker, interrupts = _marker(item.number, markers.get(depth))
        markers = {above: used for above, used in markers.items() if above < depth} | {depth: marker}
        indent = " " * sum(widths[: depth - 1])
        widths[depth - 1 :] = [len(marker) + 1]
        hanging = "\n" + indent + " " * widths[-1]
        lines += [""] if lines and not interrupts else []
        lines.append(f"{indent}{marker} {text.replace(chr(10), hanging)}")
    return "\n".join(lines)


def _marker(number: int | None, previous: str | None) -> tuple[str, bool]:
    """Return the item's marker, and whether it may follow a line of text without a blank line.

    The sign changes where another list begins; a list that begins with another number than 1 needs the blank.
    """
    if number is None:
        return "-", True
    number = min(max(number, 0), _LARGEST_NUMBER)
    if previous is None or previous == "-":
        return f"{number}.", number == 1
    sign = previous[-1]
    if number == int(previous[:-1]) + 1:
        return f"{number}{sign}", True
    return f"{number}{')' if sign == '.' else '.'}", number == 1


def _quotations(blocks: list[Block]) -> str:
    """Write quotations that follow each other as one, each at its depth."""
    lines: list[str] = []
    above = 0
    for block in blocks:
        text = inlines.lines(_runs(block))
        if not text:
            continue
        depth = max(block.level, 1)
        if lines:
            lines.append("> " * (min(depth, above) - 1) + ">")
        lines += ["> " * depth + row for row in text.split("\n")]
        above = depth
    return "\n".join(lines)


def _table(runs: tuple[Inline, ...]) -> str:
    cells = (
        [inlines.line(cell).replace("|", "\\|") for cell in inlines.split_runs(row, "\t")]
        for row in inlines.split_runs(runs, "\n")
    )
    rows = [row for row in cells if any(row)]
    if not rows:
        return ""
    width = max(map(len, rows))
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def _code(block: Block) -> str:
    """Write a fenced block, or escaped lines where something would run what is in it."""
    text = _without_edges(_PAGE_BREAK.sub("", without_controls(block.text)))
    if not text.strip():
        return ""
    if inlines.is_executed(text):
        rows = (escape_line_start(escape(tidy(row))) for row in text.split("\n"))
        return "\\\n".join(row for row in rows if row)
    fence = inlines.fence_of(text, least=3)
    return f"{fence}{_language(block)}\n{text}\n{fence}"


def _without_edges(code: str) -> str:
    """Drop empty lines at both ends of code; what is inside stays to the letter."""
    return re.sub(r"\A(?:[ \t]*\n)+", "", code).rstrip()


def _language(block: Block) -> str:
    names = block.box.names if block.box else ()
    words = (
        name.removeprefix("language-").removeprefix("lang-") for name in names if name.startswith("lang")
    )
    return next((word for word in words if word in _LANGUAGES), "")


def _embed(block: Block) -> str:
    """Write what is embedded as a quotation that ends with its link."""
    rows = inlines.lines(_runs(block)).split("\n") if block.text.strip() else []
    target = destination(block.href)
    if target and block.href:
        link = inlines.line((Inline(text=block.href, href=block.href),))
        rows += ["", link] if rows else [link]
    return "\n".join(f"> {row}".rstrip() for row in rows)


def _image(image: Image) -> str:
    """Write the picture and, in emphasis under it, its caption and credit line."""
    words = _caption(image)
    target = file_destination(image.file) if image.file else destination(image.url, IMAGE_SCHEMES)
    alternative = inlines.line((Inline(text=image.alt_text or image.caption or ""),))
    rows = [f"![{alternative}]({target})"] if target else []
    if words:
        rows.append(inlines.line((Inline(text=words, emphasis=True),)))
    return "\n".join(rows)


def _caption(image: Image) -> str:
    credit = f"({image.credit_line})" if image.credit_line else ""
    return " ".join(filter(None, (image.caption, credit)))
