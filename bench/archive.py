"""An archive of many made-up articles: its size, what each command takes, and how much memory.

    python -m bench.archive --count 100000 --folder /tmp/news

The articles have the size and the words (by Zipf's law) of real ones. They are laid out as files and
journal, without captures and not saved one by one, which takes an hour; what saving costs is told by
bench/saving.py.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path

from newsgrab.archive import Archive, Filter, Reader, open_archive, read_archive
from newsgrab.archive.disk import Disk
from newsgrab.archive.ledger import _saved_event as saved_event
from newsgrab.archive.searching import Hit
from newsgrab.archive.writing import _draft as drafted
from newsgrab.model import (
    Article,
    Block,
    Exchange,
    Extraction,
    Image,
    Kind,
    Metadata,
    Page,
    Source,
    Sourcing,
)

WORDS = 60_000
STOCK = 20_000  # paragraphs
HOSTS = 60
CAPTURE = 40_000  # bytes
CAPTURES = 2_000  # in the archive that is verified with its evidence
ROOT = Path(__file__).parent.parent
NOW = datetime(2024, 5, 4, 8, tzinfo=UTC)


class HastyDisk(Disk):
    """Does not wait for the disk, so that making the archive takes minutes and not hours."""

    def fsync(self, descriptor: int) -> None:
        pass

    def fsync_folder(self, path: Path) -> None:
        pass


class Newsroom:
    """Makes articles up."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        letters = "abcdefghijklmnoprstuvwyz"
        self.words = [
            "".join(self.chance.choices(letters, k=self.chance.randint(2, 11))) for _ in range(WORDS)
        ]
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        self.noise = self.chance.randbytes(CAPTURE)

    def text(self, length: int) -> str:
        return (
            " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=length)).capitalize() + "."
        )

    def url(self, number: int) -> str:
        return f"https://www.paper{number % HOSTS}.example/{2000 + number % 24}/news/story-{number}"

    def day(self) -> date:
        return date(2000, 1, 1) + timedelta(days=self.chance.randrange(8_000))

    def extraction(self, number: int) -> Extraction:
        day = self.day()
        return Extraction(
            article=Article(
                metadata=Metadata(
                    headline=self.text(9),
                    standfirst=self.text(22),
                    byline="By " + self.text(2),
                    authors=(self.text(2),),
                    date_published=datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC),
                    publisher=f"Paper {number % HOSTS}",
                    keywords=tuple(self.text(1) for _ in range(4)),
                    language="en",
                    canonical_url=self.url(number),
                ),
                body=tuple(Block(kind=Kind.PARAGRAPH, text=self.text(45)) for _ in range(22)),
                images=(Image(url=self.url(number) + ".jpg", caption=self.text(15), credit_line="ENA"),),
                sourcing=Sourcing(
                    sources=tuple(
                        Source(name=self.text(3), type="person", cited=1, quotes=(self.text(12),))
                        for _ in range(3)
                    )
                ),
            )
        )

    def page(self, number: int) -> Page:
        url = self.url(number)
        payload = number.to_bytes(8) + self.noise
        headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("ETag", f'"{number}"'))
        exchange = Exchange(
            url=url, status_line="HTTP/1.1 200 OK", response_headers=headers, payload=payload, started_at=NOW
        )
        return Page(
            url=url,
            requested_url=url,
            status=200,
            headers=headers,
            body=b"",
            retrieved_at=NOW,
            exchanges=(exchange,),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=Path("bench-archive"))
    parser.add_argument("--keep", action="store_true", help="use the folder's archive as it is")
    options = parser.parse_args()
    newsroom = Newsroom(7)
    if not options.keep:
        shutil.rmtree(options.folder, ignore_errors=True)
        timed(
            "write the articles, without fsync and catalog",
            lambda: lay_out(options.folder, newsroom, options.count),
            options.count,
        )
    for path in (options.folder / ".newsgrab").glob("catalog*"):
        path.unlink()
    told("make the catalog again", options.folder, "list", "--limit", "1")
    measure_size(options.folder, options.count)
    measure_reading(options.folder, newsroom)
    measure_known(options.folder, newsroom, options.count)
    measure_commands(options.folder, newsroom, options.count)
    measure_evidence(options.folder.with_name(options.folder.name + "-captures"), newsroom)


def lay_out(folder: Path, newsroom: Newsroom, count: int) -> None:
    """Write article files and journal as saving would; each body is drawn from a stock of paragraphs."""
    with open_archive(folder):
        pass
    draft = drafted(newsroom.extraction(0), replace(newsroom.page(0), exchanges=()), "newsgrab", ())
    metadata = draft.extraction.article.metadata
    head = draft.payload.decode().split("\n---\n")[0]
    event = saved_event("saved", draft.found) | {"at": NOW.isoformat()}
    stock = [newsroom.text(45) for _ in range(STOCK)]
    with (folder / ".newsgrab" / "journal.jsonl").open("a", encoding="utf-8") as journal:
        for number in range(count):
            headline, day = newsroom.text(9), newsroom.day()
            body = "\n\n".join((f"# {headline}", *newsroom.chance.choices(stock, k=22)))
            own = head.replace("/2000/news/story-0", newsroom.url(number).partition(".example")[2])
            own = own.replace("paper0", f"paper{number % HOSTS}").replace(metadata.headline or "", headline)
            own = own.replace(str(metadata.date_published)[:10], str(day))
            payload = f"{own}\n---\n\n{body}\n".encode()
            file = f"paper{number % HOSTS}.example/{day:%Y/%m/%Y-%m-%d}-story-{number}.md"
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(payload)
            sha256 = hashlib.sha256(payload).hexdigest()
            about = {"file": file, "sha256": sha256, "urls": [newsroom.url(number)]}
            journal.write(json.dumps(event | about) + "\n")


