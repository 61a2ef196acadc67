"""Text dumps of pages that are no articles, and short articles that look a little like them."""

import pytest

from newsgrab import errors
from tests.dumps import extracted

OTHERS = (
    ("Harbour reopens after storm", "The harbour of Port Haven reopened on Friday."),
    ("Council quarrels over the price of sand", "The council could not agree on Thursday who pays for it."),
    ("Ferry prices rise for the third time", "Tickets to the islands cost a fifth more from June."),
    ("Library opens on Sundays", "From May, readers may come at weekends, if the new roof is dry."),
)
CONSENT = (
    "Haven Bote",
    "Willkommen zurück",
    "Wir und unsere 240 Partner verarbeiten personenbezogene Daten, um Anzeigen und Inhalte zu personalisieren.",
    "Sie können Ihre Einwilligung jederzeit widerrufen.",
    "Mit einem Klick auf „Akzeptieren“ stimmen Sie der Verwendung von Cookies zu.",
    "Akzeptieren und weiter",
    "Pur-Abo abschließen",
)
LIGHT = (
    "The lighthouse of Port Haven burns again after eleven years.",
    "Its light is seen for twenty miles.",
)


def read(*lines):
    return extracted(*lines).article


def test_a_wall_of_which_rules_take_all_is_still_named():
    with pytest.raises(errors.ConsentWall):
        read(*CONSENT)


def test_a_request_to_run_scripts_is_no_article():
    with pytest.raises(errors.NeedsJs):
        read("You need to enable JavaScript to run this app.")


@pytest.mark.parametrize("small_print", ["2 hours ago", "By Jane Doe", "3 May 2024"])
def test_a_front_page_is_no_article(small_print):
    entries = (line for headline, summary in OTHERS for line in (headline, summary, small_print))
    with pytest.raises(errors.NotArticle, match="list of articles"):
        read("The Haven Post", "Top stories", *entries, "Most read", "How to tie a bowline")


def test_news_in_brief_are_an_article():
    more = "Nobody was surprised by it, but many in the town had hoped that it would come to something else."
    entries = [line for headline, summary in OTHERS for line in (headline, f"{summary} {more}")]
    assert [
        block.text for block in read("The week in brief", "By Jane Doe", "3 May 2024", *entries).body
    ] == entries


def test_what_a_window_of_settings_explains_is_no_text_and_leaves_the_headline_alone():
    settings = (
        "Cookie settings",
        "Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren.",
        "Diese Cookies sind für den Betrieb der Seite unbedingt erforderlich.",
        "Diese Cookies helfen uns zu verstehen, wie Besucher die Website nutzen.",
        "Da diese Anbieter personenbezogene Daten wie Ihre IP-Adresse speichern, können Sie diese hier deaktivieren.",
        "Sie können Ihre Einwilligung jederzeit mit Wirkung für die Zukunft widerrufen.",
        "Hier finden Sie eine Übersicht über alle verwendeten Cookies, und was sie tun.",
    )
    body = (
        "Der Hafen ist seit Freitag wieder offen, teilte die Verwaltung mit, drei Tage nach dem schweren Sturm.",
        "Verletzt wurde niemand, sagte der Bürgermeister, der zwei Nächte im Rathaus geschlafen hatte.",
        "Die Fähren zu den Inseln fahren ab Mittag wieder, allerdings noch ohne Autos, weil die Rampe unter Wasser steht.",
        "„Wir haben Schlimmeres erlebt“, sagte Ada Roe, die seit vierzig Jahren am Kai die Karten verkauft.",
        "Bis zum Herbst soll die Mole wieder ganz sein, wenn der Kreis das Holz bezahlt, worüber er noch streitet.",
    )
    article = read("Hafen nach dem Sturm wieder offen", "Von Eva Muster", *body, *settings)
    assert article.metadata.headline == "Hafen nach dem Sturm wieder offen"
    assert tuple(block.text for block in article.body) == body


def test_an_article_about_a_banner_keeps_every_word():
    body = (
        "A court in Port Haven fined a publisher on Friday because its banner let nobody reject cookies.",
        "“These cookies are necessary for the website,” the lawyer said, but nobody believed her.",
        "The banner told readers that the paper and its 842 partners would store information on their devices.",
        "The publisher said that readers could withdraw their consent at any time, and that it would appeal.",
        "Cookies that track a reader need consent, the judge said, and silence is none.",
    )
    article = read("Court fines publisher over cookie banner", "By Jane Doe", "3 May 2024", *body)
    assert tuple(block.text for block in article.body) == body


def test_a_short_text_that_goes_on_below_a_wall_was_not_cut():
    text = LIGHT
    wall = "Subscribe to continue reading"
    rows = ("Light is back", "By Jane Doe", "3 May 2024", text[0], wall, text[1])
    assert tuple(block.text for block in read(*rows).body) == text
    with pytest.raises(errors.Paywall):
        read(*rows[:4], wall)


def test_a_short_text_that_may_end_above_a_wall_is_marked():
    article = read("Light is back", "By Jane Doe", "3 May 2024", *LIGHT, "Subscribe to continue reading")
    assert (tuple(block.text for block in article.body), article.metadata.paywalled) == (LIGHT, True)


def test_one_sentence_below_its_headline_is_no_wall_whatever_lies_above():
    above = (
        "We value your privacy",
        "We and our 842 partners store information on your device.",
        "Reject all",
    )
    told = "The lighthouse of Port Haven burns again after eleven years, the town said on Friday."
    article = read(*above, "Lighthouse of Port Haven burns again", "3 May 2024", told)
    assert told in (article.metadata.standfirst, *(block.text for block in article.body))


@pytest.mark.parametrize("wall", ["Subscribe to read the full story", "This post is for paid subscribers"])
def test_a_text_that_breaks_off_above_a_wall_is_not_saved_by_what_comes_below(wall):
    others = [line for headline, summary in OTHERS[:2] for line in (headline, summary)]
    with pytest.raises(errors.Paywall):
        read("Light is back", "By Jane Doe", "3 May 2024", f"{LIGHT[0][:-1]}, and…", wall, *others)
