"""What is on the disk: only folders whose names changed since the last look are read."""

from __future__ import annotations

import errno
import logging
import os
import stat
import time
from dataclasses import dataclass, field
from pathlib import Path

from newsgrab.archive.disk import archive_error, translated
from newsgrab.archive.naming import ENDING
from newsgrab.archive.store import is_temporary
from newsgrab.text import storable

log = logging.getLogger(__name__)
HIDDEN = ".newsgrab"
CAPTURES = f"{HIDDEN}/captures"
_STEP_NS = 2_000_000_000
_UNSETTLED = -1
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}


@dataclass(slots=True, kw_only=True)
class Stock:
    """Folders that were looked through, and what was in them; paths are relative, with slashes."""

    folders: dict[str, int] = field(default_factory=dict)  # path -> time of its last change
    gone: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)  # that may be articles
    temporary: list[str] = field(default_factory=list)

    def covers(self, file: str) -> bool:
        """Tell whether ``file`` would have been seen if it were there."""
        folder = file.rpartition("/")[0]
        return folder in self.folders or folder in self.gone


def take_stock(root: Path, known: dict[str, int] | None = None) -> Stock:
    """Look through the folders that are new or changed since they were ``known``."""
    known = known or {}
    found = Stock()
    below: dict[str, list[str]] = {}
    for path in known:
        if path:
            below.setdefault(path.rpartition("/")[0], []).append(path)
    _look(root, HIDDEN, found)  # it changes with every run, so it is not worth remembering
    waiting = ["", CAPTURES]
    while waiting:
        path = waiting.pop()
        changed = _changed(f"{root}/{path}")
        if changed is None:
            found.gone += [path] if path in known else []
            waiting += below.get(path, [])
        elif known.get(path) == changed:
            waiting += below.get(path, [])
        else:
            found.folders[path] = changed if _is_settled(changed) else _UNSETTLED
            waiting += dict.fromkeys((*_look(root, path, found), *below.get(path, [])))
    return found


def _may_be_article(one: os.DirEntry[str]) -> bool:
    """Tell whether this is a file to be read: a pipe of that name would never end."""
    return one.name.endswith(ENDING) and not one.name.startswith(".") and _is_file(one)


def _is_file(one: os.DirEntry[str]) -> bool:
    """Tell a file, also behind links; links that lead in a circle lead to none."""
    try:
        return one.is_file()
    except OSError as error:
        if error.errno == errno.ELOOP:
            return False
        raise


def _is_settled(changed: int) -> bool:
    """Tell whether a later change would show: file systems count time in steps of up to two seconds."""
    return time.time_ns() - changed > _STEP_NS


def _changed(folder: str) -> int | None:
    """Return when names in ``folder`` changed last, or None if it is no folder any more."""
    try:
        found = os.stat(folder)  # noqa: PTH116  asked of every folder at every start: a Path takes thrice as long
    except OSError as error:
        if error.errno in _NO_FOLDER:
            return None
        raise archive_error(error, Path(folder)) from error
    return found.st_mtime_ns if stat.S_ISDIR(found.st_mode) else None


def _look(root: Path, path: str, found: Stock) -> list[str]:
    """Note the files of one folder, and return the folders in it."""
    children = []
    prefix = f"{path}/" if path else ""
    with translated(root / path), os.scandir(root / path) as listing:
        for one in listing:
            if storable(one.name) != one.name:
                log.warning("%s is passed over: its name is not UTF-8", root / path / one.name)
            elif one.is_dir(follow_symlinks=False):
                children += [] if one.name.startswith(".") else [prefix + one.name]
            elif is_temporary(one.name):
                found.temporary.append(prefix + one.name)
            elif _may_be_article(one) and not path.startswith(HIDDEN):
                found.files.add(prefix + one.name)
    return children
