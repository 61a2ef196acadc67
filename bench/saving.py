"""What saving adds to extracting: for each page of the measuring data both are timed, one after the other.

    python -m bench.saving [DATA] --pages 400

Extracting is everything up to the article: metadata, body, stripping, sourcing. Saving is everything after:
Markdown, capture, files with fsync, catalog and full-text index. CPU time, in one process.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bench.sets import PAGE_SETS, Sample, data_folder, samples
from newsgrab.archive import open_archive
from newsgrab.errors import ContentError
from newsgrab.model import Exchange, Page
from newsgrab.reading import read
from newsgrab.rules import load

NOW = datetime(2024, 5, 4, 8, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="?")
    parser.add_argument("--pages", type=int, default=10_000)
    given = parser.parse_args()
    every = (sample for name in PAGE_SETS for sample in samples(data_folder(given.data), name))
    with tempfile.TemporaryDirectory() as folder:
        spent = list(measure(Path(folder), islice(every, given.pages)))
    for name, times in zip(("extracting", "saving"), zip(*spent, strict=True), strict=True):
        print(f"{name:10} {statistics.mean(times):6.2f} ms a page, median {statistics.median(times):6.2f} ms")
    extracting, saving = map(sum, zip(*spent, strict=True))
    print(f"saving adds {saving / extracting:.0%} to extracting, {len(spent)} pages")


def measure(folder: Path, pages: Iterator[Sample]) -> Iterator[tuple[float, float]]:
    """Yield the milliseconds of CPU time that extracting and saving took."""
    rules = load()
    with open_archive(folder) as archive:
        for number, sample in enumerate(pages):
            page = page_of(sample, number)
            started = time.process_time()
            try:
                extraction = read(page, rules)
            except ContentError:
                continue
            read_at = time.process_time()
            archive.save(extraction, page)
            yield 1e3 * (read_at - started), 1e3 * (time.process_time() - read_at)


def page_of(sample: Sample, number: int) -> Page:
    """Return the page as a server would have sent it: compressed."""
    url = sample.url or f"https://www.paper{number}.example/story"
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    exchange = Exchange(
        url=url,
        status_line="HTTP/1.1 200 OK",
        response_headers=headers,
        payload=gzip.compress(sample.body, 6, mtime=0),
        started_at=NOW,
    )
    return Page(
        url=url,
        requested_url=url,
        status=200,
        headers=headers,
        body=sample.body,
        retrieved_at=NOW,
        exchanges=(exchange,),
    )


if __name__ == "__main__":
    main()
