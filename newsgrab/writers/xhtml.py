"""An article file's Markdown as XHTML: what it shows, and nothing that runs or that loads by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(markdown: str, shown: Callable[[str], str | None]) -> str:
    """Return Markdown as XHTML; ``shown`` gives the address that a picture is shown from.

    A picture for which it has none becomes a link: what is elsewhere is loaded when somebody asks for it.
    Each block runs as its first letters do, from the left or from the right.

    >>> render("![Boats](a.jpg)", lambda source: f"/pictures/{source}").strip()
    '<p dir="auto"><img src="/pictures/a.jpg" alt="Boats" /></p>'
    """
    reader = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(_NOT_XML.sub("", markdown))
    for token in tokens:
        if token.nesting == 1 and token.level == 0:  # what is inside one follows it
            token.attrs["dir"] = "auto"
        if token.children:
            token.children = [
                one for child in _below_pictures(token.children) for one in _shown(child, shown)
            ]
    return str(reader.renderer.render(tokens, reader.options, {}))


def quoted(text: str) -> str:
    """Return text as XML may hold it.

    >>> quoted('5 < 7 & "so"')
    '5 &lt; 7 &amp; &quot;so&quot;'
    """
    return escape(_NOT_XML.sub("", text))


def _below_pictures(tokens: Sequence[Token]) -> Iterator[Token]:
    """Begin a line after each picture: what an article file has in the next line is its caption."""
    before = ""
    for token in tokens:
        is_caption = before == "image" and token.type == "softbreak"
        yield Token("hardbreak", "br", 0) if is_caption else token
        before = token.type


def _shown(token: Token, shown: Callable[[str], str | None]) -> Iterator[Token]:
    if token.type != "image":
        yield token
        return
    source = str(token.attrs["src"])
    address = shown(source)
    if address is not None:
        token.attrs["src"] = address
        yield token
        return
    words = Token("text", "", 0, content=token.content or source)
    if source.startswith(("http://", "https://")):
        yield from (Token("link_open", "a", 1, attrs={"href": source}), words, Token("link_close", "a", -1))
    else:
        yield words
