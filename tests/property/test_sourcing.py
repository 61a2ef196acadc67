"""What holds for any text: quotes are verbatim, places are right, results repeat, nothing raises."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgrab.sourcing import attribute
from newsgrab.sourcing.credits import read_credits
from newsgrab.sourcing.datelines import dateline_end

VOCABULARY = """
said says told adding saying called was not had according to that and but who which in statement on Monday
" “ ” '' `` „ « » , . : ; — ( ) ? ! "The “It he she They it Ann Lee Lee's Mr. President the a police ministry
SBU (SBU) Merkel Trump sagte sagt, dass laut nach Angaben so dijo según que по словам сказал déclaré selon Das
teilte mit wird zitiert Als sei demnach wonach eigenen steht hervor nicht hätte zu und Об этом его a anunció ce qu'a asked what called of Ohio, Jr. U.S. reported read "Big Day," 400 58-Jährige Wie —
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n"])
NEWS = st.lists(WORDS, max_size=80).map(" ".join)
TEXTS = [
    path.read_text("utf-8") for path in (Path(__file__).parents[2] / "fixtures" / "sourcing").glob("*/*.txt")
]
PIECES = st.lists(st.sampled_from([piece for text in TEXTS for piece in text.split(" ")]), max_size=120)
LANGUAGES = st.sampled_from(["en", "de", "es", "ru", "fr", None])


@given(st.one_of(st.text(), NEWS, PIECES.map(" ".join)), LANGUAGES)
@settings(max_examples=400)
def test_everything_quoted_stands_word_for_word_in_the_text(text, language):
    sourcing = attribute(text, language=language)
    for source in sourcing.sources:
        assert source.cited > 0
        assert all(quote and quote in text for quote in source.quotes)
    for attribution in sourcing.attributions:
        assert attribution.content == text[attribution.start : attribution.end] != ""
        assert attribution.mention is None or attribution.mention in text
        assert attribution.cue in text


@given(NEWS, LANGUAGES)
@settings(max_examples=100)
def test_the_same_text_gives_the_same_sourcing(text, language):
    assert attribute(text, language=language) == attribute(text, language=language)


@given(st.one_of(st.text(), NEWS), st.sampled_from(["nl", "xx", "zh-Hant", "und"]))
def test_a_language_without_lexicon_gives_no_sources(text, language):
    assert attribute(text, language=language).sources == ()


@given(NEWS)
@settings(max_examples=100)
def test_every_citation_is_an_attribution_to_that_name(text):
    sourcing = attribute(text, language="en")
    names = [attribution.source for attribution in sourcing.attributions]
    for source in sourcing.sources:
        assert names.count(source.name) == source.cited


@given(st.one_of(NEWS, PIECES.map(" ".join)), LANGUAGES)
@settings(max_examples=200)
def test_no_quotation_has_two_speakers(text, language):
    quotes = [quote for source in attribute(text, language=language).sources for quote in source.quotes]
    for quote in quotes:
        assert quotes.count(quote) <= text.count(quote)


@given(st.lists(st.one_of(st.text(), NEWS, PIECES.map(" ".join)), max_size=8), LANGUAGES)
@settings(max_examples=200)
def test_credits_are_printed_in_the_lines(paragraphs, language):
    found = read_credits(paragraphs, language)
    lines = "\n".join(paragraphs)
    assert found.dateline is None or found.dateline in lines
    assert all(name in lines for name in found.agency)
    assert all(line in lines for line in (found.backstory or "").split("\n"))


@given(st.one_of(st.text(), NEWS))
def test_a_dateline_ends_within_its_paragraph(text):
    assert 0 <= dateline_end(text) <= len(text)
