"""Mappings to YAML as PyYAML writes it, but faster: it is asked only about texts that may need quotes.

The layout is that of ``yaml.safe_dump`` with lists set in under their key, and with short lists of texts and
mappings of counts in one line; a law holds the two together.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from newsgrab.model import Moment

if TYPE_CHECKING:
    import yaml

_MOST_IN_A_ROW = 100  # characters of a list that is written in one line
# Text in YAML 1.1, a number or a time in 1.2 or for some other reader.
_LOOKS_COUNTED = re.compile(r"[-+]?(?:\.\d+|\d[\d_]*(?:\.\d*)?)(?:[eE][-+]?\d+)?|0[ox]\w+|\d+(?::\d+)+")
# What PyYAML would write as white space or as nothing; inside double quotes it is escaped.
_UNSAFE_PLAIN = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
# Texts that are the same to every reader without quotes: they begin like words, no word of them is one of
# YAML's, and no character could end them or begin a comment. PyYAML decides about all others.
_NO_WORD_OF_YAML = r"(?! (?i: y|n|yes|no|true|false|on|off|null|\.inf|\.nan ) \Z )"
_BEGINS_NUMBERED = r"\d+ (?: [ ][^\W\d_] | (?![eExXoObB])[^\W\d_] | \.\d+\.\d )"  # a hash or a version, too
_BEGINS_PLAIN = rf"{_NO_WORD_OF_YAML} (?: [“‘«„¿¡(]* \.? [^\W\d_] | {_BEGINS_NUMBERED} )"
# In square brackets: controls and spaces of other kinds, surrogates, private characters, non-characters.
_UNUSUAL = "\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufeff\ufffe\uffff\U000e0000-\U0010ffff"
_HASH = r"(?<=[^ ])\#"
_PLAIN = re.compile(
    rf"{_BEGINS_PLAIN} [^:\#{_UNUSUAL}]* (?: (?: :(?=[^ ]) | {_HASH} ) [^:\#{_UNUSUAL}]* )* (?<=[^ ])",
    re.VERBOSE,
)
_PLAIN_IN_A_ROW = re.compile(
    rf"{_BEGINS_PLAIN} [^:\#,?\[\]{{}}{_UNUSUAL}]* (?: {_HASH} [^:\#,?\[\]{{}}{_UNUSUAL}]* )* (?<=[^ ])",
    re.VERBOSE,
)
_ONE_LINE = re.compile(rf"{_BEGINS_PLAIN} [^{_UNUSUAL}]* (?<=[^ ])", re.VERBOSE)  # quoted if not plain


def dump(pairs: Mapping[str, object]) -> str:
    """Return a mapping of texts, numbers, truths, dates, lists and mappings as YAML, a key a line.

    >>> print(dump({"headline": "Ferry runs again", "keywords": ["sea", "0123"], "stripped": {"related": 2}}))
    headline: Ferry runs again
    keywords: [sea, "0123"]
    stripped: {related: 2}
    <BLANKLINE>
    """
    return "\n".join(_mapping(pairs, "")) + "\n"


def moment_text(moment: Moment) -> str:
    """Write a date as ISO 8601, with T and, where it has a time, with its offset; UTC is Z.

    >>> moment_text(datetime(2024, 5, 3, 14, 10, tzinfo=UTC)), moment_text(date(2024, 5, 3))
    ('2024-05-03T14:10:00Z', '2024-05-03')
    """
    if not isinstance(moment, datetime):
        return moment.isoformat()
    offset = moment.utcoffset()
    if offset is not None and (offset.seconds % 60 or offset.microseconds or not offset):
        return moment.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"
    return moment.isoformat()


def _mapping(pairs: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in pairs.items():
        yield from _entry(f"{indent}{_scalar(key)}:", value, indent)


def _entry(key: str, value: object, indent: str) -> Iterator[str]:
    """Give the lines of a key and its value, in one line if that is how it is written."""
    if isinstance(value, Mapping) and not _is_counts(value):
        yield key
        yield from _mapping(value, f"{indent}  ")
    elif isinstance(value, list) and not _is_short(value):
        yield key
        for one in value:
            yield from _item(one, f"{indent}  ")
    else:
        yield f"{key} {_row(value)}"


def _item(value: object, indent: str) -> Iterator[str]:
    """Give the lines of a list's item; the first line of a mapping stands behind the dash."""
    if isinstance(value, Mapping) and not _is_counts(value):
        first, *rest = _mapping(value, f"{indent}  ")
        yield f"{indent}- {first.lstrip(' ')}"
        yield from rest
    else:
        yield f"{indent}- {_row(value)}"


def _row(value: object) -> str:
    """Write what stands in one line."""
    if isinstance(value, Mapping):
        pairs = (f"{_scalar(key, in_a_row=True)}: {_scalar(count)}" for key, count in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(_scalar(one, in_a_row=True) for one in value)}]"
    return _scalar(value)


def _is_counts(value: Mapping[str, object]) -> bool:
    return all(isinstance(count, int) for count in value.values())


def _is_short(values: Sequence[object]) -> bool:
    texts = [value for value in values if isinstance(value, str)]
    return len(texts) == len(values) and sum(map(len, texts)) <= _MOST_IN_A_ROW


def _scalar(value: object, *, in_a_row: bool = False) -> str:
    if isinstance(value, str):
        plain = _PLAIN_IN_A_ROW if in_a_row else _PLAIN
        if plain.fullmatch(value):
            return value
        return _quoted(value) if _ONE_LINE.fullmatch(value) else _asked(value, in_a_row=in_a_row)
    if isinstance(value, int):
        return str(value).lower()  # true and false are numbers too
    if isinstance(value, date):
        return moment_text(value)
    return _asked(value, in_a_row=in_a_row)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _asked(value: object, *, in_a_row: bool) -> str:
    """Let PyYAML write one value, as it stands in a row or in a line of its own."""
    import yaml  # slow to import, and few values need it

    text: str = yaml.dump(
        [value], Dumper=_dumper(), allow_unicode=True, width=sys.maxsize, default_flow_style=in_a_row
    )
    return text[1:-2] if in_a_row else text[2:-1]


@cache
def _dumper() -> type[yaml.SafeDumper]:
    """Return PyYAML's safe emitter, with quotes also where only other readers need them."""
    import yaml

    class Dumper(yaml.SafeDumper):
        pass

    Dumper.add_representer(str, represent_text)
    return Dumper


def represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Choose how PyYAML is to write a text: with quotes where it does not see the need itself."""
    quoted = bool(_UNSAFE_PLAIN.search(text) or _LOOKS_COUNTED.fullmatch(text))
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if quoted else None)
