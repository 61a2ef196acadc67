"""The measuring data: pages, text dumps and their truth, as they lie in the data folder."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

PAGE_SETS = ("fundus", "trafilatura", "newspaper4k", "mozilla")
DUMPS, BANNERS = "text", "pages"
OUT = Path(__file__).parent / "out"
Truth = dict[str, object]
_NAMES = re.compile(rb"""(\s(?:class|id)\s*=\s*)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One input with what is known about it."""

    id: str
    set: str
    body: bytes
    url: str
    truth: Truth

    @property
    def publisher(self) -> str:
        """Return who published it; folds never part a publisher."""
        return str(self.truth.get("publisher") or self.truth.get("outlet") or self.id)


def data_folder(given: str | None) -> Path:
    """Return the folder that was given, or the usual one."""
    usual = Path(__file__).parent.parent.parent / "shared" / "data"
    return Path(given or os.environ.get("NEWSGRAB_DATA") or usual)


def samples(data: Path, name: str) -> Iterator[Sample]:
    """Give the inputs of a set."""
    if name == DUMPS:
        for path in sorted((data / "banners" / "text").glob("*.json")):
            truth = json.loads(path.read_text("utf-8"))
            yield Sample(
                id=truth["id"], set=name, body=truth["text"].encode(), url=truth.get("url") or "", truth=truth
            )
    elif name == BANNERS:
        for path in sorted((data / "banners" / "pages").glob("*.truth.json")):
            truth = json.loads(path.read_text("utf-8"))
            body = (path.parent / truth["file"]).read_bytes()
            yield Sample(id=truth["id"], set=name, body=body, url=truth.get("url") or "", truth=truth)
    else:
        folder = data / "extraction" / name
        for line in (folder / "truth.jsonl").read_text("utf-8").rstrip("\n").split("\n"):
            truth = json.loads(line)
            body = gzip.decompress((folder / f"{truth['id']}.html.gz").read_bytes())
            yield Sample(id=truth["id"], set=name, body=body, url=truth.get("url") or "", truth=truth)


def scorer(data: Path) -> ModuleType:
    """Import the page scorer that lies beside the data."""
    path = data / "extraction" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"There is no scorer at {path}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_it_is(sample: Sample) -> Sample:
    """Return a page as it is."""
    return sample


def nameless(sample: Sample) -> Sample:
    """Return a page with all its classes and ids made unreadable, alike where they were alike.

    So a page looks whose publisher's names are on no list.
    """

    def hidden(found: re.Match[bytes]) -> bytes:
        names = b" ".join(b"c%08x" % zlib.crc32(name) for name in found[3].split())
        return found[1] + found[2] + names + found[2]

    return replace(sample, body=_NAMES.sub(hidden, sample.body))
