"""Laws of the archive: whatever people and programs do to it, the catalog can be made again and verify is true."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgrab.archive import open_archive, read_archive, verify
from newsgrab.archive.ledger import loaded
from newsgrab.archive.reading import parse, squeezed, story
from newsgrab.archive.verifying import State
from newsgrab.archive.writing import _written as written
from newsgrab.errors import Paywall
from newsgrab.model import Article, Block, Extraction, Failed, Kind, Metadata
from newsgrab.writers import article_file
from newsgrab.writers.jsonlines import paragraphs
from newsgrab.writers.profiles import PROFILES
from tests.archives import NOW, address, extraction, page
from tests.property.test_frontmatter import CAPTURE, EXTRACTION
from tests.property.test_markdown import TEXT

MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
NUMBER = st.integers(0, 3)
STEP = st.one_of(
    st.tuples(st.just("save"), NUMBER),
    st.tuples(st.just("change"), NUMBER),
    st.tuples(st.just("fail"), NUMBER),
    st.tuples(st.just("rename"), NUMBER),
    st.tuples(st.just("delete"), NUMBER),
    st.tuples(st.just("delete capture"), NUMBER),
    st.tuples(st.just("edit"), NUMBER),
    st.tuples(st.just("forget"), NUMBER),
    st.tuples(st.just("copy in"), NUMBER),
    st.tuples(st.just("open"), NUMBER),
)
BY_HAND = {"rename", "delete", "delete capture", "edit", "copy in"}


class Play:
    """Does the steps of a sequence to an archive, and knows what verify must say then."""

    def __init__(self, root):
        self.root = root
        self.minutes = 0
        self.edited = set()

    def pick(self, pattern, number):
        found = sorted(self.root.rglob(pattern))
        return found[number % len(found)] if found else None

    def by_hand(self, step, number):
        path = self.pick("*.warc.gz" if step == "delete capture" else "*.md", number)
        if path is None:
            return
        self.minutes += 1
        if step == "rename":
            new = path.with_name(f"renamed {self.minutes}.md")
            path.rename(new)
            self.edited = {new if one == path else one for one in self.edited}
        elif step == "edit":
            path.write_text(path.read_text("utf-8") + f"\nA note of minute {self.minutes}.\n", "utf-8")
            self.edited.add(path)
        elif step == "copy in":
            path.with_name(f"copy {self.minutes}.md").write_bytes(path.read_bytes())
        else:
            path.unlink()
            self.edited.discard(path)

    def by_program(self, archive, step, number):
        self.minutes += 1
        words = (f"Changed in minute {self.minutes}.",) if step == "change" else ()
        if step in ("save", "change"):
            try:
                archive.save(extraction(number, *words), page(number, minutes=self.minutes))
            except Paywall:
                pytest.fail("no teaser was sent")
        elif step == "fail":
            failed = Failed(url=address(number + 10), code="net.dns", message="no such host", exit_code=4)
            archive.record_failure(failed, NOW + timedelta(minutes=self.minutes))
        elif step == "forget":
            entry = archive.find(address(number))
            if entry:
                archive.forget(entry)


def play(root, steps):
    game = Play(root)
    for step, number in steps:
        if step in BY_HAND:
            game.by_hand(step, number)
        else:
            with open_archive(root) as archive:
                game.by_program(archive, step, number)
    with open_archive(root):
        pass
    return game


def contents(root):
    """Return all that the catalog knows, without the numbers of its rows."""
    with read_archive(root) as reader:
        tables = {
            "article": "SELECT * FROM article ORDER BY id",
            "address": "SELECT * FROM address WHERE file IN (SELECT file FROM article) ORDER BY 1, 2",
            "version": "SELECT * FROM version WHERE file IN (SELECT file FROM article) ORDER BY 1",
            "failure": "SELECT * FROM failure ORDER BY 1",
            "missing": "SELECT * FROM missing ORDER BY 1",
        }
        found = {name: reader.catalog.connection.execute(query).fetchall() for name, query in tables.items()}
        found["article"] = sorted(row[1:] for row in found["article"])
        return found


LAW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@LAW
@given(st.lists(STEP.filter(lambda step: step[0] != "edit"), max_size=9))
def test_a_catalog_made_again_is_the_one_that_was_kept(steps):
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        root = Path(folder)
        play(root, steps)
        kept = contents(root) if (root / ".newsgrab").exists() else None
        for path in (root / ".newsgrab").glob("catalog*"):
            path.unlink()
        assert contents(root) == kept


@LAW
@given(st.lists(STEP, max_size=9))
def test_verify_tells_the_truth(steps):
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        root = Path(folder)
        game = play(root, steps)
        with read_archive(root) as reader:
            told = {finding.file: finding.state for finding in verify(reader)}
            known = {entry.file for entry in reader.entries()} | set(reader.catalog.missing())
        there = {
            path.relative_to(root).as_posix() for path in (*root.rglob("*.md"), *root.rglob("*.warc.gz"))
        }
        edited = {path.relative_to(root).as_posix() for path in game.edited if path.exists()}
        assert there <= set(told), "a file was passed over"
        for file, state in told.items():
            if file not in there:
                assert state in (State.MISSING, State.RENAMED)
            elif state is State.EDITED:
                assert file in edited
            else:
                assert state in (State.WHOLE, State.UNUSED)
        assert known <= set(told)


@LAW
@given(st.lists(STEP, max_size=9), NUMBER)
def test_an_article_whose_file_is_there_is_known(steps, number):
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        root = Path(folder)
        play(root, steps)
        url = address(number)
        files = {
            path.relative_to(root).as_posix()
            for path in root.rglob("*.md")
            if f"requested_url: {url}\n" in path.read_text("utf-8")
        }
        with open_archive(root) as archive:
            entry = archive.find(url)
        assert (entry.file in files) if entry else not files


KINDS = st.sampled_from([Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING, Kind.QUOTATION])
BLOCK = st.builds(Block, kind=KINDS, text=TEXT.filter(str.strip), level=st.integers(1, 3))


@given(EXTRACTION, CAPTURE, st.lists(BLOCK, max_size=3), st.sampled_from(sorted(PROFILES)))
def test_what_the_catalog_is_told_is_what_the_file_says(extracted, capture, blocks, profile):
    article = replace(extracted.article, body=tuple(blocks))
    payload, told = written(replace(extracted, article=article), capture, profile)
    assert told == loaded("new.md", payload)


@given(st.lists(BLOCK, max_size=5), TEXT, TEXT, st.sampled_from(sorted(PROFILES)))
def test_the_words_of_an_article_file_are_read_back(blocks, headline, standfirst, profile):
    article = Article(metadata=Metadata(headline=headline, standfirst=standfirst), body=tuple(blocks))
    filed = parse(article_file(Extraction(article=article), profile=profile))
    assert filed is not None
    assert filed.fields.get("headline", "") == headline
    read = squeezed(" ".join(piece.text for piece in story(filed)))
    written = squeezed(" ".join(paragraphs(article)))
    assert read.replace(" ", "") == written.replace(" ", "")
