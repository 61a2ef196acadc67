"""What stands between two names of a byline and is no word of its own, or one of one language alone."""

from __future__ import annotations

import re

from newsgrab.rules.lexicon import any_of, lists_in

COLON = "[:：՝៖፦=＝]"  # behind the word before a name; of Armenian, Khmer and Amharic, too
# "Piše: Ana Zgled in Jan Vzorec": an "and" that means something else in other languages.
_ANDS_OF = tuple(
    re.compile(
        rf"^(\W*{any_of(names)}(?:\s*{COLON})?\s.+?)\s{names.rpartition('-')[2]}\s(?=[^\W\d_])",
        re.IGNORECASE,
    )
    for names in lists_in("people")
    if names.startswith("people.by-with-")
)
# "أحمد المثال وليلى النموذج": a second name of two words or more, behind a first one.
_AND_JOINED = re.compile(
    rf"(?<=\w)\s+(?!{any_of('people.begin-like-and')}(?:\s|$)){any_of('people.and-joined')}"
    r"(?=[^\W\d_]{2}[^\s,]*\s+[^\W\d_]{2})"
)


def with_and_apart(line: str) -> str:
    """Return a byline with a comma for an "and" of its language alone, or one that is joined to a name.

    >>> with_and_apart("أحمد المثال وليلى النموذج"), with_and_apart("Piše: Ana Zgled in Jan Vzorec")
    ('أحمد المثال, ليلى النموذج', 'Piše: Ana Zgled, Jan Vzorec')
    """
    for pattern in _ANDS_OF:
        line = pattern.sub(r"\1, ", line)
    parts = _AND_JOINED.split(line)
    is_parted = len(parts) > 1 and all(len(part.split()) > 1 for part in parts)
    return ", ".join(parts) if is_parted else line
