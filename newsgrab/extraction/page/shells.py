"""The article in a shell: HTML that a page carries as a string for its own program to show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import visible_text

_FEWEST = 3  # paragraphs
_SHORTEST = 500  # characters of the string
_SHORTEST_PIECE = 60  # of any that is looked at
_MOSTLY = 0.6  # of all such strings
_MOST_SHOWN = 1_000  # characters of text on a page that is a shell
_MOST_PARAGRAPHS = 3  # of it, in a footer or a notice
# None of these reads on to the end of a page for what was opened and never closed.
_SCRIPT = re.compile(r"<(/?)script\b[^<>]*>", re.IGNORECASE)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_HINTS = ("u003c/p", "u003C/p", "<\\/p", "u003c\\/p")  # a paragraph's end in a string
_BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)


def fill_shell(text: str, root: Element) -> str | None:
    """Return a shell's text with the article where its program would put it; None for any other page.

    Only one string of several paragraphs is an article: of many, nobody could tell which belong to it.
    A page that shows text is left as it is.
    """
    if _has_paragraphs(root) or not any(hint in text for hint in _HINTS) or _shows_text(root):
        return None
    strings = {string: None for script in _scripts(text) for string in _strings(script)}
    article = max(strings, key=len, default="")
    body = _BODY.search(text)
    is_most = len(article) >= max(_SHORTEST, _MOSTLY * sum(map(len, strings)))
    if body is None or not is_most or len(_PARAGRAPH.findall(article)) < _FEWEST:
        return None
    return f"{text[: body.end()]}<article>{article}</article>{text[body.end() :]}"


def _has_paragraphs(root: Element) -> bool:
    return len(list(islice(root.inside("p"), _MOST_PARAGRAPHS + 1))) > _MOST_PARAGRAPHS


def _shows_text(root: Element) -> bool:
    body = next((child for child in root.children if child.tag == "body"), root)
    return len(visible_text(body)) >= _MOST_SHOWN


def _scripts(text: str) -> Iterator[str]:
    """Give what stands between the first opening tag and the next closing one, and so on."""
    opened: int | None = None
    for tag in _SCRIPT.finditer(text):
        if tag[1] and opened is not None:
            yield text[opened : tag.start()]
            opened = None
        elif not tag[1] and opened is None:
            opened = tag.end()


def _strings(script: str, depth: int = 2) -> Iterator[str]:
    """Give the strings that are paragraphs of HTML, also those in JSON that is a string itself."""
    for found in _STRING.finditer(script):
        if found.end() - found.start() < _SHORTEST_PIECE:
            continue
        try:
            value = json.loads(found[0], strict=False)
        except ValueError:
            continue
        if value.lstrip().startswith("<") and _PARAGRAPH.search(value):
            yield value
        elif depth > 1:
            yield from _strings(value, depth - 1)
