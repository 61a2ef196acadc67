"""Text into tokens: words, marks and whole quotations, with the word classes that the lexicon knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import repeat

from newsgrab.sourcing import tags
from newsgrab.sourcing.insertions import find_speech
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.months import tell_months
from newsgrab.sourcing.particles import tell_particles
from newsgrab.sourcing.quotes import Quotation
from newsgrab.sourcing.tokens import Paragraph, Range

Token = tuple[str, str, int, int, int]  # word, small letters, start, end, tag
MOST_REMEMBERED = 20_000  # pieces of text whose tokens are kept at hand
FEWEST_SPOKEN_WORDS = (
    3  # a shorter quotation is speech only if a comma or stop stands before its closing mark
)
_TOKEN = re.compile(
    r"""
    [@\#$€£]?[^\W_]+                                         # Ann's, U.S, 1,000, $5
    (?: (?:\.(?![A-ZÄÖÜ][a-zäöüß])|['’&/_-])[^\W_]+          # but no "end.Begin" without a space
      | (?<=\d)[,:]\d+
      | [:*]in(?:nen)?\b )*                                    # "Fischer:innen"
    (?: % | (?<=s)['’](?=\s|$) )?
    | \.{2,}                                                 # an ellipsis
    | --+
    | [^\s\w]
    """,
    re.VERBOSE,
)
_INITIALS = re.compile(r"(?:(?:[^\W\d_]\.)+[^\W\d_]|[A-ZÀ-ÞА-ЯІЇЄҐŁŚŻŹĆ])$")  # U.S, J
_AGE = re.compile(r"\d-[A-ZÄÖÜ][a-zäöü]")  # "der 58-Jährige": a noun
_COMPOUND = re.compile(r"-[A-ZÄÖÜ]|\w\d$")  # "dpa-Bericht", "n24": nouns
_COMPOUNDED = re.compile(r" ?-[A-ZÄÖÜ]")  # behind the marks of „Wer weiß was“-Sendung
_POSSESSIVE = ("'s", "’s", "s'", "s’")
LONGEST_WORK = 7  # words in the title of a book or film
_BEFORE_SPEECH = tags.CUE | tags.COMPLEMENTISER
_SPEECH_END = (",", ".", "!", "?", "…")
_MARKS = {
    ",": tags.COMMA,
    ":": tags.COLON,
    ";": tags.SEMICOLON,
    "(": tags.OPENING,
    "[": tags.OPENING,
    ")": tags.CLOSING,
    "]": tags.CLOSING,
    "-": tags.DASH,
    "–": tags.DASH,
    "—": tags.DASH,
    "―": tags.DASH,
    "--": tags.DASH,
    ".": tags.STOP,
    "!": tags.STOP,
    "?": tags.STOP,
    "…": tags.STOP,
}


def read_paragraph(text: str, start: int, end: int, lexicon: Lexicon) -> Paragraph:
    """Cut one paragraph into tokens; a quotation that is speech is one token."""
    tokens: list[Token] = []
    quotations: dict[int, Quotation] = {}
    position = start
    for quotation in find_speech(text, start, end, lexicon):
        _add_words(tokens, text, (position, quotation.start), lexicon)
        inner = text[quotation.inner_start : quotation.inner_end].strip()
        if _is_name_of_work(inner, tokens, lexicon):
            mark = "", "", quotation.end, quotation.end, _MARKS[inner[-1]]
            tokens += ("", "", quotation.start, quotation.end, tags.PHRASE), mark
        elif not _is_name_of_body(inner, tokens, lexicon) and _is_speech(text, inner, quotation, lexicon):
            quotations[len(tokens)] = quotation
            tokens.append(("", "", quotation.start, quotation.end, tags.QUOTE))
        else:
            tokens.append(("", "", quotation.start, quotation.end, tags.PHRASE))
        position = quotation.end
    _add_words(tokens, text, (position, end), lexicon)
    if any(text.find(name, start, end) >= 0 for name in lexicon.month_names):
        tokens = list(tell_months(tokens, lexicon))
    if lexicon.large_particles:
        tokens = list(tell_particles(tokens, lexicon))
    rows = zip(*tokens, strict=True) if tokens else repeat((), 5)
    return Paragraph(text, start, end, lexicon, quotations, *rows)


def _is_speech(text: str, inner: str, quotation: Quotation, lexicon: Lexicon) -> bool:
    """Tell whether quoted words are spoken: by their end, their number, or since a speaker parts them."""
    if lexicon.capital_nouns and _COMPOUNDED.match(text, quotation.end):
        return False
    if inner.endswith(_SPEECH_END) or len(inner.split()) >= FEWEST_SPOKEN_WORDS:
        return True
    return lexicon.insertions and quotation.start == quotation.inner_start


def _is_name_of_work(inner: str, before: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether quoted words are a title in mid-sentence with its comma inside: 'on "Morning Joe," …'."""
    tag = before[-1][-1] if before else 0
    if not tag & tags.WORD or tag & _BEFORE_SPEECH or lexicon.capital_nouns or inner[-1:] not in (",", "."):
        return False
    words = inner.split()
    return len(words) <= LONGEST_WORK and all(word[0].isupper() or len(word) < 4 for word in words)


def _is_name_of_body(inner: str, before: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether quoted words name what the noun before them is: 'das Bündnis „Mehr Licht im Hafen“'."""
    if not lexicon.capital_nouns or not before or not inner[:1].isupper() or inner.endswith(_SPEECH_END):
        return False
    _, low, _, _, tag = before[-1]
    is_short = len(inner.split()) <= LONGEST_WORK and not any(mark in inner for mark in ",:;.")
    if low in lexicon.phrases["definite"] and (is_short or _is_title(inner, lexicon)):
        return True
    is_body = tag & tags.CAPITAL and kind_of_word(low, lexicon) in ("organisation", "group", "media")
    return bool(is_body) and is_short


def _is_title(inner: str, lexicon: Lexicon) -> bool:
    """Tell whether all but small words begin with a capital: "Allgemeine Post", "Ärzte ohne Grenzen"."""
    small = tags.PREPOSITION | tags.DETERMINER | tags.COORDINATOR
    return all(word[0].isupper() or lexicon.tags.get(word, 0) & small for word in inner.split())


def _add_words(tokens: list[Token], text: str, place: Range, lexicon: Lexicon) -> None:
    pieces = _pieces(lexicon)
    offset = place[0]
    for piece in text[slice(*place)].split(" "):
        for word, low, start, end, tag in pieces[piece]:
            tokens.append((word, low, offset + start, offset + end, tag))
        offset += len(piece) + 1


class _Pieces(dict[str, tuple[Token, ...]]):
    """The tokens of each piece of text in one language: read once, for most come again and again."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, piece: str) -> tuple[Token, ...]:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        tokens = self[piece] = _read_piece(piece, self._lexicon)
        return tokens


@cache
def _pieces(lexicon: Lexicon) -> _Pieces:
    return _Pieces(lexicon)


def _read_piece(piece: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Read what stands between two spaces, such as "said," or "(SBU)."; places are counted from its start."""
    if piece.isalpha():
        return (_word(piece, lexicon),)
    word, mark = piece[:-1], _MARKS.get(piece[-1:])
    if lexicon.capital_nouns and "-" in (piece[:1], piece[-1:]) and piece.strip("-").isalpha():
        return (_word(piece, lexicon),)  # "Wirtschafts- und Verkehrsamt", „Post“-Bericht
    if mark is not None and word.isalpha() and (piece[-1] != "." or not _is_abbreviation(word, lexicon)):
        return (_word(word, lexicon), ("", "", len(word), len(piece), mark))
    tokens: list[Token] = []
    for match in _TOKEN.finditer(piece):
        if match.group() == "." and _joins_abbreviation(tokens, match.start(), lexicon):
            continue
        tokens += _read_token(match.group(), match.start(), lexicon)
    return tuple(tokens)


def _word(word: str, lexicon: Lexicon) -> Token:
    return word, word.lower(), 0, len(word), _tag(word, lexicon)


def _read_token(printed: str, start: int, lexicon: Lexicon) -> tuple[Token, ...]:
    """Read a token as one word or as those that are joined in it.

    An apostrophe or hyphens may join words: "she’ll", "l’eau", "a-t-il", "s’agace-t-elle".
    """
    end = start + len(printed)
    mark = tags.STOP if printed.startswith("..") else _MARKS.get(printed)
    if mark is not None:
        return (("", "", start, end, mark),)
    cut = _contraction(printed, lexicon.tags)
    joint = lexicon.joint.search(printed) if lexicon.joint and not cut else None
    first, second = (cut, cut) if cut else (joint.end("first"), joint.start("second")) if joint else (0, 0)
    if not first:
        tag = _tag(printed, lexicon)
        return ((printed if tag & tags.WORD else "", printed.lower(), start, end, tag),)
    word, joined = printed[:first], printed[second:]
    before = (word, word.lower(), start, start + first, _tag(word, lexicon))
    if not cut:
        return before, *_read_token(joined, start + second, lexicon)
    return before, (joined, joined.lower(), start + second, end, lexicon.tags[joined] | tags.WORD)


def _contraction(word: str, known: dict[str, int]) -> int:
    """Return where "she’ll" is two words, or 0."""
    cut = max(word.rfind("'"), word.rfind("’"))
    if cut < 1 or word[cut:] not in known:
        return 0
    return (
        cut if known.get(word[:cut].lower(), 0) & (tags.PRONOUN | tags.COMPLEMENTISER | tags.RELATIVE) else 0
    )


def _joins_abbreviation(tokens: list[Token], stop: int, lexicon: Lexicon) -> bool:
    """Join a full stop to an abbreviation before it, and say whether that was done."""
    if not tokens or tokens[-1][3] != stop:
        return False
    word, low, start, _, tag = tokens[-1]
    if not _is_abbreviation(word, lexicon):
        return False
    low += "."
    tag |= lexicon.tags.get(low, 0) | tags.ABBREVIATED
    tokens[-1] = word + ".", low, start, stop + 1, tag
    return True


def _is_abbreviation(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a full stop right behind a word belongs to it."""
    is_ordinal = (
        lexicon.ordinal_dots and len(word) < 5 and ((word.isdigit() and len(word) < 3) or _is_roman(word))
    )
    return is_ordinal or f"{word.lower()}." in lexicon.tags or bool(_INITIALS.match(word))


def _is_roman(word: str) -> bool:
    return word != "" and word.strip("IVX") == ""


def _tag(word: str, lexicon: Lexicon) -> int:
    first = word[0]
    if not first.isalnum() and len(word) == 1:
        return 0
    tag = lexicon.tags.get(word.lower(), 0) | tags.WORD
    if first.isdigit() or first in "$€£":
        tag |= tags.CAPITAL if _AGE.search(word) else tags.NUMBER
    elif first == "@" or first.isupper():
        tag |= tags.CAPITAL
        if tag & (tags.PRONOUN | tags.OBJECT) and len(word) > 1 and word.isupper():
            tag &= ~(tags.PRONOUN | tags.OBJECT)  # "US" is none of us
        if lexicon.capital_nouns and tag & tags.SUBJUNCTIVE:
            tag &= ~(tags.AUXILIARY | tags.SUBJUNCTIVE)  # "Klage", "Folge"
        if lexicon.inflected and tag & tags.TIME:
            tag &= ~tags.TIME  # "Марта" is no month
    elif lexicon.capital_nouns and (_COMPOUND.search(word) or word in lexicon.phrases["small"]):
        tag |= tags.CAPITAL
    elif tag == tags.WORD and word.endswith(lexicon.endings["finite"]):
        tag |= tags.VERB
    if word.endswith(_POSSESSIVE) and not tag & tags.BE:
        tag |= tags.POSSESSIVE
    return tag
