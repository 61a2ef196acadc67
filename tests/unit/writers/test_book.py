"""Whatever an article holds, its chapter is XML."""

import xml.etree.ElementTree as ET
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.model import Article, Block, Kind, Metadata
from newsgrab.writers.book import Book, Chapter
from newsgrab.writers.markdown import write

XHTML = "{http://www.w3.org/1999/xhtml}"


def chapter_of(record, picture=lambda name: None):
    out = BytesIO()
    with Book(out) as book:
        book.add(Chapter(record=record, picture=picture))
    with ZipFile(out) as packed:
        for name in ("book.opf", "nav.xhtml"):
            ET.fromstring(packed.read(name))
        return ET.fromstring(packed.read("chapter-1.xhtml"))


@given(st.text(), st.text(), st.sampled_from(["en", "pt-BR", None]))
def test_any_text_makes_a_chapter(headline, paragraph, language):
    block = Block(kind=Kind.PARAGRAPH, text=paragraph)
    markdown = write(Article(metadata=Metadata(headline=headline or None), body=(block,)))
    record = {"headline": headline, "markdown": markdown, "authors": [paragraph], "language": language}
    chapter_of({name: value for name, value in record.items() if value})


@given(st.text(alphabet="ab*_`[]()<>&!|#~- \n\\", max_size=80))
def test_any_markdown_makes_a_chapter(markdown):
    chapter_of({"markdown": markdown})


@pytest.mark.parametrize(
    ("markdown", "tag"),
    [
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n", "table"),
        ("~~lost~~", "s"),
        ("> so", "blockquote"),
        ("1. one\n2. two", "ol"),
        ("a\\\nb", "br"),
    ],
)
def test_the_structure_stays(markdown, tag):
    assert chapter_of({"markdown": markdown}).find(f".//{XHTML}{tag}") is not None


def test_a_block_runs_as_its_first_letters_do():
    chapter = chapter_of({"markdown": "# سوق\n\nفتح\n\n- أ\n\n> ب\n", "byline": "سلمى"})
    ways = {block.tag.removeprefix(XHTML): block.get("dir") for block in chapter.find(f"{XHTML}body")}
    assert ways == {"h1": "auto", "p": "auto", "ul": "auto", "blockquote": "auto", "hr": None}


@pytest.mark.parametrize("picture", [lambda name: b"GIF89a", lambda name: None])
def test_a_caption_stands_below_its_picture(picture):
    chapter = chapter_of({"markdown": "![Boats](a.gif)\n*Boats leave.*\n"}, picture)
    assert [part.tag.removeprefix(XHTML) for part in chapter.find(f".//{XHTML}p")][-2:] == ["br", "em"]


@pytest.mark.parametrize("markdown", ["<script>alert(1)</script>", "[a](javascript:alert%281%29)"])
def test_nothing_is_run(markdown):
    chapter = chapter_of({"markdown": markdown})
    assert chapter.find(f".//{XHTML}script") is None
    assert chapter.find(f".//{XHTML}a") is None


@pytest.mark.parametrize("name", ["../../secret.png", "a.files/0.exe", "https://example.org/a.png"])
def test_only_a_picture_that_is_given_is_shown(name):
    assert chapter_of({"markdown": f"![a]({name})"}).find(f".//{XHTML}img") is None
