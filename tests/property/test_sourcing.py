"""What holds for any text: quotes are verbatim, places are right, results repeat, nothing raises."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgrab.sourcing import attribute

VOCABULARY = """
said says told adding saying called was not had according to that and but who which in statement on Monday
" “ ” '' `` „ « » , . : ; — ( ) ? ! "The “It he she They it Ann Lee Lee's Mr. President the a police ministry
SBU (SBU) Merkel Trump sagte sagt, dass laut nach Angaben so dijo según que по словам сказал déclaré selon Das
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n"])
NEWS = st.lists(WORDS, max_size=80).map(" ".join)
LANGUAGES = st.sampled_from(["en", "de", "es", "ru", "fr", None])


@given(st.one_of(st.text(), NEWS), LANGUAGES)
@settings(max_examples=400, deadline=None)
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
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_sourcing(text, language):
    assert attribute(text, language=language) == attribute(text, language=language)


@given(st.one_of(st.text(), NEWS), st.sampled_from(["nl", "xx", "zh-Hant", "und"]))
def test_a_language_without_lexicon_gives_no_sources(text, language):
    assert attribute(text, language=language).sources == ()


@given(NEWS)
@settings(max_examples=100, deadline=None)
def test_every_citation_is_an_attribution_to_that_name(text):
    sourcing = attribute(text, language="en")
    names = [attribution.source for attribution in sourcing.attributions]
    for source in sourcing.sources:
        assert names.count(source.name) == source.cited
