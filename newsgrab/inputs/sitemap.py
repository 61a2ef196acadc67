"""Sitemaps, news sitemaps and sitemap indexes, as XML or one address a line."""

from __future__ import annotations

from newsgrab.inputs.dates import read_moment
from newsgrab.inputs.feed import web_address
from newsgrab.inputs.listing import MOST_LISTINGS, Listing, distinct
from newsgrab.inputs.markup import Element, address_of, children, text_of


def read_sitemap(root: Element, base: str) -> tuple[Listing, ...]:
    """Read the addresses of a sitemap, with the news sitemap's words where it has them."""
    return _read(root, base, "url")


def read_sitemap_index(root: Element, base: str) -> tuple[Listing, ...]:
    """Read where the parts of a large sitemap are, and when each last changed."""
    return _read(root, base, "sitemap")


def read_text_sitemap(body: bytes) -> tuple[Listing, ...]:
    r"""Read a sitemap in plain text: one address a line.

    >>> [listing.url for listing in read_text_sitemap(b"https://example.org/a\r\n\r\nharbour")]
    ['https://example.org/a']
    """
    lines = body.decode("utf-8-sig", errors="replace").splitlines()
    urls = [web_address(line, "") for line in lines[:MOST_LISTINGS]]
    return distinct([Listing(url=url) for url in urls if url])


def _read(root: Element, base: str, name: str) -> tuple[Listing, ...]:
    return distinct(_listing(element, base) for _, local, element in children(root) if local == name)


def _listing(element: Element, base: str) -> Listing | None:
    words = _by_name(element)
    url = web_address(address_of(words["loc"]), base) if "loc" in words else None
    if url is None:
        return None
    news = _texts(words["news"]) if "news" in words else {}
    return Listing(
        url=url,
        headline=news.get("title"),
        date_published=read_moment(news.get("publication_date")),
        date_modified=read_moment(text_of(words["lastmod"])) if "lastmod" in words else None,
        language=news.get("language"),
        sections=tuple(filter(None, map(str.strip, news.get("keywords", "").split(",")))),
    )


def _by_name(element: Element) -> dict[str, Element]:
    """Sort the children by local name; publishers misspell the namespaces too often to insist on them."""
    words: dict[str, Element] = {}
    for _, name, child in children(element):
        words.setdefault(name.rpartition(":")[2].lower(), child)
    return words


def _texts(news: Element) -> dict[str, str]:
    """Return the words of ``<news:news>`` by name; those of the publication stand one level deeper."""
    words: dict[str, str] = {}
    for element in (news, *news):
        for name, child in _by_name(element).items() if isinstance(element.tag, str) else ():
            text = text_of(child)
            if text and not len(child):
                words.setdefault(name, text)
    return words
