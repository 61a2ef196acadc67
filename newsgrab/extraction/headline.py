"""Which element prints the headline, and which of its words are the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from newsgrab.extraction.element import Element
from newsgrab.extraction.names import has_name, is_elsewhere
from newsgrab.extraction.wording import heading_pieces, is_longer, is_unprinted, plain, same, visible_text
from newsgrab.model import Claim
from newsgrab.rules.places import place_of

_LESSER = frozenset({"h2", "h3", "h4", "title"})
_TITLED = frozenset({"div", "span", "p", "td", "strong", "b", "font"})
_LONGEST = 500
_MOST = 60
_NEARLY = 0.9  # what fits less is no headline, unless it is a heading
_MOSTLY = 0.5  # of what an element prints
_TELLING = 4  # words; a heading of so many that resembles no metadata is still a headline
_SURE = 3.0  # no heading of lower rank can outdo a first heading with so much
_DOUBTFUL = 1.5  # a heading with less resembles no metadata
_MOST_PIECES = 12
_LEAST_SHARE = 0.35  # of the printed words
_LEAST_PART = 0.25  # of a page's title; less of it is as well the name of the site or of a section
_UNSURE = 0.5
_UNSEEN = 1.5  # taken from what only screen readers tell
_LONGEST_KICKER = 60
_MOST_AROUND = 1_500  # characters around a headline in which its kicker is looked for
_ARTICLE, _SOCIAL = ("json-ld", "headline"), ("meta", "og:title")
_FRONT_PAGE = re.compile(r"(?:^|/)https?://[^/?#]+/?$|^\.?/?$|^(?:\.?/)?index\.\w{2,5}$", re.IGNORECASE)
_ANCHOR = "¶"  # of a link to the heading itself
_LOOSE_COLON = re.compile(r" :(?= )")
Witnesses = dict[str, float]  # folded text, and how far it is believed


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
    witnesses = _witnesses(root, claims)
    sites = {same(claim.value) for claim in claims if claim.field == "publisher"}
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
    chosen = best[2] if best else _lone(root, claims, sites) or _without_witness(root, sites)
    return _printed(chosen, root, claims, witnesses) if chosen is not None else None


def _printed(element: Element, root: Element, claims: tuple[Claim, ...], witnesses: Witnesses) -> Headline:
    """Return the headline that an element prints, and what the page heads itself with where that differs."""
    text = _words_of(element, claims, witnesses)
    is_sure = element.tag == "h1" or same(text) in _stated(claims, _ARTICLE, _SOCIAL)
    first = None if is_sure else _first_heading(root, witnesses)
    if first is None or same(first) in same(text):
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
    boxes = ((one, one.attributes.get("class", "")) for one in root.inside(*_TITLED))
    return (one for one, names in boxes if "itle" in names or "ead" in names or "tit" in names)


def _worded(root: Element, witnesses: Witnesses) -> Iterator[Element]:
    """Give what prints just the words that the metadata calls the headline, in a box of any name."""
    wanted = {folded for folded in witnesses if len(folded.split()) >= _TELLING}
    longest = max(map(len, wanted), default=0) + _MOST
    for element in root.inside(*_TITLED) if wanted else ():
        if element.length <= longest and same(visible_text(element, _LONGEST)) in wanted:
            yield element


def _headed(root: Element) -> Iterator[Element]:
    """Give the second headings in the head of an article."""
    for heading in root.inside("h2"):
        above = {one.tag for one in heading.above()}
        is_child = heading.parent is not None and heading.parent.tag == "article"
        if is_child or ("header" in above and not above.isdisjoint(("article", "main"))):
            yield heading


def _stated(claims: Iterable[Claim], *places: tuple[str, str]) -> set[str]:
    """Return what the metadata of these places calls the headline, folded."""
    of_headline = (claim for claim in claims if claim.field == "headline")
    return {same(plain(claim.value)) for claim in of_headline if place_of(claim) in places}


def _first_heading(root: Element, witnesses: Witnesses) -> str | None:
    """Return the words of an h1 that the metadata repeats; some pages print it in the breadcrumb alone."""
    for element in islice(_first(root), _MOST):
        text = visible_text(element, _LONGEST)
        is_told = len(text.split()) >= _TELLING and same(text) in witnesses and not is_unprinted(element)
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
    is_told = len(text.split()) > 1 and same(text) not in sites and not _leads_home(first[0])
    return first[0] if is_told and not _is_elsewhere(first[0]) and not is_unprinted(first[0]) else None


def _without_witness(root: Element, sites: set[str]) -> Element | None:
    """Return the first heading in an article's head, where neither an h1 nor the metadata tells."""
    for element in islice(_headed(root), _MOST):
        text = visible_text(element, _LONGEST)
        if len(text.split()) >= _TELLING and same(text) not in sites and not _is_elsewhere(element):
            return element
    return None


