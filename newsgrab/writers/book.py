"""Articles as an electronic book, EPUB 3.3 (https://www.w3.org/TR/epub-33/): a chapter each, in one file.

The same articles give the same bytes. Pictures that are saved are in the book; of others there is a link.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from types import TracebackType
from typing import BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from newsgrab.model import PICTURE_TYPES
from newsgrab.writers.xhtml import quoted, render

_NAMESPACE = uuid.UUID("3f0a2f0c-51f3-5d4e-8b61-0f5d1a6f7b52")
_SHOWN = PICTURE_TYPES.keys() - {"avif"}  # the core media types
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{language}>
<head><title>{title}</title><style>img {{ max-width: 100%; height: auto; }}</style></head>
<body>
{body}</body>
</html>
"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>
<dc:title>{title}</dc:title>
{languages}{creators}<meta property="dcterms:modified">{modified}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}</manifest>
<spine>
{spine}</spine>
</package>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """An article as ``show --json`` prints it, and a way to read a picture that its text names."""

    record: Mapping[str, object]
    picture: Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """What the book says of a chapter that is in it."""

    file: str
    title: str
    authors: tuple[str, ...]
    language: str | None
    retrieved: str
    sha256: str
    pictures: tuple[str, ...]


class Book:
    """A book under way: chapters are added one by one, and whoever leaves the block binds it."""

    def __init__(self, out: BinaryIO) -> None:
        self._zip = ZipFile(out, "w")
        self._bound: list[_Bound] = []
        self._pictures: set[str] = set()
        _put(self._zip, "mimetype", b"application/epub+zip", ZIP_STORED)
        _put(self._zip, "META-INF/container.xml", _CONTAINER.encode())

    def __len__(self) -> int:
        return len(self._bound)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._zip:
            _put(self._zip, "nav.xhtml", _contents(self._bound).encode())
            _put(self._zip, "book.opf", _package(self._bound).encode())

    def add(self, chapter: Chapter) -> None:
        """Put a chapter into the book, and those of its pictures that are not in it yet."""
        body, pictures = _body(chapter)
        for name in pictures.keys() - self._pictures:
            _put(self._zip, name, pictures[name], ZIP_STORED)
        self._pictures |= pictures.keys()
        file = f"chapter-{len(self) + 1}.xhtml"
        page = _page(chapter.record, body)
        _put(self._zip, file, page)
        self._bound.append(_bound(chapter.record, file, page, tuple(pictures)))


def _put(book: ZipFile, name: str, payload: bytes, method: int = ZIP_DEFLATED) -> None:
    about = ZipInfo(name, _EPOCH)
    about.compress_type = method
    book.writestr(about, payload)


def _page(record: Mapping[str, object], body: str) -> bytes:
    return _PAGE.format(
        language=_tongue(_language(record)), title=quoted(_headline(record)), body=body + _about(record)
    ).encode()


def _bound(record: Mapping[str, object], file: str, page: bytes, pictures: tuple[str, ...]) -> _Bound:
    capture = record.get("capture")
    return _Bound(
        file=file,
        title=_headline(record),
        authors=_texts(record, "authors"),
        language=_language(record),
        retrieved=str(capture.get("retrieved_at") or "") if isinstance(capture, Mapping) else "",
        sha256=sha256(page).hexdigest(),
        pictures=pictures,
    )


def _headline(record: Mapping[str, object]) -> str:
    return str(record.get("headline") or record.get("input") or "")


def _language(record: Mapping[str, object]) -> str | None:
    return str(record["language"]) if record.get("language") else None


def _tongue(language: str | None) -> str:
    return f' lang="{quoted(language)}" xml:lang="{quoted(language)}"' if language else ""


def _body(chapter: Chapter) -> tuple[str, dict[str, bytes]]:
    """Return the article as XHTML, and the pictures it shows, by their names in the book."""
    pictures: dict[str, bytes] = {}

    def shown(source: str) -> str | None:
        ending = source.rpartition(".")[2]
        payload = chapter.picture(source) if ending in _SHOWN else None
        if payload is None:
            return None
        name = f"pictures/{sha256(payload).hexdigest()[:16]}.{ending}"
        pictures[name] = payload
        return name

    return render(str(chapter.record.get("markdown") or ""), shown), pictures


def _about(record: Mapping[str, object]) -> str:
    """Say under an article where it is from."""
    day = str(record.get("date_published") or "")[:10]
    words = [
        str(record.get("byline") or ", ".join(_texts(record, "authors"))),
        str(record.get("publisher") or ""),
    ]
    url = str(record.get("canonical_url") or record.get("input") or "")
    link = f'<a href="{quoted(url)}">{quoted(url)}</a>' if url.startswith(("http://", "https://")) else ""
    told = " · ".join([*(quoted(word) for word in (*words, day) if word), *([link] if link else [])])
    return f'<hr />\n<p dir="auto"><small>{told}</small></p>\n' if told else ""


def _contents(bound: Sequence[_Bound]) -> str:
    items = "".join(
        f'<li{_tongue(one.language)} dir="auto"><a href="{one.file}">{quoted(one.title)}</a></li>\n'
        for one in bound
    )
    body = f'<nav epub:type="toc">\n<ol>\n{items}</ol>\n</nav>\n'
    return _PAGE.format(language="", title=quoted(_title(bound)), body=body)


def _package(bound: Sequence[_Bound]) -> str:
    languages = dict.fromkeys(one.language for one in bound if one.language) or {"und": None}
    authors = dict.fromkeys(name for one in bound for name in one.authors)
    pictures = dict.fromkeys(name for one in bound for name in one.pictures)
    return _PACKAGE.format(
        identifier=uuid.uuid5(_NAMESPACE, " ".join(one.sha256 for one in bound)),
        title=quoted(_title(bound)),
        languages="".join(f"<dc:language>{quoted(tag)}</dc:language>\n" for tag in languages),
        creators="".join(f"<dc:creator>{quoted(name)}</dc:creator>\n" for name in authors),
        modified=max((one.retrieved for one in bound if one.retrieved), default="1970-01-01T00:00:00Z"),
        items="".join(_items(bound, pictures)),
        spine="".join(f'<itemref idref="chapter-{n}"/>\n' for n in range(1, len(bound) + 1)),
    )


def _items(bound: Sequence[_Bound], pictures: Iterable[str]) -> Iterator[str]:
    for number, one in enumerate(bound, start=1):
        yield f'<item id="chapter-{number}" href="{one.file}" media-type="application/xhtml+xml"/>\n'
    for number, name in enumerate(pictures, start=1):
        kind = PICTURE_TYPES[name.rpartition(".")[2]]
        yield f'<item id="picture-{number}" href="{name}" media-type="{kind}"/>\n'


def _title(bound: Sequence[_Bound]) -> str:
    return bound[0].title if len(bound) == 1 else f"{len(bound):,} articles"


def _texts(record: Mapping[str, object], name: str) -> tuple[str, ...]:
    found = record.get(name)
    return tuple(map(str, found)) if isinstance(found, list) else ()
