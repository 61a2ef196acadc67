"""Names out of bylines: who wrote it, which agency supplied it, and what is only a newsroom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from newsgrab.extraction.lines.conjunctions import COLON, with_and_apart
from newsgrab.extraction.lines.han import can_be_name, named_in
from newsgrab.rules.lexicon import any_of, words
from newsgrab.text import collapse, is_small, letters_of

_LONGEST = 600  # characters of a byline
_MOST_NAME_WORDS = 6
_LONGEST_NAME = 60  # characters
_LONGEST_CODE = 2  # letters of a language or a country
_SHORTENED = re.compile(rf"\b(?:(?i:{any_of('people.suffix')})|[A-Z])\.$")
_ADDRESS = re.compile(r"(?:https?:)?//\S+|\bwww\.\S+|[^\s@]+@[^\s@]+\.\w+>?|(?<!\w)@\w+")
_OF_ADDRESSES = ("@", "//", "www.")  # none is without one of them
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_HOST = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,10}(?:/\w+)*$", re.IGNORECASE)
_NUMBER = re.compile(r"\d(?<!\w\d)")  # not the digits of a name on a forum: "harbour1984"
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)  # a name in one word
_IN_BRACKETS = re.compile(r"^\s*[(（\[【]([^()（）\[\]【】]+)[)）\]】]\s*$")
_ASKING = ("?", "？", "؟", "!", "…")  # "Reporter: And the bridge?"
_LETTER = re.compile(r"[^\W\d_]")
_AROUND = " :-–—|·•⋅"  # a name
_SIGNS = ",;|/&•·∙、・＝=–—،؛"
# In capitals, where the word behind it has none: "MIT" is no "mit".
_NAMED = r"(?<=[A-Z]{3})(?!\s+[^\W\d_a-z]{2})"
# A sign, or a dash or an "and" between spaces; each begins with what is rare in a name.
_BREAK = re.compile(
    rf"[\s{_SIGNS}](?:(?<=[{_SIGNS}])|\s*(?:[{_SIGNS}]|(?:-|(?i:{any_of('people.and')})(?!{_NAMED}))(?=\s)))\s*"
)
_BY_WORD = any_of("people.by")
_FULL_NAME = r"\s+(?=[^\s,]+\s[^\s,])"
_BEFORE_FULL = f"{any_of('people.by-before-full-names')}{_FULL_NAME}"
_BY = re.compile(
    rf"^(?:(?:{_BY_WORD})(?:\s*{COLON}\s*|\s+|$)|{_BEFORE_FULL}"
    rf"|{any_of('people.by-where-marked')}{_FULL_NAME}|{any_of('people.by-joined')}(?=\w+\s))",
    re.IGNORECASE,
)
# A line with "By" before a name.
LED = re.compile(
    rf"\W*(?:(?:{_BY_WORD})(?:\s*{COLON}\s*|\s+)|{_BEFORE_FULL}"
    rf"|{any_of('people.by-in-chinese', 'people.by-in-japanese')}\s*[:：/／丨｜]\s*)(?=[^\W\d_])",
    re.IGNORECASE,
)
# Which an "and" does not part: "Words and photographs by Jane Doe".
_BY_TWO_WORKS = re.compile(
    rf"^(?:{'|'.join(re.escape(word) for word in words('people.by') if len(word.split()) > 2)})\s",
    re.IGNORECASE,
)
_ABOUT = re.compile(rf"^(?:{any_of('people.about')})\s+", re.IGNORECASE)
_JOINED = re.compile(rf"^(?i:{any_of('people.and')})(?!{_NAMED})\s+")
_PLACE = re.compile(rf"^((?:\S+\s+){{1,4}}?\S+?)\s+(?:{any_of('people.place')})\s+\S", re.IGNORECASE)
_NEWSROOM_PLACED = re.compile(r"^([^—–]+?)\s[—–]\s[^—–]+$")
_OUTLET = re.compile(rf"[\s.-](?i:{any_of('people.outlet')})(?![^\s.-])")  # of a piece and a space before it
_OUTLET_ENDING = re.compile(rf"\w(?i:{any_of('people.outlet-endings')})(?![^\s-])")
_NOISE = re.compile(rf"(?:^|\s+){any_of('people.noise')}(?:$|[\s:]).*$", re.IGNORECASE)
_AGENCY = re.compile(rf"^(?:{any_of('people.agency')})$", re.IGNORECASE)
_NO_NAMES = ("people.noise", "printed.published", "printed.modified", "printed.day", "moments.weekday")
_NOISE_WORDS = frozenset(word for names in _NO_NAMES for word in words(names))
_PARTICLES = frozenset(words("people.particle"))
_ROLES = frozenset(words("people.role"))
_REPORTERS = frozenset(words("people.reporter"))
_EDITED = re.compile(rf"\W*(?:{any_of('people.editing')})[\s:：]", re.IGNORECASE)
_EDITED_BESIDE = re.compile(
    rf"(?<=\S)\s*[|,·•–—-]?\s+{any_of('people.edited')}\s*[:：]?\s+[^|;:：]+(?=[|;]|$)", re.IGNORECASE
)
_ROLE_ENDINGS = words("people.role")
_OF_ROLES = _ROLES.union(words("people.small"), ["&"])
# "Ordfører i Havn", behind a name
_OFFICE = re.compile(
    rf"(?<=[,;|])\s*(?i:{any_of('people.office', 'people.role')})\s+{any_of('people.place')}"
    r"(?:\s+[^\W\d_a-z][\w'’.-]*)+"
)
# "HPN Wales", beside "Jane Doe"; what can be spoken is a name: "WANG Wei"
_ACRONYM = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{3,}\d?\s\S*[a-z]")
# "JANE DOE Post Staff Writer"
_IN_CAPITALS = re.compile(
    r"((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*[A-ZÀ-Þ.]\s+){2,3})(?:[A-Z][a-z]+\s+){1,4}"
    rf"(?i:{any_of('people.role', 'people.outlet')})"
)
_INVERTED = re.compile(r"^([^\W\d_][\w'’-]+),\s+([^\W\d_][\w'’.-]+)$")


@cache
def announced() -> re.Pattern[str]:
    """Return what a line is that says no more than "By"."""
    return re.compile(rf"\W*(?:{_BY_WORD})\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """Who is named in a byline, each in the order of naming and as printed."""

    authors: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def read_byline(text: str, outlets: frozenset[str] = frozenset()) -> Credited:
    """Sort the names in a byline; ``outlets`` are names of the page's publisher, lower case.

    >>> read_byline("By Jane Doe, Political Editor, and Reuters")
    Credited(authors=('Jane Doe',), agency=('Reuters',), outlets=())
    >>> read_byline("By JANE DOE Haven Post Staff Writer").authors
    ('JANE DOE',)
    """
    text = _without_wrapping(text[:_LONGEST])
    bare = _BRACKETED.sub(" ", text) if "(" in text or "[" in text else text
    whole = _without_desk(_without_addresses(bare), outlets)
    line = whole or text.strip()
    named = _name(line)
    collective = _collective(line, named, outlets)
    if collective is not None:
        return collective
    parts = _parts(whole)
    return _sorted([named] if parts == [line] else [_name(part) for part in parts], outlets)


def _without_wrapping(text: str) -> str:
    """Return a line without the brackets around it and without those who only edited."""
    bracketed = _IN_BRACKETS.match(text)
    text = bracketed[1] if bracketed else text
    text = _without_editors(text)
    capitals = _IN_CAPITALS.fullmatch(_after(_BY, text.strip()))
    if capitals is not None:
        return capitals[1].rstrip()
    guest = _guest_in_korean().fullmatch(text.strip())
    named = guest[1] if guest is not None else named_in(text)
    return text if named is None else named


@cache
def _guest_in_korean() -> re.Pattern[str]:
    """Return a name before what its bearer is: "홍길동 나무 칼럼니스트"."""
    return re.compile(
        rf"([가-힣]{{2,4}})\s(?:[^,;|·\s]{{1,12}}\s){{0,3}}[가-힣]{{0,8}}{any_of('people.office-in-korean')}"
    )


def _parts(line: str) -> list[str]:
    """Part a line where one name or role may end and the next begin."""
    inverted = _INVERTED.match(line)
    if inverted and not _is_role(inverted[2]) and not _AGENCY.match(inverted[2]) and " " not in inverted[2]:
        line = f"{inverted[2]} {inverted[1]}"
    said = with_and_apart(_OFFICE.sub("", line))
    return _BREAK.split(_after(_BY, said) if _BY_TWO_WORKS.match(said) else said)


def _sorted(pieces: Iterable[str], outlets: frozenset[str]) -> Credited:
    """Tell people, agencies and newsrooms among the pieces of a line apart."""
    authors: list[str] = []
    agency: list[str] = []
    newsrooms: list[str] = []
    for piece in filter(None, pieces):
        if _AGENCY.match(piece):
            agency.append(piece)
        elif _is_outlet(piece, outlets) or _HOST.match(piece):
            newsrooms.append(piece)
        elif _is_name(piece):
            authors.append(piece)
    people = _people(authors, is_beside=bool(agency or newsrooms))
    return Credited(
        authors=tuple(dict.fromkeys(people)),
        agency=tuple(dict.fromkeys(agency)),
        outlets=tuple(dict.fromkeys(newsrooms)),
    )


def _people(names: list[str], *, is_beside: bool) -> list[str]:
    """Return the people among the names of a line, which may stand beside a newsroom's.

    Beside a full name a single word is a place: "Von Anna Muster, Berlin"; beside a newsroom, its desk.
    """
    if is_beside or any(" " in name for name in names):
        names = [name for name in names if is_full(name)]
    people = [name for name in names if not (_is_job(name) or _ACRONYM.match(name) or _is_paper(name))]
    return people or names


def _is_paper(name: str) -> bool:
    """Tell a paper, "The Haven Post", behind the name of who works there."""
    return name.startswith("The ") and len(name.split()) > 2


def _is_job(name: str) -> bool:
    """Tell the beat of reporters from a name: "Government Reporter", "HP Harbour Writers"."""
    first, _, last = name.rpartition(" ")
    return bool(first) and not _REPORTERS.isdisjoint((last.lower(), last.lower().removesuffix("s")))


def _without_editors(text: str) -> str:
    """Return a line without those who only edited.

    >>> _without_editors("By Jane Doe and John Roe; Editing by Jim Poe")
    'By Jane Doe and John Roe'
    >>> _without_editors("By: Jane Doe | Edited By: Jim Poe"), _without_editors("Edited by Jim Poe")
    ('By: Jane Doe', 'Edited by Jim Poe')
    """
    parts = text.split(";")
    text = ";".join(part for part in parts if not _EDITED.match(part)) or text
    return _EDITED_BESIDE.sub("", text)


def _without_desk(line: str, outlets: frozenset[str]) -> str:
    """Return a line without the place behind a newsroom: "Newsroom of The Haven Post — Port Haven"."""
    placed = _NEWSROOM_PLACED.match(line)
    return placed[1] if placed and _is_outlet(_after(_BY, placed[1]), outlets) else line


def _without_addresses(text: str) -> str:
    """Return a text on one line without its addresses."""
    return collapse(_ADDRESS.sub(" ", text) if any(sign in text for sign in _OF_ADDRESSES) else text)


def _collective(whole: str, named: str, outlets: frozenset[str]) -> Credited | None:
    """Return the agency or the newsroom that a byline names and nobody else; None where it names others."""
    if _AGENCY.match(named):
        return Credited(agency=(named,))
    is_host = bool(_HOST.match(whole))
    if not _is_outlet(whole, outlets) and not is_host:
        return None
    if is_host and "/" in whole:  # a page on some network, not the network
        return Credited()
    return Credited(outlets=(_without_signs(_after(_BY, whole) or whole, _AROUND),))


def is_full(name: str) -> bool:
    """Tell a full name from a first name, a place or an abbreviation; some scripts set no space.

    >>> is_full("Jane Doe"), is_full("Über"), is_full("渡辺洋介")
    (True, False, True)
    """
    return " " in name or bool(_UNSPACED.search(name))


def read_name(text: str, outlets: frozenset[str] = frozenset()) -> Credited:
    """Read what the page says is one person's name, unusual as it may look.

    >>> read_name("catch more fish").authors
    ('catch more fish',)
    """
    piece = _without_addresses(text[:_LONGEST])
    if (
        not piece
        or _BREAK.search(piece)
        or _is_outlet(piece, outlets)
        or _AGENCY.match(piece)
        or _HOST.match(piece)
        or LED.match(piece)
    ):
        return read_byline(text, outlets)
    name = _after(_JOINED, _after(_BY, piece)).strip(" :<>")
    name = _without_roles(name) if _UNSPACED.search(name) else name
    return Credited(authors=(name,)) if name and len(name.split()) <= _MOST_NAME_WORDS else Credited()


def _name(piece: str) -> str:
    """Take a by-word before a name and a role or place after it off.

    >>> _name("Text: Jane Doe in Port Haven")
    'Jane Doe'
    """
    piece = _after(_BY, _without_signs(piece, ' :-–—|"“”*_→›»'))  # which a word like "posts" may be part of
    piece = _after(_ABOUT, _NOISE.sub("", piece))
    for _ in range(3):
        rest = _after(_JOINED, _after(_BY, piece)).strip(" :")
        if rest == piece:
            break
        piece = rest
    placed = _PLACE.match(piece)
    if placed:
        piece = placed[1]
    if not _AGENCY.match(piece):
        piece = _without_roles(piece)
    return _without_signs(piece, _AROUND)


def _without_signs(piece: str, signs: str) -> str:
    """Return a piece without the signs and full stops around it; "Jr." and an initial keep theirs."""
    bare = piece.strip(signs)
    return bare.lstrip(".") if bare.endswith(".") and _SHORTENED.search(bare) else bare.strip(f".{signs}")


def _after(opening: re.Pattern[str], text: str) -> str:
    """Return a text without its opening."""
    found = opening.match(text)
    return text[found.end() :] if found else text


@cache
def _last_role() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_of('people.role')})$", re.IGNORECASE)


def _without_roles(name: str) -> str:
    """Take the roles behind a name off; two words are a name and its role where a name is one word.

    >>> _without_roles("Jane Doe Political Editor"), _without_roles("홍길동 기자")
    ('Jane Doe', '홍길동')
    """
    while name.lower().endswith(_ROLE_ENDINGS):  # which costs little beside the search for the role
        is_longer = len(name.split()) > 2 or (" " in name and _UNSPACED.search(name.rpartition(" ")[2]))
        shorter = _last_role().sub("", name) if is_longer else ""
        if shorter in ("", name):
            break
        name = shorter.strip(" -")
    return name


def _is_outlet(piece: str, outlets: frozenset[str]) -> bool:
    """Tell a newsroom, "Haven Post Staff", from a person; a list with a newsroom in it is neither."""
    if outlets and (piece.lower() in outlets or letters_of(piece) in map(letters_of, outlets)):
        return True
    first, _, rest = piece.partition(" ")
    if rest and first.isupper() and len(first) > _LONGEST_CODE and first.lower() in outlets:
        return True  # "HPN Sport" on hpn.example
    is_called_so = _OUTLET.search(f" {piece}") or _OUTLET_ENDING.search(piece)
    return bool(is_called_so) and not _BREAK.search(piece) and not _is_role(piece)


def _is_role(piece: str) -> bool:
    lowered = piece.lower()
    return lowered in _ROLES or all(word in _OF_ROLES for word in lowered.split())


def _is_name(piece: str) -> bool:
    lowered = piece.lower()
    return (
        bool(_LETTER.search(piece))
        and len(piece) <= _LONGEST_NAME
        and len(piece.split()) <= _MOST_NAME_WORDS
        and not _NUMBER.search(piece)
        and not piece.endswith(_ASKING)
        and ": " not in piece
        and "：" not in piece  # but in a headline: "Author Doe: My years at sea"
        and not _are_codes(piece.split())
        and lowered not in _NOISE_WORDS
        and not _is_role(piece)
        and not _has_common_word(piece)
        and can_be_name(piece)
        and piece.rpartition(" ")[2] not in _PARTICLES
    )


def _are_codes(parts: list[str]) -> bool:
    """Tell the languages or countries to choose from, "DE FR IT", from a name."""
    return len(parts) > 1 and all(part.isupper() and len(part) <= _LONGEST_CODE for part in parts)


def _has_common_word(piece: str) -> bool:
    """Tell a phrase from a name: in a name of several words each begins large, but for particles."""
    parts = piece.split()
    return len(parts) > 1 and any(
        is_small(part[0]) and part.lower() not in _PARTICLES and "'" not in part and "’" not in part
        for part in parts
    )
