"""Lines that lead to a site's own channels elsewhere, told by where their links go, in any language."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgrab.extraction.lines.voice import appeals
from newsgrab.model import Block, Kind
from newsgrab.rules.lexicon import words
from newsgrab.text import FULL_STOPS, letters_of
from newsgrab.urls import parts_of

_LONGEST = 200  # characters of such a line
_KINDS = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM})
_SHORTEST_NAME = 4  # letters
_LEAST_OF_NAME = 0.5  # part of a channel's name that the site's is: not "bild" in "bildungimnorden"
_POST = re.compile(
    r"/\d+/?$|/(?:status|posts?|p|reels?|videos?|watch)(?:/|$)"
)  # one message, not the channel


class Channels:
    """Lines all of whose links go to channels of the site's own name, or to where only a publisher leads."""

    def __init__(self, url: str | None) -> None:
        self._name = name_of(url or "")

    def reason_of(self, block: Block) -> str | None:
        """Return that a block is such a line."""
        if block.kind not in _KINDS or len(block.text) > _LONGEST:
            return None
        addresses = {inline.href for inline in block.inlines if inline.href and inline.text.strip()}
        leads = bool(addresses) and all(_is_channel(address, self._name) for address in addresses)
        return "structure.channel" if leads and not _tells(block.text) else None


def _tells(text: str) -> bool:
    """Tell a sentence that names a channel in passing from a line that calls readers to it.

    >>> _tells("The app was sold twice."), _tells("Find our app here."), _tells("The app, here")
    (True, False, False)
    """
    return text.endswith(FULL_STOPS) and not appeals(text)


@lru_cache(maxsize=1024)
def _is_channel(address: str, name: str) -> bool:
    """Tell whether an address is a channel called like the site, or a service that only publishers lead to.

    >>> _is_channel("https://www.facebook.com/TheHavenPost/", "thehavenpost")
    True
    >>> _is_channel("https://t.me/thehavenpost/1204", "thehavenpost")
    False
    >>> _is_channel("https://t.me/mayor_of_haven", "thehavenpost")
    False
    """
    parts = parts_of(address)
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    if any(f"{host}{parts.path}".startswith(one) for one in words("printed.own-places")):
        return True
    if not name or host not in words("printed.networks") or _POST.search(parts.path):
        return False
    called = map(letters_of, parts.path.split("/"))
    return any(name in one and len(name) >= _LEAST_OF_NAME * len(one) for one in called)


def name_of(url: str) -> str:
    """Return the longest part of a host's name, in its letters; "" where that says little.

    >>> name_of("https://www.the-haven-post.example.org/a")
    'thehavenpost'
    """
    parts = (parts_of(url).hostname or "").split(".")
    name = max(map(letters_of, parts[:-1]), key=len, default="")
    return name if len(name) >= _SHORTEST_NAME else ""
