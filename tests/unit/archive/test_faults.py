"""A fault at every single write, fsync, rename and removal; a full disk; a power cut."""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgrab.archive import open_archive, read_archive, schema, verify
from newsgrab.archive.reading import parse
from newsgrab.archive.store import is_temporary
from newsgrab.archive.verifying import State
from newsgrab.errors import ArchiveError, ArchiveIo, DiskFull, ReadOnly
from newsgrab.model import Failed, Saved
from tests.archives import NOW, address, extraction, page
from tests.disks import CountingDisk, FailingDisk, ForgetfulDisk

ROOT = Path(__file__).parents[3]
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
CLEAN = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


def work(root, disk):
    """Save two articles, a revision of one, and a failure that is taken back."""
    with open_archive(root, disk=disk) as archive:
        archive.save(extraction(1), page(1))
        archive.save(extraction(2), page(2))
        archive.save(extraction(1, "Other words."), page(1, minutes=1))
        archive.forget(archive.find(address(2)))


@pytest.fixture(scope="module")
def operations(tmp_path_factory):
    disk = CountingDisk()
    work(tmp_path_factory.mktemp("counted") / "news", disk)
    return disk.done


def assert_only_whole_files(root):
    for path in root.rglob("*.md"):
        filed = parse(path.read_text("utf-8"))
        assert filed is not None, path
        assert filed.body.endswith("\n"), path
    for path in root.rglob("*.warc.gz"):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name.removesuffix(".warc.gz")
        gzip.decompress(path.read_bytes())


def assert_recovers(root):
    """Finish the work with a good disk: everything is there exactly once, and nothing is in doubt."""
    with open_archive(root) as archive:
        archive.save(extraction(1), page(1))
        archive.save(extraction(2), page(2))
        archive.save(extraction(1, "Other words."), page(1, minutes=1))
    with read_archive(root) as reader:
        assert sorted(entry.url for entry in reader.entries()) == [address(1), address(2)]
        states = {finding.state for finding in verify(reader)}
    assert states <= {State.WHOLE, State.UNUSED}
    assert not [path for path in root.rglob("*") if is_temporary(path.name)]
    assert not list(root.rglob("*.corrupt-*"))


def test_the_work_does_everything_that_can_fail(operations):
    assert set(operations) == {
        "create",
        "append",
        "write",
        "fsync",
        "rename",
        "make_folder",
        "fsync_folder",
        "remove",
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number_of_error", "expected"),
    [(errno.ENOSPC, DiskFull), (errno.EIO, ArchiveIo), (errno.EROFS, ReadOnly), (errno.EDQUOT, DiskFull)],
    ids=lambda value: errno.errorcode.get(value) if isinstance(value, int) else "",
)
def test_a_fault_at_each_operation(quick_path, operations, number_of_error, expected):
    step = 1 if number_of_error in (errno.ENOSPC, errno.EIO) else 5
    for number in range(0, len(operations), step):
        root = quick_path / str(number)
        disk = FailingDisk(number, number_of_error)
        with pytest.raises(ArchiveError) as caught:
            work(root, disk)
        assert type(caught.value) is expected, (number, operations[number])
        assert_only_whole_files(root)
        if operations[number] != "remove":
            assert not [path for path in root.rglob("*") if is_temporary(path.name)]
        assert_recovers(root)
        shutil.rmtree(root)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_at_each_operation(quick_path, operations):
    command = [sys.executable, "-m", "tests.crashes", "at-each", quick_path, str(len(operations))]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    for number in range(len(operations)):
        root = quick_path / str(number)
        assert_only_whole_files(root)
        assert_recovers(root)


def test_bytes_are_on_the_disk_before_their_name_and_names_before_the_catalog(tmp_path):
    """After a power cut at any moment, what has a lasting name has its bytes."""

    class Watching(ForgetfulDisk):
        def _at(self, operation, *paths):
            super()._at(operation, *paths)
            named = {path for path in self.unsynced if is_article_or_capture(path)}
            assert not named, f"{named} had a name before its bytes were safe"

        def append(self, path):
            assert not any(self.unsettled.values()), "an event was written before the name was safe"
            return super().append(path)

    disk = Watching()
    work(tmp_path / "news", disk)
    assert not disk.unsynced
    assert not any(disk.unsettled.values())