def _score(element: Element, witnesses: Witnesses, sites: set[str], *, is_heading: bool) -> float | None:
    """Return how much speaks for an element; None where it cannot be the headline."""
    text = visible_text(element, _LONGEST)
    folded = same(text)
    if not folded or len(text) > _LONGEST or element.tag == "title":
        return None
    fit = witnesses.get(folded, 0.0)
    if fit < 1:
        fit = max((weight * _likeness(folded, witness) for witness, weight in witnesses.items()), default=0.0)
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
    pieces = [same(piece) for piece in heading_pieces(element)]
    told = [piece for piece in pieces if len(piece) >= _MOSTLY * len(folded)]
    return max((witnesses.get(piece, 0.0) for piece in told), default=0.0)


def _leads_home(element: Element) -> bool:
    """Tell whether a heading is one link to a front page: the site's name."""
    links = [one for one in (*islice(element.above(), 2), *element.within("a")) if one.tag == "a"]
    return any(
        _FRONT_PAGE.search((link.get("href") or "#").strip())
        and (not link.is_in(element) or same(visible_text(link)) == same(visible_text(element)))
        for link in links
    )


def _witnesses(root: Element, claims: Iterable[Claim]) -> Witnesses:
    """Return what the page calls itself, folded, and less surely that without what may be the site's name."""
    of_headline = [claim for claim in claims if claim.field == "headline"]
    stated = [claim for claim in of_headline if not _is_printed(claim)]
    texts = [plain(claim.value) for claim in stated or of_headline]
    titles = _titles(root)[:1]
    witnesses = {same(text): 1.0 for text in texts if len(text) > 3}
    for text in texts + titles:
        for part in (text, *without_site(text)):
            if len(part) > 3:
                sure = 0.92 if text.startswith(part) else 0.9
                witnesses.setdefault(same(part), sure if len(part) >= _LEAST_PART * len(text) else _UNSURE)
    return witnesses


def _titles(root: Element) -> list[str]:
    """Return the title of a page, and what it is without parts that may be the name of the site."""
    title = plain(next((one.text for one in root.inside("title")), ""))
    return [title, *without_site(title)] if title else []


_SITE_BREAK = re.compile(r"\s+[|–—\-·•«»:/]\s+|\s*[|｜»«ㅣ]\s*|\s+::\s+|\s--+\s?|--|: ")


def without_site(text: str) -> tuple[str, ...]:
    """Return the ways to cut a name off the end or the beginning of a page's title, the longest first.

    >>> without_site("Ferry sinks | Local | The Haven Post")
    ('Ferry sinks | Local', 'Ferry sinks', 'Local | The Haven Post', 'The Haven Post')
    """
    bounds = [(found.start(), found.end()) for found in _SITE_BREAK.finditer(text)][:6]
    return tuple([text[:start] for start, _ in reversed(bounds)] + [text[end:] for _, end in bounds])


def _likeness(one: str, other: str) -> float:
    """Return how much two headlines share: 1 for the same letters, else the overlap of their words."""
    if one == other:
        return 1.0
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    shared = len(first & second) / max(len(first), len(second))
    if min(len(one), len(other)) >= 12 and (one in other or other in one):
        return max(shared, 0.7)
    return shared


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _is_elsewhere(element: Element) -> bool:
    for depth, above in enumerate((element, *element.above())):
        if has_name(above, "printed.breadcrumb-names"):
            return True
        if above.tag in ("nav", "footer", "aside") or is_elsewhere(above):
            return above.tag not in ("body", "html", "main", "article")
        if depth > 8:
            break
    return False


