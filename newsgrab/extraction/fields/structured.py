"""What a page says about itself in JSON-LD, microdata and meta tags, as claims with where each came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsgrab.extraction.fields.jsonld import Json, Node, read_nodes, types_of
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.element import Element
from newsgrab.model import Claim
from newsgrab.rules.places import fields_at
from newsgrab.text import collapse
from newsgrab.urls import parts_of

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Blog|NewsStory|CreativeWork)$")
_PAGE = re.compile(r"^(?:WebPage|itemPage|ItemPage)$", re.IGNORECASE)
_OF_A_PAGE = frozenset({"date_published", "date_modified", "language", "description", "headline", "authors"})
_BODY = "articleBody"
_WITHIN = ("#", "_:")  # what an id begins with that leads nowhere outside the page's own data
_LONGEST = 5_000  # characters of a claim
_LONGEST_BODY = 500_000  # of the page's own copy of the article
_MOST_VALUES = 50
_LONGEST_TITLES = 10_000  # characters of a page's title and headings that are looked at


def read_claims(document: Document) -> tuple[Claim, ...]:
    """Return everything on offer outside the printed page, in the order of reading."""
    root = document.root
    if root is None:
        return ()
    nodes = read_nodes(root)
    return (*_from_json_ld(nodes, document), *_from_metas(root), *_from_links(root), *_from_microdata(root))


# --- JSON-LD


def _from_json_ld(nodes: tuple[Node, ...], document: Document) -> Iterator[Claim]:
    by_id = {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 2}
    articles = [node for node in nodes if "headline" in node or any(map(_ARTICLE.search, types_of(node)))]
    best = _of_this_page(articles, document)
    if best is not None:
        yield from _claims_of(best, by_id)
    for node in nodes:
        if any(map(_PAGE.search, types_of(node))) and node is not best:
            yield from (claim for claim in _claims_of(node, by_id) if claim.field in _OF_A_PAGE)
            break
    for node in nodes:
        yield from _of_images(node, by_id)
    for node in nodes:
        if "WebSite" in types_of(node) and isinstance(node.get("name"), str):
            yield Claim(
                field="publisher",
                value=str(node["name"])[:_LONGEST],
                origin="json-ld",
                locator="WebSite.siteName",
            )
            break


def _of_images(node: Node, by_id: dict[str, Node]) -> Iterator[Claim]:
    """Give the words of a node's pictures, or of a picture that is a node itself."""
    held = node.get("image")
    pictures = [node] if "ImageObject" in types_of(node) else held if isinstance(held, list) else [held]
    for picture in pictures[:_MOST_VALUES]:
        if not isinstance(picture, dict):
            continue
        url = next(
            (text for name in ("contentUrl", "url", "@id") for text, _ in _texts(picture.get(name))), ""
        )
        for name, value in picture.items():
            for field in fields_at("json-ld", f"ImageObject.{name}") if url else ():
                for text, _ in _texts(value, by_id):
                    yield Claim(
                        field=field,
                        value=text[:_LONGEST],
                        origin="json-ld",
                        locator=f"ImageObject[{url[:500]}].{name}",
                    )
                    break


def _of_this_page(articles: list[Node], document: Document) -> Node | None:
    """Return the object that describes this page; the others are of articles that it links to."""
    if len(articles) < 2:
        return articles[0] if articles else None
    words = _titles(document.root) if document.root is not None else ""
    path = parts_of(document.url or "").path.rstrip("/")

    def fit(node: Node) -> int:
        names = ("mainEntityOfPage", "url", "@id")
        addresses = (text for name in names for text, _ in _texts(node.get(name)) if "://" in text)
        paths = {parts_of(address).path.rstrip("/") for address in addresses}
        headline = collapse(str(node.get("headline") or node.get("name") or ""))
        return (
            4 * bool(path and path in paths)
            + 4 * bool(headline and headline in words)
            + ("datePublished" in node)
            + ("author" in node)
        )

    return max(articles, key=fit)


def _titles(root: Element) -> str:
    """Return the beginning of what the page calls itself: its title and its first headings."""
    pieces: list[str] = []
    reached = length = 0
    for title in root.inside("title", "h1"):
        if title.place >= reached and length < _LONGEST_TITLES:  # one inside another says nothing new
            reached = title.end
            pieces.append(title.words()[:_LONGEST_TITLES])
            length += len(pieces[-1])
    return collapse(" ".join(pieces))


