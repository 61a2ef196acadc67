"""Which encoding a page is read in, and what no encoding brings into the text."""

import re

import pytest

from newsgrab.errors import NotHtml
from newsgrab.extraction import extract
from newsgrab.extraction.page.charset import _sample as sample
from newsgrab.extraction.page.charset import decode
from newsgrab.extraction.page.document import parse
from newsgrab.model import Page
from newsgrab.rules import load

RUSSIAN = "Порт снова открылся в пятницу после шторма, сказала начальник порта."
JAPANESE = "嵐の後、港は金曜日に再開した。港長の山田花子さんが述べた。"
PARAGRAPH = "Der Fährhafen wurde am Freitag nach drei Tagen Sturm wieder geöffnet, teilte die Stadt mit. "
SILENT = {
    (
        "tr",
        "cp1254",
    ): "Feribot salı günü şafakta limandan ayrıldı. Mühendisler bütün gece çalıştı, dedi başkan.",
    ("ar", "cp1256"): "غادرت العبارة الميناء فجر يوم الثلاثاء، حسب ما أعلنت سلطة الميناء بعد العاصفة.",
    (
        "pl",
        "cp1250",
    ): "Prom wypłynął z portu o świcie. Inżynierowie pracowali całą noc, powiedział burmistrz.",
    (
        "pl",
        "iso8859-2",
    ): "Prom wypłynął z portu o świcie. Inżynierowie pracowali całą noc, powiedział burmistrz.",
    ("uk", "koi8-u"): "Пором вийшов із гавані на світанку. Її мешканці кажуть, що таких хвиль не було.",
    ("ru", "cp1251"): "Паром вышел из гавани на рассвете. Жители говорят, что таких волн не было.",
}


def page(body, content_type="text/html"):
    return Page(url=None, requested_url=None, body=body, headers=(("Content-Type", content_type),))


@pytest.mark.parametrize(("language", "encoding"), SILENT, ids="-".join)
def test_a_page_that_keeps_silent_is_read_as_its_language_is_written(language, encoding):
    html = f'<html lang="{language}"><p>{SILENT[language, encoding]}</p></html>'
    assert decode(html.encode(encoding), "text/html")[0] == html


CHANCE = {  # whose characters are well-formed UTF-8 more often than any other's
    "gb18030": "港口在星期五重新开放，三天前的风暴摧毁了码头的一半。港务局说渡轮从中午开始恢复运行。",
    "cp949": "항구가 금요일에 다시 문을 열었다. 사흘 전 폭풍이 부두의 절반을 무너뜨렸다.",
    "cp874": "ท่าเรือเปิดอีกครั้งในวันศุกร์ หลังพายุทำลายท่าเรือไปครึ่งหนึ่งเมื่อสามวันก่อน",
    "koi8-u": "Її діти ще грають у Києві, і її мешканці кажуть, що її ще чекає шторм.",
    "cp1252": "„Schöne Grüße“, übermittelte er. Ä Ö Ü",
}


LONG = {
    "gb18030": CHANCE["gb18030"],
    "big5hkscs": "港口在星期五重新開放，三天前的風暴摧毀了碼頭的一半。港務局說渡輪從中午開始恢復運行。",
    "cp949": CHANCE["cp949"],
}


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "gb18030", "big5hkscs", "cp949"])
def test_of_long_paragraphs_no_letter_is_cut_before_they_are_guessed_at(encoding):
    sentence = LONG.get(encoding, JAPANESE)
    html = f"<article>{f'<p>AP: {sentence * 12}</p>' * 9}</article>"
    assert decode(html.encode(encoding), "text/html") == (html, encoding)


def test_letters_without_end_are_not_guessed_at():
    html = f"<p>{'a' * 9000}é{'b' * 9000} {CHANCE['cp1252'] * 5}</p>"
    body = html.encode("cp1252")
    assert max(map(len, re.findall(b"[A-Za-z]+", sample(body)))) < 100  # the guessing is quadratic in these
    assert decode(body, "text/html") == (html, "cp1252")


