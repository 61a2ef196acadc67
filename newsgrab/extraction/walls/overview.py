"""Front pages, sections, lists of search results: pages that lead to articles and are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from newsgrab.extraction.fields.metadata import Fields
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import tidy, visible_text
from newsgrab.model import Block
from newsgrab.text import WHOLE, letters_of, weight
from newsgrab.urls import parts_of, resolved

_FEWEST, _FEW, _MANY = 5, 8, 20  # linked headlines
_SCATTERED = 0.7  # boxes for each paragraph
_MOST_TEASED = 0.6  # of the running text
_LONGEST_TEASER = 800  # characters
_FEWEST_TOLD, _STORY = 3, 600  # paragraphs of a story, letters of it
_LONG_PROSE = 200  # characters of a paragraph
_SHORT_PATH = 30  # characters of an address
_LONGEST_NAME = 20  # letters, of a section
_MOST_SOURCE = 300_000  # characters
_SLUG = re.compile(r"\d{3}|-[^-]*-")
_KINDS = re.compile(r"""property=["']og:type["']\s+content=["'](\w+)|"@type"\s*:\s*"(\w+)\"""")
INDEX_TYPES = frozenset({"CollectionPage", "ItemList", "SearchResultsPage", "WebSite"})


def is_overview(document: Document, fields: Fields, prose: list[Block]) -> bool:
    """Tell a list of articles, which does not say that it is one article, by what it links to."""
    root = document.root
    if root is None:
        return False
    headlines = [one for one in root.inside("h1", "h2", "h3", "h4") if _link_of(one) is not None]
    if len(headlines) < _FEWEST:
        return False
    kinds = _kinds_of(document)
    if any(map(_is_of_article, kinds)):
        return False
    if _is_teased(headlines, document, prose):
        return True
    told = _long_paragraphs(root)
    if is_of_front_page(document, fields) and len(headlines) >= max(_FEW, 2 * told):
        return True
    if fields.metadata.date_published is not None:
        return False
    leads_on = _leads_on(len(headlines), kinds, document, prose) and told < max(3, len(headlines) / 4)
    return leads_on or _is_section(headlines, document, fields, prose)


def is_of_front_page(document: Document, fields: Fields) -> bool:
    """Tell the address of a whole site from that of one of its pages."""
    parts = parts_of(document.url or fields.metadata.canonical_url or "")
    return bool(parts.netloc) and not parts.path.strip("/") and not parts.query


def is_called_article(document: Document) -> bool:
    """Tell whether a page says that it, or something on it, is an article."""
    return any(map(_is_of_article, _kinds_of(document)))


def _kinds_of(document: Document) -> set[str]:
    return {kind for pair in _KINDS.findall(document.text[:_MOST_SOURCE]) for kind in pair if kind}


def _is_of_article(kind: str) -> bool:
    return kind == "article" or kind.endswith("Article")


def is_scattered(prose: list[Block]) -> bool:
    """Tell whether most paragraphs stand each in a box of its own, as teasers do."""
    boxes = [block.box.parent for block in prose if block.box is not None]
    return not boxes or len({id(box) for box in boxes}) > _SCATTERED * len(boxes)


def _is_teased(headlines: list[Element], document: Document, prose: list[Block]) -> bool:
    """Tell whether most of the running text stands below linked headlines, each with its own."""
    teasers = list(_teasers(headlines, document.url or ""))
    if len(teasers) < _FEWEST:
        return False
    teased = "\n".join(visible_text(teaser) for teaser in teasers)
    told = sum(len(block.text) for block in prose if block.text in teased)
    return told > _MOST_TEASED * sum(len(block.text) for block in prose)


def _is_section(headlines: list[Element], document: Document, fields: Fields, prose: list[Block]) -> bool:
    """Tell a section, which goes by one or two words, and its address by the same, and has little else."""
    name = letters_of(fields.metadata.headline or "")
    parts = parts_of(document.url or "").path.strip("/").split("/")
    if not 0 < len(name) <= _LONGEST_NAME or letters_of(parts[-1]) != name:
        return False
    teased = [visible_text(teaser) for teaser in _teasers(headlines, document.url or "")]
    return len(teased) >= _FEWEST and sum(map(len, teased)) > sum(len(block.text) for block in prose)


def _teasers(headlines: list[Element], url: str) -> Iterator[Element]:
    """Give the largest box with one headline in it, for each that leads to another page of the site."""
    counts = Counter(box for headline in headlines for box in headline.above())
    for headline in headlines:
        if not _leads_elsewhere(headline, url):
            continue
        boxes = [box for box in headline.above() if counts[box] == 1 and box.tag not in ("body", "html")]
        if boxes and len(visible_text(boxes[-1])) <= _LONGEST_TEASER:
            yield boxes[-1]


def _leads_elsewhere(headline: Element, url: str) -> bool:
    link = _link_of(headline)
    href = link.attributes["href"] if link is not None else ""
    there, here = parts_of(resolved(url, href)), parts_of(url)
    return bool(there.netloc == here.netloc and there.path != here.path)


def _link_of(headline: Element) -> Element | None:
    """Return the link in a headline or around it."""
    around = [headline.parent] if headline.parent is not None and headline.parent.tag == "a" else []
    return next((one for one in (*headline.inside("a"), *around) if "href" in one.attributes), None)


def _leads_on(linked: int, kinds: set[str], document: Document, prose: list[Block]) -> bool:
    """Tell a page with many linked headlines and little else, the sooner where its address is short."""
    if linked < _FEW or not (is_scattered(prose) or len(prose) < _FEWEST) or _is_told_at_once(prose):
        return False
    path = parts_of(document.url or "").path.strip("/")
    shallow = "/" not in path and len(path) < _SHORT_PATH and not _SLUG.search(path)
    collected = shallow or "website" in kinds or not INDEX_TYPES.isdisjoint(kinds)
    return linked >= (_FEW if collected else _MANY)


def _is_told_at_once(prose: list[Block]) -> bool:
    """Tell a short story: some paragraphs of whole sentences, and nothing else, in one box."""
    boxes = {id(block.box.parent) for block in prose if block.box is not None}
    is_one = len(prose) >= _FEWEST_TOLD and len(boxes) == 1
    is_whole = is_one and all(WHOLE.search(block.text) for block in prose)
    return is_whole and sum(weight(block.text) for block in prose) >= _STORY


def _long_paragraphs(root: Element) -> int:
    return sum(len(tidy(one.words())) >= _LONG_PROSE for one in root.within("p"))