def is_article_or_capture(path):
    return path.name.endswith((".md", ".warc.gz"))


def limited(root, size):
    """Save articles in a process whose files may not grow beyond ``size``: a real fault, also for SQLite."""
    code = f"""
import sys
from pathlib import Path
from newsgrab.archive import open_archive
from newsgrab.errors import ArchiveError
from tests.archives import extraction, page
try:
    with open_archive(Path({str(root)!r})) as archive:
        for number in range(40):
            archive.save(extraction(number), page(number))
except ArchiveError as error:
    print(error.code)
"""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))  # noqa: E731
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=limit,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize("size", [0, 1_000, 40_000, 150_000])
def test_files_that_may_not_grow(quick_path, size):
    root = quick_path / "news"
    assert limited(root, size) == "archive.disk_full"
    assert_only_whole_files(root)
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    with open_archive(root) as archive:
        for number in range(40):
            archive.save(extraction(number), page(number))
    assert all(path.read_bytes() == words for path, words in before.items())
    assert len(list(root.rglob("*.md"))) == 40
    with read_archive(root) as reader:
        assert {finding.state for finding in verify(reader)} <= {State.WHOLE, State.UNUSED}


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no database at all" * 100),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:8192] + b"\xa5" * 4096 + path.read_bytes()[12288:]),
    ],
    ids=["deleted", "empty", "other", "half", "cut in a page", "overwritten"],
)
def test_a_bad_catalog_is_made_again_and_kept(tmp_path, damage):
    with open_archive(tmp_path) as archive:
        for number in range(30):
            archive.save(extraction(number), page(number))
    catalog = tmp_path / ".newsgrab" / "catalog.sqlite3"
    damage(catalog)
    was_bad = catalog.exists() and catalog.stat().st_size > 0
    with read_archive(tmp_path) as reader:
        assert len(list(reader.entries())) == 30
        assert [hit.entry.url for hit in reader.search("headline:17")] == [address(17)]
    assert len(list(catalog.parent.glob("*.corrupt-*"))) == was_bad
    with open_archive(tmp_path) as archive:
        assert archive.find(address(29)) is not None
        assert isinstance(archive.save(extraction(31), page(31)), Saved)


