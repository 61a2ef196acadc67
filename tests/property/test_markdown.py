"""Laws of the Markdown writer: every word comes back, as what it was, and nothing else does."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsgrab.model import Article, Block, Box, Image, Inline, Kind, Metadata
from newsgrab.text import without_controls
from newsgrab.writers.markdown import write

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

# Text dense in what means something to Markdown, HTML, templates and note applications.
MARKUP = [
    *"\\`*_[]<>&!#()+-.=:~$^%{}|\"'\n\t 019aZé東「」€—\u00a0\u200f\u2028😀",
    "**",
    "](",
    "![",
    "[[",
    "]]",
    "<b>",
    "</",
    "<!--",
    "-->",
    "&amp;",
    "&#35;",
    "1. ",
    "10) ",
    "- ",
    "+ ",
    "# ",
    "> ",
    "```",
    "~~~",
    "~~",
    "---",
    "===",
    "* * *",
    "    ",
    "  \n",
    "\\\n",
    "| a |",
    "|---|",
    "<% tp.x %>",
    "{{ x }}",
    "{% x %}",
    "{: .x}",
    "k:: v",
    "==",
    "%%",
    "$$",
    "`= x`",
    "^id",
    "#tag",
    "[^1]: ",
    "[a]: http://b.c",
    "http://a.b/_c_",
    "javascript:alert(1)",
    "www.a.bc",
    "a_b_c",
    "- [ ] ",
    "<http://a.b>",
    "<a@b.cd>",
]
TEXT = st.lists(st.sampled_from(MARKUP) | st.text(max_size=4), max_size=12).map("".join)
HREF = st.sampled_from(
    [None, "https://e.org/a_(b)*c*", "http://e.org/`x`?a=1&amp;b|c", "javascript:x", "data:,x"]
)
RUN = st.builds(
    Inline,
    text=TEXT,
    href=HREF,
    strong=st.booleans(),
    emphasis=st.booleans(),
    code=st.sampled_from([False] * 3 + [True]),
    deleted=st.booleans(),
)


def squeezed(text):
    """Return text without white space and controls: what of it must come back."""
    return re.sub(r"\s", "", without_controls(text))


def tokens(markdown):
    return PARSER.parse(markdown)


def leaves(found):
    for token in found:
        yield token
        yield from leaves(token.children or ())


def shown(found):
    """Return all text that a reader would see, pictures' alternative text left out."""
    words = ""
    for token in found:
        if token.type in ("text", "code_inline", "code_block", "fence", "text_special"):
            words += token.content
        elif token.type in ("html_inline", "html_block"):
            raise AssertionError(f"HTML came through: {token.content!r}")
        elif token.type == "inline":
            words += shown(token.children)
    return words


def written(*blocks, **metadata):
    return write(Article(metadata=Metadata(**metadata), body=blocks))


def kinds(found):
    return [token.type for token in found]


@given(TEXT)
@example("a\n===")
@example("a | b\n:-|-")
@example("[a]: http://b.c")
def test_any_paragraph_comes_back_as_one_paragraph(text):
    found = tokens(written(Block(kind=Kind.PARAGRAPH, text=text)))
    assert squeezed(shown(found)) == squeezed(text)
    assert kinds(found) in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert {token.type for token in leaves(found)} <= {
        "paragraph_open",
        "inline",
        "paragraph_close",
        "text",
        "hardbreak",
        "text_special",
    }


@given(st.lists(RUN, max_size=6))
@example([Inline(text="Hurry!"), Inline(text="here", href="https://e.org/")])
@example([Inline(text="\\[^1]: ", href="https://e.org/a", code=True)])
def test_any_looks_keep_every_word(runs):
    text = "".join(run.text for run in runs)
    found = tokens(written(Block(kind=Kind.PARAGRAPH, text=text, inlines=tuple(runs))))
    assert squeezed(shown(found)) == squeezed(text)
    assert kinds(found) in ([], ["paragraph_open", "inline", "paragraph_close"])
    links = [token for token in leaves(found) if token.type == "link_open"]
    assert all(str(link.attrs["href"]).startswith(("https://e.org/", "http://e.org/")) for link in links)


@given(TEXT, st.integers(1, 6))
def test_any_heading_comes_back_as_one_heading(text, level):
    found = tokens(written(Block(kind=Kind.HEADING, text=text, level=level)))
    assert squeezed(shown(found)) == squeezed(text)
    assert kinds(found) in ([], ["heading_open", "inline", "heading_close"])


