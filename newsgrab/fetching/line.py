"""A session wired up: its meter, its resolver, its trust, its proxy and the user's cookies."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.request import getproxies

import requests
from requests.utils import get_environ_proxies

from newsgrab.errors import BadUrl, ConnectionReset, NewsgrabError, UsageError
from newsgrab.fetching.address import Target
from newsgrab.fetching.address import read as read_address
from newsgrab.fetching.connection import Adapter, Dialer, Session
from newsgrab.fetching.cookies import Cookie, read_file
from newsgrab.fetching.failures import LIBRARY_ERRORS, translate
from newsgrab.fetching.guard import networks
from newsgrab.fetching.meter import Meter
from newsgrab.fetching.politeness import Politeness
from newsgrab.fetching.resolving import Resolver
from newsgrab.fetching.settings import FetchSettings
from newsgrab.fetching.sockets import MeteredContext, trust
from newsgrab.urls import PORTS, without_userinfo


class Line:
    """What one Fetcher sends its requests over."""

    def __init__(self, settings: FetchSettings, politeness: Politeness) -> None:
        self._settings = settings
        self.meter = Meter(lambda: politeness.is_stopped)
        self._resolver = Resolver(settings.resolve, networks(settings.allow_private), self.meter)
        self._context: MeteredContext | None = None
        self.resent = 0  # requests of this fetch that were sent twice in vain
        self._dialer = Dialer(self._resolver, self.meter)
        self._session = Session(Adapter(self._dialer, self._trust))
        self.user_cookies: tuple[Cookie, ...] = read_file(path) if (path := settings.cookies_file) else ()
        in_environment = getproxies()
        self._is_proxy_in_environment = bool(in_environment.keys() - {"no"})
        if settings.proxy:
            _require_proxy("--proxy", settings.proxy)
        elif in_environment.get("no") != "*":
            _require_proxies(in_environment)
        if settings.ca_bundle:
            self._trust()  # a wrong setting is told at once, and not of a page

    def close(self) -> None:
        """Close every connection."""
        self._session.close()

    def begin(self, within: float = float("inf")) -> None:
        """Begin a fetch: a new deadline, ``within`` seconds at most, and nothing known of any name."""
        self.meter.start(min(self._settings.deadline, within), patience=self._settings.timeout)
        self._resolver.forget()
        self.resent = 0

    def require_public_spelling(self, target: Target) -> None:
        """Raise PrivateAddress where a host is spelled as one; a proxy would not tell."""
        self._resolver.require_public_spelling(target.host)

    def send(self, request: requests.PreparedRequest) -> requests.Response:
        """Send a request and return the response, of which only the head was read."""
        dials = self._dialer.dials
        try:
            return self._send(request)
        except ConnectionReset:
            if self._dialer.dials > dials:
                raise
        # The server had closed an idle connection just when we took it up again; or it breaks each one.
        try:
            return self._send(request)
        except ConnectionReset:
            self.resent += 1
            raise

    def _send(self, request: requests.PreparedRequest) -> requests.Response:
        self.meter.expect_head()
        try:
            response = self._session.send(
                request,
                stream=True,
                allow_redirects=False,
                timeout=self._settings.timeout,
                proxies=self._proxies(request.url or ""),
            )
        except NewsgrabError:
            raise
        except LIBRARY_ERRORS as error:
            raise translate(error) from error
        self.meter.expect_body(self._settings.max_bytes)
        return response

    def _proxies(self, url: str) -> dict[str, str]:
        """Return the proxies that the user configured: in our settings, else in the environment."""
        proxy = self._settings.proxy
        if proxy:
            return {"http": proxy, "https": proxy}
        # Looking for the proxy of one address takes a tenth of the time that its request does.
        return get_environ_proxies(url, no_proxy=None) if self._is_proxy_in_environment else {}

    def _trust(self) -> MeteredContext:
        """Return the TLS context, made on first use: reading the certificates takes a while."""
        if self._context is None:
            self._context = trust(self._settings.ca_bundle, self.meter)
        return self._context


def _require_proxies(found: Mapping[str, str]) -> None:
    """Raise UsageError where the environment names for either scheme what no proxy can be asked at."""
    for scheme in PORTS:
        name = scheme if found.get(scheme) else "all"
        if proxy := found.get(name):
            _require_proxy(f"{name}_proxy", proxy if "://" in proxy else f"http://{proxy}")


def _require_proxy(where: str, proxy: str) -> None:
    """Raise UsageError for what no proxy can be asked at, with where it was set and without its password."""
    name = f"{where} {without_userinfo(proxy)}"
    if not proxy.lower().startswith(("http://", "https://")):
        raise UsageError(f"{name}: only http:// and https:// proxies can be used")
    try:
        read_address(proxy)
    except BadUrl as error:
        raise UsageError(f"{name}: {error}") from error
