"""Our data files, read; and what a build of the package has made of them, so that no run need make it again.

TOML is for people: to read all of ours takes longer than to read a page. So a build writes what they say, and
what takes long to find out of it, into one file, as JSON. With each entry stands a digest of what it was made
of, and one that does not fit is passed over: where a file was changed since, all is the same, only later.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PREPARED = FOLDER / "prepared.jsonl"
_DIGEST = 16  # bytes


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file says; raise OSError, or ValueError for what is no TOML in UTF-8.

    RecursionError, too, is raised by what is nested without end.
    """
    body = path.read_bytes()
    said = prepared(_name(path), (body,))
    return said if said is not None else tomllib.loads(body.decode())


def prepared(name: str, made_of: Iterable[bytes]) -> dict[str, Any] | None:
    """Return what a build wrote under a name; None unless it was made of just this."""
    digest, _, value = _entries().get(name.encode(), b"").partition(b" ")
    said: dict[str, Any] | None = (
        json.loads(value) if digest and digest.decode() == _digest(made_of) else None
    )
    return said


def entry(name: str, made_of: Iterable[bytes], value: dict[str, Any]) -> str:
    """Return the line that a build writes for a value and what it was made of."""
    return f"{name} {_digest(made_of)} {json.dumps(value, ensure_ascii=False)}\n"


def entry_of_toml(path: Path) -> str:
    """Return the line that a build writes for one of our TOML files."""
    body = path.read_bytes()
    return entry(_name(path), (body,), tomllib.loads(body.decode()))


@cache
def _entries() -> dict[bytes, bytes]:
    """Return what a build wrote by its names: digest and value, not read yet."""
    try:
        lines = PREPARED.read_bytes().splitlines()
    except FileNotFoundError:  # not built, as in a copy of the source
        return {}
    return {name: rest for name, _, rest in (line.partition(b" ") for line in lines)}


def _name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix() if path.is_relative_to(FOLDER) else ""


def _digest(made_of: Iterable[bytes]) -> str:
    digest = blake2b(digest_size=_DIGEST)
    for body in made_of:
        digest.update(b"%d " % len(body))
        digest.update(body)
    return digest.hexdigest()
