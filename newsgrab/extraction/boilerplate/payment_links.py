"""What asks the reader to pay or to sign up, told by where its link goes on the site, in any language."""

from __future__ import annotations

from functools import lru_cache

from newsgrab.extraction.boilerplate.substance import LINES
from newsgrab.extraction.page.links import is_other_page
from newsgrab.model import Block
from newsgrab.rules.lexicon import word_set
from newsgrab.rules.lines import fits
from newsgrab.urls import parts_of

_LONGEST = 300  # characters of one line that asks
_LONGEST_LINK = 60  # of the words that lead there


class PaymentLinks:
    """Short lines that end in a link to where the site at ``url`` takes money or addresses."""

    def __init__(self, url: str | None) -> None:
        self._url = url

    def reason_of(self, block: Block) -> str | None:
        """Return that a block is such a line; a report on what a paper sells says who said so."""
        if block.kind not in LINES or len(block.text) > _LONGEST or not _leads_to_till(block, self._url):
            return None
        return None if fits("attribution", block.text) else "structure.till"


def _leads_to_till(block: Block, url: str | None) -> bool:
    """Tell whether all links of a block go to tills of the site of ``url``, and the last words are one."""
    links = [inline for inline in block.inlines if inline.href and inline.text.strip()]
    told = [inline for inline in block.inlines if any(map(str.isalnum, inline.text))]
    if not links or told[-1:] != links[-1:] or sum(len(one.text) for one in links) > _LONGEST_LINK:
        return False
    return all(_is_till(one.href or "") and is_other_page(one.href, url) for one in links)


@lru_cache(maxsize=1024)
def _is_till(address: str) -> bool:
    """Tell an address below which a site takes money or addresses.

    >>> _is_till("https://example.org/en/donate/?from=text"), _is_till("https://example.org/news/donate-blood")
    (True, False)
    """
    path = [part for part in parts_of(address).path.lower().split("/") if part]
    return bool(path) and path[-1].partition(".")[0] in word_set("links.tills")
