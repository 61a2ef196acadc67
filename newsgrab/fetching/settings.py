"""What a Fetcher may do, and what it is asked for: frozen values with safe defaults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from newsgrab import __version__

Resolve = Callable[[str], Sequence[str]]  # a host name to its addresses; raises OSError


class Wanted(StrEnum):
    """The kind of thing that is asked for; articles and images are judged by their form as they come."""

    ARTICLE = "article"
    FEED = "feed"  # a feed or a sitemap; a gzip file is inflated too
    IMAGE = "image"
    ROBOTS = "robots"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What an earlier response said about its version; turns a request into a conditional one."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """Bounds and manners; times are seconds, sizes are bytes."""

    timeout: float = 20.0  # for one connect or one read
    deadline: float = 60.0  # for the whole of a fetch, deliberate pauses apart
    max_bytes: int = 20_000_000  # of a body, before and after decoding
    max_redirects: int = 10
    retries: int = 2
    pause: float = 0.5  # before the first retry; then it grows
    patience: float = 60.0  # the longest Retry-After that is waited for
    delay: float = 1.0  # between two requests to one host
    allow_private: tuple[str, ...] = ()  # CIDRs
    user_agent: str | None = None
    contact: str | None = None  # where an operator can reach the user: a URL or an address
    cookies_file: Path | None = None  # Netscape's format
    ca_bundle: Path | None = None
    proxy: str | None = None  # else the environment's
    obey_robots: bool = False
    resolve: Resolve | None = None  # None is the system's

    @property
    def agent(self) -> str:
        """Return the User-Agent header: who we are, and where to complain."""
        if self.user_agent:
            return self.user_agent
        return f"newsgrab/{__version__} ({f'+{self.contact}' if self.contact else 'news archiver'})"
