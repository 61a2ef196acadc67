"""Ukrainian and Polish sentences, and what Russian has in common with them, each with who says what in it."""

import pytest

from newsgrab.sourcing import attribute
from tests.sayings import cases_of, said_in

SAID = {
    "uk": {
        "told of the sentence before": (
            "Пошкоджено дві школи. Про це повідомив голова адміністрації Ігор Савчук у Telegram.",
            [("Ігор Савчук", "Пошкоджено дві школи")],
        ),
        "a subject between the pointer and the verb": (
            "Рух мостом відновлено. Про це мер Роман Ткач розповів в ефірі.",
            [("Роман Ткач", "Рух мостом відновлено")],
        ),
        "a place between the pointer and the verb": (
            "Ідуть дощі. Про це у своєму каналі повідомила синоптикиня Наталка Лис.",
            [("Наталка Лис", "Ідуть дощі")],
        ),
        "a document that the sentence before is in": (
            "Рух мостом відновлено. Про це йдеться у звіті палати.",
            [("звіті палати", "Рух мостом відновлено")],
        ),
        "a dash behind words without marks": (
            "Рух мостом відновлено, – сказав Роман Ткач.",
            [("Роман Ткач", "Рух мостом відновлено")],
        ),
        "a verb behind як": (
            "Рух мостом відновлено, як розповіла пресслужба порту.",
            [("пресслужба порту", "Рух мостом відновлено")],
        ),
        "a name that is first told in another case": (
            "Депутата Степана Дячука судять. «Це неправда», — заявив він. Дячук сказав, що йде.",
            [("Степана Дячука", "«Це неправда»"), ("Степана Дячука", "що йде")],
        ),
        "a last name that begins the sentence in another case": (
            "Зустріч із Денисом Лисенком скасовано. Лисенко наголосив, що чекає.",
            [("Денисом Лисенком", "що чекає")],
        ),
        "a preposition in the office": (
            "Експерт з безпеки Олег Жук сказав, що міст старий.",
            [("Олег Жук", "що міст старий")],
        ),
        "a first name alone": (
            "Місцева мешканка Марія розповіла: «Ми чули вибух».",
            [("Марія", "«Ми чули вибух»")],
        ),
        "a verb that no list has before another": (
            "Лисенко подякував за допомогу та наголосив, що чекає.",
            [("Лисенко", "що чекає")],
        ),
        "to whom it is told": (
            "Рух мостом відновлено, сказала Ганна Лис журналістам.",
            [("Ганна Лис", "Рух мостом відновлено")],
        ),
        "a speaker inside the marks": (
            "«Міст, — пояснила мерка Анна Лис, — відкриють у травні».",
            [("Анна Лис", "«Міст, — пояснила мерка Анна Лис, — відкриють у травні»")],
        ),
        "a last name that is a man's by its verb": (
            "Олена Зеленська відкрила школу. Зеленський сказав, що чекає.",
            [(None, "що чекає")],
        ),
        "two names": (
            "Ганна Лис і Петро Ткач заявили, що міст старий.",
            [("Ганна Лис і Петро Ткач", "що міст старий")],
        ),
        "an office alone": (
            "Президент України заявив, що договір підписано.",
            [("Президент України", "що договір підписано")],
        ),
    },
    "pl": {
        "told behind the verb": (
            "Ruch wznowiono. Poinformowała o tym w poniedziałek burmistrz Anna Lis.",
            [("Anna Lis", "Ruch wznowiono")],
        ),
        "a body before the subject of what it says": (
            "Według ministerstwa infrastruktury prace będą kosztować milion.",
            [("ministerstwa infrastruktury", "prace będą kosztować milion")],
        ),
        "a name before a noun": (
            "Przyjechał Paweł Wilk. Zdaniem Wilka szkoły powinny czekać.",
            [("Paweł Wilk", "szkoły powinny czekać")],
        ),
        "an office and a name before a noun": (
            "Według burmistrza Zarzecza Jana Lisa most jest stary.",
            [("Jana Lisa", "most jest stary")],
        ),
        "several before a noun": ("Zdaniem ekspertów ceny wzrosną.", [("ekspertów", "ceny wzrosną")]),
        "a body before a name": (
            "W ocenie Komisji Europejskiej Polska zwleka.",
            [("Komisji Europejskiej", "Polska zwleka")],
        ),
        "a name before a name": (
            "Według Jana Lisa Adam Wilk kłamie od lat.",
            [("Jana Lisa", "Adam Wilk kłamie od lat")],
        ),
        "a last name that is a man's by its verb": (
            "Anna Kowalska otworzyła szkołę. Kowalski powiedział, że czeka.",
            [(None, "że czeka")],
        ),
        "a dash alone": (
            "– Czekamy na decyzję – mówi Anna Lis, dyrektorka szkoły.",
            [("Anna Lis", "Czekamy na decyzję")],
        ),
        "a verb without a subject": (
            "Anna Lis powiedziała, że most jest stary. Dodała, że czeka.",
            [("Anna Lis", "że most jest stary"), ("Anna Lis", "że czeka")],
        ),
        "another name beside a verb without a subject": (
            "Jan Orlik powiedział, że czeka. „Pamiętamy zimno” – dodał po spotkaniu z premierem Denisem Wilkiem.",
            [("Jan Orlik", "że czeka"), ("Jan Orlik", "„Pamiętamy zimno”")],
        ),
    },
    "ru": {
        "a subject between the pointer and the verb": (
            "Мост закрыт до осени. Об этом мэр Павел Орлов сообщил в эфире.",
            [("Павел Орлов", "Мост закрыт до осени")],
        ),
        "a document that the sentence before is in": (
            "Мост закрыт до осени. Об этом говорится в докладе палаты.",
            [("докладе палаты", "Мост закрыт до осени")],
        ),
        "a body that told the sentence before": (
            "Мост закрыт до осени. Об этом сообщили в полиции.",
            [("полиции", "Мост закрыт до осени")],
        ),
        "a dash behind words without marks": (
            "Движение по мосту открыто, — сказал Павел Орлов.",
            [("Павел Орлов", "Движение по мосту открыто")],
        ),
        "a last name that begins the sentence": (
            "Приехала Анна Лисина. Лисина сказала, что мост стар.",
            [("Анна Лисина", "что мост стар")],
        ),
    },
}
UNSAID = [
    ("uk", "Речниця суду не сказала, коли буде засідання."),
    ("uk", "Мешканців вулиці Садової просять не пити воду з криниці."),
    ("uk", "Інформацію підтвердила речниця прокуратури Ольга Мороз."),
    ("uk", "Про домовленості йдеться у спільній заяві, яку оприлюднили в четвер."),
    ("pl", "Jan Lis przyszedł. Mówią, że będzie zima."),
    ("pl", "Rzecznik nie powiedział, kiedy zapadnie wyrok."),
    ("pl", "Kierowcę zatrzymała policja."),
    ("uk", "Міністр Роман Ткач прокоментував заяву Івана Лиса про те, що міст старий."),
    ("uk", "Міністерство оборони спростувало чутки."),
]


