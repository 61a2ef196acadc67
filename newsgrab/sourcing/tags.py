"""The word classes that the reader of sentences knows; a token's tag is the sum of its classes."""

from __future__ import annotations

# How a token looks.
WORD = 1 << 0
CAPITAL = 1 << 1  # begins with a capital, or is a handle such as @name
NUMBER = 1 << 2
QUOTE = 1 << 3  # a whole quotation that is speech: one token
COMMA = 1 << 4
DASH = 1 << 5
COLON = 1 << 6
SEMICOLON = 1 << 7
OPENING = 1 << 8  # an opening bracket
CLOSING = 1 << 9
STOP = 1 << 10  # ends a sentence
POSSESSIVE = 1 << 11  # ends in 's
PHRASE = 1 << 12  # a quotation too short to be speech: reads as a word

# Marks that divide.
MARK = COMMA | DASH | COLON | SEMICOLON | STOP
CLAUSE_EDGE = MARK | QUOTE  # divides clauses
EDGE = CLAUSE_EDGE | OPENING | CLOSING  # divides phrases

# What the lexicon says of a word.
DETERMINER = 1 << 13
QUANTIFIER = 1 << 14  # "some", "others": may be a source by itself
PRONOUN = 1 << 15  # as subject
OBJECT = 1 << 16  # a pronoun as object
PREPOSITION = 1 << 17
ATTACHING = 1 << 18  # a preposition that may hang a phrase on the noun before it
CONJUNCTION = 1 << 19  # begins a clause
COORDINATOR = 1 << 20  # "and", "but", "or"
RELATIVE = 1 << 21
AUXILIARY = 1 << 22
MODAL = 1 << 23
NEGATION = 1 << 24
ADVERB = 1 << 25
TIME = 1 << 26  # days, months, "week", "morning"
OCCASION = 1 << 27  # "statement", "interview", "speech": where something is said
TITLE = 1 << 28  # "Mr.", "Sen."
ROLE = 1 << 29  # "president", "spokesman": a noun that may stand before a name
CUE = 1 << 30  # a form of a verb of saying
VERB = 1 << 31  # a form of any other verb
BE = 1 << 32
COMPLEMENTISER = 1 << 33  # "that" after a verb of saying
AMBIGUOUS = 1 << 34  # a verb of saying that is as often a noun: "reports", "states"
PLURAL = 1 << 35  # plural without showing it: "police", "they", "many"
REGION = 1 << 36  # what may stand behind the name of a town: "Ohio", "N.H."
OBLIQUE = 1 << 37  # an article in a case that no subject has: "dem", "des"
GENITIVE = 1 << 39  # an article that may hang its noun on the noun before: "des", "der"
ABBREVIATED = 1 << 40  # has its full stop
LEADING = 1 << 41  # the first word of a phrase such as "according to", "nach Angaben"
COLLECTIVE = 1 << 43  # one or several: "family", "team"
CONDITIONAL = 1 << 42  # in a mood that is as often the writer's own: "hätte", "wäre"
SUBJUNCTIVE = 1 << 38  # a verb in the mood of reported speech: "sei", "habe"

# What makes a clause of words.
FINITE = AUXILIARY | VERB | CUE

NAMED = {
    "determiner": DETERMINER,
    "quantifier": QUANTIFIER,
    "pronoun": PRONOUN,
    "object": OBJECT,
    "preposition": PREPOSITION,
    "attaching": PREPOSITION | ATTACHING,
    "conjunction": CONJUNCTION,
    "coordinator": CONJUNCTION | COORDINATOR,
    "relative": RELATIVE,
    "auxiliary": AUXILIARY,
    "be": AUXILIARY | BE,
    "modal": AUXILIARY | MODAL,
    "negation": AUXILIARY | NEGATION,
    "adverb": ADVERB,
    "time": TIME,
    "occasion": OCCASION,
    "title": TITLE,
    "role": ROLE,
    "verb": VERB,
    "abbreviation": 0,  # a word that keeps its full stop, and no more
    "complementiser": COMPLEMENTISER,
    "ambiguous": AMBIGUOUS,
    "plural": PLURAL,
    "collective": PLURAL | COLLECTIVE,
    "region": REGION,
    "oblique": DETERMINER | OBLIQUE,
    "genitive": DETERMINER | GENITIVE,
    "subjunctive": AUXILIARY | SUBJUNCTIVE,
    "conditional": AUXILIARY | SUBJUNCTIVE | CONDITIONAL,
}
