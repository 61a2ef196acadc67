"""Tables of who says what: language, then a name for the case, then its text and what is found in it."""

import pytest

from newsgrab.sourcing import attribute


def cases_of(tables):
    """Return the cases of every language, each named."""
    return [
        pytest.param(language, *case, id=f"{language} {name}")
        for language, cases in tables.items()
        for name, case in cases.items()
    ]


def said_in(text, language):
    """Return who says what in a text, each source with its words."""
    found = attribute(text, language=language).attributions
    return [(attribution.source, attribution.content) for attribution in found]
