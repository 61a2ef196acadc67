"""The introduction printed above the text: found by its name, its place, and the metadata that repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement

from newsgrab.extraction.names import has_name, names_of
from newsgrab.extraction.wording import plain, same, visible_text
from newsgrab.extraction.zone import Zone
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of

_SHORTEST = 20
_LONGEST = 1_000
_ENOUGH = 2.5
_FOLLOWING = etree.XPath(
    "boolean(following::*[self::p or self::div or self::span or self::li]"
    "[not(ancestor::nav or ancestor::footer or ancestor::aside)]"
    "[text()[string-length(normalize-space()) >= 80]])"
)
_TELLING = 60  # characters that two texts share by more than chance
_TAGS = frozenset(
    {"p", "div", "h2", "h3", "h4", "h5", "span", "strong", "b", "section", "header", "td", "em", "font"}
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "section",
        "article",
        "table",
        "figure",
        "header",
        "time",
    }
)
_BY = re.compile(rf"^(?:{any_of('people.by')})(?:\s*[:：]\s*|\s+)(?=[^\W\d_])", re.IGNORECASE)
_ENDING = re.compile(r"[\s.…]+$|\s*\[?(?:…|\.\.\.)\]?$")
_MOST_PARTS = 5


def find_standfirst(zone: Zone, claims: Iterable[Claim]) -> tuple[HtmlElement, ...]:
    """Return the elements that print the standfirst, none where there is none."""
    if zone.headline is None:
        return ()
    descriptions = tuple(
        {same(_ENDING.sub("", plain(claim.value))) for claim in claims if claim.field == "description"}
    )
    headline = same(zone.headline.text)
    best: tuple[float, HtmlElement] | None = None
    paragraphs = 0
    for distance, element in enumerate(zone.after()):
        if element.tag not in _TAGS or _holds_blocks(element):
            continue
        text = visible_text(element, _LONGEST)
        if not _SHORTEST <= len(text) <= _LONGEST or same(text) == headline or _is_linked(element, text):
            continue
        score = (
            _score(element, text, descriptions)
            + (1.5 if distance < 12 else 0.7 if distance < 50 else 0.0)
            - 0.8 * paragraphs
        )
        if best is None or score > best[0]:
            best = (score, element)
        paragraphs += element.tag == "p" and len(text) > 80
        if paragraphs > 3:
            break
    if best is None or best[0] < _ENOUGH or not _is_followed(best[1]):
        return ()
    return tuple(_run(best[1]))


def _is_followed(element: HtmlElement) -> bool:
    """Tell whether a text goes on after an element; what stands alone is the text, not its introduction."""
    return bool(_FOLLOWING(element))


def _score(element: HtmlElement, text: str, descriptions: tuple[str, ...]) -> float:
    folded = same(text)
    named = any(has_name(one, "printed.standfirst-names") for one in _itself_and_wrapper(element))
    score = 3.0 * any(_repeats(folded, description) for description in descriptions) + 2.0 * named
    score += 0.8 * (element.tag in ("h2", "h3", "h4")) + 0.7 * _is_bold(element)
    if _BY.match(text) and len(text.split()) < 12:
        score -= 3
    if len(text) < 40 and not re.search(r"[.!?…。]$", text):
        score -= 0.5
    return score - 2.7 * (not named and not _is_bold(element) and _is_one_of_many(element))


def _repeats(text: str, description: str) -> bool:
    """Tell whether a description has these words, whole or cut short."""
    if len(description) < _SHORTEST:
        return False
    return text == description or (
        min(len(text), len(description)) >= 60
        and (text.startswith(description) or description.startswith(text))
    )


def _itself_and_wrapper(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    above = element.getparent()
    if above is not None and above.tag not in ("body", "article", "main", "html") and len(above) <= 4:
        yield above


def _holds_blocks(element: HtmlElement) -> bool:
    return any(child.tag in _BLOCKS for child in element) or (
        len(element) == 1
        and not (element.text or "").strip()
        and any(True for child in element[0] if child.tag in _BLOCKS)
    )


def _is_linked(element: HtmlElement, text: str) -> bool:
    """Tell whether nearly all of the words are one link, as in a teaser."""
    linked = sum(len(visible_text(link)) for link in element.iter("a"))
    return linked > 0.8 * len(text) or any(above.tag == "a" for above in list(element.iterancestors())[:3])


def _is_bold(element: HtmlElement) -> bool:
    if element.tag in ("strong", "b"):
        return True
    inner = [child for child in element if child.tag in ("strong", "b")]
    return (
        len(inner) == 1
        and len(element) <= 2
        and not (element.text or "").strip()
        and not (inner[0].tail or "").strip()
    )


def _is_one_of_many(element: HtmlElement) -> bool:
    """Tell whether it is a paragraph like those around it."""
    parent = element.getparent()
    if parent is None or element.tag != "p":
        return False
    alike = [
        one
        for one in parent.iterchildren("p")
        if one.get("class") == element.get("class") and one is not element
    ]
    return len(alike) >= 2


def _run(element: HtmlElement) -> Iterator[HtmlElement]:
    """Give an element and those after it that are its like: a standfirst in several lines."""
    yield element
    names = names_of(element)
    following = element.getnext()
    if not names or not has_name(element, "printed.standfirst-names"):
        return
    for _ in range(_MOST_PARTS - 1):
        if following is None or following.tag != element.tag or names_of(following) != names:
            return
        if visible_text(following):
            yield following
        following = following.getnext()
