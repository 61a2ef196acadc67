"""Pages within files of many parts: what browsers save as one file, and mails."""

import base64
import quopri

import pytest

from newsgrab.errors import BadInput
from newsgrab.extraction import extract
from newsgrab.inputs.file import read_page_file
from newsgrab.rules import load

TEXT = (
    "Der Fährhafen wurde am Freitag nach drei Tagen Sturm wieder geöffnet, teilte die Stadt = Port Haven mit."
)
HTML = f"<html><body><article><h1>Hafen offen</h1><p>{TEXT}</p></article></body></html>"
URL = "https://example.org/2024/05/03/hafen"


def part(body, *headers):
    return "\r\n".join([*headers, "", ""]).encode() + body


def parts(*each, boundary="--=_part", kind="related"):
    head = part(
        b"",
        "From: <Saved>",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/{kind};\r\n\tboundary="{boundary}"',
    )
    cuts = b"".join(b"\r\n--" + boundary.encode() + b"\r\n" + one for one in each)
    return head + cuts + b"\r\n--" + boundary.encode() + b"--\r\n"


QUOTED = part(
    quopri.encodestring(HTML.encode("cp1252")),
    "Content-Type: text/html; charset=windows-1252",
    "Content-Transfer-Encoding: quoted-printable",
    f"Content-Location: {URL}",
)
BASE64 = part(
    base64.encodebytes(HTML.encode()),
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
)
PICTURE = part(b"iVBORw0KGgo=", "Content-Type: image/png", "Content-Transfer-Encoding: base64")
WORDS = part(b"Hafen offen", "Content-Type: text/plain")


@pytest.fixture
def read(tmp_path):
    def read_saved(saved, **options):
        file = tmp_path / "saved"
        file.write_bytes(saved)
        return read_page_file(str(file), **options)

    return read_saved


@pytest.mark.parametrize(
    "saved",
    [
        parts(QUOTED, PICTURE),
        parts(PICTURE, BASE64),
        parts(parts(WORDS, BASE64, boundary="inner", kind="alternative"), PICTURE),
        b"MIME-Version: 1.0\r\n" + BASE64,
        parts(QUOTED).replace(b"\r\n", b"\n"),
    ],
)
def test_the_page_is_found_and_decoded(read, saved):
    article = extract(read(saved), load()).article
    assert article.metadata.headline == "Hafen offen"
    assert [block.text for block in article.body if block.text] == [TEXT]


def test_where_it_was_is_taken_from_the_file_unless_the_user_says_so(read):
    assert read(parts(QUOTED)).url == URL
    assert read(parts(QUOTED), url="https://example.org/a").url == "https://example.org/a"


@pytest.mark.parametrize(
    "saved",
    [
        HTML.encode(),
        b"Subject: Hafen offen\r\n\r\n" + TEXT.encode(),
        parts(WORDS, PICTURE),
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--\r\n" + WORDS,
    ],
)
def test_another_file_stays_as_it_is(read, saved):
    assert read(saved).body == saved


def test_parts_nested_without_end_are_left_alone(read):
    saved = QUOTED
    for level in range(2_000):
        saved = parts(saved, boundary=f"b{level}")
    assert read(saved).body == saved


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(BadInput, match="larger"):
        read_page_file("/dev/zero")
