"""What little stands below a heading that goes, in a box of their own, goes too; sections stay."""

import pytest

from tests.pages import PARAGRAPH, texts


def lines(*parts):
    inner = f"{PARAGRAPH}{''.join(parts)}{PARAGRAPH * 2}"
    return texts(f"<article><h1>Harbour reopens after storm</h1>{inner}</article>")


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Nyhetsbrev", "<p>Det viktigaste från hamnen, varje kväll.</p>"),
        ("Newsletter", "<p>The harbour at a glance</p><p>Each Friday at noon</p>"),
        ("Mehr zum Thema", "<a href='/pier'>Wer zahlt für die Mole?</a> <span>Von Anna Muster</span>"),
    ],
)
def test_what_has_a_box_with_such_a_heading_goes_with_it(heading, line):
    assert len(lines(f"<div><h3>{heading}</h3>{line}</div>")) == 3


@pytest.mark.parametrize(
    "box",
    [
        (
            "<div class=part><h3>Newsletter</h3><p>The mayor's letter tells of it.</p></div>"
            "<div class=part><h3>The pier</h3><p>It broke in two, he writes.</p></div>"
        ),  # a section among sections
        "<div><p>The mayor said so.</p><h3>Newsletter</h3><p>The mayor's letter tells of it.</p></div>",
        (
            f"<div><h3>Newsletter</h3>{PARAGRAPH.replace('Friday', 'Monday')}<p>The mayor wrote of it.</p>"
            f"{PARAGRAPH.replace('Friday', 'Sunday')}</div>"
        ),  # more than a notice says
        "<div><h3>Mehr zum Thema</h3><p>Die Mole brach in der Nacht.</p></div>",  # it leads nowhere
    ],
)
def test_a_section_of_the_text_keeps_its_words(box):
    assert any("mayor" in line or "Mole" in line for line in lines(box))


def test_what_stands_below_a_heading_that_counts_comments_goes_with_it():
    comment = "<p>A pity, I learnt to swim there.</p>"
    assert len(lines(f"{PARAGRAPH * 2}<div><h3>Comments (1)</h3>{comment}</div>")) == 5
    assert len(lines(f"{PARAGRAPH * 2}<div><h3>Comments</h3>{comment}</div>")) == 6


def test_what_stands_below_a_heading_of_comments_behind_the_text_goes_with_it():
    box = "<div><h3>Comments</h3><p>A pity, I learnt to swim there.</p></div>"
    assert len(texts(f"<article><h1>Harbour reopens after storm</h1>{PARAGRAPH * 3}{box}</article>")) == 3


def test_what_unfolds_below_the_words_of_a_notice_goes_with_them():
    told = "<p>The pier cost nine million crowns, and no mine has ever paid for a plank or a nail of it.</p>"
    assert len(lines(f"<details><summary>Why you can trust us</summary>{told}</details>")) == 3
    assert len(lines(f"<details><summary>Who paid for the pier</summary>{told}</details>")) == 5
