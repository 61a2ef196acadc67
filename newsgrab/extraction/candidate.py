"""Where the body is: a place in the tree, never text; and why there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsgrab.errors import Empty
from newsgrab.extraction.document import Document
from newsgrab.extraction.naming import named_elsewhere
from newsgrab.extraction.survey import Survey, survey
from newsgrab.model import Candidate, Claim
from newsgrab.rules import Rules

_ENOUGH = 0.75  # of the running text: an element that holds so much of its parent's is looked into
_MOST_OF_PAGE = 0.5  # an <aside> with more than this of the text is none
_ELSEWHERE = frozenset({"nav", "footer", "aside", "form"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """The element that holds the body, with the page's measures."""

    document: Document
    element: HtmlElement
    survey: Survey
    candidate: Candidate


def locate(document: Document, _claims: Sequence[Claim], rules: Rules) -> Place:
    """Find the element that holds the body: the smallest with nearly all running text."""
    root = document.root
    if root is None:
        raise Empty("There is no text in it.")
    body = root.find("body")
    measured = survey(root if body is None else body)
    prose = _believed(measured, rules)
    if not prose[0]:
        prose = [float(length) for length in measured.text]
    place, path = _descend(measured, prose)
    share = prose[place] / prose[0] if prose[0] else 0.0
    candidate = Candidate(
        locator=locator(measured.elements[place]),
        reason=f"it holds {share:.0%} of the running text outside boxes named as something else",
        others=tuple(path),
    )
    return Place(document=document, element=measured.elements[place], survey=measured, candidate=candidate)


def locator(element: HtmlElement) -> str:
    """Return a short path to an element that a person can follow."""
    steps = [element, *element.iterancestors()][:4]
    return " > ".join(_step(step) for step in reversed(steps))


def _step(element: HtmlElement) -> str:
    identity = element.get("id")
    classes = (element.get("class") or "").split()
    suffix = f"#{identity[:60]}" if identity else f".{classes[0][:60]}" if classes else ""
    return f"{element.tag}{suffix}"


def _believed(measured: Survey, rules: Rules) -> list[float]:
    """Return the running text of every element without that in boxes named as something else."""
    size = len(measured.elements)
    named = named_elsewhere(measured, 0, measured.prose, rules)
    limit = _MOST_OF_PAGE * measured.prose[0]
    doubted = [False] * size
    believed = list(measured.prose)
    for place in range(1, size):
        parent = measured.parents[place]
        if doubted[parent]:
            doubted[place] = True
        elif place in named or (measured.elements[place].tag in _ELSEWHERE and measured.prose[place] < limit):
            doubted[place] = True
            lost = measured.prose[place]
            while parent >= 0 and lost:
                believed[parent] -= lost
                parent = measured.parents[parent]
    return [0.0 if doubt else weight for doubt, weight in zip(doubted, believed, strict=True)]


def _descend(measured: Survey, prose: Sequence[float]) -> tuple[int, list[str]]:
    """Go down from the root as long as one child has nearly all of the text."""
    best = [-1] * len(prose)
    for place in range(1, len(prose)):
        parent = measured.parents[place]
        if best[parent] < 0 or prose[place] > prose[best[parent]]:
            best[parent] = place
    here, path = 0, []
    while (
        best[here] >= 0
        and prose[best[here]] >= _ENOUGH * prose[here]
        and _holds_paragraphs(measured, best[here])
    ):
        path.append(f"{_step(measured.elements[here])}: {prose[here]:.0f} characters")
        here = best[here]
    return here, path[-3:]


def _holds_paragraphs(measured: Survey, place: int) -> bool:
    return measured.elements[place].tag not in ("p", "li", "blockquote", "tr", "tbody", "pre")
