"""Cookies of the user's file and of the visit at hand, each kept to where it belongs.

The standard library's jar knows no ports, wants a magic first line, and drops session cookies
that browsers export with an expiry of 0; here a cookie a server sets goes to that very origin alone.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

from newsgrab.errors import BadInput, reason_of
from newsgrab.fetching.address import Target
from newsgrab.urls import PORTS

MOST_COOKIES = 50  # of one origin
LONGEST = 4096
MOST_LETTERS = 20_000_000  # of the user's file
HTTP_ONLY = "#HttpOnly_"

# What browsers and servers exchange, in ASCII: names have brackets in them in practice.
_PAIR = re.compile(r"(?P<name>[!-:<>-~]+)=(?P<value>[\x20-:<-~]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """One line of a Netscape cookies.txt."""

    domain: str
    has_subdomains: bool
    path: str
    is_secure: bool
    expires_at: float  # 0 for a session's
    name: str
    value: str

    def fits(self, target: Target) -> bool:
        """Tell whether the cookie's own line lets it go to ``target``."""
        is_host = target.host == self.domain or (
            self.has_subdomains and target.host.endswith(f".{self.domain}")
        )
        is_current = not self.expires_at or self.expires_at > time.time()
        return is_host and is_current and is_below(target.path, self.path) and self._is_safe(target)

    def _is_safe(self, target: Target) -> bool:
        return target.scheme == "https" or not self.is_secure


def read_file(path: Path) -> tuple[Cookie, ...]:
    """Read a Netscape cookies.txt; raises BadInput. A cookie that cannot be sent is passed over."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            written = file.read(MOST_LETTERS + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: cannot be read as cookies: {reason_of(error)}") from error
    if len(written) > MOST_LETTERS:  # a device, perhaps, that has no end
        raise BadInput(f"{path}: is too long for a file of cookies")
    cookies = []
    for number, line in enumerate(written.split("\n"), 1):
        line = line.removeprefix(HTTP_ONLY)
        if not line.strip() or line.startswith("#"):
            continue
        try:
            cookies.append(_read_line(line))
        except ValueError as error:
            raise BadInput(f"the cookies file {path} is not in Netscape's format at line {number}") from error
    return tuple(cookie for cookie in cookies if _PAIR.fullmatch(f"{cookie.name}={cookie.value}"))


def _read_line(line: str) -> Cookie:
    domain, subdomains, path, secure, expires_at, name, value = line.split("\t")
    return Cookie(
        domain=domain.strip().lower().removeprefix("."),
        has_subdomains=subdomains.upper() == "TRUE" or domain.startswith("."),
        path=path or "/",
        is_secure=secure.upper() == "TRUE",
        expires_at=float(expires_at or 0),
        name=name,
        value=value,
    )


def is_below(path: str, folder: str) -> bool:
    """Tell whether a cookie for ``folder`` goes to ``path`` (RFC 6265, 5.1.4)."""
    path = path.partition("?")[0]
    return path == folder or path.startswith(folder if folder.endswith("/") else f"{folder}/")


class Visit:
    """The cookies of one visit: those the user has for it, and those it is given on the way."""

    def __init__(self, user_cookies: Iterable[Cookie], asked: Target) -> None:
        self._user_cookies = tuple(user_cookies)
        self._asked = asked
        self._given: dict[str, dict[str, tuple[str, str]]] = {}  # origin -> name -> value, path

    def header(self, target: Target) -> str | None:
        """Return the Cookie header for ``target``, if there is anything to send."""
        pairs = dict(self._pairs(target))
        return "; ".join(f"{name}={value}" for name, value in pairs.items()) or None

    def keep(self, target: Target, set_cookies: Iterable[str]) -> None:
        """Keep what ``target`` sets, for its own origin and this visit."""
        given = self._given.setdefault(target.origin, {})
        for line in set_cookies:
            pair, *attributes = (part.strip() for part in line.split(";")[:20])
            found = _PAIR.fullmatch(pair)
            if not found or len(line) > LONGEST:
                continue
            named = {key.strip().lower(): value.strip() for key, _, value in _partitions(attributes)}
            if _is_over(named):
                given.pop(found["name"], None)
            elif len(given) < MOST_COOKIES:
                path = named.get("path", "")
                given[found["name"]] = (found["value"], path if path.startswith("/") else "/")

    def _pairs(self, target: Target) -> Iterator[tuple[str, str]]:
        if self._is_meant(target):
            yield from ((each.name, each.value) for each in self._user_cookies if each.fits(target))
        for name, (value, path) in self._given.get(target.origin, {}).items():
            if is_below(target.path, path):
                yield name, value

    def _is_meant(self, target: Target) -> bool:
        """Tell whether the user's cookies may go to ``target``.

        It is the origin that was asked for, or the web's usual way from there to another name of
        it (http to https, with or without www.): the ports are the schemes' own, and no TLS is lost.
        """
        if target.origin == self._asked.origin:
            return True
        ports_are_usual = all(each.port == PORTS[each.scheme] for each in (target, self._asked))
        return ports_are_usual and (target.scheme == "https" or self._asked.scheme == "http")


def _partitions(attributes: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    return (attribute.partition("=") for attribute in attributes)


def _is_over(named: dict[str, str]) -> bool:
    """Tell whether a Set-Cookie takes a cookie back."""
    age = named.get("max-age", "")
    if re.fullmatch(r"-?[0-9]{1,18}", age):
        return int(age) <= 0
    try:
        return "expires" in named and parsedate_to_datetime(named["expires"]).timestamp() < time.time()
    except (ValueError, OverflowError, OSError):
        return False
