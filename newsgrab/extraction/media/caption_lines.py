"""The lines under a picture, each with what its element is called, told apart: what it shows, whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrab.extraction.lines.creditlines import (
    LAST_LABEL,
    bare_credit,
    ends_in_label,
    is_credit,
    is_label,
    is_labelled,
    is_proper,
    split_words,
)
from newsgrab.extraction.page.wording import fold
from newsgrab.rules.lexicon import any_of
from newsgrab.text import WHOLE

_LONGEST_CREDIT = 80  # characters; a longer line called so has the caption in it
_MOST_NAME_WORDS = 8
_LEAST_SENTENCE = 4  # words
_FEWEST_WORDS = 3  # of a caption before a credit line that has a label
_LASTS = re.compile(
    rf"(?:\w{{1,3}}\.\s)?\d{{1,3}}(?:[:.]\d\d)?\s*{any_of('moments.length')}\.?", re.IGNORECASE
)
# Who took it, behind the caption and before their address: "Boats leave. Jane Doe", "jane@example.org".
_SIGNED = re.compile(r"(.*[.!?”\"])\s+((?:[^\W\d_a-z][\w.'’-]*\s?){2,4})\Z", re.DOTALL)
_BRACKETED = re.compile(r"\[([^\[\]]{2,60})\]")  # below the caption, whose it is: "[Jane Doe, Haven Post]"
_ON = frozenset({"on", "via", "auf", "sur", "en", "su"})  # between who took it and where it may be had
_SIGNS = "/|–—-·• "  # that part a name from the caption before it


def tell_apart(lines: list[tuple[str, str]], *, is_figure: bool) -> tuple[str, str]:
    """Return the caption and the credit line among lines, each "" where there is none."""
    if any(role for _, role in lines):
        lines = _without_strangers(lines, is_figure=is_figure)
    lines = [*_unlabelled(_roles_by_words(lines))]
    captions: list[str] = []
    credited: list[str] = []
    for text, role in lines:
        is_bare = role == "credit" and not _is_both(text)
        caption, credit = (None, bare_credit(text)) if is_bare else split_words(text)
        captions += [caption] if caption else []
        credited += [credit] if credit else []
    if not captions and not credited:
        return "", ""
    if captions and credited and all(map(_is_mailbox, credited)) and (signed := _SIGNED.match(captions[-1])):
        captions[-1], credited = signed[1], [signed[2]]
    if not credited and len(captions) == 2 and _is_signed(*captions):
        captions, credited = captions[:1], [captions[1].lstrip(_SIGNS)]
    if not credited and len(captions) == 2 and (bracketed := _BRACKETED.fullmatch(captions[1])):
        captions, credited = captions[:1], [bracketed[1]]
    credited = [one for one in credited if not _is_mailbox(one) and not _LASTS.fullmatch(one)] or credited
    credited = _distinct([one for one in credited if not is_label(one)] or _announcing_nobody(credited))
    caption = LAST_LABEL.sub("", _without_tail(" ".join(_distinct(captions)), credited)).rstrip(" |")
    caption = caption.removeprefix("- ")  # a dash on either side of caption and credit
    return caption, _joined(credited)


def _joined(credited: list[str]) -> str:
    """Join credits, and a name with the site it is on: "Jane Doe on", "Unsplash".

    >>> _joined(["Jane Doe,", "CC BY 4.0"]), _joined(["Jane Doe on", "Unsplash"])
    ('Jane Doe, CC BY 4.0', 'Jane Doe on Unsplash')
    """
    pieces = [one.rstrip(" ,") for one in credited]
    parts = (f"{one} " if one.rpartition(" ")[2] in _ON else f"{one}, " for one in pieces[:-1])
    return "".join((*parts, *pieces[-1:]))


def _is_both(text: str) -> bool:
    """Tell whether what is called a credit line has the caption in it too.

    >>> _is_both("The boats leave. Photo: Jane Doe"), _is_both("Jane Doe. Photo: Haven Post")
    (True, False)
    >>> _is_both("Boats on the way out © Jane Doe"), _is_both("Haven Post © Jane Doe")
    (True, False)
    """
    caption, credit = split_words(text)
    if not caption or not credit:
        return False
    if "©" in text and len(caption.split()) >= _FEWEST_WORDS and not is_proper(caption):
        return True
    is_sentence = bool(WHOLE.search(caption)) and len(caption.split()) >= _FEWEST_WORDS
    return len(text) > _LONGEST_CREDIT or (is_sentence and ends_in_label(text))


def _is_mailbox(text: str) -> bool:
    return "@" in text and " " not in text


def _announcing_nobody(credited: list[str]) -> list[str]:
    """Drop labels with a colon that nobody follows; "AP Photo" says enough."""
    return [one for one in credited if not one.endswith((":", "："))]


def _without_strangers(lines: list[tuple[str, str]], *, is_figure: bool) -> list[tuple[str, str]]:
    """Return the lines that are called something, and those beside them that are the picture's too.

    These are credit lines, the one sentence beside what is called a credit, and in a <figure> whose caption
    names nobody a name.
    """
    strangers = [text.rstrip(_SIGNS) for text, role in lines if not role]
    is_unnamed = len(strangers) == 1 and all(role != "caption" for _, role in lines)
    if is_unnamed and WHOLE.search(strangers[0]) and len(strangers[0].split()) >= _LEAST_SENTENCE:
        return lines
    is_credited = any(role == "credit" or split_words(text)[1] for text, role in lines)
    named = {
        text for text in strangers[:1] if is_figure and not is_credited and " " in text and is_proper(text)
    }
    return [(text, role or "credit") for text, role in lines if role or is_credit(text) or text in named]


def _roles_by_words(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return two lines that are called a credit, the first as caption where only the second reads as one.

    >>> _roles_by_words([("The boats leave the pier", "credit"), ("Photo: Jane Doe", "credit")])[0][1]
    'caption'
    """
    if [role for _, role in lines] != ["credit", "credit"]:
        return lines
    (first, _), (second, _) = lines
    is_told = is_labelled(second) and not is_credit(first) and not is_proper(first)
    return [(first, "caption"), (second, "credit")] if is_told else lines


