"""Laws of the archive as a machine: runs, full disks, hands, lost and old indexes in any order lose no article."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from newsgrab.archive import open_archive, read_archive, verify
from newsgrab.archive.store import PREFIX, SUFFIX
from newsgrab.archive.verifying import State
from newsgrab.errors import ArchiveError
from newsgrab.model import Failed, Unchanged
from tests.archives import NOW, address, extraction, page
from tests.disks import FailingDisk
from tests.property.test_store import MEMORY

NUMBER = st.integers(0, 2)
VERSION = st.integers(0, 2)
PLACE = st.integers(0, 40)
ERROR = st.sampled_from([errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EROFS, errno.EACCES])
INDEX = ("catalog.sqlite3", "journal.jsonl")


def word(number, version):
    return f"uniq{number}x{version}"


def short(number):
    return f"https://short.example/{number}"


class Keeping(RuleBasedStateMachine):
    """What befalls an archive; ``ours`` is what newsgrab wrote and nobody has touched since."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.mkdtemp(dir=MEMORY)
        self.root = Path(self.folder) / "news"
        self.hidden = self.root / ".newsgrab"
        self.minutes, self.pace, self.names = 0, 1, 0
        self.ours: dict[str, bytes] = {}
        self.others: set[str] = set()
        self.backup: dict[str, bytes] = {}

    def teardown(self):
        shutil.rmtree(self.folder)

    # What newsgrab does.

    @rule(number=NUMBER, version=VERSION, is_led_there=st.booleans())
    def save(self, number, version, is_led_there):
        before = set(self.files())
        with open_archive(self.root) as archive:
            outcome = self.save_in(archive, number, version, is_led_there=is_led_there)
            assert archive.find(address(number)).file == outcome.file
            assert not is_led_there or archive.find(short(number)).file == outcome.file
        new = set(self.files()) - before
        assert new == (set() if isinstance(outcome, Unchanged) else {outcome.file})
        said = (self.root / outcome.file).read_bytes()
        assert outcome.file in self.others or word(number, version).encode() in said
        self.written()

    @rule(number=NUMBER, version=VERSION, operation=PLACE, error=ERROR)
    def save_on_a_disk_that_fails(self, number, version, operation, error):
        with (
            suppress(ArchiveError),
            open_archive(self.root, disk=FailingDisk(operation, error)) as archive,
        ):
            self.save_in(archive, number, version)
        self.written()

    @rule(place=PLACE)
    def be_killed_over_a_file(self, place):
        if path := self.pick(place):
            path.with_name(f"{PREFIX}{place}{SUFFIX}").write_bytes(path.read_bytes()[:100])

    @rule(number=NUMBER)
    def fail(self, number):
        failed = Failed(url=address(number + 10), code="net.dns", message="no such host", exit_code=4)
        with open_archive(self.root) as archive:
            archive.record_failure(failed, NOW + timedelta(minutes=self.minutes))

    @rule(number=NUMBER)
    def forget(self, number):
        with open_archive(self.root) as archive:
            entry = archive.find(address(number))
            gone = set(archive.forget(entry)) if entry else set()
        self.ours = {file: said for file, said in self.ours.items() if file not in gone}
        self.others -= gone

    def save_in(self, archive, number, version, *, is_led_there=False):
        self.minutes += self.pace
        words = [f"Boat {place} of {word(number, version)} left the harbour." for place in range(3)]
        hops = [short(number)] if is_led_there else []
        return archive.save(extraction(number, *words), page(number, *hops, minutes=self.minutes))

    # What people do.

    @rule(place=PLACE)
    def write_into(self, place):
        self.alter(place, lambda said: said + b"\nA note of mine.\n")

    @rule(place=PLACE, share=st.floats(0, 0.99))
    def cut(self, place, share):
        self.alter(place, lambda said: said[: int(len(said) * share)])

    @rule(place=PLACE)
    def lose_bytes(self, place):
        self.alter(place, lambda said: said[: len(said) // 2] + bytes(len(said) - len(said) // 2))

    @rule(place=PLACE)
    def delete(self, place):
        if path := self.pick(place):
            path.unlink()
            self.leave(path)

    @rule(place=PLACE)
    def rename(self, place):
        if path := self.pick(place):
            new = self.new_place()
            path.rename(new)
            self.become(path, new)
            self.leave(path)

    @rule(place=PLACE)
    def copy(self, place):
        if path := self.pick(place):
            new = self.new_place()
            shutil.copy2(path, new)
            self.become(path, new)

    @rule()
    def take_notes(self):
        if self.root.exists():
            new = self.new_place()
            new.write_text("My own words.\n")
            self.others.add(self.file_of(new))

    def alter(self, place, change):
        if path := self.pick(place):
            path.write_bytes(change(path.read_bytes()))
            self.others.add(self.file_of(path))
            self.ours.pop(self.file_of(path), None)

    def leave(self, path):
        self.ours.pop(self.file_of(path), None)
        self.others.discard(self.file_of(path))

    def become(self, path, new):
        if (said := self.ours.get(self.file_of(path))) is not None:
            self.ours[self.file_of(new)] = said
        else:
            self.others.add(self.file_of(new))

    def new_place(self):
        self.names += 1
        folder = self.root / f"mine {self.names % 2}"
        folder.mkdir(exist_ok=True)
        return folder / f"file {self.names}.md"

    # What befalls the index.

    @rule(name=st.sampled_from([*INDEX, "all of it"]))
    def lose(self, name):
        if name in INDEX:
            for path in self.hidden.glob(f"{name}*"):
                path.unlink()
        elif self.hidden.exists():
            shutil.rmtree(self.hidden)

    @rule(name=st.sampled_from(INDEX), count=st.integers(1, 5000))
    def cut_index(self, name, count):
        path = self.hidden / name
        if path.exists():
            os.truncate(path, max(0, path.stat().st_size - count))

    @rule()
    def back_up(self):
        self.backup = {
            name: (self.hidden / name).read_bytes() for name in INDEX if (self.hidden / name).exists()
        }

    @rule(names=st.sets(st.sampled_from(INDEX)))
    def restore(self, names):
        for name in sorted(names & self.backup.keys()) if self.hidden.exists() else ():
            (self.hidden / name).write_bytes(self.backup[name])

    @rule(pace=st.sampled_from([1, -3, 7]))
    def set_the_clock(self, pace):
        self.pace = pace

    # What holds all the while.

    @invariant()
    def every_article_is_known_and_whole(self):
        if not self.hidden.exists():
            return
        with read_archive(self.root) as reader:
            latest = {entry.file for entry in reader.entries()}
            known = {entry.file for entry in reader.catalog.entries()}
            states = {finding.file: finding.state for finding in verify(reader)}
            hits = {file: self.hits(reader, file) for file in latest & self.ours.keys()}
        assert self.ours.keys() <= known <= set(self.files())
        assert {states[file] for file in self.ours} <= {State.WHOLE}
        assert all(file in found for file, found in hits.items())
        with open_archive(self.root) as archive:
            for number in range(3):
                self.require_found(archive, number)
        assert not list(self.root.rglob("*.tmp"))
        assert {file: self.files()[file] for file in self.ours} == self.ours

    def hits(self, reader, file):
        (said,) = set(re.findall(rb"uniq\dx\d", self.ours[file]))
        return {hit.entry.file for hit in reader.search(said.decode())}

    def require_found(self, archive, number):
        named = re.compile(
            rf"^ *(requested_url|canonical_url): {re.escape(address(number))}$".encode(), re.MULTILINE
        )
        asked = re.compile(rf"^ *requested_url: {re.escape(address(number))}$".encode(), re.MULTILINE)
        entry = archive.find(address(number))
        if any(asked.search(said) for said in self.ours.values()):
            assert entry
        if entry and entry.file in self.ours:
            assert named.search(self.ours[entry.file])

    # Where things are.

    def files(self):
        paths = [path for path in self.root.rglob("*.md") if ".newsgrab" not in path.parts]
        return {self.file_of(path): path.read_bytes() for path in paths}

    def file_of(self, path):
        return path.relative_to(self.root).as_posix()

    def pick(self, place):
        files = sorted(self.files())
        return self.root / files[place % len(files)] if files else None

    def written(self):
        """Note what newsgrab has written; what was there before is as it was."""
        files = self.files()
        assert {file: files.get(file) for file in self.ours} == self.ours
        self.ours |= {file: said for file, said in files.items() if file not in self.others}


TestKeeping = Keeping.TestCase
TestKeeping.settings = settings(
    max_examples=25, stateful_step_count=20, suppress_health_check=[HealthCheck.too_slow]
)
