"""The site's own voice in a text dump: what it asks goes in whatever words, and a text that speaks so itself stays."""

import pytest

from tests.dumps import HEADLINE, REPORT, paragraphs

PERSONAL = (
    "You know how it is: you walk down to the pier in the evening, and the sea has never asked anything of you.",
    "We who grew up here do not talk about the pier; it was where our mothers waited and where we learned to swim.",
    "So let me tell you what I saw on Friday night, before they come with plans and ask us to be reasonable.",
)
ASIDES = (
    ("None of this pays for itself.", "You could carry a day of it.", "Carry a day"),
    (
        "Nichts davon trägt sich von allein.",
        "Einen Tag davon könnten Sie tragen, wenn Sie mögen.",
        "Mittragen",
    ),
    ("Rien de cela ne va de soi.", "Portez-en un jour avec nous, si vous voulez.", "Je porte"),
    ("Una parte de todo esto puedes llevarla tú.", "Lo llevo"),
    ("Один день этого могли бы взять на себя вы.", "Беру"),
    ("一日だけでも、みなさまに支えていただけませんか。", "支える"),
)


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("place", [2, 3, 4])
def test_what_asks_the_reader_of_a_report_goes(aside, place):
    assert paragraphs(HEADLINE, "By Jane Doe", *REPORT[:place], *aside, *REPORT[place:]) == REPORT


def test_the_same_words_stay_in_a_text_that_speaks_to_its_reader():
    said = "You could carry a day of it."
    assert said in paragraphs(HEADLINE, "By Jane Doe", *PERSONAL[:2], said, PERSONAL[2])


def test_what_a_report_says_of_itself_stays():
    said = "The harbour office did not answer us before the pier was closed to passengers."
    assert paragraphs(HEADLINE, "By Jane Doe", *REPORT, said) == (*REPORT, said)


def test_what_an_interviewer_asks_stays():
    asked = "What do you make of it?"
    assert paragraphs(HEADLINE, "By Jane Doe", *REPORT[:2], asked, *REPORT[2:]) == (
        *REPORT[:2],
        asked,
        *REPORT[2:],
    )


@pytest.mark.parametrize(
    "said",
    [
        ("You can apply for aid until May 3.",),
        ("Sie können bis zum 3. Mai Hilfe beantragen.",),
        ("If you have information, call the police on 555-0134.", "You can remain anonymous."),
        ("You can register for aid at the town hall.", "Entry is free."),
        ("You can donate clothes and toys at the school until Friday.",),
        ("Si vous avez vu quelque chose, appelez la gendarmerie au 17.",),
        ("La entrada es gratuita, pero tienes que inscribirte.",),
        ("Если вы что-то видели, звоните в полицию по телефону 102.",),
        ("We may never know.",),
    ],
)
@pytest.mark.parametrize("place", [2, 4, 5])
def test_sentences_that_help_the_reader_stay_with_those_beside_them(said, place):
    report = (*REPORT[:3], "Investigators began to sift through the debris.", *REPORT[3:])
    lines = (*report[:place], *said, *report[place:])
    assert paragraphs(HEADLINE, "By Jane Doe", *lines) == lines


def test_a_subhead_below_what_asks_stays():
    aside = ("You could carry a day of it.", "Carry a day")
    subhead = "What the town would pay for it"
    assert subhead in paragraphs(HEADLINE, "By Jane Doe", *REPORT[:2], *aside, subhead, *REPORT[2:])


@pytest.mark.parametrize("told", [True, False])
def test_words_of_the_trade_stay_where_the_report_is_about_them(told):
    label = "A newsletter for everybody"
    about = "The council has sent a newsletter to 4,000 households, and it will print its plans for the pier there."
    report = (*REPORT, about) if told else REPORT
    found = paragraphs(HEADLINE, "By Jane Doe", *report[:2], label, *report[2:])
    assert (label in found) == told
    assert set(report) <= set(found)


def test_a_list_that_advises_the_reader_stays():
    items = ("Keep your windows shut", "Bring your pets inside", "Charge your phone")
    listed = tuple(f"• {item}" for item in items)
    assert set(items) <= set(paragraphs(HEADLINE, "By Jane Doe", *REPORT[:2], *listed, *REPORT[2:]))


LETTER = (
    "Dear reader,",
    "The storm cost the printers four days, and you had your paper all the same, with the pier on its front.",
    "Whoever brings you the news pays for the ferry, and we have three reporters on the north side for you.",
    "Jane Doe, editor",
)


def test_a_letter_to_the_readers_goes_in_whatever_words():
    assert paragraphs(HEADLINE, "By Jane Doe", *REPORT, *LETTER) == REPORT