def _unlabelled(lines: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give the lines, a sentence that is called a caption without its label where another line is the credit.

    >>> list(_unlabelled([("Image: The boats leave.", "caption"), ("Credit: Jane Doe", "credit")]))[0]
    ('The boats leave.', 'caption')
    """
    is_credited = any(role == "credit" for _, role in lines)
    for text, role in lines:
        is_led = is_credited and role == "caption" and bool(WHOLE.search(text)) and is_labelled(text)
        yield (bare_credit(text) if is_led else text), role


def _is_signed(first: str, second: str) -> bool:
    """Tell whether a line of its own after a whole sentence is a name, though nothing says so.

    >>> _is_signed("Boats leave on Friday.", "Harbour Authority of Port Haven")
    True
    >>> _is_signed("Boats leave on Friday.", "The last one left at noon.")
    False
    >>> _is_signed("Boats at the pier", "JANE DOE")
    True
    """
    second = second.lstrip(_SIGNS)
    if second.isupper() and not first.isupper() and " " in second:
        return is_proper(second)
    return (
        bool(WHOLE.search(first))
        and not WHOLE.search(second)
        and not any(map(str.isdigit, second))
        and second[:1].isupper()
        and len(second.split()) <= _MOST_NAME_WORDS
    )


def _without_tail(caption: str, credited: list[str]) -> str:
    """Cut a credit line that is printed beside the caption off the caption's end too."""
    for credit in credited:
        bare = caption.rstrip(" )")
        if fold(bare).endswith(fold(credit)) and bare.lower().endswith(credit.lower()):
            caption = bare[: -len(credit)].rstrip(" |–—-/([:©")
    return caption


def _distinct(texts: list[str]) -> list[str]:
    """Drop a line that is printed twice, or that another one begins with."""
    kept: list[str] = []
    for text in texts:
        folded = fold(text)
        if not folded or any(fold(other).startswith(folded) for other in kept):
            continue
        kept = [other for other in kept if not folded.startswith(fold(other))] + [text]
    return kept