@given(TEXT, TEXT)
def test_headline_and_standfirst_stand_first(headline, standfirst):
    found = tokens(written(headline=headline, standfirst=standfirst))
    assert squeezed(shown(found)) == squeezed(headline + standfirst)
    assert [token.tag for token in found if token.type == "heading_open"] == ["h1"] * bool(squeezed(headline))


ITEMS = st.lists(st.tuples(TEXT, st.integers(0, 4), st.none() | st.integers(0, 12)), min_size=1, max_size=6)


@given(ITEMS)
def test_any_list_comes_back_as_items(entries):
    blocks = [
        Block(kind=Kind.LIST_ITEM, text=text, level=level, number=number) for text, level, number in entries
    ]
    found = tokens(written(*blocks))
    kept = [squeezed(text) for text, _, _ in entries if squeezed(text)]
    assert [squeezed(shown([token])) for token in found if token.type == "inline"] == kept
    assert kinds(found).count("list_item_open") == len(kept)


@given(st.lists(st.tuples(TEXT, st.integers(0, 3)), min_size=1, max_size=4))
@example([("\x851. ", 0)])
def test_any_quotations_come_back_in_quotation_marks(entries):
    found = tokens(written(*(Block(kind=Kind.QUOTATION, text=text, level=level) for text, level in entries)))
    kept = [(squeezed(text), max(level, 1)) for text, level in entries if squeezed(text)]
    assert [squeezed(shown([token])) for token in found if token.type == "inline"] == [
        text for text, _ in kept
    ]
    depths, depth = [], 0
    for token in found:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline":
            depths.append(depth)
    assert depths == [depth for _, depth in kept]


CELL = TEXT.map(lambda text: re.sub(r"[\t\n\r\f\v\x1c-\x1e\x85\u2028\u2029]", "", text))


@given(st.lists(st.lists(CELL, min_size=1, max_size=3), min_size=1, max_size=3))
def test_any_table_comes_back_cell_by_cell(rows):
    found = tokens(written(Block(kind=Kind.TABLE, text="\n".join("\t".join(row) for row in rows))))
    cells = [squeezed(shown([token])) for token in found if token.type == "inline"]
    kept = [row for row in rows if any(squeezed(cell) for cell in row)]
    width = max((len(row) for row in kept), default=0)
    wanted = [squeezed(cell) for row in kept for cell in row + [""] * (width - len(row))]
    assert cells == wanted


@given(TEXT, st.sampled_from(["language-python", "language-dataviewjs", "lang-tasks", "pre"]))
def test_any_code_comes_back(text, name):
    found = tokens(written(Block(kind=Kind.CODE, text=text, box=Box(tag="pre", names=(name,)))))
    assert squeezed(shown(found)) == squeezed(text)
    assert {token.info for token in found if token.type == "fence"} <= {"", "python"}


@given(TEXT, TEXT, TEXT)
def test_any_caption_stands_under_its_picture(alternative, caption, credit):
    image = Image(url="https://e.org/a b.jpg", alt_text=alternative, caption=caption, credit_line=credit)
    found = tokens(written(Block(kind=Kind.FIGURE, text="", images=(image,))))
    words = squeezed(caption) + (f"({squeezed(credit)})" if credit else "")
    assert squeezed(shown(found)) == words
    pictures = [token for token in leaves(found) if token.type == "image"]
    assert [picture.attrs["src"] for picture in pictures] == ["https://e.org/a%20b.jpg"]
    assert squeezed(shown(pictures[0].children or ())) == squeezed(alternative or caption)


@given(st.lists(RUN, max_size=4), TEXT)
def test_nothing_is_left_that_another_program_would_run(runs, code):
    text = "".join(run.text for run in runs)
    markdown = written(
        Block(kind=Kind.PARAGRAPH, text=text, inlines=tuple(runs)),
        Block(kind=Kind.CODE, text=code),
        headline=text,
    )
    for sign in ("<%", "{{", "{%"):
        assert sign not in markdown
    for token in leaves(tokens(markdown)):
        assert token.type != "code_inline" or not re.match(r"\s*\$?=", token.content)


@given(TEXT)
def test_no_link_or_task_of_a_note_application_is_left(text):
    markdown = written(
        Block(kind=Kind.PARAGRAPH, text=text), Block(kind=Kind.LIST_ITEM, text=text), headline=text
    )
    assert not re.search(r"\[\[|^\s*- \[.\]|(?<!\\)\^|::|%%|==", markdown, re.MULTILINE)
