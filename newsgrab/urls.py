"""Addresses: without what is not theirs, and which of them are one article.

Everything here takes any text and raises nothing; what may be fetched is decided in ``fetching``.
"""

from __future__ import annotations

import posixpath
import re
from functools import cache, lru_cache
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

from newsgrab.rules.addresses import View, load_addresses

PORTS = {"http": 80, "https": 443}
_MOST_VIEWS = 8
_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")  # begins no escape
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_SAFE = "!$%&'()*+,-./:;=?@_~[]"
_PLAIN = re.compile(r"[A-Za-z0-9!$&'()*+,./:;=?@_~-]*")
_USUAL_PORT = re.compile(r":(?:80|443)$")
_AS_IS = "surrogatepass"  # a command line may hold bytes that are no text
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_USERINFO = re.compile(
    r"""
    ^( [^\\/?#@]{0,64}? : [\\/]* | [^\\/?#@:]{0,64} [\\/]{2,} )  # a scheme, and what is before it
    (?: [^\\/?#]* | [^\\/?#@:\[]* : (?! \d{0,5} (?:[\\/?#]|$) ) [^@]* ) @  # what no port is, is a password
    """,
    re.VERBOSE,
)


def normalized(url: str) -> str:
    """Return ``url`` in its usual spelling, without user, password and tracking parameters.

    What is no web address comes back as it was.

    >>> normalized("HTTPS://me:secret@Example.org:443/a?id=7&utm_source=x#:~:text=storm")
    'https://example.org/a?id=7'
    """
    parts = _normalized(url)
    return url if parts is None else urlunsplit(parts)


@lru_cache(maxsize=4096)
def identity(url: str) -> str:
    """Return what all addresses of one page have in common; it is a name, and is never fetched.

    >>> identity("http://www.example.org/2024/storm/amp/?utm_source=x&b=2&a=1#top")
    'example.org/2024/storm?a=1&b=2'
    """
    parts = _normalized(url)
    if parts is None:
        return url.encode("utf-8", "replace").decode()  # a name can be written down
    address = f"{parts.netloc}{parts.path}"
    original = _viewed("address", address)
    if original != address:
        parts = _normalized(f"https://{original}?{parts.query}") or parts
    path = _viewed("path", posixpath.normpath("/" + parts.path.lstrip("/")) + _slash(parts.path))
    seen = (_viewed("parameter", piece) for piece in parts.query.split("&") if piece)
    query = "&".join(sorted(piece for piece in seen if piece))
    name = _site_of(parts.netloc) + (path.rstrip("/") or "/")
    shebang = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return name + (f"?{query}" if query else "") + shebang


def site(url: str) -> str | None:
    """Return the host that a reader would name, or None where there is no web address.

    >>> site("https://www.example.org:8080/a")
    'example.org'
    """
    parts = _split(url)
    return _viewed("host", parts.hostname or "") if parts else None


def is_same_site(url: str, other: str) -> bool:
    """Tell whether one address may speak for the other: one host, or one the other's subdomain.

    >>> is_same_site("https://example.org/a", "https://news.example.org/b")
    True
    >>> is_same_site("https://example.org/a", "https://example.com/a")
    False
    """
    ours, theirs = site(identity_url(url)), site(identity_url(other))
    if not ours or not theirs:
        return False
    return is_below(ours, theirs) or is_below(theirs, ours)


def is_below(host: str, other: str) -> bool:
    """Tell whether a host is another one, or a part of that one's site.

    >>> is_below("sport.example.org", "example.org"), is_below("example.org", "sport.example.org")
    (True, False)
    """
    return host == other or host.endswith(f".{other}")


def identity_url(url: str) -> str:
    """Return the identity as an address, for asking about its parts.

    >>> identity_url("http://www.example.org/a/")
    'https://example.org/a'
    """
    return url if _split(url) is None else f"https://{identity(url)}"


def is_front_page(url: str) -> bool:
    """Tell whether this is a site's first page, which is no article's address.

    >>> is_front_page("https://www.example.org/index.html"), is_front_page("https://example.org/?p=3")
    (True, False)
    """
    return identity(url).partition("/")[2] == ""


