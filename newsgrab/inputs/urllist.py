"""Lists of addresses: one a line, read as a stream, each address once."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, cast

from newsgrab.errors import BadInput, BadUrl, NewsgrabError, unreadable
from newsgrab.urls import without_userinfo

STANDARD_INPUT = "-"
_MARK = "\ufeff"  # in the middle, too, where lists were put together
_NO_TEXT = "\ufffd"  # what is made of bytes that cannot be read
COMMENTS = ("#", ";")
LONGEST_LINE = 16_384
ENDLESS_LINE = 100_000_000

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An address of a list, as written and as normalised."""

    url: str
    key: str
    refresh: bool = False  # ask again, even if it is in the archive


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A line that is no address; the rest of its list is read all the same."""

    name: str  # of the list
    number: int
    code: str
    message: str


def read_lists(names: Iterable[str], normalise: Callable[[str], str]) -> Iterator[Line | BadLine]:
    """Read the lists one after the other; ``-`` is standard input, ``normalise`` may raise NewsgrabError.

    An address that was there before, in any spelling, is left out. Raises BadInput.
    """
    seen: set[bytes] = set()
    for name in names:
        for read in _read(name, normalise):
            if isinstance(read, Line):
                digest = blake2b(read.key.encode("utf-8", "surrogatepass"), digest_size=16).digest()
                if digest in seen:
                    continue
                seen.add(digest)
            yield read


def read_list(stream: BinaryIO, normalise: Callable[[str], str], *, name: str) -> Iterator[Line | BadLine]:
    r"""Read one list; the line that is no address becomes a BadLine.

    >>> lines = io.BytesIO(b"# harbour\r\n\r\n https://example.org/a \r\nthe harbour\r\n")
    >>> [getattr(read, "url", None) for read in read_list(lines, str.lower, name="-")]
    ['https://example.org/a', None]
    """
    for number, line in enumerate(_lines(stream), start=1):
        text = line.partition(" #")[0].partition("\t#")[0].strip().removeprefix(_MARK).lstrip()
        if not text or text.startswith(COMMENTS):
            continue
        try:
            if len(line) > LONGEST_LINE or len(text.split(None, 1)) > 1:
                raise BadUrl(f"{without_userinfo(text)[:80]!r} is no address")
            if _NO_TEXT in text:  # what is asked for would be another page
                raise BadUrl(f"{without_userinfo(text)[:80]!r} has bytes in it that are not UTF-8")
            yield Line(url=text, key=normalise(text))
        except NewsgrabError as error:
            yield BadLine(name=name, number=number, code=error.code, message=str(error))


def _read(name: str, normalise: Callable[[str], str]) -> Iterator[Line | BadLine]:
    try:
        if name == STANDARD_INPUT:
            yield from read_list(_standard_input(), normalise, name=name)
        else:
            with Path(name).open("rb") as stream:
                yield from read_list(stream, normalise, name=name)
    except (BadInput, OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise BadInput(f"{name}: {unreadable(name, error)}") from error


def _standard_input() -> BinaryIO:
    """Open standard input without a buffer: a thread that waits there must hold no lock when we leave."""
    try:
        return cast("BinaryIO", open(sys.stdin.fileno(), "rb", buffering=0, closefd=False))
    except (OSError, ValueError):  # something else stands in its place
        return sys.stdin.buffer


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Give the lines of a list in UTF-8, or UTF-16 with its mark; what is over-long comes cut.

    Raises BadInput where a line does not end: that is a device, or a file of another kind.
    """
    head = stream.read(4)
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if head.startswith(mark)), "utf-8")
    text = io.TextIOWrapper(io.BufferedReader(_Rejoined(head, stream)), encoding, errors="replace")
    length = 0
    while line := text.readline(LONGEST_LINE + 2):
        if not length:
            yield line
        length = 0 if line.endswith("\n") else length + len(line)
        if length > ENDLESS_LINE:
            raise BadInput("a line in it has no end")


class _Rejoined(io.RawIOBase):
    """A stream with its first bytes put back; standard input cannot be rewound."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Tell io that this can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer`` from the head, then from the rest."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        read = getattr(self._rest, "read1", self._rest.read)
        piece = self._head[: len(view)] or read(len(view))
        self._head = self._head[len(piece) :]
        view[: len(piece)] = piece
        return len(piece)
