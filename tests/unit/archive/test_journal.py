"""Events: one line each, and none lost beside one that could not be written whole."""

from __future__ import annotations

import errno

import pytest

from newsgrab.archive.journal import Journal, replay
from newsgrab.errors import DiskFull
from tests.disks import CountingDisk, FailingDisk


def recorded(path):
    return [event["event"] for event, _ in replay(path)]


def test_what_is_added_is_read_again(tmp_path):
    journal = Journal(tmp_path / "journal.jsonl")
    ends = [journal.add({"event": word}) for word in ("saved", "seen")]
    journal.close()
    assert recorded(tmp_path / "journal.jsonl") == ["saved", "seen"]
    assert [end for _, end in replay(tmp_path / "journal.jsonl")] == ends


def test_an_event_behind_one_that_was_cut_is_whole(tmp_path):
    """A disk that was full has room again, and the same run goes on."""
    disk = CountingDisk()
    Journal(tmp_path / "counted.jsonl", disk).add({"event": "saved"})
    journal = Journal(tmp_path / "journal.jsonl", FailingDisk(disk.done.index("write"), errno.ENOSPC))
    with pytest.raises(DiskFull):
        journal.add({"event": "saved"})
    journal.add({"event": "seen"})
    journal.close()
    assert recorded(tmp_path / "journal.jsonl") == ["seen"]


def test_what_is_no_text_is_written_as_text_and_not_read(tmp_path):
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    journal.add({"event": "adopted", "file": "harbour-\udce9.md"})
    journal.close()
    with path.open("ab") as file:
        file.write(b'{"event":"seen","file":"harbour-\xed\xb3\xa9.md"}\n')
        file.write(b'{"event":"seen","file":"harbour-\\udce9.md"}\n')
    assert [event["file"] for event, _ in replay(path)] == ["harbour-?.md"]
