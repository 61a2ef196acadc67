"""The Markdown of the article file, by example."""

from __future__ import annotations

import pytest

from newsgrab.model import Article, Block, Box, Image, Inline, Kind, Metadata
from newsgrab.writers.markdown import write


def body(*blocks):
    return write(Article(metadata=Metadata(), body=blocks)).removesuffix("\n")


def paragraph(*runs):
    return Block(kind=Kind.PARAGRAPH, text="".join(run.text for run in runs), inlines=runs)


def test_headline_standfirst_picture_and_body():
    harbour = Image(
        url="https://example.org/img/harbour.jpg",
        caption="Boats leave on Friday.",
        credit_line="John Roe / ENA",
    )
    crane = Image(url="https://example.org/img/crane.jpg", caption="The crane.")
    article = Article(
        metadata=Metadata(headline="Harbour reopens", standfirst="It took three days."),
        images=(harbour, crane),
        body=(
            Block(kind=Kind.PARAGRAPH, text="First paragraph."),
            Block(kind=Kind.FIGURE, text="", images=(crane,)),
        ),
    )
    assert write(article) == (
        "# Harbour reopens\n\n"
        "It took three days.\n\n"
        "![Boats leave on Friday.](https://example.org/img/harbour.jpg)\n"
        "*Boats leave on Friday. (John Roe / ENA)*\n\n"
        "First paragraph.\n\n"
        "![The crane.](https://example.org/img/crane.jpg)\n"
        "*The crane.*\n"
    )


def test_a_caption_without_picture_is_kept():
    words = Image(url=None, caption="Boats leave.", credit_line="ENA")
    assert body(Block(kind=Kind.FIGURE, text="", images=(words,))) == "*Boats leave. (ENA)*"


@pytest.mark.parametrize(
    "plain",
    [
        "N. Korean missiles (the U.S. says), at 5.30 p.m. - or later!",
        "It cost $5 million, up from $3 million, about ~4% more & rising.",
        "AT&T's C# code + some_file_name @a_b_c = 1 > 0 | 2; 100%",
        "-5 degrees",
        "#1 in the charts",
        "1.5 million people",
        "Müller said: “Genau.” «Да», сказал он.",
    ],
)
def test_plain_news_is_not_escaped(plain):
    assert body(Block(kind=Kind.PARAGRAPH, text=plain)) == plain


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. May was cold", "1\\. May was cold"),
        ("- he said", "\\- he said"),
        ("# one", "\\# one"),
        ("> two", "\\> two"),
        ("[the minister]", "\\[the minister\\]"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("see [[Note]]", "see \\[\\[Note\\]\\]"),
        ("<% tp.file.title %>", "\\<\\% tp.file.title %>"),
        ("{{ site.name }}", "{\\{ site.name }}"),
        ("a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`"),
        ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("one\ntwo", "one\\\ntwo"),
    ],
)
def test_what_looks_like_markup_is_escaped(text, written):
    assert body(Block(kind=Kind.PARAGRAPH, text=text)) == written


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        (
            (Inline(text="He said "), Inline(text="no ", strong=True), Inline(text="twice")),
            "He said **no** twice",
        ),
        ((Inline(text="a", emphasis=True, strong=True),), "***a***"),
        ((Inline(text="was "), Inline(text="$20", deleted=True), Inline(text=" $15")), "was ~~$20~~ $15"),
        ((Inline(text="a b", strong=True, deleted=True),), "~~a b~~"),
        ((Inline(text="about ~5", deleted=True),), "about ~5"),
        ((Inline(text="x"), Inline(text="(y)", emphasis=True), Inline(text="z")), "x(*y*)z"),
        (
            (Inline(text="東京"), Inline(text="「大阪」", strong=True), Inline(text="は")),
            "東京「**大阪**」は",
        ),
        (
            (Inline(text="the "), Inline(text="map ", href="https://e.org/a_(b)"), Inline(text="here")),
            "the [map](<https://e.org/a_(b)>) here",
        ),
        ((Inline(text="click", href="javascript:alert(1)"),), "click"),
        ((Inline(text="click", href="javascript://example.org/%0aalert(1)"),), "click"),
        ((Inline(text="click", href="data:text/html,x"),), "click"),
        ((Inline(text="click", href="https:alert"),), "click"),
        ((Inline(text="run "), Inline(text="a`b", code=True)), "run ``a`b``"),
        (
            (Inline(text="`a", code=True), Inline(text=" or "), Inline(text="b`", code=True)),
            "`` `a `` or `` b` ``",
        ),
        ((Inline(text="= this.file", code=True),), "\\= this.file"),
    ],
)
def test_looks(runs, written):
    assert body(paragraph(*runs)) == written


def test_lists_nest_and_keep_their_numbers():
    entries = [("a", 1, 9), ("b", 1, 10), ("c", 2, None), ("d", 3, None), ("e", 1, 11)]
    blocks = [
        Block(kind=Kind.LIST_ITEM, text=text, level=level, number=number) for text, level, number in entries
    ]
    assert body(*blocks) == "9. a\n10. b\n    - c\n      - d\n11. e"


def test_quotation_table_break_and_embed():
    assert body(
        Block(kind=Kind.QUOTATION, text="one", level=1),
        Block(kind=Kind.QUOTATION, text="two", level=1),
        Block(kind=Kind.TABLE, text="Party\tSeats\nA|B\t12"),
        Block(kind=Kind.BREAK, text=""),
        Block(kind=Kind.EMBED, text="A post.", href="https://example.org/post/1"),
    ).split("\n\n") == [
        "> one\n>\n> two",
        "| Party | Seats |\n| --- | --- |\n| A\\|B | 12 |",
        "* * *",
        "> A post.\n>\n> [https://example.org/post/1](https://example.org/post/1)",
    ]


@pytest.mark.parametrize(
    ("name", "opening"), [("language-python", "````python"), ("lang-dataviewjs", "````"), ("hljs", "````")]
)
def test_code_is_fenced_and_never_run(name, opening):
    block = Block(kind=Kind.CODE, text="```\n  x = 1\n", box=Box(tag="pre", names=(name,)))
    assert body(block) == f"{opening}\n```\n  x = 1\n````"


def test_code_holds_no_page_breaks():
    assert body(Block(kind=Kind.CODE, text="a\f\nb\v = 1")) == "```\na\nb = 1\n```"


def test_code_that_a_template_engine_would_run_is_written_as_text():
    assert body(Block(kind=Kind.CODE, text="<% x %>\n{% y %}")) == "\\<\\% x %>\\\n{\\% y %}"
