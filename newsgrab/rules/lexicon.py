"""Word lists for reading pages and addresses: ``words/<name>.toml``, each with examples of what it does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsgrab.errors import RuleError
from newsgrab.rules import tables
from newsgrab.rules.tables import Table, read_tables

FOLDER = tables.FOLDER / "words"
# With what a text mostly goes on: where no word begins with it, none is tried. Without i, k and s, which are
# other letters too where case is ignored, and without other scripts, whose sets take long to compile.
_FIRST = "abcdefghjlmnopqrtuvwxyz0123456789.,;:|()"


@cache
def _tables(name: str) -> dict[str, list[Table]]:
    return read_tables(FOLDER / f"{name}.toml", {"words", "example"})


@cache
def words(word_list: str) -> tuple[str, ...]:
    """Return the words of a list, lower case: "people.by" is the list ``by`` of ``people.toml``.

    >>> "von" in words("people.by")
    True
    """
    name = word_list.partition(".")[0]
    for table in _tables(name)["words"]:
        if table.get("id") == word_list:
            found = table.get("words")
            if not isinstance(found, list) or set(table) != {"id", "words"}:
                raise RuleError(f"{FOLDER / name}.toml: {word_list}: a list has an id and words")
            return tuple(dict.fromkeys(str(word).lower() for word in found))
    raise RuleError(f"{FOLDER / name}.toml: there is no list {word_list}")


@cache
def word_set(word_list: str) -> frozenset[str]:
    """Return the words of a list for looking one up among them."""
    return frozenset(words(word_list))


def lists_in(name: str) -> tuple[str, ...]:
    """Return the ids of all lists of a file.

    >>> "people.by" in lists_in("people")
    True
    """
    return tuple(str(table.get("id")) for table in _tables(name)["words"])


def examples(name: str) -> tuple[Table, ...]:
    """Return the examples of a file, for the test that runs them."""
    return tuple(_tables(name)["example"])


@cache
def any_of(*word_lists: str) -> str:
    """Return a pattern that fits one word of the lists, the longest first, for use in a larger pattern."""
    return one_of({word for word_list in word_lists for word in words(word_list)})


def one_of(every: Iterable[str]) -> str:
    """Return a pattern that fits one of the words, the longest first.

    >>> re.findall(one_of(["by", "by the", "von"]), "Seen by the coast, by us, von hier")
    ['by the', 'by', 'von']
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(every, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    ways = "|".join(re.escape(first) + _either(after) for first, after in rests.items())
    others = re.escape("".join(sign for sign in _FIRST if sign not in rests))
    return rf"(?:(?![\s{others}])(?:{ways}))" if rests else "(?:)"


# A word ends where its letters do, but not in scripts that put no space between words or before endings.
# The others are the first in Unicode, Georgian, Ethiopic, Vietnamese and old Greek. (A set takes as long to
# compile as it has letters, and those scripts have far more of them.)
_SPACED = r"\x00-\u0dff\u10a0-\u139f\u1e00-\u1fff"
_LISTED = re.compile(r"\(\?&([\w-]+\.[\w-]+)\)")


def with_words(pattern: str) -> str:
    r"""Return a pattern with each ``(?&people.by)`` in it put as a group that fits a word of that list.

    A word's last * stands for any letters. Nothing is put around the words that a rule's needles cannot read.

    >>> bool(re.search(with_words("(?&people.by) the sea"), "seen by the sea"))
    True
    """
    return _LISTED.sub(lambda found: _whole_word_of(found[1]), pattern)


@cache
def _whole_word_of(word_list: str) -> str:
    ways = (re.escape(word).replace(r"\ ", " ") for word in sorted(words(word_list), key=len, reverse=True))
    either = "|".join(way.removesuffix(r"\*") + r"\w*" * way.endswith(r"\*") for way in ways)
    # Without regard to case, sets of so many letters take long to compile, and have none.
    return rf"(?-i:(?<!\w)|(?<=[^{_SPACED}]))(?:{either})(?-i:(?!\w)|(?<=[^{_SPACED}]))"


def _either(ways: list[str]) -> str:
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
