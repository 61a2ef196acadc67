"""Disks that fail: what the archive writes through, with a real fault at one operation."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from newsgrab.archive.disk import Disk

OPERATIONS = ("create", "append", "write", "fsync", "rename", "make_folder", "fsync_folder", "remove")


class CountingDisk(Disk):
    """Counts what is asked of it, and does it."""

    def __init__(self):
        self.done = []  # names of operations
        self.paths = {}  # of open descriptors

    def _at(self, operation, *paths):
        self.done.append(operation)

    def create(self, path):
        self._at("create", path)
        descriptor = super().create(path)
        self.paths[descriptor] = path
        return descriptor

    def append(self, path):
        self._at("append", path)
        descriptor = super().append(path)
        self.paths[descriptor] = path
        return descriptor

    def write(self, descriptor, payload):
        self._at("write", descriptor)
        super().write(descriptor, payload)

    def fsync(self, descriptor):
        self._at("fsync", descriptor)
        super().fsync(descriptor)

    def rename(self, old, new):
        self._at("rename", old, new)
        super().rename(old, new)

    def make_folder(self, path):
        self._at("make_folder", path)
        super().make_folder(path)

    def fsync_folder(self, path):
        self._at("fsync_folder", path)
        super().fsync_folder(path)

    def remove(self, path):
        self._at("remove", path)
        super().remove(path)


class FailingDisk(CountingDisk):
    """Fails with ``error`` at the operation of this number, and half-way through if that is a write."""

    def __init__(self, number, error):
        super().__init__()
        self.number, self.error = number, error

    def _at(self, operation, *paths):
        super()._at(operation, *paths)
        if len(self.done) - 1 == self.number and operation != "write":
            raise OSError(self.error, os.strerror(self.error))

    def write(self, descriptor, payload):
        if len(self.done) == self.number:
            self.done.append("write")
            os.write(descriptor, payload[: len(payload) // 2])
            raise OSError(self.error, os.strerror(self.error))
        super().write(descriptor, payload)


class KillingDisk(CountingDisk):
    """Kills its own process at the operation of this number: before it, or in the middle of a write."""

    def __init__(self, number):
        super().__init__()
        self.number = number

    def _at(self, operation, *paths):
        super()._at(operation, *paths)
        if len(self.done) - 1 == self.number:
            if operation == "write":
                os.write(paths[0], b"half")
            os.kill(os.getpid(), signal.SIGKILL)


class ForgetfulDisk(CountingDisk):
    """Knows what a power cut would take: bytes and names that nobody waited for."""

    def __init__(self):
        super().__init__()
        self.unsynced = set()  # files whose bytes may be lost
        self.unsettled = {}  # folder -> names in it that may be lost

    def write(self, descriptor, payload):
        super().write(descriptor, payload)
        self.unsynced.add(self.paths[descriptor])

    def fsync(self, descriptor):
        super().fsync(descriptor)
        self.unsynced.discard(self.paths[descriptor])

    def rename(self, old, new):
        super().rename(old, new)
        if old in self.unsynced:
            self.unsynced.discard(old)
            self.unsynced.add(new)
        self.unsettled.setdefault(new.parent, set()).add(new)

    def make_folder(self, path):
        is_new = not path.exists()
        super().make_folder(path)
        if is_new:
            self.unsettled.setdefault(path.parent, set()).add(path)

    def fsync_folder(self, path):
        super().fsync_folder(path)
        self.unsettled.pop(Path(path), None)
