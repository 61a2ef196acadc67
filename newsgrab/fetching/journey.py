"""A fetch and its tries: what was asked for, and how far a try has come."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsgrab.errors import TooManyRedirects
from newsgrab.fetching.address import Target
from newsgrab.fetching.cookies import Visit
from newsgrab.fetching.settings import Validators, Wanted
from newsgrab.model import Exchange


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a fetch is for."""

    target: Target
    wanted: Wanted
    validators: Validators | None = None
    most: int  # bytes
    has_cookies: bool = True  # whether the user's may go along
    until: float | None = None  # on the monotonic clock; before then all must be over, pauses included

    @property
    def is_conditional(self) -> bool:
        """Tell whether "not modified" is an answer."""
        return bool(self.validators and (self.validators.etag or self.validators.last_modified))


@dataclass(slots=True, kw_only=True)
class Journey:
    """One try: where it is, what it was given on the way, and what it has seen."""

    asked: Asked
    target: Target
    cookies: Visit
    exchanges: list[Exchange] = field(default_factory=list)
    seen: set[tuple[str, str | None]] = field(default_factory=set)

    def require_new_place(self) -> None:
        """Raise TooManyRedirects where the same request was made before."""
        place = (self.target.url, self.cookies.header(self.target))
        if place in self.seen:
            raise TooManyRedirects(f"the redirects go in a circle, back to {self.target.url}")
        self.seen.add(place)

    @property
    def has_new_cookie(self) -> bool:
        """Tell whether this page set a cookie when it was first asked for: to the next request it may differ.

        A page that sets another one each time is not asked for ever.
        """
        sent = [cookie for url, cookie in self.seen if url == self.target.url]
        return len(sent) == 1 and self.cookies.header(self.target) not in sent
