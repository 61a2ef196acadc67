"""Line breaks part what is one for itself, and nothing else."""

import pytest

from newsgrab.extraction.body.breaks import BREAK, part_block, part_paragraph
from newsgrab.model import Inline

STORY = "The ferry sank at noon in calm water, the coast guard said on Friday in Port Haven, three miles out."
MORE = "The crew of nine was taken aboard by a fishing boat that had seen the smoke, a spokesman for it said."


def line(text, *, strong=False):
    return Inline(text=text, strong=strong)


def texts(runs, part=part_paragraph):
    return [("- " * one.is_item) + "".join(run.text for run in one.inlines) for one in part(runs)]


def test_a_break_is_a_space():
    assert texts([line("Harbour Road 3"), BREAK, line("Port Haven")]) == ["Harbour Road 3 Port Haven"]


def test_breaks_before_the_first_words_are_nothing():
    assert texts([BREAK, line("Harbour Road 3"), BREAK, line("A", strong=True)]) == ["Harbour Road 3 A"]
    assert texts([BREAK, BREAK]) == []


def test_the_lines_of_an_address_or_a_verse_stay_lines():
    runs = [line("Harbour Road 3 "), BREAK, line("Port Haven"), BREAK, line("Norvia", strong=True), line(" ")]
    assert texts(runs) == ["Harbour Road 3\nPort Haven\nNorvia"]
    assert texts(runs, part_block) == texts(runs)
    assert texts([*runs, BREAK, line(STORY)]) == [f"Harbour Road 3 Port Haven Norvia {STORY}"]


def test_an_empty_line_parts_paragraphs():
    assert texts([line("One."), BREAK, line(" "), BREAK, line("Two.")]) == ["One.", "Two."]


def test_whole_sentences_part_at_a_break():
    assert texts([line(STORY), BREAK, line(MORE)]) == [STORY, MORE]
    assert texts([line(STORY), BREAK, line(MORE)], part_block) == [STORY, MORE]


@pytest.mark.parametrize("mark", ["।", "۔", "։", "።", "။", "។", "؟", "！"])
def test_sentences_end_by_the_marks_of_every_script(mark):
    told = [f"{text.rstrip('.')}{mark}" for text in (STORY, MORE)]
    assert texts([line(told[0]), BREAK, line(told[1])]) == told


def test_a_bold_line_over_text_is_a_subhead():
    runs = [line("At sea", strong=True), BREAK, line(STORY)]
    assert texts(runs) == ["At sea", STORY]
    assert texts(runs, part_block) == [f"At sea {STORY}"]  # in an item of a list


def test_a_bold_name_over_a_short_line_stays_with_it():
    assert texts([line("Jane Doe", strong=True), BREAK, line("Harbour master")]) == [
        "Jane Doe Harbour master"
    ]


def test_a_question_in_bold_parts_from_its_answer_however_short():
    runs = [line("And now?", strong=True), BREAK, line("Now I wait.")]
    assert texts(runs) == ["And now?", "Now I wait."]


def test_lines_with_bold_labels_are_items():
    runs = [line("Born:", strong=True), line(" 1958"), BREAK, line("Lives", strong=True), line(": at sea")]
    assert texts(runs) == ["- Born: 1958", "- Lives: at sea"]
    assert texts([line("Born in 1958"), BREAK, *runs[3:]]) == ["Born in 1958 Lives: at sea"]


def test_bold_words_within_a_line_part_nothing():
    assert texts([line("At sea", strong=True), line(" and on land"), BREAK, line(STORY)]) == [
        f"At sea and on land {STORY}"
    ]


def test_lines_with_bullets_are_items():
    runs = [line("Departures:"), BREAK, line("• Noon"), BREAK, line("• "), line("Six", strong=True), BREAK]
    assert texts([*runs, line(STORY)]) == ["Departures:", "- Noon", "- Six", STORY]


def test_lines_with_hyphens_are_items_unless_they_are_speech():
    assert texts([line("- Noon"), BREAK, line("- Six")]) == ["- Noon", "- Six"]
    assert texts([line("- Where to?"), BREAK, line("- Home.")]) == ["- Where to? - Home."]


def test_one_hyphen_is_no_list():
    assert texts([line("The boat"), BREAK, line("- by Jane Doe")]) == ["The boat - by Jane Doe"]