def test_one_byte_that_is_none_makes_no_other_encoding_likelier():
    html = f"<p>{CHANCE['cp874'] * 9}</p>"
    assert decode(html.encode("cp874") + b"\xfe", "text/html")[0].startswith(html)


@pytest.mark.parametrize("sentence", ["Украина заявила в четверг, что порт открыт снова.", RUSSIAN])
def test_cyrillic_of_which_a_page_says_nothing_is_that_of_windows(sentence):
    html = f"<p>{sentence}</p>" * 12
    assert decode(html.encode("cp1251"), "text/html") == (html, "cp1251")


def test_bytes_that_are_none_cost_no_good_ones_their_meaning():
    html = f"<p>{PARAGRAPH * 9}</p>"
    assert decode(html.encode() + b"\xff\xfe\x80." * 5, "text/html; charset=utf-8")[0].startswith(html)


@pytest.mark.parametrize("encoding", CHANCE)
def test_a_page_that_says_utf_8_and_is_in_another_encoding(encoding):
    body = f"<p>{CHANCE[encoding] * 3}</p>".encode(encoding)
    assert decode(body, "text/html; charset=utf-8")[1] != "utf-8"


@pytest.mark.parametrize("label", ["utf-16le", "utf-16"])
def test_the_header_may_name_utf_16(label):
    html = f"<html><article><h1>Hafen offen</h1><p>{PARAGRAPH * 3}</p></article></html>"
    extraction = extract(page(html.encode("utf-16-le"), f"text/html; charset={label}"), load())
    assert extraction.article.body[0].text == (PARAGRAPH * 3).strip()


def test_utf_16_is_not_believed_of_bytes_that_cannot_be():
    assert decode(b"<p>Hello there, reader", "text/html; charset=utf-16")[0] == "<p>Hello there, reader"


@pytest.mark.parametrize(
    "written",
    [
        "\x85",
        "\x9b31m",
        "&#27;[0m",
        "&#x1B;",
        "&#0;",
        "&#x7f",
        "\x7f",
        "\x1b[2J",
        "\uffff",
        "&#xFFFE;",
        "&#65535",
    ],
)
def test_no_control_comes_into_the_text(written):
    html = (
        f"<html><article><h1>Hafen{written} offen</h1><p>{PARAGRAPH}{written}{PARAGRAPH}</p></article></html>"
    )
    article = extract(page(html.encode()), load()).article
    for text in (
        article.metadata.headline,
        article.body[0].text,
        *(run.text for run in article.body[0].inlines),
    ):
        assert not re.search("[\x00-\x1f\x7f-\x9f\ufffe\uffff]", text), repr(text)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="description" content="How to write charset=koi8-r">{}',
        '<meta property="og:url" content="https://example.org/?charset=koi8-r">{}',
        "<script>var page = '<meta charset=koi8-r>'</script>{}",
        '<meta charset="of-nobody">{}',
    ],
)
def test_only_what_declares_the_charset_is_believed(head):
    html = head.format('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')
    assert decode(f"{html}<p>{RUSSIAN}".encode("cp1251"))[0].endswith(RUSSIAN)


@pytest.mark.parametrize(
    "content_type", ["text/html", "text/html; charset=utf-8", "text/html; charset=iso-2022-jp"]
)
def test_japanese_in_seven_bits_is_read_whatever_is_claimed(content_type):
    assert decode(f"<p>{JAPANESE}".encode("iso2022_jp"), content_type)[0] == f"<p>{JAPANESE}"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<p>港口在风暴过后重新开放".encode("hz"), "text/html; charset=hz-gb-2312"),
        ("<meta charset=iso-2022-kr><p>항구가 다시 열렸다".encode("iso2022_kr"), "text/html"),
        ("<p>The harbour reopened on Friday".encode("cp037"), "text/html; charset=cp037"),
    ],
)
def test_what_nobody_can_read_is_refused_and_not_saved_as_rubbish(body, content_type):
    with pytest.raises(NotHtml):
        parse(page(body, content_type))


def test_a_label_that_nobody_reads_does_no_harm_to_text_that_all_do():
    assert decode("<p>Grüße".encode(), "text/html; charset=iso-2022-cn")[0] == "<p>Grüße"