@pytest.mark.parametrize(("language", "text", "said"), cases_of(SAID))
def test_who_says_what(language, text, said):
    assert said_in(text, language) == said


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_nothing_is_said(language, text):
    assert said_in(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("uk", "У звіті компанії йдеться, що завод закрито.", "document"),
        ("uk", "Офіс прокурора повідомляє, що справу порушено.", "official"),
        ("uk", "Рух відновлено. Про це повідомляє портал Арена.", "media"),
        ("pl", "Prezydent powiedział, że podpisze ustawę.", "official"),
        ("ru", "В докладе компании говорится, что завод закрыт.", "document"),
    ],
)
def test_the_first_noun_tells_the_kind_where_names_have_cases(language, text, kind):
    assert [source.type for source in attribute(text, language=language).sources] == [kind]


def test_a_name_whose_case_may_be_the_name_of_a_woman_tells_no_pronoun():
    text = "Депутата Олександра Дячука судять. Приїхала Ганна Лис. Вона сказала, що йде."
    assert [each.source for each in attribute(text, language="uk").attributions] == ["Ганна Лис"]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("uk", "Міст уже старий, сказав Ґ. Мельник журналістам.", "Ґ. Мельник"),
        ("pl", "Most jest stary, powiedział Ł. Wilk dziennikarzom.", "Ł. Wilk"),
    ],
)
def test_an_initial_ends_no_sentence(language, text, source):
    assert [each.source for each in attribute(text, language=language).attributions] == [source]
