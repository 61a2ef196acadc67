"""The laws of marking and cutting: one cut is enough, order says nothing, nothing is added, PROTECT stays."""

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsgrab.errors import NewsgrabError
from newsgrab.extraction import extract
from newsgrab.extraction.boilerplate.strip import cut, mark
from newsgrab.model import Block, Inline, Kind, Mark, Page, Verdict
from newsgrab.rules import Rules, load

RULES = load()
SENTENCES = sorted({example for phrase in RULES.phrases for example in (*phrase.strips, *phrase.keeps)})

sentences = st.sampled_from(SENTENCES) | st.text("abc. !?\n“”", max_size=30)
texts = st.lists(sentences, min_size=1, max_size=6).map(" ".join)


@st.composite
def blocks(draw):
    text = draw(texts)
    at = draw(st.integers(0, len(text)))
    inlines = (Inline(text=text[:at]), Inline(text=text[at:], strong=True))
    return Block(kind=Kind.PARAGRAPH, text=text, inlines=tuple(run for run in inlines if run.text))


@st.composite
def marked(draw):
    """A body with marks of both verdicts anywhere on it."""
    body = draw(st.lists(blocks(), min_size=1, max_size=4))
    marks = []
    for _ in range(draw(st.integers(0, 8))):
        block = draw(st.integers(0, len(body) - 1))
        ends = sorted(draw(st.tuples(*[st.integers(0, len(body[block].text))] * 2)))
        verdict = draw(st.sampled_from(Verdict))
        marks.append(Mark(rule=f"{verdict}.any", verdict=verdict, block=block, start=ends[0], end=ends[1]))
    return tuple(body), tuple(marks)


def letters(text):
    return [letter for letter in text if not letter.isspace()]


def is_subsequence(part, whole):
    rest = iter(whole)
    return all(letter in rest for letter in part)


def joined(body):
    return "\n".join(block.text for block in body)


@given(st.lists(blocks(), max_size=5).map(tuple))
@example((Block(kind=Kind.PARAGRAPH, text="Back to top ihren Investoren(öffnet im neuen Fenster)"),))
@settings(max_examples=60)
def test_a_second_cut_finds_nothing(body):
    once, _ = cut(body, mark(body, RULES))
    again, removals = cut(once, mark(once, RULES))
    assert (again, removals) == (once, ())


@given(st.lists(blocks(), max_size=5).map(tuple), st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_rules_says_nothing(body, rng: random.Random):
    phrases = list(RULES.phrases)
    rng.shuffle(phrases)
    shuffled = Rules(phrases=tuple(phrases), selectors=RULES.selectors)
    assert cut(body, mark(body, shuffled)) == cut(body, mark(body, RULES))


@given(marked(), st.randoms(use_true_random=False))
def test_the_order_of_marks_says_nothing(case, rng: random.Random):
    body, marks = case
    shuffled = list(marks)
    rng.shuffle(shuffled)
    assert cut(body, shuffled) == cut(body, marks)


@given(marked())
def test_nothing_is_added(case):
    body, marks = case
    kept, removals = cut(body, marks)
    assert is_subsequence(letters(joined(kept)), letters(joined(body)))
    for removal in removals:
        assert removal.text in body[removal.block].text


@given(marked())
def test_every_letter_is_kept_or_explained(case):
    body, marks = case
    kept, removals = cut(body, marks)
    told = joined(kept) + "".join(removal.text for removal in removals)
    assert sorted(filter(str.isalnum, told)) == sorted(filter(str.isalnum, joined(body)))


@given(marked())
def test_inlines_are_the_text(case):
    kept, _ = cut(*case)
    for block in kept:
        assert "".join(inline.text for inline in block.inlines) == block.text


@given(marked())
def test_what_is_protected_stays(case):
    body, marks = case
    protected = [one for one in marks if one.verdict is Verdict.PROTECT]
    kept = letters(joined(cut(body, marks)[0]))
    for one in protected:
        span = body[one.block].text[one.start : one.end]
        assert is_subsequence(filter(str.isalnum, span), kept)


MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class=ad>",
        "</div>",
        "<a href='/x'>",
        "</a>",
        "<br>",
        "<li>",
        "<ul>",
        "<table>",
        "<td>",
    ]
)


@given(st.lists(MARKUP | sentences | st.text(max_size=20), max_size=30).map("".join), st.binary(max_size=60))
@settings(max_examples=150)
def test_any_bytes_give_an_article_or_our_error(text, noise):
    body = text.encode("utf-8", "surrogatepass") + noise
    try:
        extraction = extract(Page(url=None, requested_url=None, body=body), RULES)
    except NewsgrabError:
        return
    assert all("\x00" not in block.text for block in extraction.article.body)
