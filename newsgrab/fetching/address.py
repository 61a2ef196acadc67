"""URLs as the WHATWG reads them, so that every spelling of a host comes down to one.

A parser that differs from the one that connects is a hole; here there is one, and the
connection vets the address once more.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import unquote, unquote_to_bytes, urljoin

import idna
from requests.exceptions import InvalidURL
from requests.utils import requote_uri
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from newsgrab.errors import BadScheme, BadUrl
from newsgrab.urls import PORTS, STRAY_PERCENT, without_userinfo

LONGEST = 65_536
BACKSLASH = "\\"

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_HOST_AND_PORT = re.compile(r"[a-z0-9.-]+:\d+(?:[/?#]|$)", re.IGNORECASE)  # example.org:8080/path
_AUTHORITY = re.compile(r"[/\\]*(?P<authority>[^/\\?#]*)(?P<rest>.*)", re.DOTALL)
_PORT = re.compile(r"(?P<host>\[[^\]]*\]|[^:\[\]]*)(?::(?P<port>[0-9]{0,5}))?")
_FORBIDDEN_IN_HOST = re.compile(r"[\x00-\x20\x7f-\U0010ffff#%*/:<>?@\[\\\]^`{|}]")
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)  # urljoin takes "http:////a" for a path
_OTHER_DOTS = re.compile("[\u3002\uff0e\uff61]")
_CONTROLS = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")  # the last are what no UTF-8 becomes
_EDGES = "".join(map(chr, range(0x21)))
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address taken apart; ``host`` is ASCII, and numbers in it are dotted or bracket-free IPv6."""

    scheme: str
    host: str
    port: int
    path: str  # with the query, quoted
    userinfo: str | None = None  # as it is written, quoted; never part of ``url``

    @property
    def origin(self) -> str:
        """Return what decides who may see a secret: scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Return host and, unless it is the scheme's own, port: as the Host header has it.

        This is what politeness counts as one host, too: http and https are one, another port is another.
        """
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """Return the address without user, password and fragment."""
        return self.origin + self.path


def read(url: str) -> Target:
    r"""Take an address apart as browsers do; raises BadUrl or BadScheme.

    >>> read("HTTP://user:pw@0x7f.1:80/a b?q=é#top").url
    'http://127.0.0.1/a%20b?q=%C3%A9'
    >>> read("http://ＥＸＡＭＰＬＥ。org/").host
    'example.org'
    """
    text = url.strip(_EDGES)
    if not text or len(text) > LONGEST:
        raise BadUrl("the address is empty" if not text else "the address is too long")
    if _CONTROLS.search(text):
        raise BadUrl("the address has controls or bytes in it that are no text")
    found = _SCHEME.match(text)
    if not found or _HOST_AND_PORT.match(text):
        raise BadUrl(f"{_told(text)} is no address; it should begin with https://")
    scheme = found[0].lower()
    if scheme not in PORTS:
        raise BadScheme(f"only http and https are fetched, not {scheme}")
    parts = _AUTHORITY.match(text[found.end() + 1 :])
    authority = parts["authority"] if parts else ""
    userinfo, at, host_and_port = authority.rpartition("@")
    host, port = _host_and_port(host_and_port)
    return Target(
        scheme=scheme,
        host=host,
        port=int(port or PORTS[scheme]),
        path=_path(parts["rest"] if parts else ""),
        userinfo=userinfo if at and userinfo.strip(":") else None,
    )


def readings(url: str) -> tuple[Target, ...]:
    r"""Read an address every way that parsers do; more than one Target means that they disagree.

    >>> [target.host for target in readings("http://example.org\\@127.1/")]
    ['example.org', '127.0.0.1']
    """
    scheme, _, rest = url.strip(_EDGES).partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "\\" in authority and "@" in authority:
        return read(url), read(f"{scheme}://{authority.rpartition('@')[2]}/")
    return (read(url),)


