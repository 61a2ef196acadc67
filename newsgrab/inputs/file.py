"""A file or standard input in place of a response."""

from __future__ import annotations

import sys
from pathlib import Path

from newsgrab.errors import BadInput, unreadable
from newsgrab.inputs.mime import page_in
from newsgrab.model import Page

STANDARD_INPUT = "-"
MOST_BYTES = 100_000_000


def read_page_file(name: str, *, url: str = "") -> Page:
    """Read a saved page or text dump; ``-`` is standard input, ``url`` where it was published.

    A page may be saved with all its parts (.mhtml), or in a mail.

    Raises BadInput when the file cannot be read or is larger than ``MOST_BYTES``.
    """
    if not name:
        raise BadInput("a file's name is never empty")
    try:
        if name == STANDARD_INPUT:
            body = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as stream:
                body = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise BadInput(unreadable(name, error)) from error
    if len(body) > MOST_BYTES:
        raise BadInput(f"is larger than {MOST_BYTES:,} bytes")
    part = page_in(body)
    if part is None:
        return Page(url=url or None, requested_url=url or None, body=body)
    where = url or part.url
    return Page(
        url=where, requested_url=where, headers=(("Content-Type", part.content_type),), body=part.body
    )