def fill(folder: Path, newsroom: Newsroom, count: int) -> None:
    with open_archive(folder, disk=HastyDisk()) as archive:
        archive.ledger.catalog.connection.execute("PRAGMA synchronous = OFF")
        for number in range(count):
            archive.save(newsroom.extraction(number), newsroom.page(number))


def measure_size(folder: Path, count: int) -> None:
    sizes = {"articles": 0, "catalog": 0, "journal": 0}
    for path in files(folder):
        kind = {".md": "articles", ".jsonl": "journal"}.get(path.suffix, "catalog")
        sizes[kind] += path.stat().st_size
    for kind, size in sizes.items():
        print(f"{kind}: {size / 1e6:,.0f} MB, {size / count / 1e3:.1f} KB an article")


def files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names)


def measure_reading(folder: Path, newsroom: Newsroom) -> None:
    timed("open to read, nothing new", lambda: reopen_to_read(folder))
    with read_archive(folder) as reader:
        timed("list all", lambda: sum(1 for _ in reader.entries()))
        timed("list the latest 50", lambda: list(reader.entries(limit=50)))
        timed("list one host, one year", lambda: list(reader.entries(
            Filter(host="paper7.example", since=date(2010, 1, 1), until=date(2010, 12, 31)))))  # fmt: skip
        for name, rank in (("the commonest word", 0), ("a common word", 100), ("a rare word", 20_000)):
            timed(f"search {name}", partial(found, reader, newsroom.words[rank]))
        pair = f"{newsroom.words[30]} {newsroom.words[3000]}"
        timed("search two words", lambda: list(reader.search(pair)))
        timed("search a phrase", lambda: list(reader.search(f'"{newsroom.words[3]} {newsroom.words[9]}"')))
        timed("search with snippets", lambda: [reader.snippet(hit, pair) for hit in reader.search(pair)])


def found(reader: Reader, query: str) -> list[Hit]:
    return list(reader.search(query))


def measure_known(folder: Path, newsroom: Newsroom, count: int) -> None:
    with open_archive(folder) as archive:
        timed("a known address", lambda: find_all(archive, newsroom, count), count, unit="µs")


def find_all(archive: Archive, newsroom: Newsroom, count: int) -> None:
    for number in range(count):
        if archive.find(newsroom.url(number)) is None:
            raise AssertionError(number)


def measure_commands(folder: Path, newsroom: Newsroom, count: int) -> None:
    """Time commands as a person gives them, from the start of Python to its end."""
    known = folder / "known.txt"
    known.write_text("\n".join(map(newsroom.url, range(count))), "utf-8")
    told("newsgrab search, two words", folder, "search", newsroom.words[30], newsroom.words[3000])
    told("newsgrab list", folder, "list")
    told(f"newsgrab batch of {count:,} known addresses", folder, "batch", "-q", str(known))
    seconds = told("newsgrab verify", folder, "verify", "-q")
    print(f"verified: {count / seconds:,.0f} article files a second", flush=True)


def measure_evidence(folder: Path, newsroom: Newsroom) -> None:
    """Time the check of article files that have their captures."""
    shutil.rmtree(folder, ignore_errors=True)
    fill(folder, newsroom, CAPTURES)
    seconds = told(f"newsgrab verify, {CAPTURES:,} articles with captures", folder, "verify", "-q")
    print(f"verified: {CAPTURES / seconds:,.0f} article files with their captures a second", flush=True)


def told(name: str, folder: Path, command: str, *arguments: str) -> float:
    """Do a command of newsgrab's, print what it took, and return the seconds."""
    started = time.perf_counter()
    words = [sys.executable, "-m", "newsgrab", command, "-A", str(folder), *arguments]
    process = subprocess.Popen(words, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"{name}: ended with {os.waitstatus_to_exitcode(status)}")
    print(
        f"{name}: {seconds:.2f} s, {used.ru_utime + used.ru_stime:.2f} s of CPU,"
        f" peak memory {used.ru_maxrss / 1000:.0f} MB",
        flush=True,
    )
    return seconds


def reopen_to_read(folder: Path) -> None:
    with read_archive(folder):
        pass


def timed(name: str, work: Callable[[], object], count: int = 0, unit: str = "ms") -> None:
    """Do ``work``, thrice if it is short, and print the median, and the time of each of ``count`` things."""
    taken, spent = [], []
    for _ in range(3):
        started, cpu = time.perf_counter(), time.process_time()
        work()
        taken.append(time.perf_counter() - started)
        spent.append(time.process_time() - cpu)
        if taken[0] > 1 or count:
            break
    seconds, busy = statistics.median(taken), statistics.median(spent)
    each = f", {busy / count * {'ms': 1e3, 'µs': 1e6}[unit]:.2f} {unit} of CPU each" if count else ""
    print(f"{name}: {seconds:.3f} s, {busy:.3f} s of CPU{each}", flush=True)


if __name__ == "__main__":
    main()
