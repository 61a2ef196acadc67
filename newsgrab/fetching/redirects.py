"""Where a response sends us: by Location, or by a refresh written into the page."""

from __future__ import annotations

import requests

from newsgrab.errors import BadRedirect, BadUrl
from newsgrab.fetching.address import Target, follow
from newsgrab.fetching.refresh import refresh_address, refresh_in

REDIRECTS = frozenset({300, 301, 302, 303, 305, 306, 307, 308})
_TO_PROXIES = frozenset({305, 306})


def location_of(target: Target, response: requests.Response) -> Target:
    """Return where a redirect leads; raises BadRedirect or BadScheme."""
    status = response.status_code
    if status in _TO_PROXIES:
        raise BadRedirect(f"a redirect ({status}) to a proxy, which only its user may choose", status=status)
    locations = {_as_text(value) for value in response.raw.headers.getlist("Location") if value.strip()}
    if len(locations) != 1:
        number = "two addresses" if locations else "no address"
        raise BadRedirect(f"a redirect ({status}) with {number} to go to", status=status)
    try:
        return follow(target, locations.pop())
    except BadUrl as error:
        raise BadRedirect(f"a redirect ({status}) that leads nowhere: {error}", status=status) from error


def refresh_of(target: Target, written: bytes | str) -> Target | None:
    """Return where a page refreshes itself to; raises BadScheme.

    ``written`` is the page, or the value of its header Refresh.
    """
    address = refresh_in(written) if isinstance(written, str) else refresh_address(written)
    if address is None:
        return None
    try:
        return follow(target, _as_text(address))
    except BadUrl:  # a browser would stay, too
        return None


def _as_text(value: str) -> str:
    """Undo the latin-1 that http.client reads a header as, where it was UTF-8."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
