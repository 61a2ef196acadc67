"""A page that a browser or a mail program saved with all that belongs to it: the page is one part of many."""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

MOST_PARTS = 1_000
MOST_LEVELS = 3  # of parts within one another
_LONGEST_HEAD = 100_000
_HEAD = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,200}\r?\n")
_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "base64": binascii.a2b_base64,
    "quoted-printable": binascii.a2b_qp,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The part that is a page."""

    body: bytes
    content_type: str
    url: str | None  # where it was, if that is said


def page_in(saved: bytes) -> Part | None:
    """Return the first page among the parts of a saved one (.mhtml) or a mail; None for any other file."""
    head = _HEAD.match(saved, 0, _LONGEST_HEAD)
    if not head or not _VERSION.search(head[0]):
        return None
    return next(_pages(saved, MOST_LEVELS), None)


def _pages(entity: bytes, levels: int) -> Iterator[Part]:
    """Give what are pages of an entity: itself, or its parts."""
    from email.parser import BytesHeaderParser  # slow to import, and few pages are saved so

    found = _HEAD.match(entity, 0, _LONGEST_HEAD)
    if not found:
        return
    head, body = BytesHeaderParser().parsebytes(found[0]), entity[found.end() :]
    if head.get_content_type() == "text/html":
        if (decoded := _decoded(head, body)) is not None:
            yield Part(body=decoded, content_type=str(head["Content-Type"]), url=_address(head))
    elif levels and head.get_content_maintype() == "multipart":
        for part in _parts(head, body):
            yield from _pages(part, levels - 1)


def _parts(head: Message, body: bytes) -> Iterator[bytes]:
    """Cut a body where its boundary stands; what is before the first one is no part."""
    boundary = str(head.get_param("boundary") or "").encode()
    pieces = (b"\n" + body).split(b"\n--" + boundary, MOST_PARTS)[1:] if boundary else ()
    yield from (piece.partition(b"\n")[2] for piece in islice(pieces, MOST_PARTS) if piece[:2] != b"--")


def _decoded(head: Message, body: bytes) -> bytes | None:
    """Undo the transfer encoding; None where it cannot be."""
    decode = _DECODERS.get(str(head.get("Content-Transfer-Encoding", "")).strip().lower())
    try:
        return decode(body) if decode else body
    except binascii.Error:
        return None


def _address(head: Message) -> str | None:
    address = str(head.get("Content-Location", "")).strip()
    return address if address.lower().startswith(("http://", "https://")) else None
