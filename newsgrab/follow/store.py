"""Where what is followed is kept: a file to read and edit, and beside it a memory for each address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from newsgrab.archive.disk import DISK, read_if_there, translated
from newsgrab.archive.lock import locked
from newsgrab.archive.stock import HIDDEN
from newsgrab.archive.store import make_folders, write_over
from newsgrab.errors import UsageError
from newsgrab.follow.following import FILE, Followed, read_following, write_following
from newsgrab.follow.memory import Memory, file_name, read_memory, written_memory

Change = Callable[[tuple[Followed, ...]], tuple[Followed, ...]]


def load_following(archive: Path) -> tuple[Followed, ...]:
    """Read what an archive follows; raises UsageError for a file that a hand has spoilt."""
    path = archive / HIDDEN / FILE
    return read_following(read_if_there(path) or b"", str(path))


def require_following(archive: Path) -> None:
    """Raise UsageError where nothing is followed; an archive that is not there is not made."""
    if not load_following(archive):
        raise UsageError(f"nothing is followed in {archive.absolute()}; `newsgrab follow URL` begins")


def change_following(archive: Path, change: Change) -> tuple[Followed, ...]:
    """Put what ``change`` makes of it in the place of what is followed, and return it."""
    folder = archive.absolute() / HIDDEN
    make_folders(folder)
    with locked(folder / "following.lock", wait=True):
        following = change(load_following(archive))
        write_over(folder / FILE, write_following(following).encode())
    return following


def load_memory(archive: Path, url: str) -> Memory:
    """Read what is remembered of a followed address."""
    found = read_if_there(_memory_path(archive, url))
    return read_memory((found or b"").decode("utf-8", "replace"), url)


def save_memory(archive: Path, memory: Memory) -> None:
    """Remember the state of a followed address."""
    write_over(_memory_path(archive, memory.url), written_memory(memory).encode("utf-8", "surrogatepass"))


def forget_memory(archive: Path, url: str) -> None:
    """Remember nothing of an address any more."""
    path = _memory_path(archive, url)
    with translated(path):
        DISK.remove(path)


def _memory_path(archive: Path, url: str) -> Path:
    return archive.absolute() / HIDDEN / "following" / file_name(url)