def test_a_nest_beyond_python_in_the_journal_is_no_event(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    with (tmp_path / ".newsgrab" / "journal.jsonl").open("ab") as journal:
        journal.write(b"[" * 100_000 + b"\n")
    with open_archive(tmp_path) as archive:
        archive.save(extraction(2), page(2))
    (tmp_path / ".newsgrab" / "catalog.sqlite3").unlink()
    with open_archive(tmp_path) as archive:
        assert archive.find(address(1))
        assert archive.find(address(2))


@pytest.mark.parametrize("rest", ["", "-wal", "-shm"])
@pytest.mark.parametrize("put", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_in_the_catalogs_place(tmp_path, caplog, rest, put):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    catalog = tmp_path / ".newsgrab" / "catalog.sqlite3"
    catalog.with_name(catalog.name + rest).unlink(missing_ok=True)
    put(catalog.with_name(catalog.name + rest))
    with open_archive(tmp_path) as archive:
        assert archive.find(address(1)) is not None
        archive.save(extraction(2), page(2))
    assert f"{catalog.name}{rest} is no file; it is made again from the files, and kept as" in caplog.text
    assert catalog.with_name(f"{catalog.name}.corrupt-1").exists()
    with read_archive(tmp_path) as reader:
        assert len(list(reader.entries())) == 2


def test_a_large_catalog_that_turns_out_bad_is_made_again_by_the_next_run(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "_PAGES_CHECKED", 0)  # this one counts as large: it is not read through
    with open_archive(tmp_path) as archive:
        for number in range(30):
            archive.save(extraction(number), page(number))
    catalog = tmp_path / ".newsgrab" / "catalog.sqlite3"
    words = catalog.read_bytes()
    catalog.write_bytes(words[:4096] + b"\xa5" * (len(words) - 4096))
    with open_archive(tmp_path) as archive:
        assert all(archive.find(address(number)) for number in range(30))
    assert len(list(catalog.parent.glob("*.corrupt-*"))) == 1


@pytest.mark.parametrize(
    "change",
    [
        "article SET authors = '[\"Jane'",
        "article SET fingerprint = ''",
        "article SET file = '../' || file",
        "article SET file = substr(file, 1, 9) || char(0) || '.md'",
        "failure SET retry_at = 'soon'",
    ],
)
def test_a_garbled_row_is_told_once_and_then_the_catalog_is_made_again(tmp_path, change):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
        archive.record_failure(Failed(url=address(2), code="http.gone", message="gone", exit_code=4), NOW)
    catalog = tmp_path / ".newsgrab" / "catalog.sqlite3"
    with closing(sqlite3.connect(catalog)) as connection:
        connection.execute(f"UPDATE {change}")
        for (folder,) in connection.execute("SELECT path FROM folder").fetchall():  # none is looked through
            mtime = (tmp_path / folder).stat().st_mtime_ns
            connection.execute("UPDATE folder SET mtime_ns = ? WHERE path = ?", (mtime, folder))
        connection.commit()
    with (
        pytest.raises(schema.CatalogDamaged, match=r"corrupt-1, and the next run makes it again"),
        read_archive(tmp_path) as reader,
    ):
        known(reader)
    with read_archive(tmp_path) as reader:
        assert known(reader) == (1, 1)
        assert {finding.state for finding in verify(reader)} == {State.WHOLE}


def known(reader):
    return len(list(reader.entries())), len(list(reader.failures()))


def test_a_catalog_whose_tables_cannot_be_read(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    catalog = tmp_path / ".newsgrab" / "catalog.sqlite3"
    catalog.write_bytes(catalog.read_bytes().replace(b"CREATE TABLE failure", b"CREATE TABL\xd5 failure"))
    with read_archive(tmp_path) as reader:
        assert known(reader) == (1, 0)


def test_a_catalog_that_goes_bad_during_a_run(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "_PAGES_CHECKED", 0)
    with open_archive(tmp_path) as archive:
        for number in range(30):
            archive.save(extraction(number), page(number))
    catalog = tmp_path / ".newsgrab" / "catalog.sqlite3"
    with pytest.raises(schema.CatalogDamaged):
        save_while_it_is_spoilt(tmp_path, catalog)
    with read_archive(tmp_path) as reader:
        assert len(list(reader.entries())) in (30, 31)
        assert {finding.state for finding in verify(reader)} <= {State.WHOLE, State.UNUSED}


def save_while_it_is_spoilt(root, catalog):
    with open_archive(root) as archive:
        archive.ledger.catalog.connection.execute("PRAGMA cache_size = 0")
        size = catalog.stat().st_size
        with catalog.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * (size - 4096))
        archive.save(extraction(99), page(99))


def test_a_fault_while_the_catalog_is_made_again(tmp_path):
    with open_archive(tmp_path) as archive:
        for number in range(30):
            archive.save(extraction(number), page(number))
    catalog = tmp_path / ".newsgrab" / "catalog.sqlite3"
    catalog.unlink()
    disk = CountingDisk()
    with open_archive(tmp_path, disk=disk):
        pass
    assert disk.done == ["append", "fsync", "rename", "fsync_folder"]
    for number in range(len(disk.done)):
        catalog.unlink(missing_ok=True)
        with pytest.raises(DiskFull), open_archive(tmp_path, disk=FailingDisk(number, errno.ENOSPC)):
            pass
        assert not list(catalog.parent.glob("*.tmp"))
        with open_archive(tmp_path) as archive:
            assert all(archive.find(address(number)) for number in range(30))


def test_a_kill_while_the_catalog_is_made_again(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    catalog = tmp_path / ".newsgrab" / "catalog.sqlite3"
    half = catalog.with_name(".newsgrab-catalog.sqlite3.tmp")
    catalog.rename(half)
    half.write_bytes(half.read_bytes()[:5000])
    with open_archive(tmp_path) as archive:
        assert archive.find(address(1)) is not None
    assert not half.exists()


def test_a_second_bad_catalog_is_kept_too(tmp_path):
    for _ in range(3):
        with open_archive(tmp_path) as archive:
            archive.save(extraction(1), page(1))
        (tmp_path / ".newsgrab" / "catalog.sqlite3").write_bytes(b"x" * 9000)
    with open_archive(tmp_path):
        pass
    assert sorted(path.name[-9:] for path in (tmp_path / ".newsgrab").glob("*.corrupt-*")) == [
        "corrupt-1", "corrupt-2", "corrupt-3",
    ]  # fmt: skip


def test_a_line_of_the_journal_that_was_cut(tmp_path):
    with open_archive(tmp_path) as archive:
        for number in (1, 2):
            archive.save(extraction(number), page(number))
    journal = tmp_path / ".newsgrab" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-40])
    (tmp_path / ".newsgrab" / "catalog.sqlite3").unlink()
    with open_archive(tmp_path) as archive:
        assert archive.find(address(2)) is not None
        archive.save(extraction(3), page(3))
    (tmp_path / ".newsgrab" / "catalog.sqlite3").unlink()
    with open_archive(tmp_path) as archive:
        assert all(archive.find(address(number)) for number in (1, 2, 3))


EVENT = st.fixed_dictionaries(
    {
        "event": st.sampled_from(
            ["saved", "adopted", "rebuilt", "seen", "moved", "missing", "failed", "later"]
        )
    },
    optional={
        key: st.none()
        | st.integers()
        | st.just("2024-05-03T10:00:00+00:00")
        | st.text(CLEAN)
        | st.text(CLEAN).map("{}.md".format)
        | st.lists(st.text(CLEAN))
        for key in ("file", "to", "url", "urls", "at", "retry_at", "sha256", "fingerprint", "code", "status")
    },
)


@settings(deadline=None)
@given(st.lists(EVENT.map(json.dumps).map(str.encode) | st.binary(), max_size=5))
def test_lines_of_the_journal_that_are_no_events_of_ours(lines):
    with TemporaryDirectory(dir=MEMORY) as folder:
        root = Path(folder)
        with open_archive(root) as archive:
            for number in (1, 2):
                archive.save(extraction(number), page(number))
        journal = root / ".newsgrab" / "journal.jsonl"
        journal.write_bytes(b"\n".join((*lines, journal.read_bytes())))
        (root / ".newsgrab" / "catalog.sqlite3").unlink()
        with open_archive(root) as archive:
            assert all(archive.find(address(number)) for number in (1, 2))


def test_what_a_killed_run_left_is_swept(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    folder = next(tmp_path.rglob("*.md")).parent
    left = folder / ".newsgrab-0123456789abcdef.tmp"
    left.write_bytes(b"half")
    with open_archive(tmp_path):
        pass
    assert not left.exists()


@contextmanager
def closed(path):
    """Take everybody's leave to use ``path``."""
    mode, ours = path.stat().st_mode, os.geteuid()
    path.chmod(0)
    if ours == 0:
        os.seteuid(65_534)  # for root may enter everywhere
    try:
        yield
    finally:
        os.seteuid(ours)
        path.chmod(mode)


@pytest.fixture
def open_to_all():
    """Make an archive of two articles in which everybody may read and write."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        root = Path(folder) / "archive"
        with open_archive(root) as archive:
            for number in (1, 2):
                archive.save(extraction(number), page(number))
        for path in (root.parent, *root.parent.rglob("*")):
            path.chmod(0o777)
        yield root


def test_an_archive_that_may_not_be_entered_is_told_as_such(open_to_all):
    with closed(open_to_all), pytest.raises(ReadOnly, match="no leave"), read_archive(open_to_all):
        pass


@pytest.mark.parametrize(("pattern", "hidden"), [("*.md", 1), ("*.warc.gz", 1), ("2024/05", 2)])
def test_verify_names_what_may_not_be_read_and_looks_at_the_rest(open_to_all, pattern, hidden):
    path = min(open_to_all.rglob(pattern))
    with closed(path), read_archive(open_to_all) as reader:
        states = Counter(finding.state for finding in verify(reader))
    assert states == {State.DAMAGED: hidden, State.WHOLE: 4 - hidden}


@pytest.mark.parametrize("pattern", ["2024/05", "journal.jsonl"])
def test_what_may_not_be_read_is_no_bug_of_ours(open_to_all, pattern):
    (path,) = open_to_all.rglob(pattern)
    (open_to_all / ".newsgrab" / "catalog.sqlite3").unlink()
    with closed(path), pytest.raises(ReadOnly, match="no leave"), open_archive(open_to_all):
        pass


def test_an_article_that_may_not_be_looked_for_is_no_bug_of_ours(open_to_all):
    folder = open_to_all / "example.org" / "2024" / "05"
    with open_archive(open_to_all) as archive, closed(folder), pytest.raises(ReadOnly, match="no leave"):
        archive.find(address(1))


def test_a_pipe_among_the_articles_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "nowhere.md").symlink_to("gone")
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    with read_archive(tmp_path) as reader:
        assert Counter(finding.state for finding in verify(reader)) == {State.WHOLE: 2}


def test_links_that_lead_in_a_circle_are_passed_over(tmp_path):
    for name in ("example.net", "circle.md"):
        (tmp_path / name).symlink_to(name)
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    folder = tmp_path / "example.org"
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to("example.org")
    with open_archive(tmp_path) as archive, pytest.raises(ArchiveIo, match="in the way"):
        archive.save(extraction(2), page(2))


@pytest.mark.parametrize("name", ["archive", "archive/.newsgrab"])
def test_a_file_where_the_archive_is_to_be(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("a note")
    with pytest.raises(ArchiveIo, match="no folder"), open_archive(tmp_path / "archive"):
        pass
    assert path.read_text() == "a note"


def test_a_catalog_that_finds_no_room_is_made_in_memory_and_says_so(tmp_path):
    root = tmp_path / "news"
    catalog = root / ".newsgrab" / "catalog.sqlite3"
    with open_archive(root) as archive:
        archive.save(extraction(1), page(1))
    before = catalog.read_bytes()
    with open_archive(root) as archive:
        for number in range(2, 40):
            archive.save(extraction(number), page(number))
    catalog.write_bytes(before)
    done = subprocess.run(
        [sys.executable, "-m", "newsgrab", "list", "--archive", str(root)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    )  # fmt: skip
    assert (done.returncode, done.stdout.count("\n")) == (0, 39)
    assert done.stderr.endswith("for now the catalog is made again in memory\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("name", ["format", "journal.jsonl"])
def test_a_pipe_in_a_files_place_is_told_and_not_waited_for(tmp_path, name):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    path = tmp_path / ".newsgrab" / name
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(ArchiveIo, match=f"{name} is no file"), read_archive(tmp_path) as reader:
        list(reader.entries())
    with pytest.raises(ArchiveIo, match=f"{name} is no file"), open_archive(tmp_path) as archive:
        archive.save(extraction(2), page(2))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_in_the_locks_place(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    lock = tmp_path / ".newsgrab" / "lock"
    lock.unlink()
    os.mkfifo(lock)
    with pytest.raises(ArchiveIo, match="lock is in the way: it is no file"), open_archive(tmp_path):
        pass


def test_a_file_system_without_locks(tmp_path, monkeypatch):
    def refuse(descriptor, operation):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(ArchiveIo, match=r"lock: .*[Nn]o locks available"), open_archive(tmp_path / "news"):
        pass


@pytest.mark.parametrize("name", ["lock", "journal.jsonl"])
def test_no_file_elsewhere_is_written_to_by_way_of_a_link(tmp_path, name):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    (tmp_path / ".newsgrab" / name).unlink()
    (tmp_path / ".newsgrab" / name).symlink_to(notes)
    with pytest.raises(ArchiveIo), open_archive(tmp_path) as archive:
        archive.save(extraction(2), page(2))
    assert notes.read_text() == "mine"


def test_a_garbled_failure_in_the_journal_costs_that_alone(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.record_failure(Failed(url=address(2), code="http.gone", message="gone", exit_code=4), NOW)
    journal = tmp_path / ".newsgrab" / "journal.jsonl"
    written = json.loads(journal.read_text())
    for change in ({"status": 10**30}, {"attempts": -(10**30)}, {"at": "then"}, {"retry_at": "soon"}):
        with journal.open("a") as file:
            file.write(json.dumps(written | change | {"url": address(3)}) + "\n")
    with read_archive(tmp_path) as reader:
        assert [failure.url for failure in reader.failures()] == [address(2)]
