"""What newsgrab makes of the pages in ``fixtures``; run as a program, write the goldens anew."""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsgrab import extract
from newsgrab.model import Extraction, Page
from newsgrab.text import collapse
from newsgrab.writers import article_file

FIXTURES = Path(__file__).parent.parent / "fixtures"
PAGES = sorted(path.parent for path in (FIXTURES / "pages").glob("*/*/page.toml"))
REFUSED = sorted(path.parent for path in (FIXTURES / "refused").glob("*/page.toml"))
GOLDENS = ("article.md", "removed.txt")

# The program's version says nothing about the page.
_VERSION = re.compile(r"^newsgrab: .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What ``page.toml`` says: how the page arrived, and how it must be refused, if it must."""

    url: str | None = None
    retrieved_at: datetime | None = None
    status: int = 200
    headers: dict[str, str]
    error: str | None = None


def read_arrival(folder: Path) -> Arrival:
    """Read ``page.toml``; a key that Arrival does not know is a TypeError."""
    return Arrival(**{"headers": {}} | tomllib.loads((folder / "page.toml").read_text("utf-8")))


def page_file(folder: Path) -> Path:
    """Return the one file that holds the page."""
    (path,) = (path for path in folder.glob("page.*") if path.name != "page.toml")
    return path


def read_page(folder: Path) -> Page:
    """Return the page as the fetcher would hand it on, or as a file if it has no address."""
    arrival = read_arrival(folder)
    return Page(
        url=arrival.url,
        requested_url=arrival.url,
        status=arrival.status if arrival.url else None,
        headers=tuple(arrival.headers.items()),
        body=page_file(folder).read_bytes(),
        retrieved_at=arrival.retrieved_at,
    )


def goldens(folder: Path) -> dict[str, str]:
    """Return what each golden of a page must hold, by file name."""
    extraction = extract(read_page(folder))
    return {
        "article.md": _VERSION.sub("", article_file(extraction), count=1),
        "removed.txt": removed_lines(extraction),
    }


def removed_lines(extraction: Extraction) -> str:
    """Return a line for each removal: the rule, a tab, and the text in one line."""
    return "".join(f"{removal.rule}\t{collapse(removal.text)}\n" for removal in extraction.removals)


def main() -> None:
    """Write every golden that differs, and name it on standard error."""
    for folder in PAGES:
        for name, text in goldens(folder).items():
            path = folder / name
            if not path.exists() or path.read_bytes() != text.encode():
                path.write_bytes(text.encode())
                sys.stderr.write(f"{path.relative_to(FIXTURES.parent)}\n")


if __name__ == "__main__":
    main()
