"""Many words as one pattern: a tree of their letters, so that most are ruled out by the first one."""

from __future__ import annotations

import re
from collections.abc import Iterable

Tree = dict[str, "Tree"]  # what may follow each letter; "" where a word ends
_END = ""


def one_of(words: Iterable[str]) -> str:
    r"""Return a pattern that fits one of the words, the longest first; a space fits any white space.

    >>> one_of(["by", "von", "vom", "by the"])
    '(?:(?=[bv])(?:by(?:\\s+the|)|vo[mn]))'
    """
    tree: Tree = {}
    for word in sorted(words):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    first = "".join(map(re.escape, tree))
    return f"(?:(?=[{first}]){_branches(tree)})" if first else "(?:)"


def _branches(tree: Tree) -> str:
    """Return the pattern of what may follow; going on comes before ending."""
    ways = [_fits(letter) + _branches(after) for letter, after in tree.items() if letter != _END]
    if _END in tree:
        ways.append("")
    elif len(ways) > 1 and all(len(way) == 1 for way in ways):
        return f"[{''.join(ways)}]"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _fits(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
