"""Where the body is: places in the tree, never text; and why there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from newsgrab.errors import Empty
from newsgrab.extraction.fields.metadata import Fields
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.layouts import layout_of, pointed_at
from newsgrab.extraction.page.survey import Survey, survey
from newsgrab.extraction.place.around import find_alike, find_leading, find_trailing
from newsgrab.extraction.place.beside import LEAST_PROSE, narrow_down
from newsgrab.extraction.place.comments import find_threads
from newsgrab.extraction.place.consents import find_consents
from newsgrab.extraction.place.rule_names import find_named_elsewhere
from newsgrab.extraction.place.vote import read_vote
from newsgrab.extraction.place.witness import Witness, read_witness
from newsgrab.model import Candidate
from newsgrab.rules import Rules
from newsgrab.rules.sites import Layout

_ENOUGH = 0.75  # of the running text: an element that holds so much of its parent's is looked into
_MOST_OF_PAGE = 0.5  # an <aside> with more than this of the text is none
_VOTED = 0.4  # of the page's running text: a vote for less would lose too much
_HEADED = 0.5  # of the body's running text: an <article> with the headline and so much of it is the body
_LEAST_HEADED = 400  # characters
_LINKED = 0.9  # of a heading's text
_LONGEST_TEASER = 600  # characters
_TEASER_LINKED = 0.15  # of its text
_HEADINGS = frozenset({"h2", "h3", "h4"})
_LITTLE = 100  # characters
_DISBELIEVED = 0.1  # what is left of the weight of text that the page's own copy of the article lacks
_ELSEWHERE = frozenset({"nav", "footer", "aside", "form"})
_ROWS = frozenset({"tbody", "tr"})
_ROW_ENOUGH = 0.9  # of a table's running text: a row that holds so much of it only lays out the page
_BARE = 0.05  # of an element's running text: where so much stands in no box, it is read as a whole
_LEAST_BARE = 200  # characters
_PARAGRAPHS = frozenset({"p", "li", "blockquote", "pre"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """The element with the body, all parts to be read in their order, and the page's measures."""

    document: Document
    element: Element  # the one that decided where the body is
    parts: tuple[Element, ...]
    survey: Survey
    candidate: Candidate
    witness: Witness | None = None
    layout: Layout | None = None  # where the site's rule says that its pages have what
    apart: Mapping[int, str] = field(default_factory=dict)  # what is none of the article, with the rule