def _words_of(element: Element, claims: tuple[Claim, ...], witnesses: Witnesses) -> str:
    """Return the printed words that the metadata, where it has them, calls the headline.

    A kicker, a date or a second line in the same element is left out where a witness has the rest alone;
    a kicker printed apart is put before the headline where two witnesses have both.
    """
    pieces = heading_pieces(element)
    whole = visible_text(element)
    if ":" in pieces:
        whole = _LOOSE_COLON.sub(":", whole)  # a mark of its own, between kicker and headline
    elsewhere = [claim for claim in claims if claim.field == "headline" and not _is_printed(claim)]
    texts = [plain(claim.value) for claim in elsewhere]
    stated = {same(text) for text in texts}
    texts = texts or _titles(element.page[0])
    social = _stated(elsewhere, _SOCIAL)
    agreed = next((text for text in texts if same(text) == same(whole)), None)
    if agreed and len(pieces) > 1 and _letters(agreed) == _letters(whole):
        # With the mark between kicker and headline that print shows by other means, but no other before it.
        whole = whole[: _first_letter(whole)] + agreed[_first_letter(agreed) :]
    if agreed and (not social or same(whole) in social):
        return whole.rstrip(_ANCHOR)
    fitting = _fitting(pieces, whole, (social,) if agreed else (stated, _site_parts(witnesses, whole)))
    text = (fitting or _without_name(whole, stated, claims))[:_LONGEST].strip(f" :|{_ANCHOR}")
    return text if same(text) in social else _with_kicker(element, text, texts)


def _fitting(pieces: list[str], whole: str, wanted: Iterable[set[str]]) -> str | None:
    """Return the longest run of pieces that is wanted, by the first of the sets that has any."""
    shortest = _LEAST_SHARE * len(same(whole))
    runs = [run for run in _runs(pieces, whole) if len(same(run)) >= shortest]
    for strong in wanted:
        fitting = [run for run in runs if same(run) in strong]
        if fitting:
            return max(fitting, key=len)
    return None


def _without_name(whole: str, stated: set[str], claims: tuple[Claim, ...]) -> str:
    """Cut the name of the site off the end, where the metadata has the rest alone or it is just that name."""
    sites = {same(claim.value) for claim in claims if claim.field == "publisher"}
    addresses = [claim.value for claim in claims if claim.field == "canonical_url"]
    hosts = [address.partition("://")[2].partition("/")[0].lower() for address in addresses]
    for part in without_site(whole):
        rest = same(whole[len(part) :])
        is_host = same(part) in stated and any(rest.replace(" ", "") in host for host in hosts)
        if whole.startswith(part) and rest and (rest in sites or is_host):
            return part
    return whole


def _first_letter(text: str) -> int:
    return next((place for place, sign in enumerate(text) if sign.isalnum()), 0)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _is_printed(claim: Claim) -> bool:
    """Tell a mark on a printed element from a statement of the metadata."""
    return claim.origin == "microdata" and not claim.locator.startswith("meta")


def _runs(pieces: list[str], whole: str) -> list[str]:
    """Return the neighbouring pieces together, as printed, in every way but all.

    None begins with a mark of its own, such as the dash between a kicker and the headline.
    """
    if not 2 <= len(pieces) <= _MOST_PIECES:
        return []
    starts = [start for start, piece in enumerate(pieces) if _letters(piece)]
    bounds = [(start, end) for start in starts for end in range(start + 1, len(pieces) + 1)]
    return [_between(pieces[start:end], whole) for start, end in bounds if end - start < len(pieces)]


def _between(pieces: list[str], whole: str) -> str:
    first, last = whole.find(pieces[0]), whole.rfind(pieces[-1])
    return whole[first : last + len(pieces[-1])] if 0 <= first <= last else " ".join(pieces)


def _site_parts(witnesses: Witnesses, whole: str) -> set[str]:
    """Return the parts of witnesses that are more than half of what is printed."""
    return {folded for folded in witnesses if 2 * len(folded) > len(same(whole))}


def _with_kicker(element: Element, text: str, texts: list[str]) -> str:
    """Put the kicker that is printed above a headline before it, as two witnesses have it."""
    folded = same(text)
    times = Counter(map(same, texts))
    for witness in texts:
        kicker = same(witness).removesuffix(folded).strip()
        if times[same(witness)] < 2 or not folded or not same(witness).endswith(f" {folded}"):
            continue
        if 2 < len(kicker) <= _LONGEST_KICKER and kicker in map(same, _before(element, text)):
            return witness
    return text


def _before(element: Element, text: str) -> Iterator[str]:
    """Give what is printed right before a headline, and what precedes it in small boxes."""
    here: Element | None = element
    for _ in range(3):
        before = here.previous if here is not None else None
        if before is not None:
            yield visible_text(before, _LONGEST_KICKER)
        here = here.parent if here is not None else None
        if here is None or is_longer(here, _MOST_AROUND):
            return
        pieces = heading_pieces(here)
        yield from pieces[: pieces.index(text)] if text in pieces else ()
