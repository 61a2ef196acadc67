"""Laws of text dumps: every line is accounted for, nothing is invented, and more lines cost no more each."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsgrab.errors import ContentError
from newsgrab.extraction import extract
from newsgrab.extraction.plaintext.captions import read_caption
from newsgrab.extraction.plaintext.lines import read_lines
from newsgrab.model import Page
from newsgrab.rules import load
from newsgrab.rules.lines import load_lines

RULES = load()
REPORT = (
    "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier.",
    "Ferries to the islands run again from noon, the harbour authority said, though without any cars.",
    "“We have seen worse in my lifetime,” said Ada Roe, who has sold tickets at the quay for forty years.",
    "Der Hafen ist seit Freitag wieder offen, teilte die Verwaltung mit, drei Tage nach dem schweren Sturm.",
    "港湾局によると、島へのフェリーは正午から運航を再開するが、車は載せられない。作業は夜通し続いた。",
)
NOTICES = [text for phrase in RULES.phrases for text in (*phrase.strips, *phrase.keeps)]
SHAPES = [text for pattern in load_lines().values() for text in (*pattern.fits, *pattern.misses)]
lines = st.sampled_from((*REPORT, *NOTICES, *SHAPES)) | st.text(max_size=80)
dumps = st.lists(lines, max_size=30)


def letters(text):
    return "".join(filter(str.isalnum, text))


def rest_of(row, pieces):
    """Return what of a line is in none of the pieces, of which some may be a sentence of it."""
    rest = letters(row)
    if any(rest in piece for piece in pieces):
        return ""
    for piece in filter(None, pieces):
        rest = rest.replace(piece, "", 1)
    return rest


def is_credit(row):
    return bool(read_caption(row, beside_headline=True)) or load_lines()["credit"].match.search(row)


def read(rows):
    return extract(Page(url=None, requested_url=None, body="\n".join(rows).encode("utf-8", "replace")), RULES)


@settings(max_examples=150)
@given(dumps)
def test_any_lines_give_an_article_or_a_content_error(rows):
    try:
        extraction = read(rows)
    except ContentError:
        return
    assert any(block.text for block in extraction.article.body)


@settings(max_examples=150)
@example(["Advertisement", "העיתונות שלנו תלויה בכם. תרמו עכשיו."])
@given(st.lists(st.sampled_from((*REPORT, *NOTICES)), max_size=30))
def test_every_line_is_printed_claimed_or_removed(rows):
    extraction = read(["Harbour reopens after storm", *REPORT, *rows])
    article = extraction.article
    accounted = [block.text for block in article.body] + [removal.text for removal in extraction.removals]
    accounted += [claim.value for claim in extraction.claims]
    accounted += [f"{image.caption or ''} {image.credit_line or ''}" for image in article.images]
    pieces = sorted(map(letters, accounted), key=len, reverse=True)
    # The label of a credit line, "Photo:", is the one thing that goes without a word.
    assert [row for row in (*REPORT, *rows) if rest_of(row, pieces) and not is_credit(row)] == []
    assert all(removal.rule for removal in extraction.removals)


@settings(max_examples=100)
@given(dumps)
def test_what_is_printed_stood_there(rows):
    try:
        extraction = read(rows)
    except ContentError:
        return
    given_text = "".join("".join(line.text.split()) for line in read_lines("\n".join(rows)))
    for block in extraction.article.body:
        for sentence in block.text.split(". "):
            assert "".join(sentence.split()) in given_text


@settings(max_examples=60)
@given(st.permutations(REPORT), st.sampled_from(NOTICES))
def test_a_notice_below_takes_no_paragraph_with_it(paragraphs, notice):
    extraction = read(["Harbour reopens after storm", *paragraphs, notice])
    printed = {block.text for block in extraction.article.body} | {extraction.article.metadata.standfirst}
    assert set(paragraphs) <= printed
