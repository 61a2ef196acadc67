"""JSON-LD as it is found in the wild: repaired, flattened, and never able to cost the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

from newsgrab.extraction.page.element import Element

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
Node = dict[str, Json]

_OPENING = re.compile(r"(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)")
_CLOSING = re.compile(r"(?://\s*)?(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)\Z")
# What nobody closed goes on to the end: so each of these patterns passes over a script only once.
_STRING = r'"(?:[^"\\]|\\.?)*+"?+'
_STRING_OR_COMMENT = re.compile(rf"{_STRING}|/\*.*?(?:\*/|\Z)|(?<![:\w])//[^\n]*", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])|,(?=\s*$)", re.DOTALL)
_MISSING_COMMA = re.compile(rf'({_STRING}|[}}\]])([^\S\n]*\n\s*(?="[^"\n]{{1,60}}"\s*:))?', re.DOTALL)
_BARE_WORDS = re.compile(
    rf"""
    ({_STRING} \s*:\s* | {_STRING}) (?! [\s\[{{"\d.-] | true\b | false\b | null\b )
    ([^",:{{}}\[\]\n]{{1,200}}) (?= ,?\s*\n )
    | {_STRING}
    """,
    re.DOTALL | re.VERBOSE,
)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_LONGEST_NUMBER = 30  # digits
_LONGEST_SCRIPT = 2_000_000  # characters
_MOST_NODES = 2_000
_DEEPEST = 12  # nodes in one another


def read_nodes(root: Element) -> tuple[Node, ...]:
    """Return every object with a type or a headline, outermost first, ``@graph`` and lists opened."""
    nodes: list[Node] = []
    for script in root.inside("script"):
        if "ld+json" in script.attributes.get("type", "") and len(script.text) <= _LONGEST_SCRIPT:
            for value in _parse(script.text):
                nodes += _walk(value)
        if len(nodes) > _MOST_NODES:
            break
    return tuple(nodes[:_MOST_NODES])


def types_of(node: Node) -> tuple[str, ...]:
    """Return the names of a node's types without their prefix.

    >>> types_of({"@type": ["schema:NewsArticle", "http://schema.org/Article"]})
    ('NewsArticle', 'Article')
    """
    kinds = node.get("@type", node.get("type"))
    return tuple(
        re.split(r"[/:#]", kind)[-1].strip()
        for kind in (kinds if isinstance(kinds, list) else [kinds])
        if isinstance(kind, str)
    )


def _parse(text: str) -> list[Json]:
    """Return the values in a script: usually one, several where objects stand in a row.

    >>> _parse('{"a": 1,} {"b": [2, ]}')
    [{'a': 1}, {'b': [2]}]
    >>> _parse('not json')
    []
    """
    bare = _unwrapped(text.strip()).strip().removesuffix(";")
    return _decode(bare) or _decode(_repaired(bare)) or _decode(_repaired(unescape(bare)))


def _unwrapped(text: str) -> str:
    """Return what stands between the marks that hide a script from old browsers.

    >>> _unwrapped("<!-- {} //-->")
    ' {} '
    """
    opening = _OPENING.match(text)
    inner = text[opening.end() :] if opening else text
    return _CLOSING.sub("", inner) if inner.endswith((">", "*/")) else inner


def _repaired(text: str) -> str:
    r"""Mend what people write by hand: comments, commas too many or too few, bare words, unknown escapes.

    >>> _repaired('{"a": Jane Doe,\n "b": [1,] /* two */\n "c": "\\d"}')
    '{"a": "Jane Doe",\n "b": [1],  \n "c": "\\\\d"}'
    """
    text = _STRING_OR_COMMENT.sub(lambda found: found[0] if found[0].startswith('"') else " ", text)
    text = _TRAILING_COMMA.sub(lambda found: found[1] or "", text)
    text = _BARE_WORDS.sub(
        lambda found: f'{found[1]}"{found[2].strip()}"' if found[2] and ":" in found[1][-3:] else found[0],
        text,
    )
    text = _MISSING_COMMA.sub(lambda found: f"{found[1]},{found[2]}" if found[2] else found[1], text)
    return _BAD_ESCAPE.sub(r"\\\\", text)


def _decode(text: str) -> list[Json]:
    values: list[Json] = []
    text = text.strip()
    at = 0
    try:
        while at < len(text):
            value, at = _DECODER.raw_decode(text, at)
            values.append(value)
            while at < len(text) and text[at] in " \t\r\n,;":
                at += 1
    except (ValueError, RecursionError):
        pass  # what came before the fault is still a claim
    return values


def _short_integer(digits: str) -> int | None:
    """Read an integer; one of thousands of digits says nothing and costs much."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None


# strict=False lets raw newlines and tabs stand in strings, as many pages have them.
_DECODER = json.JSONDecoder(strict=False, parse_int=_short_integer)


def _walk(value: Json, depth: int = 0) -> Iterator[Node]:
    """Give the nodes of a value; a nested node comes after the one that holds it."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for member in value:
            yield from _walk(member, depth + 1)
    elif isinstance(value, dict):
        if types_of(value) or "headline" in value:
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf"):
            inner = value.get(name)
            if isinstance(inner, dict | list):
                yield from _walk(inner, depth + 1)
