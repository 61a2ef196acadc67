"""``newsgrab export``: what other programs get of the archive, as a person types it."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZipFile

import pytest

from newsgrab.archive import open_archive
from newsgrab.model import Picture
from tests.archives import address, extraction, page
from tests.cli.conftest import ROOT

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
BERGEN = timezone(timedelta(hours=2))


@pytest.fixture
def archive(newsgrab_here):
    """Make an archive of three articles, the first in two revisions and with its picture."""
    picture = Picture(url="https://example.org/1.jpg", body=PNG, ending="png")
    with open_archive(newsgrab_here.cwd / "news-archive") as opened:
        opened.save(extraction(1, "The ferry left at noon."), page(1))
        opened.save(
            extraction(1, "The ferry left at dawn. <b>5 < 7 & 9</b>"), page(1, minutes=1), (), (picture,)
        )
        opened.save(extraction(2, "東京で地震がありました。", language="ja", section="World"), page(2))
        at = datetime(2024, 6, 1, 9, 30, tzinfo=BERGEN)
        opened.save(extraction(3, date_published=at, keywords=("ferry",), correction="It was noon."), page(3))
    return newsgrab_here


def objects(ran):
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_json_lines_are_those_of_show(archive):
    found = objects(archive("export"))
    assert [one["headline"][:9] for one in found] == ["Harbour 3", "Harbour 2", "Harbour 1"]
    shown = json.loads(archive("show", address(2), "--json").out)
    assert found[1] == shown


def test_the_articles_that_are_named_or_chosen(archive):
    assert [one["input"] for one in objects(archive("export", address(2), address(1)))] == [
        address(2),
        address(1),
    ]
    assert [one["input"] for one in objects(archive("export", "--keyword", "ferry"))] == [address(3)]
    assert [
        one["revision"] for one in objects(archive("export", "--revisions", "--until", "2024-05-31"))
    ] == [
        1,
        2,
        1,
    ]
    assert archive("export", "nowhere").code == 7


def test_ninjs(archive):
    third, second, first = objects(archive("export", "--format", "ninjs"))
    assert third["$standard"]["version"] == "1.3"
    assert (third["uri"], third["type"], third["version"]) == (address(3), "text", "1")
    assert (first["version"], second["language"]) == ("2", "ja")
    assert third["firstcreated"] == third["versioncreated"] == "2024-06-01T09:30:00+02:00"
    assert "firstcreated" not in first  # a day is no time
    assert third["byline"] == "By Jane Doe 3"
    assert third["person"] == [{"name": "Jane Doe 3", "rel": "author"}]
    assert third["subject"] == [{"name": "ferry", "rel": "keyword"}]
    assert second["subject"] == [{"name": "World", "rel": "section"}]
    assert third["infosource"] == [{"name": "Harbour Authority", "role": "source"}]
    assert third["description_correction"] == "It was noon."
    assert second["body_text"] == "東京で地震がありました。"
    assert third["wordcount"] == len(third["body_text"].split())
    assert third["associations"] == {
        "picture1": {
            "uri": "https://example.org/3.jpg",
            "type": "picture",
            "description_caption": "Boat 3.",
            "description_creditline": "ENA",
            "renditions": {"original": {"href": "https://example.org/3.jpg"}},
        }
    }


@pytest.fixture
def book(archive):
    """Return a function that writes a book, and gives its files by name."""

    def make(*options, expected=0):
        command = [sys.executable, "-m", "newsgrab", "export", "--format", "epub", *options]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        made = subprocess.run(command, cwd=archive.cwd, env=environment, capture_output=True, check=False)
        assert made.returncode == expected, made.stderr
        make.payload, make.said = made.stdout, made.stderr.decode()
        with ZipFile(BytesIO(made.stdout)) as packed:
            assert packed.testzip() is None
            return {name: packed.read(name) for name in packed.namelist()}

    return make


def test_a_book_of_everything(book):
    files = book()
    package = ET.fromstring(files["book.opf"])
    assert [one.text for one in package.iter(f"{DC}title")] == ["3 articles"]
    assert [one.text for one in package.iter(f"{DC}language")] == ["en", "ja"]
    assert [one.text for one in package.iter(f"{DC}creator")] == [f"Jane Doe {n}" for n in (3, 2, 1)]
    named = {item.get("href") for item in package.iter(f"{OPF}item")}
    assert named == files.keys() - {"mimetype", "META-INF/container.xml", "book.opf"}
    links = [link.get("href") for link in ET.fromstring(files["nav.xhtml"]).iter(f"{XHTML}a")]
    assert links == ["chapter-1.xhtml", "chapter-2.xhtml", "chapter-3.xhtml"]


def test_a_chapter_is_the_article_with_where_it_is_from(book):
    chapter = ET.fromstring(book(address(1))["chapter-1.xhtml"])
    assert chapter.get("lang") == "en"
    assert [one.text for one in chapter.iter(f"{XHTML}h1")] == ["Harbour 1 reopens after the storm"]
    told = " ".join("".join(chapter.itertext()).split())
    assert "The ferry left at dawn. <b>5 < 7 & 9</b>" in told
    assert "By Jane Doe 1 · 2024-05-03 · https://www.example.org/2024/05/03/story-1" in told


def test_saved_pictures_are_in_the_book_and_others_are_links(book):
    files = book()
    (picture,) = [name for name in files if name.startswith("pictures/")]
    assert files[picture] == PNG
    shown = [one.get("src") for one in ET.fromstring(files["chapter-3.xhtml"]).iter(f"{XHTML}img")]
    assert shown == [picture]
    other = ET.fromstring(files["chapter-2.xhtml"])
    assert not list(other.iter(f"{XHTML}img"))
    assert "https://example.org/2.jpg" in [link.get("href") for link in other.iter(f"{XHTML}a")]


def test_the_same_articles_make_the_same_book(book):
    book()
    first = book.payload
    book()
    assert book.payload == first
    assert first[30:58] == b"mimetypeapplication/epub+zip"


def test_an_article_that_cannot_be_read_is_told_and_the_others_are_in_the_book(book, archive):
    (broken,) = archive.cwd.glob("news-archive/example.org/2024/05/*-harbour-2-*.md")
    broken.write_text("gone")
    files = book("--revisions", expected=7)
    assert "chapter-3.xhtml" in files
    assert "is no article file any more" in book.said


def test_a_book_of_nothing_is_none(archive):
    ran = archive("export", "--format", "epub", "--host", "example.net")
    assert (ran.code, ran.out) == (7, "")
    assert "no article" in ran.err
