"""Bold words and links of a body are whole words, and headings are bold by themselves."""

from __future__ import annotations

import pytest

from newsgrab.model import Block, Kind, Page
from newsgrab.reading import read
from newsgrab.rules import load
from newsgrab.writers import markdown

RULES = load()
URL = "https://havenpost.example/2024/05/04/quay"
FILLER = "<p>" + "The harbour board met on the quay, and the boats stayed in. " * 4 + "</p>"


def _body(html: str) -> list[Block]:
    page = f"<html><body><article><h1>Quay opens</h1>{FILLER}{html}{FILLER}</article></body></html>"
    return list(read(Page(url=URL, requested_url=None, body=page.encode()), RULES).article.body)


def _line(html: str) -> str:
    filler = "The harbour board met"
    told = [block for block in _body(html) if not block.text.startswith(filler)]
    return "\n\n".join(markdown.write_blocks(told))


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p><b>W</b>hat the villagers ask is who pays.</p>", "What the villagers ask is who pays."),
        ("<p>It has to <b>liste</b>n, he said today.</p>", "It has to **listen**, he said today."),
        ("<p>It o<b>pens the new quay</b> in May.</p>", "It **opens the new quay** in May."),
        (
            '<p>He was t<a href="/boats">aking the boats</a> out.</p>',
            "He was [taking the boats](https://havenpost.example/boats) out.",
        ),
        ("<p>The <b>harbour</b>master was there.</p>", "The **harbour**master was there."),
        ("<p>The <i>Post</i>s of this year were read.</p>", "The *Post*s of this year were read."),
        ("<p>It is <b>rather high</b>¹ here.</p>", "It is **rather high**¹ here."),
        ("<p>The <b>H</b>arbour <b>B</b>oard is new.</p>", "The **H**arbour **B**oard is new."),
        ("<p>항구가 <b>열렸</b>다고 밝혔다.</p>", "항구가 **열렸**다고 밝혔다."),
    ],
)
def test_bold_words_and_links_are_whole_words(html: str, line: str) -> None:
    assert _line(html) == line


def test_a_heading_is_bold_by_itself() -> None:
    (heading,) = [one for one in _body("<h2><b>A new <i>quay</i></b></h2>") if one.kind is Kind.HEADING]
    assert [(one.text, one.strong, one.emphasis) for one in heading.inlines] == [
        ("A new ", False, False),
        ("quay", False, True),
    ]


def test_a_heading_keeps_the_words_that_stand_out_in_it() -> None:
    assert _line("<h2>The <b>new</b> quay</h2>") == "## The **new** quay"
