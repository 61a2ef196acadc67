"""A report as a text dump, for tests of what stays and what goes among its paragraphs."""

from newsgrab.extraction import extract
from newsgrab.model import Page
from newsgrab.rules import load

HEADLINE = "Storm tears pier at Port Haven in two"
REPORT = (
    "The old pier at Port Haven broke in two on Friday night when a storm drove waves of six metres against it.",
    "Harbour master Ann Poe had the quay closed an hour before; the last ferry turned back with 140 passengers.",
    "The town council will decide on Tuesday whether the pier, built in 1897, is repaired or taken down for good.",
    "Repairs would cost about nine million, an engineer told the council in spring, and take until next summer.",
    "Until then the ferries will land on the north side, where the water is low for half of every single day.",
)


def extracted(*lines, between="\n"):
    """Extract the article of a dump of these lines."""
    return extract(Page(url=None, requested_url=None, body=between.join(lines).encode()), load())


def paragraphs(*lines, between="\n"):
    """Return what is left of a dump of these lines."""
    return tuple(block.text for block in extracted(*lines, between=between).article.body)
