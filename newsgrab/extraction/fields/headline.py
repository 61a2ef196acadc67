"""Which element prints the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from newsgrab.extraction.fields.headline_words import words_of_headline
from newsgrab.extraction.fields.titles import (
    ARTICLE,
    SOCIAL,
    Witnesses,
    is_telling,
    likeness,
    read_witnesses,
    stated_in,
)
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.names import has_name, is_elsewhere
from newsgrab.extraction.page.wording import fold, heading_pieces, is_unprinted, visible_text
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of

_LESSER = frozenset({"h2", "h3", "h4", "title"})
_TITLED = frozenset({"div", "span", "p", "td", "strong", "b", "font"})
_LONGEST = 500  # characters
_MOST = 60  # elements looked at
_NEARLY = 0.9  # what fits less is no headline, unless it is a heading
_MOSTLY = 0.5  # of what an element prints
_TELLING = 4  # words; a heading of so many that resembles no metadata is still a headline
_SURE = 3.0  # no heading of lower rank can outdo a first heading with so much
_DOUBTFUL = 1.5  # a heading with less resembles no metadata
_BEGUN = 10  # characters of a title that says enough
_UNSEEN = 1.5  # taken from what only screen readers tell
_CALLED_TITLE = re.compile(any_of("printed.title-classes"), re.IGNORECASE)
_FRONT_PAGE = re.compile(r"(?:^|/)https?://[^/?#]+/?$|^\.?/?$|^(?:\.?/)?index\.\w{2,5}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Headline:
    """The words, and the element that heads the article; ``second`` is what it prints where that differs."""

    text: str
    element: Element
    locator: str
    second: str | None = None


def find_headline(root: Element, claims: Iterable[Claim]) -> Headline | None:
    """Find the printed headline with the metadata as witness; without one, the first h1."""
    claims = tuple(claims)
    witnesses = read_witnesses(root, claims)
    sites = {fold(claim.value) for claim in claims if claim.field == "publisher"}
    best: tuple[float, int, Element] | None = None
    for among, is_heading in ((_first, True), (_marked, True), (_lesser, False), (_titled, False)):
        for place, element in enumerate(islice(among(root), _MOST)):
            score = _score(element, witnesses, sites, is_heading=is_heading)
            if score is not None and (best is None or (score, -place) > best[:2]):
                best = (score, -place, element)
        if best is not None and best[0] >= _SURE:
            break
    if best is None or (best[0] < _DOUBTFUL and len(visible_text(best[2]).split()) < _TELLING):
        told = (one for one in _worded(root, witnesses) if not _is_elsewhere(one) and not _leads_home(one))
        best = next(((_SURE, 0, one) for one in told), best)
    chosen = best[2] if best else _lone(root, claims, sites) or _begun(root, witnesses)
    chosen = chosen or _without_witness(root, sites)
    return _printed(chosen, root, claims, witnesses) if chosen is not None else None


def _printed(element: Element, root: Element, claims: tuple[Claim, ...], witnesses: Witnesses) -> Headline:
    """Return the headline that an element prints, and what the page heads itself with where that differs."""
    text = words_of_headline(element, claims, witnesses)
    is_sure = element.tag == "h1" or fold(text) in stated_in(claims, ARTICLE, SOCIAL)
    first = None if is_sure else _first_heading(root, witnesses)
    if first is None or fold(first) in fold(text):
        return Headline(text=text, element=element, locator=f"h1: {element.tag}")
    return Headline(text=first, element=element, locator="h1: h1", second=text)


def _first(root: Element) -> Iterator[Element]:
    return root.inside("h1")


def _marked(root: Element) -> Iterator[Element]:
    names = ("headline", "name headline")
    marked = (one for one in root.inside() if "itemprop" in one.attributes and one.tag != "meta")
    return (one for one in marked if one.attributes["itemprop"] in names)


def _lesser(root: Element) -> Iterator[Element]:
    return (one for one in root.inside() if one.tag in _LESSER or one.attributes.get("role") == "heading")


def _titled(root: Element) -> Iterator[Element]:
    """Give the boxes that may be called a title or a head."""
    return (one for one in root.inside(*_TITLED) if _CALLED_TITLE.search(one.attributes.get("class", "")))


def _worded(root: Element, witnesses: Witnesses) -> Iterator[Element]:
    """Give what prints just the words that the metadata calls the headline, in a box of any name."""
    wanted = {folded for folded in witnesses if is_telling(folded)}
    longest = max(map(len, wanted), default=0) + _MOST
    for element in root.inside(*_TITLED) if wanted else ():
        if element.length <= longest and fold(visible_text(element, _LONGEST)) in wanted:
            yield element


def _headed(root: Element) -> Iterator[Element]:
    """Give the second headings in the head of an article."""
    for heading in root.inside("h2"):
        above = {one.tag for one in heading.above()}
        is_child = heading.parent is not None and heading.parent.tag == "article"
        if is_child or ("header" in above and not above.isdisjoint(("article", "main"))):
            yield heading


def _first_heading(root: Element, witnesses: Witnesses) -> str | None:
    """Return the words of an h1 that the metadata repeats; some pages print it in the breadcrumb alone."""
    for element in islice(_first(root), _MOST):
        text = visible_text(element, _LONGEST)
        is_told = len(text.split()) >= _TELLING and fold(text) in witnesses and not is_unprinted(element)
        if is_told and not _leads_home(element):
            return text
    return None


def headline_at(chosen: Iterable[Element]) -> Headline | None:
    """Return the headline that the first of these elements prints, if it has words."""
    element = next((one for one in chosen if visible_text(one, _LONGEST)), None)
    if element is None:
        return None
    return Headline(text=visible_text(element, _LONGEST), element=element, locator=f"h1: {element.tag}")


def _lone(root: Element, claims: Iterable[Claim], sites: set[str]) -> Element | None:
    """Return the only h1 of a page whose metadata has no headline, however short it is."""
    first = tuple(islice(_first(root), 2))
    if len(first) != 1 or any(claim.field == "headline" for claim in claims):
        return None
    text = visible_text(first[0], _LONGEST)
    is_told = len(text.split()) > 1 and fold(text) not in sites and not _leads_home(first[0])
    return first[0] if is_told and not _is_elsewhere(first[0]) and not is_unprinted(first[0]) else None


def _begun(root: Element, witnesses: Witnesses) -> Element | None:
    """Return the first heading that goes on after the words of the page's title."""
    begins = tuple(f"{witness} " for witness in witnesses if " " in witness and len(witness) >= _BEGUN)
    for element in islice(root.inside("h2", "h3"), _MOST) if begins else ():
        if fold(visible_text(element, _LONGEST)).startswith(begins) and not _is_elsewhere(element):
            return element
    return None


