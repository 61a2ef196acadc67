"""Which elements hold a picture together with its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, takewhile

from newsgrab.extraction.lines.creditlines import ends_in_label, is_credit, split_words
from newsgrab.extraction.media.captions import Roles, boxes_around, is_ornament, lines_of, words_of
from newsgrab.extraction.media.image_addresses import is_preview
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.names import has_name
from newsgrab.extraction.page.wording import fold, is_longer, visible_text
from newsgrab.text import SENTENCE_ENDS, WHOLE

_MOST_WORDS = 900  # characters of a picture's caption and credit line
_MOST_ANONYMOUS = 320  # of those in a box that does not say what it is
_MOST_CREDITED = 500  # of those where one of the lines is a credit line
_LONGEST_LABEL = 200  # of a line without an end under a picture
_NEAR = 5  # elements before and after a picture's box
_FEWEST_BESIDE = 2  # paragraphs among them, in no box of their own
_SHORTEST_BESIDE = 80  # characters of one
_ENDS = (*SENTENCE_ENDS, ":", ";", ",")
_MOST_STEPS = 7  # boxes around a picture
_FEW_LINKED = 0.1  # of the words beside a picture
_LONGEST_LINE = 400  # characters
_NEVER = frozenset({"article", "main", "body", "html", "td", "tr", "table", "ul", "ol", "blockquote"})
_HEADINGS = ("h1", "h2", "h3", "time", "ul", "ol", "table", "iframe", "video", "form")
_CENTRED = re.compile(r"text-align:\s*center", re.IGNORECASE)
_EMPHASIS = frozenset({"em", "i", "small", "cite", "sub", "sup"})


def pictures_in(element: Element) -> Iterator[Element]:
    """Give the pictures in an element that are no ornaments, each once."""
    for picture in element.within("img", "amp-img"):
        if not is_ornament(picture) and not _is_spare(picture) and not is_preview(picture):
            yield picture


def _is_spare(picture: Element) -> bool:
    """Tell whether a picture stands in for another one where scripts do not run."""
    for above in islice(picture.above(), 3):
        if above.tag == "amp-img":
            return True
        if above.tag == "noscript":
            around = above.parent
            return around is not None and any(
                one.tag == "img" for one in around.inside("img") if above not in one.above()
            )
    return False


def count_pictures(within: Element, end: int) -> Counter[Element]:
    """Return how many pictures each box holds of those before a place; a picture counts for itself."""
    counts: Counter[Element] = Counter()
    for picture in takewhile(lambda one: one.place < end, pictures_in(within)):
        counts[picture] += 1
        for above in islice(boxes_around(picture), _MOST_STEPS + 3):
            counts[above] += 1
    return counts


def container_of(picture: Element, within: Element, counts: Counter[Element]) -> Element:
    """Return the largest box around a picture that holds nothing but it and its words."""
    if (table := _table_around(picture, counts)) is not None:
        return table
    found = _with_sources(picture)
    length = 0
    is_in_link = False  # with words, which say what the link does; a figure around it has the picture's
    for above in islice(boxes_around(picture), _MOST_STEPS):
        if above is within or _is_bound(above) or counts[above] > 1:
            break
        longer = _length(above)
        if longer > _MOST_WORDS:
            break
        if longer > length:
            holds = _holds_words(above) and (above.tag == "figure" or not is_in_link)
            is_in_link |= above.tag == "a" and any(lines_of(above))
            if not holds and above.tag == "a":
                continue
            if not holds or (length and _adds_sentence(above, found)):
                break
            found, length = above, longer
        elif above.tag == "figure" or has_name(above, "credits.picture-names"):
            found = above
    return found


def _with_sources(picture: Element) -> Element:
    """Return the <picture> around a picture, where there is one; its sources hold what is no text."""
    outermost = picture
    for above in islice(picture.above(), _MOST_STEPS):
        if above.tag not in ("source", "picture"):
            break
        outermost = above
    return outermost


def _is_bound(element: Element) -> bool:
    """Tell whether an element is there for more than a picture; an <article> that is called one is not."""
    if element.tag == "article" and not element.has("a"):
        return not has_name(element, "credits.picture-names")
    return element.tag in _NEVER


def _table_around(picture: Element, counts: Counter[Element]) -> Element | None:
    """Return the table of one column that holds a picture and, in a cell of their own, its words, if any."""
    table = next((one for one in islice(picture.above(), _MOST_STEPS) if one.tag == "table"), None)
    if table is None or counts[table] > 1 or _length(table) > _LONGEST_LINE or table.has(*_HEADINGS):
        return None
    cells = [*table.inside("td", "th")]
    is_column = len({cell.parent for cell in cells}) == len(cells)
    told = [cell for cell in cells if visible_text(cell)]
    is_apart = is_column and len(told) == 1 and not told[0].has("img")
    return table if is_apart and not _is_linked(table, _length(table), _FEW_LINKED) else None


def _length(element: Element) -> int:
    return 10 * _MOST_WORDS if is_longer(element, _MOST_WORDS) else len(visible_text(element))


def _holds_words(element: Element) -> bool:
    """Tell whether the words in a box are its picture's."""
    if element.tag == "figure":
        return True
    if element.tag == "p" or any(True for _ in element.within(*_HEADINGS)):
        return False
    lines = list(lines_of(element))
    total = sum(len(text) for text, _ in lines)
    if not total:
        return True
    if sum(len(text) for text, role in lines if role) >= 0.8 * total:
        return True
    if has_name(element, "credits.picture-names"):
        return total <= _LONGEST_LINE and not _is_linked(element, total, _FEW_LINKED)
    told = " ".join(visible_text(figure) for figure in element.within("figure") if words_of(figure)[0])
    if told and any(text not in told and not is_credit(text) for text, _ in lines):
        return False  # the figure has its caption; other words around it are the article's
    credited = any(split_words(text)[1] for text, _ in lines)
    has_paragraph = any(True for _ in element.within("p"))
    return (
        total <= (_MOST_CREDITED if credited else _MOST_ANONYMOUS)
        and len(lines) <= 3
        and (credited or (_is_label(element, lines) if has_paragraph else not _is_text_above(element)))
        and not _is_linked(element, total)
    )


