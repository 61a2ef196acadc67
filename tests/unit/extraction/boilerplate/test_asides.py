"""Paragraphs of a page in which the site speaks to its readers, in whatever words."""

import pytest

from tests.pages import extracted

REPORT = (
    "The old pier at Port Haven broke in two on Friday night when a storm drove waves of six metres against it.",
    "Harbour master Ann Poe had the quay closed an hour before; the last ferry turned back with 140 passengers.",
    "The town council will decide on Tuesday whether the pier, built in 1897, is repaired or taken down for good.",
    "Repairs would cost about nine million, an engineer told the council in spring, and take until next summer.",
)
ASIDE = "You could carry a day of it."
BESIDE = "None of this pays for itself."


def read(*parts):
    return extracted(f"<article><h1>Storm tears pier in two</h1>{''.join(parts)}</article>")


def paragraphs(texts):
    return tuple(f"<p>{text}</p>" for text in texts)


def body(*parts):
    return tuple(block.text for block in read(*parts).article.body)


def box(*texts):
    return f"<div>{''.join(paragraphs(texts))}</div>"


def test_a_box_that_speaks_to_the_reader_of_a_report_goes_and_is_named():
    extraction = read(*paragraphs(REPORT[:2]), box(BESIDE, ASIDE, "Carry a day"), *paragraphs(REPORT[2:]))
    assert tuple(block.text for block in extraction.article.body) == REPORT
    removed = [(one.rule, one.text) for one in extraction.removals]
    assert {("structure.aside", BESIDE), ("structure.aside", ASIDE)} <= set(removed)


def ending_in_a_link(*texts):
    *told, link = texts
    return f"<div>{''.join(paragraphs(told))}<p><a href='https://elsewhere.example/'>{link}</a></p></div>"


@pytest.mark.parametrize(
    "texts",
    [
        ("Readers pay for what you read here.", "Give $5 a month"),
        ("Local news matters", "Our reporters live here too. A digital subscription is $3.", "Start today"),
    ],
)
def test_a_box_that_asks_and_ends_in_a_link_goes(texts):
    assert body(*paragraphs(REPORT[:2]), ending_in_a_link(*texts), *paragraphs(REPORT[2:])) == REPORT


@pytest.mark.parametrize(
    "texts",
    [
        ("The hearing is on 3 May at 7 p.m.", "It is open to the public.", "Full agenda"),
        ("About Jane Doe", "Jane Doe was named reporter of the year.", "@janedoe"),
        ("“We live on donations,” the priest said.", "The parish site"),
        ("The museum lives on donations from visitors.", "Opening hours"),
    ],
)
def test_a_box_that_tells_and_ends_in_a_link_stays(texts):
    read_as = body(*paragraphs(REPORT[:2]), ending_in_a_link(*texts), *paragraphs(REPORT[2:]))
    assert read_as == (*REPORT[:2], *texts[:-1], *REPORT[2:])


def test_a_paragraph_of_the_text_may_speak_to_its_reader():
    said = "You can apply for help until May 3."
    assert body(*paragraphs((*REPORT[:2], said, *REPORT[2:]))) == (*REPORT[:2], said, *REPORT[2:])


def test_where_each_paragraph_has_a_box_of_its_own_a_box_says_nothing():
    said = "You can apply for help until May 3."
    assert body(*map(box, (*REPORT[:2], said, *REPORT[2:]))) == (*REPORT[:2], said, *REPORT[2:])


def test_a_text_about_giving_keeps_what_it_asks():
    drive = (
        "Readers sent donations to the hospital all week long, and the ward has never had a spring like this one.",
        "The donation of one bakery, nine loaves a day, is to go on until the roof is whole, the baker's son said.",
        "A membership in the society of friends costs nothing, and forty have joined it since the roof came down.",
    )
    said = "Please bring blankets if you can."
    assert body(*paragraphs(drive[:2]), box(said), *paragraphs(drive[2:])) == (*drive[:2], said, drive[2])


def test_what_a_reporter_tells_of_us_stays():
    said = "Then the old man walks on, and we behind him."
    assert body(*paragraphs(REPORT[:2]), box(said), *paragraphs(REPORT[2:])) == (
        *REPORT[:2],
        said,
        *REPORT[2:],
    )


def test_a_list_that_advises_the_reader_stays():
    items = ("Keep your windows shut.", "Bring your pets inside.", "Charge your phone.")
    listed = f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    assert body(*paragraphs(REPORT[:2]), listed, *paragraphs(REPORT[2:])) == (
        *REPORT[:2],
        *items,
        *REPORT[2:],
    )


def test_a_long_run_of_lines_that_speak_to_the_reader_is_none():
    lines = tuple(f"You choose zebra number {number}" for number in range(50))
    expected = (*REPORT[:2], *lines, *REPORT[2:])
    assert body(*paragraphs(REPORT[:2]), box(*lines), *paragraphs(REPORT[2:])) == expected


def test_a_box_of_a_text_that_is_parted_into_boxes_of_one_name_is_text():
    said = ("Can you cross without a ticket?", "You can, and you will be asked for one on the other side.")
    parts = (REPORT[:2], said, REPORT[2:])
    boxes = [
        f"<div id=part-{number} class=part>{''.join(paragraphs(part))}</div>"
        for number, part in enumerate(parts)
    ]
    assert body(*boxes) == (*REPORT[:2], *said, *REPORT[2:])
