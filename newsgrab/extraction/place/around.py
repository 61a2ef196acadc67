"""What of the article stands outside the box that has most of it: before it, behind it, in boxes alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from newsgrab.extraction.page.names import has_name
from newsgrab.extraction.page.survey import Survey, is_block
from newsgrab.extraction.place.beside import LEAST_PROSE, is_paragraph

_LEVELS = 4  # boxes from the body outward
_WHOLE = frozenset({"article", "main", "body"})
_LEAST_SUMMARY = 60  # characters
_LONGEST_LABEL = 40  # of the label of a summary
_OF_CARDS = ("h2", "h3", "h4", "h5", "img", "figure", "video", "iframe")  # items with these show other things
_LEAST_SENTENCE = 45  # of each point of a list that has no label
_LEAST_POINT = 20  # of its points, each as long as the others
_FEW_LINKS = 0.2  # of a summary's text; a list of links has more
_HEADINGS = frozenset({"h2", "h3", "h4"})
_BOXES = frozenset({"p", "div", "section"})
_LISTS = frozenset({"ul", "ol"})
_OF_SECTIONS = _HEADINGS | {"p", "blockquote", "a", "hr"}  # in the verdict that ends a review
_LEAST_TOLD = 300  # characters in its paragraphs
_MOSTLY_TOLD = 0.7  # of its text
_LONGEST_FACTS = 1_500  # characters
_OF_FORMS = ("form", "input", "button", "nav")


def find_leading(measured: Survey, doubted: Sequence[bool], headline: int | None, core: int) -> Iterator[int]:
    """Give the paragraphs and the summaries between the headline and the body."""
    if headline is None or headline >= core:
        return
    reached = measured.ends[headline]
    for place in range(reached, core):
        if place < reached or doubted[place] or core < measured.ends[place]:
            continue
        if measured.elements[place].has("time"):
            continue  # who wrote it, and when
        if is_paragraph(measured, place) or _is_summary(measured, place):
            yield place
            reached = measured.ends[place]


def _is_summary(measured: Survey, place: int) -> bool:
    """Tell whether an element holds a heading or a label with a list of points below it, and nothing else.

    So does a list of sentences alone.
    """
    children = measured.elements[place].children
    if measured.tags[place] in _LISTS:
        said = [measured.text[measured.place_of(one)] for one in children if one.tag == "li"]
        is_named = has_name(measured.elements[place], "printed.points-names")
        least = _LEAST_POINT if is_named else _LEAST_SENTENCE
        is_said = len(said) > 1 and min(said) >= least and not measured.links[place]
        return is_said and not measured.elements[place].has(*_OF_CARDS)
    if len(children) != 2 or children[1].tag not in _LISTS:
        return False
    heading, points = map(measured.place_of, children)
    is_label = 0 < measured.text[heading] <= _LONGEST_LABEL and not measured.links[heading]
    items = [one for one in children[1].children if one.tag == "li"]
    are_points = len(items) > 1 and measured.text[points] >= _LEAST_POINT * len(items)
    return (
        (children[0].tag in _HEADINGS or (is_label and are_points))
        and measured.text[place] >= _LEAST_SUMMARY
        and measured.links[place] <= _FEW_LINKS * measured.text[place]
    )


def find_alike(measured: Survey, prose: Sequence[float], core: int) -> Iterator[int]:
    """Give the later siblings of the body, and of boxes that hold it alone, that go by the same class.

    The article was parted for advertising, or is built of sections.
    """
    for here in islice(measured.above(core), _LEVELS):
        element = measured.elements[here]
        if here != core and (element.tag in _WHOLE or prose[here] > prose[core]):
            return
        around = element.parent
        if around is None or not measured.holds(around) or not element.get("class"):
            continue
        for following in around.children[element.rank + 1 :]:
            is_alike = following.tag == element.tag and following.get("class") == element.get("class")
            if is_alike and _is_text(measured, prose, measured.place_of(following)):
                yield measured.place_of(following)


def find_trailing(measured: Survey, doubted: Sequence[bool], core: int) -> Iterator[int]:
    """Give the paragraphs that go on right behind the body, and behind boxes that hold it alone."""
    for here in islice(measured.above(core), _LEVELS):
        element = measured.elements[here]
        around = element.parent
        if around is None or not measured.holds(around) or (here != core and element.tag in _WHOLE):
            return
        for following in around.children[element.rank + 1 :]:
            place = measured.place_of(following)
            if not _is_of_facts(measured, place) and (doubted[place] or not _goes_on(measured, place)):
                break
            yield place


def _goes_on(measured: Survey, place: int) -> bool:
    """Tell whether an element is a paragraph, or a box of several and nothing else."""
    element = measured.elements[place]
    if element.tag not in _BOXES or measured.links[place] > _FEW_LINKS * measured.text[place]:
        return False
    if not any(is_block(child.tag) for child in element.children):
        return is_paragraph(measured, place)
    inside = [measured.place_of(child) for child in element.children]
    are_paragraphs = len(inside) > 1 and all(child.tag == "p" for child in element.children)
    if are_paragraphs:
        return all(is_paragraph(measured, one) for one in inside)
    told = sum(measured.text[one] for one in inside if is_paragraph(measured, one))
    is_told = told >= max(_LEAST_TOLD, _MOSTLY_TOLD * measured.text[place])
    return is_told and all(child.tag in _OF_SECTIONS for child in element.children)


def _is_of_facts(measured: Survey, place: int) -> bool:
    """Tell a box that is called one of facts, as it may stand right behind the text."""
    element = measured.elements[place]
    is_small = 0 < measured.text[place] <= _LONGEST_FACTS
    is_told = is_small and measured.links[place] <= _FEW_LINKS * measured.text[place]
    return is_told and has_name(element, "printed.fact-names") and not element.has(*_OF_FORMS)


def _is_text(measured: Survey, prose: Sequence[float], place: int) -> bool:
    return prose[place] >= LEAST_PROSE and measured.links[place] <= _FEW_LINKS * measured.text[place]
