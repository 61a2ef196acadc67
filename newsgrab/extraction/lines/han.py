"""Who wrote it, in a line of Chinese or Japanese: labels stand before names, and some are of other work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsgrab.rules.lexicon import any_of, words

_HAN = r"\u3400-\u9fff"
_ANY_HAN = re.compile(f"[{_HAN}]")
_BREAK = re.compile(r"\s*[、，,;；&＆|｜丨/／]\s*|\s+")
_BREAK_IN_JAPANESE = re.compile(r"\s*[、，,;；&＆|｜丨/／]\s*")  # a space parts what is one name
_CODE = re.compile(r"[\s_]*[A-Z]{1,4}\d{2,}$")
_PARTED = 2  # parts of a Japanese name, for who and of which family
_OF_PICTURE = re.compile(r"(?:摄|攝|撮影|供图|供圖|配图|制图|绘图|画)\W*$")  # "记者 陈默 摄"
_AROUND = " |｜/／()（）[]【】:：.。"


@cache
def _labels() -> re.Pattern[str]:
    """Return a label, with the paper or the desk before a reporter's: "港报记者 陈默", "文/专栏作者 陈默"."""
    other, writes = any_of("people.other-in-chinese"), any_of("people.by-in-chinese", "people.by-in-japanese")
    return re.compile(
        rf"(?<![{_HAN}・])(?:(?P<other>{other})|(?P<writes>{writes}|[{_HAN}]{{1,8}}?{writes}(?<=[者员員])))"
        r"(?:\s*[:：/／丨｜|&＆+]\s*|\s+|$)"
    )


@cache
def _reported_from() -> re.Pattern[str]:
    """Return "Haven Post / reporter Lin Chia-ying / from Taitung", "life desk / Lin Chia-ying reports"."""
    return re.compile(
        rf"^.*?(?:{any_of('people.reporter-in-chinese')}|\S{{2,6}}中心\s*[／/])\s*\|?\s*"
        rf"((?:[\u4e00-\u9fff]{{2,4}}[、,，]\s*)*(?!綜合)[\u4e00-\u9fff]{{2,4}}?)\s*\|?\s*"
        rf"(?:(?:[／/]\s*[\u4e00-\u9fff]{{2,8}}?)?{any_of('people.reports-in-chinese')})?\W*$"
    )


@cache
def _of_japanese() -> re.Pattern[str]:
    return re.compile(rf"[\u3040-\u30ff]|{any_of('people.by-in-japanese')}")


@cache
def _too_long() -> re.Pattern[str]:
    """Return what is too long for a name, or too short."""
    return re.compile(rf"[{_HAN}]{{7}}|^[{_HAN}]$")


@cache
def _never() -> re.Pattern[str]:
    return re.compile(any_of("people.never-in-chinese"))


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(rf"{any_of('people.surname-in-chinese')}[{_HAN}]{{1,2}}")


def _has_han(text: str) -> bool:
    return not text.isascii() and _ANY_HAN.search(text) is not None


def named_in(text: str) -> str | None:
    """Return who wrote it by a line with labels, "、" between the names; None for any other line.

    >>> named_in("港报记者 陈默 李华 编辑 王小明"), named_in("责任编辑：王小明"), named_in("Jane Doe")
    ('陈默、李华', '', None)
    """
    if not _has_han(text):
        return None
    if _OF_PICTURE.search(text):
        return ""
    labels = list(_labels().finditer(text))
    reported = None if any(one["other"] for one in labels) else _reported_from().match(text)
    if reported:
        return reported[1]
    if not labels:
        return None
    return "、".join(dict.fromkeys(_behind(labels, text)))


def _behind(labels: list[re.Match[str]], text: str) -> Iterator[str]:
    """Give the names behind the labels of who writes; labels in a row share the names behind the last."""
    breaks = _BREAK_IN_JAPANESE if _of_japanese().search(text) else _BREAK
    writes = False
    ends = [*(one.start() for one in labels[1:]), len(text)]
    for label, end in zip(labels, ends, strict=True):
        writes = writes or label["writes"] is not None
        rest = text[label.end() : end].strip(_AROUND)
        if rest:
            parts = [rest] if _is_one_in_japanese(rest) else breaks.split(rest)
            yield from filter(None, map(_name, parts)) if writes else ()
            writes = False


def _is_one_in_japanese(text: str) -> bool:
    """Tell the two parts of one Japanese name, "佐藤 恵", from two names in Chinese."""
    parts = text.split()
    return len(parts) == _PARTED and min(map(len, parts)) == 1


def _name(part: str) -> str:
    """Return a name without a code or what says that they report; "" where it can be none."""
    name = _CODE.sub("", part.strip(_AROUND))
    name = next(
        (name.removesuffix(word) for word in words("people.reports-in-chinese") if name.endswith(word)), name
    )
    return name if can_be_name(name) else ""


def can_be_name(text: str) -> bool:
    """Tell what is not too long for a name in Chinese or Japanese, nor has words that none has.

    >>> [can_be_name(text) for text in ("陈默", "当前位置", "老渡口开了最后一班船", "Jane Doe")]
    [True, False, False, True]
    """
    return not _has_han(text) or not (_too_long().search(text) or _never().search(text))


def full_names(text: str) -> tuple[str, ...]:
    """Return the Chinese names of which a text is made, and nothing else; none where one can be none.

    >>> full_names("陈默、王小明"), full_names("陈默说"), full_names("海港")
    (('陈默', '王小明'), ('陈默说',), ())
    """
    names = tuple(filter(None, (_name(part) for part in _BREAK.split(text))))
    return names if all(map(_full_name().fullmatch, names)) else ()


def is_telling(name: str) -> bool:
    """Tell a name that needs no word to announce it, if it is in Chinese: it begins as names of families do.

    >>> is_telling("陈默"), is_telling("活动现场"), is_telling("山田 太郎"), is_telling("第一章 总 则")
    (True, False, True, False)
    """
    if not re.fullmatch(rf"[{_HAN} ]+", name):
        return True
    return len(name.split()) == _PARTED or bool(_full_name().fullmatch(name))


def is_of_others(text: str) -> bool:
    """Tell a line that names only who edited or did other work than write.

    >>> is_of_others("责任编辑：王小明"), is_of_others("记者 陈默"), is_of_others("海港")
    (True, False, False)
    """
    return named_in(text) == ""