def _claims_of(node: Node, by_id: dict[str, Node]) -> Iterator[Claim]:
    kind = next(iter(types_of(node)), "object")
    for name, value in node.items():
        for field in fields_at("json-ld", name):
            for text, inner_kind in islice(_texts(value, by_id), _MOST_VALUES):
                yield Claim(
                    field=field,
                    value=text[: _LONGEST_BODY if field == "body" else _LONGEST],
                    origin="json-ld",
                    locator=f"{kind}.{name}" + (f"[{inner_kind}]" if inner_kind else ""),
                )


def _texts(value: Json, by_id: dict[str, Node] | None = None, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Give the texts of a value, each with the type of the object it stands in ("" for a bare one)."""
    if isinstance(value, bool):
        yield str(value).lower(), ""
    elif isinstance(value, str | int | float):
        if str(value).strip():
            yield str(value), ""
    elif isinstance(value, list) and depth < 3:
        for member in value[:_MOST_VALUES]:
            yield from _texts(member, by_id, depth + 1)
    elif isinstance(value, dict):
        if by_id and "name" not in value and str(value.get("@id")) in by_id:
            value = by_id[str(value["@id"])]
        kind = next(iter(types_of(value)), "")
        yield from ((text, kind) for text in _names(value, by_id, depth))


def _names(value: Node, by_id: dict[str, Node] | None, depth: int) -> Iterator[str]:
    """Give what an object is called: its name, else its value or address."""
    for name in ("name", "@value", "url", "@id"):
        inner = value.get(name)
        if name == "@id" and str(inner).startswith(_WITHIN):
            return
        if isinstance(inner, str) and inner.strip():
            yield inner
            return
        if isinstance(inner, list | dict) and depth < 3:
            yield from (text for text, _ in _texts(inner, by_id, depth + 1))
            return


# --- meta, link and html


def _from_metas(root: Element) -> Iterator[Claim]:
    for meta in root.inside("meta"):
        for attribute in ("property", "name", "http-equiv", "itemprop"):
            name = (meta.get(attribute) or "").strip()
            fields = fields_at("microdata" if attribute == "itemprop" else "meta", name) if name else ()
            for field in fields:
                value = (meta.get("content") or "").strip()[:_LONGEST]
                if value:
                    origin = "microdata" if attribute == "itemprop" else "meta"
                    yield Claim(
                        field=field, value=value, origin=origin, locator=f"meta[{attribute}='{name}']"
                    )
            if fields:
                break


def _from_links(root: Element) -> Iterator[Claim]:
    for link in root.inside("link"):
        for relation in (link.get("rel") or "").lower().split():
            for field in fields_at("link", relation):
                value = (link.get("href") or "").strip()[:_LONGEST]
                if value:
                    yield Claim(field=field, value=value, origin="meta", locator=f"link[rel='{relation}']")
    for attribute in ("lang", "xml:lang"):
        value = (root.get(attribute) or "").strip()
        for field in fields_at("html", attribute) if value else ():
            yield Claim(field=field, value=value[:_LONGEST], origin="meta", locator=f"html[{attribute}]")


# --- microdata


def _from_microdata(root: Element) -> Iterator[Claim]:
    counts: dict[str, int] = {}
    marked = [one for one in root.within() if "itemprop" in one.attributes and not _is_in_head(one)]
    for element in marked:
        names = element.attributes["itemprop"].split()
        for name in [_BODY] if _BODY in names else names:  # some call the whole text a description, too
            fields = fields_at("microdata", name)
            if not fields or counts.get(name, 0) >= _MOST_VALUES or not _is_of_the_article(element):
                continue
            counts[name] = counts.get(name, 0) + 1
            value = _microdata_value(element)
            for field in fields if value else ():
                yield Claim(
                    field=field, value=value, origin="microdata", locator=f"{element.tag}[itemprop='{name}']"
                )


def _is_in_head(element: Element) -> bool:
    return element.tag == "meta" and any(above.tag == "head" for above in element.above())


def _is_of_the_article(element: Element) -> bool:
    """Tell whether the innermost scope around a property is an article, or none."""
    scope = next((above for above in element.above() if "itemscope" in above.attributes), None)
    kind = (scope.get("itemtype") or "") if scope is not None else "Article"
    return bool(_ARTICLE.search(kind.rstrip("/")) or _PAGE.search(kind.rpartition("/")[2]))


def _microdata_value(element: Element) -> str:
    for attribute in ("content", "datetime", *(("title",) if element.tag == "abbr" else ())):
        value = (element.get(attribute) or "").strip()
        if value:
            return value[:_LONGEST]
    if element.get("itemscope") is not None:
        names = [inner for inner in element.inside() if (inner.get("itemprop") or "") == "name"]
        if names:
            return _microdata_value(names[0])
    if element.tag == "link":
        return (element.get("href") or "").strip()[:_LONGEST]
    return collapse(element.words())[:_LONGEST]
