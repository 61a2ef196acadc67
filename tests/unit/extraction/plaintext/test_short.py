"""Short lines of a text dump that look like what goes, and are the text's own."""

import pytest

from tests.dumps import HEADLINE, REPORT, paragraphs

APART = "\n\n"


@pytest.mark.parametrize(
    "said", ["It rained.", "“We stay.”", "The vote was 7 to 2.", "Niemand kam.", "Llovía."]
)
def test_a_short_sentence_that_ends_a_text_stays(said):
    assert paragraphs(HEADLINE, "By Jane Doe", *REPORT, said, between=APART) == (*REPORT, said)


def test_a_result_with_a_time_run_is_no_date():
    said = "1. Ann Lee (Norway) 2:14.35"
    assert said in paragraphs(HEADLINE, "By Jane Doe", *REPORT[:2], said, *REPORT[2:], between=APART)


@pytest.mark.parametrize(
    "times", [("11:30 a.m.", "10:45 a.m.", "9:05 a.m."), ("2 p.m.:", "1.30 p.m.:", "1 p.m.:")]
)
def test_times_above_the_posts_of_a_live_blog_stay(times):
    lines = [line for pair in zip(times, REPORT[2:], strict=True) for line in (*pair, "___")]
    found = paragraphs(HEADLINE, "By Jane Doe", *REPORT[:2], *lines, between=APART)
    assert found == (*REPORT[:2], *(line for line in lines if line != "___"))


def test_a_lone_paragraph_above_the_name_of_the_paper_is_the_text():
    told = "A strike by signallers planned for Friday has been called off, the rail union said on Wednesday."
    assert paragraphs("Tarn Star", "Rail strike called off", "PA 2025-03-04", told, "Tarn Star") == (told,)


def test_a_paragraph_of_two_sentences_is_no_headline():
    told = (
        "Edna Prowse, who ran the Marl Valley post office for 38 years, died on Sunday. She was 93.",
        "Mrs Prowse is survived by two sons. The funeral is at St Anne's on Friday at 2pm.",
    )
    assert paragraphs("Edna Prowse, 1931-2025", "2025-03-04", *told)[-2:] == told