def locate(document: Document, fields: Fields, rules: Rules) -> Place:
    """Find where the body is: as the rule of the site says, else where nearly all running text is.

    Raises Empty where there is no tree.
    """
    body = document.body
    if body is None:
        raise Empty("there is no text in it")
    measured = survey(body)
    layout = layout_of(document, rules)
    told = _told(document, measured, layout)
    found = told or _weighed(document, measured, fields, rules)
    reason = found.reason
    if layout and layout.body and not told:
        reason += f"; the site rule for {layout.host} finds nothing: {layout.body}"
    return Place(
        document=document,
        element=measured.elements[found.core],
        parts=tuple(measured.elements[part] for part in found.parts),
        survey=measured,
        candidate=Candidate(
            locator=locator(measured.elements[found.core]), reason=reason, others=found.others
        ),
        witness=found.witness,
        layout=layout,
        apart=found.apart,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Places in the survey: the one that decided, and all parts of the body in their order."""

    core: int
    parts: tuple[int, ...]
    reason: str
    others: tuple[str, ...] = ()
    witness: Witness | None = None
    apart: Mapping[int, str] = field(default_factory=dict)


def _told(document: Document, measured: Survey, layout: Layout | None) -> _Found | None:
    """Return what the rule of the site points at, if anything of it is on the page."""
    chosen = pointed_at(document, layout.body) if layout is not None else ()
    if layout is None or not chosen:
        return None
    parts = tuple(map(measured.place_of, chosen))
    return _Found(
        core=parts[0], parts=parts, reason=f"the site rule for {layout.host} says so: {layout.body}"
    )


def _weighed(document: Document, measured: Survey, fields: Fields, rules: Rules) -> _Found:
    """Find the smallest element with nearly all running text, and what of the article stands before it."""
    printed = fields.printed.headline
    headline = measured.place_of(printed) if printed is not None and measured.holds(printed) else None
    around = set(measured.above(headline))
    made_apart = dict.fromkeys(find_threads(measured), "structure.comments")
    made_apart |= dict.fromkeys(find_consents(measured, around), "structure.consent")
    doubted = _doubted(measured, rules, made_apart, around)
    witness = read_witness(measured, fields.claims)
    prose = _weigh(measured, doubted, witness)
    core, path = _descend(measured, prose)
    vote = read_vote(document) if core == 0 else None
    is_voted = vote is not None and prose[vote] >= _VOTED * prose[0] > 0
    if vote is not None and is_voted:
        core, path = _descend(measured, prose, vote)
    headed = _headed(measured, prose, headline, core)
    if headed is not None:
        core, path = _descend(measured, prose, headed)
    narrow = narrow_down(measured, prose, headline, core)
    if narrow is not None:
        core, path = _descend(measured, prose, narrow)
    share = prose[core] / prose[0] if prose[0] else 0.0
    beside = (*find_alike(measured, prose, core), *find_trailing(measured, doubted, core))
    parts = (*find_leading(measured, doubted, headline, core), core, *beside)
    apart = tuple(_apart(measured, witness, parts)) if witness else ()
    return _Found(
        core=core,
        parts=tuple(sorted({*parts, *apart})),
        witness=witness,
        apart=made_apart,
        reason=f"it holds {share:.0%} of the running text"
        + ", as the page's own copy has it" * bool(witness)
        + ", and readability-lxml's vote" * is_voted
        + ", in the article with the headline" * (headed is not None)
        + ", in the column with the headline" * (narrow is not None)
        + f"; {len(apart)} more where the copy has their text" * bool(apart),
        others=tuple(path),
    )


def _headed(measured: Survey, prose: Sequence[float], headline: int | None, core: int) -> int | None:
    """Return the <article> in the body that has the headline, if it has much of the text too."""
    above = list(measured.above(headline))
    if core not in above:
        return None
    articles = [place for place in above[: above.index(core)] if measured.elements[place].tag == "article"]
    least = max(_LEAST_HEADED, _HEADED * prose[core])
    return next((place for place in reversed(articles) if prose[place] >= least), None)


def _apart(measured: Survey, witness: Witness, parts: Sequence[int]) -> Iterator[int]:
    """Give the paragraphs outside the parts that the page's own copy has, and the parts lack."""
    inside = {place for part in parts for place in range(part, measured.ends[part])}
    said = {witness.places[place] for place in inside & witness.places.keys()}
    for place, letters in witness.places.items():
        if place not in inside and measured.own[place] >= LEAST_PROSE and letters not in said:
            said.add(letters)
            yield place


def locator(element: Element) -> str:
    """Return a short path to an element that a person can follow."""
    steps = [element, *islice(element.above(), 3)]
    return " > ".join(_step(step) for step in reversed(steps))


def _step(element: Element) -> str:
    identity = element.get("id")
    classes = (element.get("class") or "").split()
    suffix = f"#{identity[:60]}" if identity else f".{classes[0][:60]}" if classes else ""
    return f"{element.tag}{suffix}"


def _doubted(measured: Survey, rules: Rules, made_apart: Iterable[int], spared: set[int]) -> list[bool]:
    """Tell of every element whether it is in a box that is something else by name, tag or make.

    What holds the headline is not.
    """
    telling = [0, *(place for place, prose in enumerate(measured.prose) if prose and place)]
    named = find_named_elsewhere(measured, telling, measured.prose, rules)
    limit = _MOST_OF_PAGE * measured.prose[0]
    elsewhere = [place for place, tag in enumerate(measured.tags) if tag in _ELSEWHERE]
    elsewhere = [place for place in elsewhere if measured.prose[place] < limit]
    apart = {*named, *made_apart, *_teasers(measured), *elsewhere} - spared
    doubted = [False] * len(measured.elements)
    for place in sorted(apart - {0}):
        if not doubted[place]:
            end = measured.ends[place]
            doubted[place:end] = [True] * (end - place)
    return doubted


def _teasers(measured: Survey) -> Iterator[int]:
    """Give the boxes around a linked heading that hold little more than it."""
    for place, tag in enumerate(measured.tags):
        if tag not in _HEADINGS or measured.links[place] < _LINKED * measured.text[place]:
            continue
        for above in measured.above(place if measured.text[place] else None):
            if (
                measured.text[above] > _LONGEST_TEASER
                or measured.links[above] < _TEASER_LINKED * measured.text[above]
            ):
                break
            yield above


def _weigh(measured: Survey, doubted: Sequence[bool], witness: Witness | None) -> list[float]:
    """Return how much running text of the article each element seems to hold."""
    weights = [0.0 if doubt else own for doubt, own in zip(doubted, measured.own, strict=True)]
    if sum(weights) < min(_LITTLE, sum(measured.own) / 3):
        weights = list(measured.own)  # nothing is left of the page: the names mislead
    if not any(weights):
        weights = [float(length) for length in measured.held]
    if witness is not None:
        for place, weight in enumerate(weights):
            if weight and place not in witness.places:
                weights[place] = weight * _DISBELIEVED
    parents = measured.parents
    for place in range(len(weights) - 1, 0, -1):
        weights[parents[place]] += weights[place]
    return weights


def _descend(measured: Survey, prose: Sequence[float], start: int = 0) -> tuple[int, list[str]]:
    """Go down from ``start`` as long as one child has nearly all of the text, and no line of it is bare."""
    best, bare, parents = [-1] * len(prose), list(prose), measured.parents
    for place in range(1, len(prose)):
        parent = parents[place]
        bare[parent] -= prose[place]
        if best[parent] < 0 or prose[place] > prose[best[parent]]:
            best[parent] = place
    here, path = start, []
    while (child := best[here]) >= 0 and prose[child]:
        tag = measured.tags[child]
        enough = _ROW_ENOUGH if tag in _ROWS else _ENOUGH
        if tag in _PARAGRAPHS or prose[child] < enough * prose[here]:
            break
        if here and bare[here] >= max(_LEAST_BARE, _BARE * prose[here]):  # at 0 a server's warnings are bare
            break
        path.append(f"{_step(measured.elements[here])}: {prose[here]:.0f} characters")
        here = child
    while measured.tags[here] in _ROWS:  # rows of a table with several are read as one
        here = measured.parents[here]
    return here, path[-3:]
