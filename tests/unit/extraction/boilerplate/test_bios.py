"""What is told of an author after the text goes; a story about its author stays."""

from newsgrab.extraction.boilerplate.bios import mark_bios
from newsgrab.model import Block, Kind, Mark, Verdict

STORY = "The ferry sank at noon in calm water, the coast guard said on Friday in Port Haven, three miles out."
BIO = "Jane Doe fell in love with boats at the age of nine and has not got over it. She lives in Port Haven."


def paragraph(text):
    return Block(kind=Kind.PARAGRAPH, text=text)


def found(*texts, authors=("Jane Doe",), bylines=()):
    cut = [
        Mark(rule="field.byline", verdict=Verdict.STRIP, block=place, start=0, end=len(texts[place]))
        for place in bylines
    ]
    return [mark.block for mark in mark_bios([paragraph(text) for text in texts], cut, authors)]


def test_a_bio_after_the_text_goes():
    assert found(STORY, STORY, STORY, BIO) == [3]


def test_a_name_in_capitals_is_the_same():
    assert found(STORY, STORY, STORY, BIO.replace("Jane Doe", "JANE DOE")) == [3]


def test_a_bio_below_the_name_in_a_box_goes_wherever_it_is():
    assert found("Jane Doe", STORY, STORY, "Jane Doe", BIO, STORY, bylines=(0, 3)) == [4]


def test_the_text_below_the_byline_is_no_bio():
    assert found("Jane Doe", BIO, STORY, STORY, STORY, bylines=(0,)) == []
    assert found("Jane Doe", STORY, "Jane Doe", STORY, BIO, STORY, STORY, bylines=(0, 2)) == []


def test_the_bios_of_two_authors_go():
    authors = ("Jane Doe", "John Roe")
    assert found(
        STORY, STORY, STORY, BIO, "John Roe (left) is her brother and takes her pictures.", authors=authors
    ) == [3, 4]


def test_a_bio_before_the_last_paragraph_is_text():
    assert found(STORY, STORY, BIO, STORY) == []


def test_a_story_about_its_author_stays():
    assert (
        found("Jane Doe, then nine years old, saw the boat sink from the pier.", STORY, STORY, STORY, BIO)
        == []
    )


def test_a_short_text_is_not_cut_to_nothing():
    assert found(STORY, BIO) == []


def test_the_answers_of_an_interview_stay():
    assert found(STORY, STORY, STORY, "Jane Doe: And how did you get home, in the end?") == []


def test_somebody_else_stays():
    assert found(STORY, STORY, STORY, "John Roe is the last of the crew who is still in hospital.") == []


def test_a_byline_at_the_end_stays():
    assert found(STORY, STORY, STORY, "Jane Doe, John Roe, for The Haven Post in Port Haven") == []


def test_a_bio_below_a_name_that_no_byline_has_goes():
    assert found(
        STORY, STORY, STORY, "Ann Poe", "Ann Poe covers the coast. She lives in Port Haven.", authors=()
    ) == [3, 4]


def test_parts_of_a_text_below_names_stay():
    parts = (
        "Ann Poe",
        "Ann Poe has sold rope since 1981 and will go on.",
        "John Roe",
        "John Roe built the first of the boats there.",
    )
    assert found(STORY, STORY, STORY, *parts, authors=()) == []


def test_a_subhead_that_begins_a_paragraph_stays():
    assert found(STORY, STORY, STORY, "Low water", STORY, authors=()) == []


def test_a_bio_may_tell_an_age_and_end_in_an_address():
    assert found(STORY, STORY, STORY, "Jane Doe, 44, writes here of boats. Ideas? jane@haven.example") == [3]
    assert found(STORY, STORY, STORY, "Jane Doe and John Roe, The Haven Post jane@haven.example") == []
