"""What several runs do to the same names at once."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from newsgrab.archive import schema
from newsgrab.archive.store import is_no_file, make_folders
from newsgrab.errors import ArchiveIo

RUNS, ROUNDS = 4, 60


@pytest.fixture(autouse=True)
def many_switches():
    """Let the threads take turns at nearly every step, so that each meets the others in the middle."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_runs_that_make_the_same_folders_at_once(quick_path):
    with ThreadPoolExecutor(RUNS) as pool:
        for number in range(ROUNDS):
            folder = quick_path / str(number) / "a" / "b" / "c" / "d"
            together = threading.Barrier(RUNS)

            def make(folder=folder, together=together):
                together.wait(timeout=60)
                make_folders(folder)

            for each in [pool.submit(make) for _ in range(RUNS)]:
                each.result(timeout=60)
            assert folder.is_dir()


def test_a_log_that_another_run_makes_and_removes_is_no_damage(quick_path):
    catalog = quick_path / "catalog.sqlite"
    schema.connect(catalog).close()
    log = quick_path / "catalog.sqlite-wal"
    is_over = threading.Event()

    def come_and_go():
        while not is_over.is_set():
            log.touch()
            log.unlink()

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(come_and_go)
        try:
            for _ in range(2_000):
                schema.require_files(catalog)
        finally:
            is_over.set()
        other.result(timeout=60)


def test_what_is_no_file(tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    names = ("file", "folder", "none", "file/below")
    assert [is_no_file(tmp_path / name) for name in names] == [False, True, False, False]
    with pytest.raises(ArchiveIo, match="circle"):
        is_no_file(tmp_path / "circle")
