"""What a piece was called where it came from, as those who print it again state: "（原标题：…）"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsgrab.extraction.fields.claims import page_claim, path_of
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import visible_text
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of
from newsgrab.rules.lines import fits

_LONGEST = 140  # characters
_AROUND = " （）()【】[]《》"
_TAGS = ("p", "div", "li", "span", "em", "strong", "h2", "h3")


def find_original_headlines(root: Element) -> Iterator[Claim]:
    """Give the first line that states under which headline a piece appeared before."""
    for element in root.within(*_TAGS):
        if element.opening.isascii() or not _label().match(element.opening):
            continue
        text = visible_text(element, _LONGEST)
        if len(text) <= _LONGEST and fits("original-headline", text):
            headline = _label().sub("", text, count=1).strip(_AROUND)
            yield page_claim("alternative_headline", headline, f"original-headline: {path_of(element)}")
            return


@cache
def _label() -> re.Pattern[str]:
    label = any_of("printed.original-headline")
    return re.compile(rf"^[\s（(【\[]*{label}\s*[为是為]?\s*(?:[:：]|(?=[《「“]))")
