"""Heads of responses, read as http.client does but for two things: hints are passed over, cuts are seen."""

from __future__ import annotations

import http.client
import re
from typing import Any

_START = b"HTTP/"
_BLANK = (b"\r\n", b"\n")
# A status line, a header, more of it, or the end. All else would end the headers for the email
# parser, and so hide those behind it.
_EXPECTED = re.compile(rb"HTTP/|[!-9;-~]+:|[ \t\r\n]")


class _Lines:
    """A connection's reader that passes over lines that are no header, and remembers the last line."""

    def __init__(self, reader: Any) -> None:  # noqa: ANN401 - http.client does not say what it is
        self._reader = reader
        self.last = b""

    def readline(self, limit: int = -1) -> bytes:
        is_first = not self.last
        if is_first:
            self._require_status_line()
        while True:
            self.last = self._reader.readline(limit)
            is_cut = not self.last.endswith(b"\n")
            if is_first or is_cut or _EXPECTED.match(self.last):
                return self.last

    def _require_status_line(self) -> None:
        """Raise BadStatusLine for what begins otherwise: the end of its first line may never come."""
        start = self._reader.peek(1)[: len(_START)]
        if not _START.startswith(start):
            raise http.client.BadStatusLine(repr(start))

    def close(self) -> None:
        self._reader.close()


class Response(http.client.HTTPResponse):
    """A response whose head must have an end."""

    fp: Any
    headers: Any

    def begin(self) -> None:
        """Read the head; raises IncompleteRead when it breaks off."""
        if self.headers is not None:
            return
        reader, self.fp = self.fp, _Lines(self.fp)
        lines = self.fp
        try:
            super().begin()
        finally:
            if self.fp is not None:
                self.fp = reader
        if lines.last not in _BLANK:
            self.close()
            raise http.client.IncompleteRead(lines.last)

    def _read_status(self) -> tuple[str, int, str]:
        """Read the status line, and pass over 102 and 103 as http.client does over 100."""
        while True:
            version, status, reason = super()._read_status()  # type: ignore[misc]
            if status not in (102, 103):
                return version, status, reason
            while self.fp.readline(65_537) not in (*_BLANK, b""):
                pass
