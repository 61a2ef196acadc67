"""The names of months, of all languages at once.

There are so many that each pattern with all of them takes longer to make than most pages to read. So they are
looked for once, and what asks for one looks at a text in which all of them are alike.
"""

from __future__ import annotations

import re
from functools import cache

from newsgrab.rules.lexicon import any_of, words

MONTHS = tuple(f"moments.month-{number}" for number in range(1, 13))
SOLAR_MONTHS = tuple(f"moments.solar-month-{number}" for number in range(1, 13))
ETHIOPIAN_MONTHS = tuple(f"moments.ethiopian-month-{number}" for number in range(1, 14))
BIKRAM_MONTHS = tuple(f"moments.bikram-month-{number}" for number in range(1, 13))
_ALL = (*MONTHS, *SOLAR_MONTHS, *ETHIOPIAN_MONTHS, *BIKRAM_MONTHS)
_SIGN = "ᚁ"  # a letter, as those of a month's name are; of Ogham, in which no page is written
MONTH = f"{_SIGN}+"  # in a text where months are alike


def alike(text: str) -> str:
    """Return a text of the same length with one letter of our own for each letter of a month's name.

    >>> alike("3 May 2024, mayor, samedi")
    '3 ᚁᚁᚁ 2024, mayor, samedi'
    """
    return _names().sub(lambda found: _SIGN * len(found[0]), text)


@cache
def _names() -> re.Pattern[str]:
    joined = "".join(word for word in words("moments.of-joined") if word.isalpha())
    begins = rf"(?:(?<![^\W\d_])|(?<=[{joined}]))"
    return re.compile(rf"{begins}{any_of(*_ALL)}(?![^\W\d_])", re.IGNORECASE)