def without_userinfo(url: str) -> str:
    """Return ``url`` as it is, but for user and password, also where it is written so badly that it is none.

    >>> without_userinfo("https://me:secret@example.org/A"), without_userinfo("<//me:se/cret@example.org>")
    ('https://example.org/A', '<//example.org>')
    """
    return _USERINFO.sub(r"\1", url)


def without_tracking(url: str) -> str:
    """Return ``url`` as it is, but for the parameters that only tell where a reader came from.

    >>> without_tracking("https://example.org/a?utm_source=x&id=1#top"), without_tracking("/a?gclid=1")
    ('https://example.org/a?id=1#top', '/a')
    """
    address, fragment_mark, fragment = url.partition("#")
    path, _, query = address.partition("?")
    kept = _untracked(query)
    return f"{path}{'?' * bool(kept)}{kept}{fragment_mark}{fragment}"


def printable(url: str) -> str:
    r"""Return ``url`` with what a terminal would obey percent-encoded: controls, and turns of direction.

    >>> printable("https://example.org/\u009b31m\u202e/été")
    'https://example.org/%C2%9B31m%E2%80%AE/été'
    """
    return _OBEYED.sub(lambda found: quote(found[0], errors="replace"), url)


def parts_of(address: str) -> SplitResult:
    """Return the parts of an address, all of them empty where it is none: pages claim much to be one.

    >>> parts_of("https://example.org/img/harbour.jpg?w=3").path, parts_of("https://[example.org/a").path
    ('/img/harbour.jpg', '')
    """
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


def resolved(base: str, address: str) -> str:
    """Return where an address leads from ``base``; one that is none leads nowhere else.

    >>> resolved("https://example.org/a", "/b"), resolved("https://example.org/a", "http://[")
    ('https://example.org/b', 'https://example.org/a')
    """
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return base


def _split(url: str) -> SplitResult | None:
    parts = parts_of(url.strip())
    return parts if parts.scheme in PORTS and _netloc(parts.scheme, parts.netloc) else None


def _normalized(url: str) -> SplitResult | None:
    parts = _split(url)
    if parts is None:
        return None
    is_idle = load_addresses().idle_fragment.fullmatch(parts.fragment)
    return SplitResult(
        scheme=parts.scheme,
        netloc=_netloc(parts.scheme, parts.netloc),
        path=_quoted(parts.path) or "/",
        query=_quoted(_untracked(parts.query)),
        fragment="" if is_idle else parts.fragment,
    )


def _untracked(query: str) -> str:
    tracks = load_addresses().tracking_name.fullmatch
    return "&".join(piece for piece in query.split("&") if piece and not tracks(_name(piece)))


@lru_cache(maxsize=1024)
def _netloc(scheme: str, netloc: str) -> str:
    """Return host and, unless it is the scheme's own, port; nothing where there is no host."""
    parts = SplitResult(scheme, netloc, "", "", "")
    try:
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if not host.isascii():
        import idna  # slow to import, and few hosts need it

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except UnicodeError:
            host = quote(host, errors=_AS_IS)
    host = f"[{host}]" if ":" in host else host
    return host if not host or port in (None, PORTS[scheme]) else f"{host}:{port}"


@lru_cache(maxsize=1024)
def _site_of(netloc: str) -> str:
    return _viewed("host", _USUAL_PORT.sub("", netloc))


def _quoted(text: str) -> str:
    """Write each character the one way: unreserved ones plain, others percent-encoded."""
    if _PLAIN.fullmatch(text):
        return text
    plain = _ESCAPED.sub(_unescaped, STRAY_PERCENT.sub("%25", text))
    return quote(plain, safe=_SAFE, errors=_AS_IS)


def _unescaped(found: re.Match[str]) -> str:
    char = chr(int(found[1], 16))
    return char if _UNRESERVED.match(char) else f"%{found[1].upper()}"


def _name(piece: str) -> str:
    return unquote(piece.partition("=")[0])


def _slash(path: str) -> str:
    return "/" if path.endswith("/") and path.strip("/") else ""


def _viewed(part: str, text: str) -> str:
    """Take one view after another off, for some are nested: /amp/storm/amp/."""
    for _ in range(_MOST_VIEWS):
        before = text
        for view in _views(part):
            found = view.match.fullmatch(text)
            text = found.expand(view.template) if found else text
        if text == before:
            break
    return text


@cache
def _views(part: str) -> tuple[View, ...]:
    return tuple(view for view in load_addresses().views if view.part == part)
