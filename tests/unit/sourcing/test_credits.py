import tomllib

import pytest

from newsgrab.sourcing.agencies import FILE
from newsgrab.sourcing.credits import Credits, read_credits

TABLES = tomllib.loads(FILE.read_text("utf-8"))
LANGUAGES = sorted(key for key in TABLES if isinstance(TABLES[key], dict))
PROOFS = [(language, line) for language in LANGUAGES for line in TABLES[language]["credits"]]
COUNTERPROOFS = [(language, line) for language in LANGUAGES for line in TABLES[language]["none"]]


@pytest.mark.parametrize(
    ("language", "line", "dateline", "agency"),
    [
        ("en", "KYIV, Feb. 22 (Reuters) — The port", "KYIV, Feb. 22 (Reuters)", ("Reuters",)),
        ("en", "PORT HAVEN, May 3 (ENA) - The port", "PORT HAVEN, May 3 (ENA)", ("ENA",)),
        (
            "en",
            "HALDEN, Feb 5 (Wire Dispatch) - The bank",
            "HALDEN, Feb 5 (Wire Dispatch)",
            ("Wire Dispatch",),
        ),
        ("en", "Halden, May 3 (Nordic News) -- The bank", "Halden, May 3 (Nordic News)", ("Nordic News",)),
        ("en", "MOSCOW, May 3. /TASS/. The port", "MOSCOW, May 3. /TASS/", ("TASS",)),
        ("en", "BEIRUT, June 2 (AP) _ The port", "BEIRUT, June 2 (AP)", ("AP",)),
        ("en", "SAN JOSE, Calif. — The port", "SAN JOSE, Calif.", ()),
        ("en", "NEW YORK — The port", "NEW YORK", ()),
        ("en", "HALDEN, Ohio (WHVN) — The port", "HALDEN, Ohio (WHVN)", ()),
        ("en", "(AFP) - The port", None, ("AFP",)),
        ("de", "Berlin/Kiew (Reuters/AFP) - Der Hafen", "Berlin/Kiew (Reuters/AFP)", ("Reuters", "AFP")),
        ("de", "Frankfurt, 3. Mai (dpa) - Der Hafen", "Frankfurt, 3. Mai (dpa)", ("dpa",)),
        ("es", "Madrid, 3 may (EFE).- El puerto", "Madrid, 3 may (EFE)", ("EFE",)),
        ("es", "(EFE).- El puerto", None, ("EFE",)),
        ("it", "(ANSA) - ROMA, 03 MAG - Il porto", "ROMA, 03 MAG", ("ANSA",)),
        ("it", "Roma, 3 mag. (Adnkronos) - Il porto", "Roma, 3 mag. (Adnkronos)", ("Adnkronos",)),
        ("pt", "SÃO PAULO, SP (FOLHAPRESS) - O porto", "SÃO PAULO, SP (FOLHAPRESS)", ("FOLHAPRESS",)),
        ("ru", "МОСКВА /ТАСС/. Порт", "МОСКВА /ТАСС/", ("ТАСС",)),
        ("fr", "PARIS, 3 mai (AFP) – Le port", "PARIS, 3 mai (AFP)", ("AFP",)),
        ("ru", "МОСКВА, 3 мая - РИА Новости. Порт", "МОСКВА, 3 мая - РИА Новости", ("РИА Новости",)),
        ("ru", "МОСКВА, 3 мая. /ТАСС/. Порт", "МОСКВА, 3 мая. /ТАСС/", ("ТАСС",)),
        ("de", "HALDEN (dpa-AFX) - Der Hafen", "HALDEN (dpa-AFX)", ("dpa-AFX",)),
        (
            "en",
            "Munnar (Kerala) [India], May 3 (ANI): The",
            "Munnar (Kerala) [India], May 3 (ANI)",
            ("ANI",),
        ),
        ("en", "PORT HAVEN, Ireland—The port", "PORT HAVEN, Ireland", ()),
        ("en", "New Delhi, May 3 (PTI) The port", "New Delhi, May 3 (PTI)", ("PTI",)),
        (
            "en",
            "HALDEN, Ohio--(HAVEN WIRE)--Doe Inc. said",
            "HALDEN, Ohio--(HAVEN WIRE)",
            ("HAVEN WIRE",),
        ),
        (
            "en",
            "HALDEN, Ohio, May 3, 2024 /PRNewswire/ -- Doe",
            "HALDEN, Ohio, May 3, 2024 /PRNewswire/",
            ("PRNewswire",),
        ),
        ("ko", "(통영=연합뉴스) 박정우 기자 = 항구가", "통영=연합뉴스", ("연합뉴스",)),
        ("zh", "新华社北京5月3日电（记者王明）港口", "新华社北京5月3日电", ("新华社",)),
        ("ja", "【ワシントン共同】港は", "ワシントン共同", ()),
        ("ja", "【ソウル=山田太郎】港は", "ソウル=山田太郎", ()),
    ],
)
def test_a_dateline_is_kept_as_printed(language, line, dateline, agency):
    assert read_credits((line, "More."), language) == Credits(dateline=dateline, agency=agency)


@pytest.mark.parametrize(
    "line",
    [
        "BREAKING — The port",
        "The port - the only one - is shut.",
        "Mayor Lee (Labour) – who is ill – said so.",
        "I – like everyone – knew.",
        "NATO — the alliance",
        "LONDON (left) — the winner",
        "Friday, Feb 5 (Final Round) - the winner",
        "Ann, May 3 (Update) - the winner",
        "The port—the only one—is shut.",
        "On Monday, May 3 (Whit Monday) The port is shut.",
        "[다모아=윤하늘 기자] 항구가",
        "",
    ],
)
def test_nothing_is_guessed(line):
    assert read_credits((line,), "en") == Credits()


