"""A caption and its credit line, run together on one line of a dump or on two lines below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrab.extraction.lines.creditlines import bare_credit, split_words
from newsgrab.extraction.plaintext.signature import is_agency
from newsgrab.model import Image
from newsgrab.rules.lexicon import any_of
from newsgrab.rules.lines import finds, fits
from newsgrab.text import FULL_STOPS, SENTENCE_ENDS, WHOLE, weight

_STOPS = "".join(FULL_STOPS)
_PART = re.compile(
    rf"""(?<![\s(.][A-ZÀ-ÞА-Я]\.)(?<=[{_STOPS}!?…”"’')」])\s+(?=\S)|\s+(?=[/|—–(\[]\s?\S)|\s+-\s+(?=\S)|(?<=[a-zà-ÿ)]\.)(?=[A-Z])|(?=[（【])|(?=\((?i:{any_of("credits.bracketed")}))"""
)
_BEHIND_LABEL = re.compile("[:：՝៖፦(]| - ")
_WRAPPING = re.compile(r"^[\s/|—–(\[（【-]+|[\s)\]）】.]+$")
_QUOTES = '"”’»«'
_CAPITALISED = re.compile(r"^[(\"“]?[^\W\d_a-zà-ÿа-яё]")
_SMALL = re.compile(rf"^(?:{any_of('people.small')}|[/|&-])$", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"[a-zà-ÿа-яё]{3}")
_MOST_PLAIN_WORDS = 1  # in a credit, which is made of names
_BRACKETED = re.compile(r"(?<=[.!?…”\"])\s*[(\[]([^()\[\]]{2,60})[)\]]\.?$")
_TITLE = re.compile(r"(?:^|\s)[A-ZÀ-ÞА-Я][a-zà-ÿа-яё]{0,3}\.$")  # "Rep." and the like: no sentence ends there
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}|[\u3040-\u9fff\uac00-\ud7af]")
_LONGEST_CREDIT = 100
_LONGEST_BRACKETED = 260
_MOST_NAME_WORDS = 4
_LONGEST_CAPTION = 420
_MOST_CREDIT_WORDS = 8


def read_caption(text: str, *, beside_headline: bool) -> Image | None:
    """Return a line's caption and credit line; None where no credit can be told from it.

    Beside the headline a run of capitalised words after a sentence is a credit even without an agency's name.

    >>> read_caption("Boats in the harbour. Photo: Jane Doe / ENA", beside_headline=False).credit_line
    'Jane Doe / ENA'
    >>> read_caption("Boats in May 2023. Port Haven Press Office", beside_headline=True).caption
    'Boats in May 2023.'
    """
    if weight(text) > _LONGEST_CAPTION or _is_plain(text):
        return None
    found = _read(text, beside_headline=beside_headline)
    return found if found is not None and _is_in_words(found) else None


def _read(text: str, *, beside_headline: bool) -> Image | None:
    for place in _split_places(text):
        caption, credit = text[:place].strip(), text[place:].strip()
        if caption and _is_credit(credit):
            return Image(url=None, caption=_without_joint(caption), credit_line=bare_credit(credit))
    return _by_brackets(text) or _by_capitals(text, beside_headline=beside_headline) or _by_house(text)


def _is_in_words(image: Image) -> bool:
    """Tell a caption and a credit from a number, of a heading or a telephone, and what is beside it."""
    digits = sum(letter.isdigit() for letter in image.credit_line or "")
    letters = sum(letter.isalpha() for letter in image.credit_line or "")
    return digits <= letters + 1 and _TWO_LETTERS.search(image.caption or "") is not None


def _is_plain(text: str) -> bool:
    """Tell whether a line ends as a sentence does and has no word that begins a credit."""
    is_sentence = text.rstrip(_QUOTES).endswith(SENTENCE_ENDS)
    return is_sentence and next(_keywords(text), None) is None


def split_at_subject(text: str, story: str) -> Image | None:
    """Part a line of names where who is told of in the story ends: in the picture before it, credited after.

    >>> split_at_subject("Ada Poe / John Roe / ENA", "The mayor, Ada Poe, resigned.").caption
    'Ada Poe'
    """
    names = text.split()
    for count in range(min(len(names) - 1, _MOST_NAME_WORDS), 0, -1):
        subject = " ".join(names[:count])
        is_parted = names[count][:1] in "/|"
        if (count > 1 or is_parted) and _is_named(subject) and subject in story:
            return Image(
                url=None, caption=subject, credit_line=bare_credit(" ".join(names[count:]).lstrip("/| "))
            )
    return None


def _split_places(text: str) -> list[int]:
    places = {found.start() for found in _PART.finditer(text)}
    places |= {found.start() for found in _keywords(text)}
    return sorted(place for place in places if place)


def _keywords(text: str) -> Iterator[re.Match[str]]:
    """Give each word that may begin a credit; most lines have no sign behind which a label could stand."""
    yield from finds("credit-keyword", text)
    if _BEHIND_LABEL.search(text):
        yield from finds("credit-label", text)


def _is_credit(text: str) -> bool:
    plain_words = [word for word in text.split() if _PLAIN_WORD.match(word) and not _SMALL.match(word)]
    most = 0 if WHOLE.search(text) else _MOST_PLAIN_WORDS
    return (
        len(plain_words) <= most
        and weight(text) <= _LONGEST_CREDIT
        and not WHOLE.search(text.rstrip(").]）"))
        and fits("credit", _WRAPPING.sub("", text))
    )


def _by_brackets(text: str) -> Image | None:
    """Split off the names in brackets behind a sentence, as a picture's credit stands."""
    found = _BRACKETED.search(text)
    if found is None or weight(text) > _LONGEST_BRACKETED:
        return None
    names = found[1].replace("/", " ")
    if not _is_named(names) or names.isupper() or len(names.split()) > _MOST_CREDIT_WORDS or is_agency(names):
        return None
    return Image(url=None, caption=text[: found.start()].strip(), credit_line=bare_credit(found[1]))


def _by_capitals(text: str, *, beside_headline: bool) -> Image | None:
    """Split off names alone behind a sentence; far from the headline only a person's, behind a full stop."""
    for found in _PART.finditer(text):
        caption, credit = text[: found.start()].strip(), text[found.end() :].strip()
        words = credit.split()
        if fits("byline", credit) or not caption or WHOLE.search(credit) or _TITLE.search(caption):
            continue
        is_sure = beside_headline or (caption.endswith(".") and weight(text) <= _LONGEST_BRACKETED)
        if is_sure and _is_named(credit) and 1 < len(words) <= _MOST_CREDIT_WORDS:
            return Image(url=None, caption=caption, credit_line=bare_credit(credit))
    return None


def _by_house(text: str) -> Image | None:
    """Split off a supplier of pictures, where it is all that stands behind the last sentence."""
    caption, credit = split_words(text)
    if not caption or not credit or not WHOLE.search(caption) or _TITLE.search(caption):
        return None
    if weight(text) > _LONGEST_BRACKETED:
        return None
    is_all = text.endswith(f" {credit}") and text == f"{caption} {credit}"
    return Image(url=None, caption=caption, credit_line=credit) if is_all else None


def _is_named(text: str) -> bool:
    """Tell whether a text is made of names: each word begins large, but for the small words in names."""
    return all(_CAPITALISED.match(word) or _SMALL.match(word) for word in text.split())


def _without_joint(caption: str) -> str:
    return re.sub(r"[\s/|—–-]+$", "", caption)
