"""What a site calls itself where no metadata says it: in the title, and once more elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from newsgrab.extraction.fields.titles import titles_of
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.links import absolute
from newsgrab.extraction.page.wording import fold, plain, visible_text
from newsgrab.model import Claim
from newsgrab.text import letters_of

_BREAK = re.compile(r"\s+(?:[|–—\-·•«»:/›│]|::|//|--)\s+|\s*[|｜│»«]\s*|: |[(](?=[^()]+[)]$)")
_LONGEST = 60  # characters of a name
_SHORTEST_LABEL = 3  # letters of a host
_MOST_LINKS = 200
_LONGEST_ADDRESS = 60  # characters of the address of a front page
_SAID = ("title", "aria-label", "alt")
_WORDS = re.compile(r"[^\W\d_]+")


def find_publisher(root: Element, url: str, headline: str) -> Claim | None:
    """Return the part of a page's title that is the name of the site, or None.

    It is no part of the headline, and another place has it too: the address, a way to the front page, a feed.
    """
    title = next(iter(titles_of(root)), "")
    parts = [part.strip(" ()|-–—·•»«›") for part in _BREAK.split(title)]
    told = fold(headline)
    names = [
        part
        for part in parts
        if 1 < len(part) <= _LONGEST and fold(part) and fold(part) not in told and "//" not in part
    ]
    if len(names) == len(parts):
        return None  # the title says nothing of the article
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    own = [name for name in names if _is_of_host(name, host)]
    if not own and names:
        elsewhere = [*_ways_home(root, url)]
        own = [name for name in names[-1:] if any(fold(name) in fold(words) for words in elsewhere)]
    spoken = [name for name in own if "." not in name] or own
    value = next(iter(spoken), None)
    return Claim(field="publisher", value=value, origin="page", locator="title") if value else None


def _is_of_host(name: str, host: str) -> bool:
    """Tell whether a name is in an address, is all of it, or has its letters as initials.

    >>> _is_of_host("The Haven Post", "havenpost.example"), _is_of_host("Haven Post Online", "hpo.example")
    (True, True)
    >>> _is_of_host("Boats", "havenpost.example")
    False
    """
    label = letters_of(max(host.rpartition(".")[0].split("."), key=len, default=""))
    if len(label) < _SHORTEST_LABEL:
        return False
    letters = letters_of(name)
    initials = "".join(word[0] for word in _WORDS.findall(name)).lower()
    is_all = len(letters) > len(label) // 2 and letters in label
    return label in letters or is_all or letters == letters_of(host) or initials == label


def _ways_home(root: Element, url: str) -> Iterator[str]:
    """Give the words of links to the front page, and the titles of feeds."""
    host = urlsplit(url).hostname
    for link in root.inside("link"):
        if link.get("title") and link.get("rel") in ("alternate", "search"):
            yield plain(link.get("title") or "")
    for link in islice(root.inside("a"), _MOST_LINKS):
        href = link.get("href") or ""
        if len(href) > _LONGEST_ADDRESS or not href:
            continue
        address = urlsplit(absolute(href, url) or "")
        if address.hostname == host and not address.path.strip("/") and not address.query:
            yield visible_text(link, _LONGEST)
            yield from (one.get(name) or "" for one in (link, *link.inside("img")) for name in _SAID)
