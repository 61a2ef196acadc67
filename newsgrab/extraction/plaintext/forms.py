"""Payment and sign-up forms in a dump: choices, fields and buttons, with the appeal that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsgrab.extraction.plaintext.boxes import ASKING, CALLS
from newsgrab.extraction.plaintext.core import is_personal
from newsgrab.extraction.plaintext.shapes import Shape, Shaped
from newsgrab.rules.lines import fits

_MOST = 4  # paragraphs of an appeal that no rule knows
_FEW = 1  # the same where the text itself speaks to the reader
_APART = 3  # lines between two parts of one form
_REACH = 10  # lines above a form in which its appeal may stand
_LONGEST_APPEAL = 320  # weight of one paragraph of an appeal
_LONGEST_PROMISE = 200
_LONGEST_TITLE = 80
_LONGEST_BUTTON = 25
_MOST_BUTTON_WORDS = 4
_BESIDE = 2  # lines above a form's first sure part that may be parts of it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """The lines of a dump with the rules that take them."""

    shaped: Sequence[Shaped]
    taken: Mapping[int, str]
    start: int  # the first place a form may reach up to

    def is_choice(self, place: int) -> bool:
        if place >= len(self.shaped):
            return False
        return self.is_short(place) and fits("payment", self.shaped[place].text)

    def is_anchor(self, place: int) -> bool:
        """Tell whether a line is part of a form for sure."""
        rule = self.taken.get(place, "")
        return (
            rule == "donation.button"
            or rule == "newsletter.field"
            or self.is_choice(place)
            or (
                self.shaped[place].line.weight <= _LONGEST_TITLE
                and fits("mail-field", self.shaped[place].text)
            )
        )

    def is_parted(self, above: int, below: int) -> bool:
        """Tell whether two parts of forms are too far from each other to be of one."""
        between = self.shaped[above + 1 : below]
        return below - above > _APART or any(one.shape is Shape.PROSE for one in between)

    def is_asking(self, place: int) -> bool:
        """Tell whether a line asks for money or an address, by a rule or by its words."""
        one = self.shaped[place]
        if self.taken.get(place, "").startswith(tuple(ASKING)) or self.is_salutation(place):
            return True
        is_led_to = self.is_choice(place + 1) and not fits("attribution", one.text)
        return one.line.weight <= _LONGEST_APPEAL and one.money > 0 and (is_led_to or one.appeal > 0)

    def is_salutation(self, place: int) -> bool:
        """Tell whether a letter to the readers begins at a line."""
        return self.shaped[place].shape is Shape.SALUTATION

    def is_promise(self, place: int) -> bool:
        """Tell whether a line says what comes by mail, and how often."""
        one = self.shaped[place]
        return (
            one.line.weight <= _LONGEST_PROMISE
            and fits("mail", one.text)
            and not fits("attribution", one.text)
        )

    def may_lead_on(self, place: int) -> bool:
        """Tell whether a line may stand between two that ask."""
        one = self.shaped[place]
        if place in self.taken or one.shape not in (Shape.PROSE, Shape.LINE):
            return True
        return one.line.weight <= _LONGEST_APPEAL and (one.money > 0 or one.appeal > 0)

    def is_terms(self, place: int) -> bool:
        """Tell whether a line says what one agrees to."""
        one = self.shaped[place]
        return one.line.weight <= _LONGEST_PROMISE and fits("terms", one.text) and one.appeal > 0

    def is_button(self, place: int) -> bool:
        """Tell whether a line is so short that beside a form it is a part of it."""
        one = self.shaped[place]
        is_short = one.line.weight <= _LONGEST_BUTTON and len(one.text.split()) <= _MOST_BUTTON_WORDS
        return is_short and one.shape is not Shape.PROSE

    def is_heading(self, place: int) -> bool:
        """Tell whether a rule knows a line as the heading of a box that asks."""
        is_line = self.shaped[place].shape is Shape.LINE and not self.is_anchor(place)
        return is_line and self.taken.get(place, "").startswith(tuple(ASKING))

    def is_short(self, place: int) -> bool:
        """Tell whether a line is no longer than a title."""
        return self.shaped[place].line.weight <= _LONGEST_TITLE

    def has_title(self, top: int) -> bool:
        """Tell whether the line above an appeal is its title."""
        if top <= self.start or top - 1 in self.taken:
            return False
        one, is_short = self.shaped[top - 1], self.is_short(top - 1)
        return is_short and (one.shape is Shape.LINE or one.text.endswith(CALLS) or one.appeal > 0)


def find_forms(shaped: Sequence[Shaped], taken: Mapping[int, str], start: int = 0) -> dict[int, str]:
    """Return the places of all forms from a place on, each with the reason."""
    lines = _Lines(shaped=shaped, taken=taken, start=start)
    has_own_voice = is_personal([one for place, one in enumerate(shaped) if place not in taken])
    places: dict[int, str] = {}
    for first, last in _anchored(lines):
        inside = range(first, last + 1)
        choices = sum(lines.is_choice(place) for place in inside)
        is_payment = choices > 0 or all(taken.get(place) == "donation.button" for place in (first, last))
        most = _MOST if not has_own_voice else _FEW if choices else 0
        top = _top(lines, first, lines.is_asking if is_payment else lines.is_promise, most)
        reason = "structure.payment-form" if is_payment else "structure.sign-up-form"
        places |= dict.fromkeys(range(top, _bottom(lines, last) + 1), reason)
    return places | dict.fromkeys(_promises(lines), "structure.sign-up-form")


def _anchored(lines: _Lines) -> Iterator[tuple[int, int]]:
    """Give the first and the last anchor of each form."""
    anchors = [place for place in range(lines.start, len(lines.shaped)) if lines.is_anchor(place)]
    numbered: list[tuple[int, int]] = []
    for place in anchors:
        number, previous = numbered[-1] if numbered else (0, place)
        numbered.append((number + lines.is_parted(previous, place), place))
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        together = [place for _, place in group]
        yield together[0], together[-1]


def _top(lines: _Lines, first: int, leads: Callable[[int], bool], most: int) -> int:
    """Return where a form's appeal begins, title included: at a heading, or with so many free paragraphs."""
    top, paragraphs = first, 0
    for place in range(first - 1, max(lines.start, first - _REACH) - 1, -1):
        if lines.shaped[place].shape in (Shape.BYLINE, Shape.DATE):
            break  # of the article
        is_asking = leads(place) or lines.is_asking(place)
        paragraphs += place not in lines.taken and lines.shaped[place].shape is Shape.PROSE
        if is_asking and lines.is_heading(place):
            return place
        if is_asking and paragraphs <= most:
            top = place
        is_part = is_asking or lines.may_lead_on(place)
        if paragraphs > _MOST or not (is_part or (first - place <= _BESIDE and lines.is_button(place))):
            break
    if top == first:
        return top
    letter = [place for place in range(max(lines.start, top - _BESIDE), top) if lines.is_salutation(place)]
    if letter:
        return letter[0]
    top -= lines.has_title(top)
    return top - (lines.shaped[top].text.endswith((",", "!", ":")) and lines.has_title(top))


def _bottom(lines: _Lines, last: int) -> int:
    """Return where a form ends: behind its buttons, the last of which no rule may know."""
    is_sent = lines.taken.get(last) == "donation.button"
    for place in range(last + 1, len(lines.shaped)):
        rule, shape = lines.taken.get(place, ""), lines.shaped[place].shape
        is_ours = not rule or rule.startswith((*ASKING, "consent"))
        if is_ours and (rule or shape in (Shape.BUTTON, Shape.COUNTER) or lines.is_terms(place)):
            is_sent = is_sent or shape is not Shape.COUNTER
        elif is_ours and not is_sent and lines.is_button(place):
            is_sent = True
        else:
            return place - 1
    return len(lines.shaped) - 1


def _promises(lines: _Lines) -> Iterator[int]:
    """Give the lines that say what comes by mail, below the title of a box that has no field."""
    for place in range(lines.start + 1, len(lines.shaped)):
        title = lines.taken.get(place - 1, "")
        is_titled = title.startswith("newsletter.") and lines.shaped[place - 1].shape is Shape.LINE
        is_within = lines.taken.get(place + 1, "").startswith("newsletter.") and lines.is_short(place)
        if is_titled and place not in lines.taken and (is_within or lines.is_promise(place)):
            yield place