def _adds_sentence(box: Element, found: Element) -> bool:
    """Tell whether a box has a sentence beside a picture that has its caption and its credit line."""
    caption, credit = words_of(found)
    if box.tag == "figure" or caption is None or credit is None:
        return False
    lines = (text for text, role in lines_of(box) if not role)
    return any(WHOLE.search(text) and fold(text) != fold(caption) for text in lines)


def _is_label(element: Element, lines: list[tuple[str, str]]) -> bool:
    """Tell whether a box among paragraphs holds a picture and below it one line that is no paragraph.

    It is none where it is no sentence.
    """
    (line, _), *more = lines
    if more or len(line) > _LONGEST_LABEL or element.children[-1].has("img"):
        return False
    around = element.parent.children if element.parent is not None else ()
    beside = around[max(0, element.rank - _NEAR) : element.rank + _NEAR]
    paragraphs = [one for one in beside if one.tag == "p" and len(visible_text(one)) >= _SHORTEST_BESIDE]
    if len(paragraphs) < _FEWEST_BESIDE:
        return False
    return not line.rstrip("\"”»' ").endswith(_ENDS)


def _is_text_above(element: Element) -> bool:
    """Tell a box with a sentence above a picture, where boxes like it beside it hold the article's text."""
    pictures = (child for child in element.children if child.has("img") or child.tag == "img")
    first = next(pictures, None)
    if first is None or element.parent is None:
        return False
    above = [element.text, *(child.words() + child.tail for child in element.children[: first.rank])]
    if not WHOLE.search(" ".join(above).strip()):
        return False
    family = element.parent.children[max(0, element.rank - _NEAR) : element.rank + _NEAR]
    alike = (one for one in family if (one.tag, one.get("class")) == (element.tag, element.get("class")))
    told = [one for one in alike if not one.has("img") and len(visible_text(one)) >= _SHORTEST_BESIDE]
    return len(told) >= _FEWEST_BESIDE


def _is_linked(element: Element, total: int, share: float = 0.6) -> bool:
    return sum(len(visible_text(link)) for link in element.within("a", "button")) > share * total


def words_after(container: Element, roles: Roles) -> Iterator[Element]:
    """Give the elements right after a picture that are its caption or credit line in a box of their own."""
    here = container
    for _ in range(3):
        above = here.parent
        if here.next is not None or above is None or above.tag in _NEVER or visible_text(above, 10):
            break
        here = above
    for _ in range(2):
        following = here.next
        while following is not None and _says_nothing(following):
            following = following.next
        if following is None or here.tail.strip() or not (following in roles or is_wording(following)):
            return
        yield following
        here = following


def _says_nothing(element: Element) -> bool:
    """Tell whether an element shows no word and no picture: a break, or a sign to enlarge a picture by."""
    if element.tag in ("br", "script", "style"):
        return True
    return element.tag in ("a", "button") and not visible_text(element, 1) and not any(pictures_in(element))


def is_wording(element: Element) -> bool:
    """Tell whether an element beside a picture prints its caption or its credit line."""
    if element.tag in _NEVER or any(
        True for _ in element.within("img", "amp-img", "h1", "h2", "h3", "figure", "iframe")
    ):
        return False
    text = visible_text(element, _LONGEST_LINE)
    if not text or len(text) > _LONGEST_LINE:
        return False
    if element.tag == "figcaption" or has_name(element, "credits.apart-names"):
        return True
    if is_credit(text) or (len(text) <= _MOST_ANONYMOUS and ends_in_label(text)):
        return True
    within = _innermost(element)
    is_set_apart = _is_emphasised(within, text) or bool(_CENTRED.search(within.get("style") or ""))
    return is_set_apart and split_words(text)[1] is not None


def _innermost(element: Element) -> Element:
    """Return the one paragraph that boxes in one another hold."""
    here = element
    while here.tag == "div" and len(here.children) == 1 and not here.text.strip():
        here = here.children[0]
    return here


def _is_emphasised(element: Element, text: str) -> bool:
    """Tell whether all the words of an element are set apart: small or slanted."""
    if element.tag in _EMPHASIS:
        return True
    inner = [child for child in element.children if child.tag != "br"]
    return (
        bool(inner)
        and all(child.tag in _EMPHASIS for child in inner)
        and sum(len(visible_text(child)) for child in inner) >= 0.9 * len(text)
    )