@pytest.mark.parametrize(
    ("language", "line", "agency"),
    [
        ("en", "The Associated Press contributed to this report.", ("Associated Press",)),
        ("en", "With reporting by Reuters and AFP", ("Reuters", "AFP")),
        ("en", "(AP)", ("AP",)),
        ("de", "mit Material von dpa", ("dpa",)),
        ("de", "Der Hafen ist offen. (dpa/abc)", ("dpa",)),
        ("de", "dpa/AFP", ("dpa", "AFP")),
        ("de", "dpa/abc", ("dpa",)),
        ("de", "(mit AFP und dpa)", ("AFP", "dpa")),
        ("en", "— With files from Reuters", ("Reuters",)),
        ("en", "- Agence France-Presse", ("Agence France-Presse",)),
        ("fr", "(Avec AFP)", ("AFP",)),
        ("fr", "Le Port, avec Reuters et AFP", ("Reuters", "AFP")),
        ("es", "(Información de Europa Press)", ("Europa Press",)),
        ("it", "(ANSA)", ("ANSA",)),
        ("es", "Con información de EFE", ("EFE",)),
        ("fr", "Le Port avec AFP", ("AFP",)),
        ("ru", "По материалам: ТАСС", ("ТАСС",)),
    ],
)
def test_agencies_are_read_from_the_last_lines(language, line, agency):
    assert read_credits(("First.", line), language).agency == agency


@pytest.mark.parametrize(("language", "line"), PROOFS)
def test_each_proof_is_a_credit_line(language, line):
    found = read_credits(("First.", line), language)
    assert found.agency or found.backstory == line


@pytest.mark.parametrize(("language", "line"), COUNTERPROOFS)
def test_each_counterproof_is_news(language, line):
    assert read_credits(("First.", line), language) == Credits()


def test_a_summary_may_stand_above_the_dateline():
    body = ("Summary", "Rate stays", "Cut hinted", "HALDEN, Feb 5 (Wire Dispatch) - The bank kept its rate.")
    assert read_credits(body, "en").dateline == "HALDEN, Feb 5 (Wire Dispatch)"


def test_a_dateline_does_not_stand_deep_in_the_text():
    paragraph = (
        "The port is open again, and nobody knows for how long, the mayor said on Monday in the town hall."
    )
    assert read_credits((paragraph, paragraph, paragraph, "KYIV (Reuters) - The port"), "en") == Credits()


def test_backstory_is_the_whole_line():
    lines = ("The port is open.", "Reporting by Ann Lee in Oslo; Editing by Tom Roe", "Our standards")
    assert read_credits(lines, "en").backstory == "Reporting by Ann Lee in Oslo; Editing by Tom Roe"


def test_a_body_without_lines_has_no_credits():
    assert read_credits((), "en") == Credits()


LONG = "The bank kept its rate on Friday, as nearly everyone in the harbour had thought that it would do."


@pytest.mark.parametrize(
    ("paragraphs", "dateline"),
    [
        ((f"PORT HAVEN: {LONG}", LONG), "PORT HAVEN"),
        ((f"GILGIT: {LONG}",), "GILGIT"),
        ((f"PÚCHOV. {LONG}",), "PÚCHOV"),
        ((f"הגשם התחיל בשתיים. {LONG}",), None),  # in a script without capitals
        ((f"WARNING: {LONG}",), None),
        ((f"Halden: {LONG}",), None),
        ((LONG, f"GILGIT: {LONG}"), None),
        ((f"ANN ROE: {LONG}", f"JIM POE: {LONG}"), None),  # people speak
    ],
)
def test_capitals_before_a_colon_are_a_place_where_the_text_begins(paragraphs, dateline):
    assert read_credits(paragraphs, "en").dateline == dateline


@pytest.mark.parametrize(
    ("opening", "rest", "dateline"),
    [
        ("Bandung", f" - {LONG}", "Bandung"),
        ("Bandung - ", LONG, "Bandung"),
        ("Fazit", f" - {LONG}", None),
        ("Bandung", f" {LONG}", None),
        ("Jane Doe", f" - {LONG}", None),
    ],
)
def test_one_bold_word_before_a_dash_is_a_place(opening, rest, dateline):
    assert read_credits((f"{opening}{rest}",), "id", opening=opening).dateline == dateline


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("Lohr.", "Lohr"),
        ("PORT HAVEN, IRELAND", "PORT HAVEN, IRELAND"),
        ("IT WAS", None),
        ("Fazit.", None),
        ("", None),
    ],
)
def test_bold_words_that_are_a_place_are_a_dateline(opening, dateline):
    assert read_credits((f"{opening} {LONG}",), "de", opening=opening).dateline == dateline


@pytest.mark.parametrize(
    ("edge", "found"),
    [
        ("Bandung -", Credits(dateline="Bandung")),
        ("Źródło: PAP", Credits(agency=("PAP",))),
        ("المصدر: الجزيرة + الفرنسية", Credits(agency=("الفرنسية",))),
        ("Źródło: burmistrz", Credits()),
        ("Update -", Credits()),
    ],
)
def test_lines_beside_a_body_say_where_it_is_from(edge, found):
    assert read_credits((LONG,), "pl", (edge,)) == found
