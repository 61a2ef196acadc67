"""Who reported, where papers in Chinese, Japanese and Korean have it: in the text, or in a line below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from newsgrab.extraction.fields.claims import page_claim, path_of
from newsgrab.extraction.fields.zone import Zone
from newsgrab.extraction.lines.han import full_names, named_in
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import visible_text
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of

_MOST = 300  # paragraphs that are looked at
_FIRST = 3  # paragraphs
_OPENING = 60  # characters of one
_LONGEST_LINE = 40  # characters
_SAID_BY = re.compile(r"[“「][^”」]*[”」]\s*[(（]")  # "“……。”（陈默）" says who said it
_SAID = re.compile(r"[。！？?!]")
_EAST_ASIAN = re.compile("[\u3400-\u9fff\uac00-\ud7af]")
Reader = Callable[[list[tuple[Element, str]]], Iterator[tuple[Element, str, str]]]


def find_reporters(zone: Zone) -> Iterator[Claim]:
    """Give the reporters behind a dateline, "新华社北京5月3日电（记者王小明）", or in a line of their own."""
    elements = list(islice(_paragraphs(zone), _MOST))
    if not any(_is_of_east_asia(visible_text(one)) for one in elements[:_FIRST]):
        return
    paragraphs = [(one, visible_text(one)) for one in elements]
    readers: tuple[Reader, ...] = (_behind_dateline, _in_lines, _signed)
    found = next((one for read in readers if (one := next(read(paragraphs), None))), None)
    if found is not None:
        element, names, line = found
        where = f"reported: {path_of(element)}"
        yield page_claim("authors", names, where)
        if line:
            yield page_claim("byline", line, where)


def _paragraphs(zone: Zone) -> Iterator[Element]:
    """Give the paragraphs after the headline, also far from it, where the last one of the text may be."""
    head = zone.headline.element if zone.headline is not None else None
    after = (one for one in head.page.by_tag.get("p", ()) if one.place > head.place) if head else zone.after()
    return (one for one in after if one.tag == "p" and one.length > 1)


def _is_of_east_asia(text: str) -> bool:
    return not text.isascii() and _EAST_ASIAN.search(text) is not None


@cache
def _signatures() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return "……。（陈默）" at the end of a text in Chinese, and "……。【山田太郎】" in Japanese."""
    chinese = re.compile(r"[。！？”…」]\s*[(（]([\u3400-\u9fff、 /／:：]{2,20})[)）]$")
    japanese = re.compile(r"。\s*【([\u4e00-\u9fff]{4,5}(?:、[\u4e00-\u9fff]{4,5})*)(?<![部局社者事信])】$")
    return chinese, japanese


@cache
def _bracketed() -> re.Pattern[str]:
    label = any_of("people.reporter-in-chinese")
    return re.compile(rf"[(（]\s*({label})\s*[:：]?\s*([^()（）。，]{{2,40}})[)）]")


@cache
def _korean() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return "[서울=하버뉴스] 홍길동 기자 =" before a text, and "홍길동 기자 a@b.example" below it."""
    reporter = any_of("people.reporter-in-korean")
    opening = re.compile(rf"[\[(【][^\])】]{{2,30}}[\])】]\s*([가-힣]{{2,4}})\s+{reporter}\s*=")
    line = re.compile(rf"\W*([가-힣]{{2,4}})\s+{reporter}(?:\s+\S+@\S+)?\W*")
    return opening, line


def _behind_dateline(paragraphs: list[tuple[Element, str]]) -> Iterator[tuple[Element, str, str]]:
    for paragraph, text in paragraphs[:_FIRST]:
        if found := _bracketed().search(text[:_OPENING]):
            yield paragraph, f"{found[1]}：{found[2]}", ""
        if found := _korean()[0].match(text):
            yield paragraph, found[1], ""


def _in_lines(paragraphs: list[tuple[Element, str]]) -> Iterator[tuple[Element, str, str]]:
    """Give lines of their own: "港报记者 陈默"; not what a reporter asks: "记者：您怎么看？"."""
    for paragraph, text in paragraphs:
        if len(text) > _LONGEST_LINE or _SAID.search(text):
            continue
        names = named_in(text)
        if names and full_names(names):
            yield paragraph, names, text
        elif found := _korean()[1].fullmatch(text):
            yield paragraph, found[1], text


def _signed(paragraphs: list[tuple[Element, str]]) -> Iterator[tuple[Element, str, str]]:
    """Give the names in brackets behind the last sentence, where one paragraph alone ends so."""
    found = [
        (paragraph, signature[1])
        for paragraph, text in paragraphs
        if (signature := next(filter(None, (one.search(text) for one in _signatures())), None))
        and (text.endswith("】") or (_signed_by(signature[1]) and not _SAID_BY.match(text)))
    ]
    if len(found) == 1:
        paragraph, names = found[0]
        yield paragraph, "、".join(_signed_by(names)) or names, ""


def _signed_by(signature: str) -> tuple[str, ...]:
    """Return who signs: "陈默 李华", "文/图 陈默"; nobody where it is not all names."""
    named = named_in(signature)
    return full_names(signature if named is None else named) if named != "" else ()
