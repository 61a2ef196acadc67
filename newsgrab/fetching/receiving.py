"""A response's body, as it came and decoded, read no further than is needed and allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from urllib3 import BaseHTTPResponse

from newsgrab.decoding import DECODERS, GZIP_MAGIC, Gzip, decoded, limited, sliced, undone
from newsgrab.errors import Empty, NewsgrabError, ProtocolError, TooLarge, Truncated
from newsgrab.fetching.failures import LIBRARY_ERRORS, translate
from newsgrab.fetching.picture_types import require_picture_start, require_picture_type
from newsgrab.fetching.settings import Wanted
from newsgrab.fetching.sniffing import SNIFFED, is_binary, require_page_start, require_page_type

CHUNK = 8192

_ENDING = 4096  # bytes in which a whole page's last end tag is found, whatever was put behind it
_END = re.compile(rb"</(html|body|rss|feed|rdf:RDF|urlset|sitemapindex)\s*>", re.IGNORECASE)
_LENGTH = re.compile(r"[0-9]{1,18}")
# What is judged by its form: first by its type, of which nothing need be read, then by its first bytes.
_JUDGES = {
    Wanted.ARTICLE: (require_page_type, require_page_start),
    Wanted.IMAGE: (require_picture_type, require_picture_start),
}
_WORDS = {Wanted.ARTICLE: "page", Wanted.IMAGE: "picture"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What came: ``payload`` over the wire, ``body`` after decoding."""

    payload: bytes
    body: bytes


def receive(raw: BaseHTTPResponse, wanted: Wanted, most: int) -> Received:
    """Read the body of a response; raises NewsgrabError."""
    content_type = raw.headers.get("Content-Type", "")
    require_type, require_start = _JUDGES.get(wanted, (None, None))
    if require_type:
        require_type(content_type)
    _require_length(raw, most)
    codings = _codings(raw.headers)
    coded = BytesIO()
    pieces = decoded(_kept(_chunks(raw), coded) if codings else _chunks(raw), codings, most)
    start = _start(pieces) if require_start else b""
    if start and require_start:
        _require_known_coding(raw.headers, start)
        require_start(content_type, start)
    body = _joined(start, pieces)
    payload = coded.getvalue() if codings else body
    if wanted is Wanted.FEED and body.startswith(GZIP_MAGIC):  # sitemap.xml.gz, a file of that form
        too_large = TooLarge(f"the file inflates to more than {most:,} bytes")
        body = b"".join(limited(undone(sliced(body), Gzip()), most, too_large))
    if require_start and not body.strip():
        raise Empty(f"the server sent an empty {_WORDS[wanted]}", status=raw.status)
    return Received(payload=payload, body=body)


def require_end(received: Received, wanted: Wanted) -> None:
    """Raise Truncated for a body whose connection was cut, unless it shows that it is whole.

    A server that ends a body by hanging up has to say so under TLS, or anybody on the way could shorten
    it; some do not, so an end tag will do, and so will a compressed stream that came to its end.
    """
    is_coded = received.payload != received.body
    if wanted is not Wanted.ROBOTS and not is_coded and not _END.search(received.body[-_ENDING:]):
        raise Truncated("the connection was cut, and the body does not show its end")


def _chunks(raw: BaseHTTPResponse) -> Iterator[bytes]:
    """Give the body as it comes, with the library's errors in our words."""
    try:
        yield from raw.stream(CHUNK, decode_content=False)
    except NewsgrabError:
        raise
    except LIBRARY_ERRORS as error:
        raise translate(error) from error


def _kept(chunks: Iterator[bytes], coded: BytesIO) -> Iterator[bytes]:
    for chunk in chunks:
        coded.write(chunk)
        yield chunk


def _joined(start: bytes, pieces: Iterator[bytes]) -> bytes:
    """Join a body as it comes: many threads at once receive one, and a list would be as large again."""
    body = BytesIO()
    body.write(start)
    for piece in pieces:
        body.write(piece)
    return body.getvalue()


def _start(pieces: Iterator[bytes]) -> bytes:
    """Take as much of the body as is looked at to tell what it is."""
    start = b""
    for piece in pieces:
        start += piece
        if len(start) >= SNIFFED:
            break
    return start


def _codings(headers: Mapping[str, str]) -> tuple[str, ...]:
    """Return the content codings in the order in which they were applied; raises ProtocolError."""
    transfer = headers.get("Transfer-Encoding", "chunked").strip().lower()
    if transfer not in ("chunked", "identity"):
        raise ProtocolError(f"the transfer coding {transfer[:50]!r} was not asked for")
    return tuple(coding for coding in _named_codings(headers) if coding in DECODERS)


def _named_codings(headers: Mapping[str, str]) -> tuple[str, ...]:
    named = (coding.strip() for coding in headers.get("Content-Encoding", "").lower().split(","))
    return tuple(coding for coding in named if coding not in ("", "identity", "none"))


def _require_known_coding(headers: Mapping[str, str], start: bytes) -> None:
    """Raise ProtocolError for a coding that was not asked for, unless it is a misnomer: the body is text."""
    unknown = [coding for coding in _named_codings(headers) if coding not in DECODERS]
    if unknown and is_binary(start):
        raise ProtocolError(f"the content coding {unknown[0][:50]!r} was not asked for")


def _require_length(raw: BaseHTTPResponse, most: int) -> None:
    """Refuse what is declared too large before it is read, and what is declared twice."""
    lengths = {length.strip() for length in raw.headers.getlist("Content-Length")}
    if raw.headers.get("Transfer-Encoding") or not lengths:
        return
    length = lengths.pop()
    if lengths or not _LENGTH.fullmatch(length):
        raise ProtocolError("the server's Content-Length makes no sense")
    if int(length) > most:
        raise TooLarge(f"the body is declared to have {int(length):,} bytes; at most {most:,} are read")