def _without_witness(root: Element, sites: set[str]) -> Element | None:
    """Return the first heading in an article's head, where neither an h1 nor the metadata tells.

    Else it is the one title of an entry, as hAtom names it.
    """
    entitled = [
        one for one in root.inside(*_TITLED) if "entry-title" in one.attributes.get("class", "").split()
    ]
    for element in islice((*_headed(root), *entitled[: len(entitled) == 1]), _MOST):
        text = visible_text(element, _LONGEST)
        if len(text.split()) >= _TELLING and fold(text) not in sites and not _is_elsewhere(element):
            return element
    return None


def _score(element: Element, witnesses: Witnesses, sites: set[str], *, is_heading: bool) -> float | None:
    """Return how much speaks for an element; None where it cannot be the headline."""
    text = visible_text(element, _LONGEST)
    folded = fold(text)
    if not folded or len(text) > _LONGEST or element.tag == "title":
        return None
    fit = witnesses.get(folded, 0.0)
    if fit < 1:
        fit = max((weight * likeness(folded, witness) for witness, weight in witnesses.items()), default=0.0)
    if fit < _NEARLY and not is_heading:
        fit = max(fit, _piece_fit(element, folded, witnesses))
    if (fit < _NEARLY and not is_heading) or (folded in sites and witnesses.get(folded) != 1.0):
        return None
    if witnesses and fit < 0.3 and len(text.split()) < _TELLING:
        return None
    if _leads_home(element):
        return None
    return 3 * fit + is_heading - 2 * _is_elsewhere(element) - _UNSEEN * is_unprinted(element)


def _piece_fit(element: Element, folded: str, witnesses: Witnesses) -> float:
    """Return how far a piece of what an element prints is the headline: beside a clock or a label in it."""
    if not any(witness in folded for witness in witnesses if len(witness.split()) >= _TELLING):
        return 0.0
    pieces = [fold(piece) for piece in heading_pieces(element)]
    told = [piece for piece in pieces if len(piece) >= _MOSTLY * len(folded)]
    return max((witnesses.get(piece, 0.0) for piece in told), default=0.0)


def _leads_home(element: Element) -> bool:
    """Tell whether a heading is mostly a link to a front page: the site's name."""
    links = [one for one in (*islice(element.above(), 2), *element.within("a")) if one.tag == "a"]
    home = [link for link in links if _FRONT_PAGE.search((link.get("href") or "#").strip())]
    if any(not link.is_in(element) for link in home):
        return True
    return any(len(visible_text(link)) > _MOSTLY * len(visible_text(element)) for link in home)


def _is_elsewhere(element: Element) -> bool:
    for depth, above in enumerate((element, *element.above())):
        if has_name(above, "printed.breadcrumb-names"):
            return True
        if above.tag in ("nav", "footer", "aside") or is_elsewhere(above):
            return above.tag not in ("body", "html", "main", "article")
        if depth > 8:
            break
    return False
