"""A second opinion on where the body is: readability-lxml's choice of element, never its text."""

from __future__ import annotations

import copy

from lxml.html import HtmlElement

from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.tree import tree_of
from newsgrab.text import squeeze

_MARK = "data-newsgrab-place"


def read_vote(document: Document) -> int | None:
    """Return the place, counted from the page's body, that readability-lxml scores highest, if it scores any.

    It is given a copy of the tree, for it changes what it reads, and without its parsing and cleaning steps,
    which cost more than all of ours and concern the text alone.
    """
    from readability import Document as Readability  # slow to import, and few pages need it

    tree = tree_of(document)
    body = tree.find("body")
    root = _marked_copy(tree if body is None else body)
    reader = Readability("<p>")
    reader.html = root
    reader.remove_unlikely_candidates()
    reader.transform_misused_divs_into_paragraphs()
    best = reader.select_best_candidate(reader.score_paragraphs())
    place = best["elem"].get(_MARK) if best else None
    return int(place) if place else None


def _marked_copy(body: HtmlElement) -> HtmlElement:
    root = copy.deepcopy(body)
    for place, element in enumerate(root.iter("*")):
        element.set(_MARK, str(place))
        # readability-lxml needs quadratic time for long white space, and counts it as one character.
        element.text, element.tail = squeeze(element.text or ""), squeeze(element.tail or "")
    return root
