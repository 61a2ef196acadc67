"""Which words of the element that prints the headline are the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newsgrab.extraction.fields.titles import (
    SOCIAL,
    Witnesses,
    is_printed,
    stated_in,
    titles_of,
    without_site,
)
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import fold, heading_pieces, is_longer, plain, visible_text
from newsgrab.model import Claim

_LONGEST = 500  # characters
_MOST_PIECES = 12
_LEAST_SHARE = 0.35  # of the printed words
_LONGEST_KICKER = 60  # characters
_MOST_AROUND = 1_500  # characters around a headline in which its kicker is looked for
_ANCHOR = "¶"  # of a link to the heading itself
_LOOSE_COLON = re.compile(r" :(?= )")


def words_of_headline(element: Element, claims: tuple[Claim, ...], witnesses: Witnesses) -> str:
    """Return the printed words that the metadata, where it has them, calls the headline.

    A kicker, a date or a second line in the same element is left out where a witness has the rest alone;
    a kicker printed apart is put before the headline where two witnesses have both.
    """
    pieces = heading_pieces(element)
    whole = visible_text(element)
    if ":" in pieces:
        whole = _LOOSE_COLON.sub(":", whole)  # a mark of its own, between kicker and headline
    elsewhere = [claim for claim in claims if claim.field == "headline" and not is_printed(claim)]
    texts = [plain(claim.value) for claim in elsewhere]
    stated = {fold(text) for text in texts}
    texts = texts or titles_of(element.page[0])
    social = stated_in(elsewhere, SOCIAL)
    agreed = next((text for text in texts if fold(text) == fold(whole)), None)
    if agreed and len(pieces) > 1 and _letters(agreed) == _letters(whole):
        # With the mark between kicker and headline that print shows by other means, but no other before it.
        whole = whole[: _first_letter(whole)] + agreed[_first_letter(agreed) :]
    if agreed and (not social or fold(whole) in social):
        return whole.rstrip(_ANCHOR)
    fitting = _fitting(pieces, whole, (social,) if agreed else (stated, _site_parts(witnesses, whole)))
    text = (fitting or _without_name(whole, claims))[:_LONGEST].strip(f" :|{_ANCHOR}")
    return text if fold(text) in social else _with_kicker(element, text, texts)


def _fitting(pieces: list[str], whole: str, wanted: Iterable[set[str]]) -> str | None:
    """Return the longest run of pieces that is wanted, by the first of the sets that has any."""
    shortest = _LEAST_SHARE * len(fold(whole))
    runs = [run for run in _runs(pieces, whole) if len(fold(run)) >= shortest]
    for strong in wanted:
        fitting = [run for run in runs if fold(run) in strong]
        if fitting:
            return max(fitting, key=len)
    return None


def _without_name(whole: str, claims: tuple[Claim, ...]) -> str:
    """Cut the name of the site off the end."""
    sites = {fold(claim.value) for claim in claims if claim.field == "publisher"}
    for part in without_site(whole):
        rest = fold(whole[len(part) :])
        if whole.startswith(part) and rest in sites:
            return part
    return whole


def _first_letter(text: str) -> int:
    return next((place for place, sign in enumerate(text) if sign.isalnum()), 0)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _runs(pieces: list[str], whole: str) -> list[str]:
    """Return the neighbouring pieces together, as printed, in every way but all.

    None begins with a mark of its own, such as the dash between a kicker and the headline.
    """
    if not 2 <= len(pieces) <= _MOST_PIECES:
        return []
    starts = [start for start, piece in enumerate(pieces) if _letters(piece)]
    bounds = [(start, end) for start in starts for end in range(start + 1, len(pieces) + 1)]
    return [_between(pieces[start:end], whole) for start, end in bounds if end - start < len(pieces)]


def _between(pieces: list[str], whole: str) -> str:
    first, last = whole.find(pieces[0]), whole.rfind(pieces[-1])
    return whole[first : last + len(pieces[-1])] if 0 <= first <= last else " ".join(pieces)


def _site_parts(witnesses: Witnesses, whole: str) -> set[str]:
    """Return the parts of witnesses that are more than half of what is printed."""
    return {folded for folded in witnesses if 2 * len(folded) > len(fold(whole))}


def _with_kicker(element: Element, text: str, texts: list[str]) -> str:
    """Put the kicker that is printed above a headline before it, as two witnesses have it."""
    folded = fold(text)
    times = Counter(map(fold, texts))
    for witness in texts:
        kicker = fold(witness).removesuffix(folded).strip()
        if times[fold(witness)] < 2 or not folded or not fold(witness).endswith(f" {folded}"):
            continue
        if 2 < len(kicker) <= _LONGEST_KICKER and kicker in map(fold, _before(element, text)):
            return witness
    return text


def _before(element: Element, text: str) -> Iterator[str]:
    """Give what is printed right before a headline, and what precedes it in small boxes."""
    here: Element | None = element
    for _ in range(3):
        before = here.previous if here is not None else None
        if before is not None:
            yield visible_text(before, _LONGEST_KICKER)
        here = here.parent if here is not None else None
        if here is None or is_longer(here, _MOST_AROUND):
            return
        pieces = heading_pieces(here)
        yield from pieces[: pieces.index(text)] if text in pieces else ()
