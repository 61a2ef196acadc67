"""The pictures of an article: files in a folder beside it, each named by its bytes.

So what an earlier revision has is never written twice, and a file that a killed run left is taken up again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from newsgrab.archive.disk import DISK, Disk, is_there, read_if_there, sha256
from newsgrab.archive.naming import split_revision
from newsgrab.archive.reading import Filed, images, parse
from newsgrab.archive.store import write_new
from newsgrab.model import Extraction, Image, Picture

FOLDER = ".files"
_NAME_LENGTHS = (16, 64)  # hexadecimal digits of the SHA-256; all of them where two begin alike
# A person may have changed the front matter: nothing but a file in such a folder is ever read or removed.
_FILE = re.compile(r"[^./\\\x00-\x1f][^/\\\x00-\x1f]*\.files/[0-9a-f]{16,64}\.[a-z]{3,4}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A picture that is saved."""

    file: str  # relative to the article file
    sha256: str


def folder_of(file: str) -> str:
    """Return the folder of an article's pictures, which its revisions share.

    >>> folder_of("example.org/a.2.md")
    'example.org/a.files'
    """
    return split_revision(file)[0] + FOLDER


def article_of(picture: str) -> str:
    """Return the stem of the article in whose folder a picture is.

    >>> article_of("example.org/a.files/9f2c.jpg")
    'example.org/a'
    """
    return picture.rpartition("/")[0].removesuffix(FOLDER)


def beside(file: str, kept: Kept) -> str:
    """Return where a picture is, relative to the archive.

    >>> beside("example.org/a.2.md", Kept(file="a.files/9f2c.jpg", sha256=""))
    'example.org/a.files/9f2c.jpg'
    """
    folder, slash, _ = file.rpartition("/")
    return f"{folder}{slash}{kept.file}"


def kept_in(filed: Filed) -> dict[str, Kept]:
    """Return the saved pictures that an article file names, by their addresses."""
    return {url: kept for url, kept in _listed(filed) if kept}


def kept_beside(root: Path, file: str) -> dict[str, Kept]:
    """Return those of them that are there."""
    named = _named_in(root, file)
    return {url: kept for url, kept in named.items() if is_there(root / beside(file, kept))}


def files_beside(root: Path, file: str) -> dict[str, str]:
    """Return the pictures that an article file names, relative to the archive, each with its SHA-256."""
    return {beside(file, kept): kept.sha256 for kept in _named_in(root, file).values()}


def picture_beside(root: Path, file: str, name: str) -> bytes | None:
    """Return a picture that an article file names, if it is one and is there."""
    return read_if_there(root / beside(file, Kept(file=name, sha256=""))) if _FILE.fullmatch(name) else None


def lacks_pictures(root: Path, file: str) -> bool:
    """Tell whether an article has pictures and none of them is saved."""
    filed = _filed(root, file)
    listed = [kept for _, kept in _listed(filed)] if filed else []
    return bool(listed) and not any(listed)


def store(root: Path, file: str, pictures: Iterable[Picture], disk: Disk = DISK) -> dict[str, Kept]:
    """Write pictures beside an article file, each that is there already only once; raises ArchiveError."""
    folder = folder_of(file)
    kept: dict[str, Kept] = {}
    for picture in pictures:
        digest = sha256(picture.body)
        names = (f"{digest[:length]}.{picture.ending}" for length in _NAME_LENGTHS)
        for name in names:
            path = root / folder / name
            there = read_if_there(path)
            if there is None:
                write_new(path, picture.body, disk)
            if there in (None, picture.body):
                kept[picture.url] = Kept(file=f"{folder.rpartition('/')[2]}/{name}", sha256=digest)
                break
    return kept


def with_pictures(extraction: Extraction, kept: Mapping[str, Kept]) -> Extraction:
    """Tell each image of an article that is saved where its file is."""
    if not kept:
        return extraction
    article = extraction.article
    body = tuple(
        replace(block, images=_placed(block.images, kept)) if block.images else block
        for block in article.body
    )
    images = _placed(article.images, kept)
    return replace(extraction, article=replace(article, body=body, images=images))


def _placed(images: Iterable[Image], kept: Mapping[str, Kept]) -> tuple[Image, ...]:
    return tuple(
        replace(image, file=found.file, sha256=found.sha256)
        if (found := kept.get(image.url or ""))
        else image
        for image in images
    )


def _listed(filed: Filed) -> Iterator[tuple[str, Kept | None]]:
    for image in images(filed):
        url, file, sha256 = (str(image.get(key) or "") for key in ("url", "file", "sha256"))
        if not url.lower().startswith(("http://", "https://")):
            continue
        is_saved = _FILE.fullmatch(file) and _SHA256.fullmatch(sha256)
        yield url, Kept(file=file, sha256=sha256) if is_saved else None


def _named_in(root: Path, file: str) -> dict[str, Kept]:
    filed = _filed(root, file, only_with=FOLDER.encode())  # reading YAML takes a while
    return kept_in(filed) if filed else {}


def _filed(root: Path, file: str, *, only_with: bytes = b"") -> Filed | None:
    """Read an article file; None where it is gone, can no more be read, or has not these bytes."""
    payload = read_if_there(root / file)
    if payload is None or only_with not in payload:
        return None
    return parse(payload.decode("utf-8", "replace"))