def follow(base: Target, location: str) -> Target:
    """Return where a Location or a meta refresh on ``base`` leads; raises BadUrl or BadScheme.

    >>> follow(read("https://example.org/a/b"), "../c").url
    'https://example.org/c'
    """
    text = _CONTROLS.sub("", location.strip(_EDGES)).replace("\\", "/")
    try:
        return read(text if _ABSOLUTE.match(text) else urljoin(base.url, text))
    except ValueError as error:
        raise BadUrl(f"{_told(location)} leads nowhere") from error


def _told(text: str) -> str:
    return repr(without_userinfo(text)[:200])


def _host_and_port(text: str) -> tuple[str, str]:
    found = _PORT.fullmatch(text)
    if not found or not 0 < int(found["port"] or 1) <= 65_535:
        host, colon, _ = text.rpartition(":")  # behind it may be half a password, with a slash in it
        raise BadUrl(f"what follows {host[:200]!r} is no port" if colon else f"{text[:200]!r} is no host")
    return _host(found["host"]), found["port"] or ""


def _host(text: str) -> str:
    """Bring a host down to its one spelling; raises BadUrl."""
    if text.startswith("["):
        try:
            return IPv6Address(unquote(text[1:-1]).partition("%")[0]).compressed
        except AddressValueError as error:
            raise BadUrl(f"{text[:200]!r} is no IPv6 address") from error
    name = _OTHER_DOTS.sub(".", unquote_to_bytes(text).decode("utf-8", "replace"))
    host = _to_ascii(name)
    labels = host.removesuffix(".").split(".")
    if _FORBIDDEN_IN_HOST.search(host) or not all(0 < len(label) <= 63 for label in labels):
        raise BadUrl(f"{text[:200]!r} is no host")
    if _NUMBER.fullmatch(labels[-1]):
        return _ipv4(labels)
    return host


def _to_ascii(name: str) -> str:
    name = unicodedata.normalize("NFKC", name).lower()
    if name.isascii():
        return name
    try:
        return idna.encode(name, uts46=True, transitional=False).decode("ascii")
    except UnicodeError as error:
        raise BadUrl(f"{name[:200]!r} is no host: {error}") from error


def _ipv4(labels: list[str]) -> str:
    """Read an IPv4 address of one to four numbers, each decimal, octal or hexadecimal.

    >>> _ipv4(["0177", "1"]), _ipv4(["2130706433"])
    ('127.0.0.1', '127.0.0.1')
    """
    try:
        *front, last = [_number(label) for label in labels]
        if len(front) > 3 or any(number > 255 for number in front) or last >= 256 ** (4 - len(front)):
            raise BadUrl(f"{'.'.join(labels)[:200]!r} is no IPv4 address")
        high = sum(number << 8 * (3 - place) for place, number in enumerate(front))
        return str(IPv4Address(high + last))
    except ValueError as error:
        raise BadUrl(f"{'.'.join(labels)[:200]!r} is no IPv4 address") from error


def _number(label: str) -> int:
    if len(label) > 40:
        raise ValueError(label)
    if label[:2].lower() == "0x":
        return int(label[2:] or "0", 16)
    return int(label, 8) if len(label) > 1 and label.startswith("0") else int(label)


def _path(rest: str) -> str:
    """Quote what follows the host, without its fragment, as requests will when it sends it.

    A percent sign that begins no escape is quoted first: for its sake every other would be, too.

    >>> _path("/100%-sure%20thing")
    '/100%25-sure%20thing'
    """
    rest = STRAY_PERCENT.sub("%25", rest)
    path, question, query = rest.partition("#")[0].partition("?")
    try:
        quoted = requote_uri(_request_uri(f"{path.replace(BACKSLASH, '/')}{question}{query}"))
        return _request_uri(quoted)  # once more: "%2E%2E" has become ".."
    except (LocationParseError, InvalidURL, UnicodeError) as error:
        raise BadUrl(f"{rest[:200]!r} is no path") from error


def _request_uri(path: str) -> str:
    return parse_url(f"http://x{path}").request_uri
