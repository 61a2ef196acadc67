"""What stands beside a piece of text: the rule that removed it, the field that it became."""

from __future__ import annotations

from zlib import crc32

from newsgrab.model import Claim, Extraction, Removal
from newsgrab.writers.drawing.markup import Markup, element, joined

TOLD = "text"  # the origin of a field that the article's own words tell

# Degrees on the colour wheel, so that a kind looks the same on every page.
_HUES = {
    "advertisement": 25,
    "app": 190,
    "audio": 165,
    "author": 265,
    "comments": 95,
    "consent": 60,
    "copyright": 45,
    "donation": 340,
    "interactive": 150,
    "navigation": 235,
    "newsletter": 285,
    "related": 125,
    "sharing": 205,
    "structure": 250,
    "subscription": 5,
}


def colour_of(kind: str) -> str:
    """Return the style that gives an element the colour of a kind; the style sheet sees to its contrast."""
    return f"--hue: {_HUES.get(kind, crc32(kind.encode('utf-8', 'replace')) % 360)}"


def anchors(extraction: Extraction) -> dict[tuple[int, int], str]:
    """Return an id for the first piece of each kind, by its block and start."""
    first: dict[str, Removal] = {}
    for removal in extraction.removals:
        first.setdefault(removal.kind, removal)
    return {(one.block, one.start): anchor_of(kind) for kind, one in first.items()}


def anchor_of(kind: str) -> str:
    """Return the id of a kind's first piece."""
    return f"first-{kind}"


def struck(text: str) -> Markup:
    """Return text that was removed, in the colour around it."""
    return element("del", element("span", "removed: ", class_="unseen", dir="ltr"), text)


def rule_label(removal: Removal, anchor: str | None = None) -> Markup:
    """Return the rule that removed a piece."""
    colour = colour_of(removal.kind)
    return element("code", removal.rule, class_="label rule", style=colour, id=anchor, dir="ltr")


def field(text: str, *labels: str) -> Markup:
    """Return text that is a field, with its name and where it came from beside it.

    Labels say their direction, so that the box around takes its own from the text (HTML, ``dir=auto``).
    """
    name, *rest = labels
    shown = [element("b", name), *(f" {label}" for label in rest)]
    return joined([element("mark", text), element("span", *shown, class_="label", dir="ltr")])


def origin_of(claim: Claim) -> str:
    """Say where a claim stands on the page."""
    return f"{claim.origin} · {claim.locator}"
