"""The lists that a lexicon may have, each under the one name by which the grammars ask for it.

A language without a list has an empty one. A name that does not stand here is a fault of the lexicon.
"""

from __future__ import annotations

SETTINGS = {
    "grammar": "the name of the grammar that reads the language",
    "joint": 'a pattern of two words in one, its groups "first" and "second": "l’eau", "a-t-il"',
}
FLAGS = {
    "capital_nouns": "every noun begins with a capital",
    "double_names": "people have two last names, and are called by the first or by both",
    "drops_pronouns": "a verb without a subject goes on with the last one",
    "inflected": "names have cases",
    "large_particles": 'last names may begin with an article or a preposition: "Luca Di Riva"',
    "linked_names": 'last names may be linked: "Ana Lima da Costa"',
    "insertions": "the speaker may stand inside the quotation marks",
    "ordinal_dots": 'a dot behind a small number ends nothing: "3. Mai"',
}

TABLES = {
    "words": "class -> words; the classes are those of tags.NAMED",
    "verbs": 'frame -> lemma -> "finite | base | gerund | participle", each part any number of forms',
    "phrases": "name -> words, see PHRASES",
    "endings": "name -> endings, see ENDINGS",
    "particles": 'lemma -> the words that may follow it: "call for"; "davon+aus" is "davon … aus"',
    "channels": "how something was said -> the words that show it, divided by |",
    "anonymity": "what is asked for, why, and of whom it is told without a wish, each divided by |",
    "pronouns": "gender -> subject pronouns, see PRONOUNS",
    "epithets": 'gender, or "person" for either -> words that mean who was spoken of: "die -jährige"',
    "genders": "gender -> titles and roles that tell it",
    "titles": "word -> its short forms",
    "types": "type of source -> head nouns and words of names",
    "example": "a list that it proves, a text, and who is said to say what in it",
}

# What must follow a verb for it to report.
FRAMES = {
    "clause": "a clause or a quotation",
    "strict": "the same, but the verb has other meanings, so the clause must be plain",
    "any": "a noun phrase will do",
    "tell": "somebody is told",
    "ask": "the same, and the subject may stand behind",
    "object": "somebody is called something",
    "quote": "a quotation and nothing else",
    "particle": "one of its particles and a noun phrase",
    "impersonal": 'nobody speaks but a document: "heißt es in dem Brief"',
}
PRONOUNS = {
    "masculine": "a man",
    "feminine": "a woman",
    "neuter": "a body or a document",
    "either": "a woman, or any body",
    "plural": "several",
    "speaker": "whoever speaks",
    "indefinite": "nobody whom the text names",
    "relative": "whom the words before it name",
    "possessive": "nobody by itself",
    "last": "who spoke last",
}
GENDERS = ("masculine", "feminine")
TYPES = ("anonymous", "document", "group", "media", "official", "organisation", "person")
ANONYMITY = ("condition", "mention", "reason")

# Words, and sequences of words; where "verbs" is said, the lemmas of verbs.
PHRASES = {
    # The source, and what tells it.
    "according": 'before the source: "according to", "laut"',
    "beside": 'before the source, if nothing but its quotation stands beside it: "per Lira, «…»"',
    "measures": 'behind one of these it is no source: "according to plan"',
    "asides": "of these, those that need a comma before",
    "intensified": 'behind one of those it is more of something, and no source: "so viele"',
    "personal": 'with a pronoun that is the source in them: "selon lui"',
    "closing": 'behind the source: "zufolge"',
    "following": 'before one of the sayings: "nach Angaben der Stadt"',
    "sayings": "nouns of saying, which may end a compound",
    "views": "of these, those that any article may stand before",
    "timing": 'articles with which the other sayings tell when it was: "nach der Mitteilung"',
    "own": 'of whom the sentence itself speaks: "nach eigenen Angaben"',
    "by": 'before the one whose doing it is: "Angaben von Berg", "a story by Lee"',
    "referring": 'by whom it was said last: "demnach"',
    "containing": 'behind a report, before what it says: "wonach"',
    "connecting": 'before the verb that tells the source: "según anunció Lira"',
    "as": 'opens a clause that tells the source: "as Lee said", "wie Berg sagte"',
    "wondering": "before that word, which then tells no source",
    "locative": 'before a body that speaks in the plural: "в ведомстве добавили"',
    "pointing": 'to what was just said: "Das teilte die Polizei mit"',
    "nobody": "who says nothing",
    "polite": "with a capital in mid-sentence: who is spoken to",
    # What is said.
    "announcing": 'opens what is said, behind whatever stands between it and the verb: "that"',
    "called": 'before who gives a name to something: "what Lee called “a gift”"',
    "comparing": 'before a clause in which nothing is said: "than Lee said"',
    "governed": 'relative pronouns that end what is said, behind a preposition: "for which"',
    "carrying": 'before a noun that is a channel: "in a letter", "sent a letter"; without any, each is one',
    "towards": 'articles that are a preposition before several, or before a man: "disse a jornalistas"',
    "topical": 'behind a statement, before what it is about: "a statement on the road"',
    "infinitive": 'before the verb of what is asked for, or in it: "zu sperren", "freizugeben"',
    "purpose": 'opens what is not said: "um", "ohne"',
    "merely": 'behind "not": it is said after all',
    "being": 'before what somebody is or is called: "als alt bezeichnet"',
    "advocating": 'behind a name it goes with the verb: "sprach sich Jan Roth für … aus"',
    "accompanying": 'before one who does something beside: "with Lee calling it late"',
    "leading_in": 'participles that alone open a sentence, and are nobody: "Reacting, Lee said"',
    "gerundial": 'before a verb whose subject stands elsewhere: "in announcing it"',
    # Verbs that are apart.
    "asking": "verbs behind which another one is likely to speak",
    "showing": "verbs whose quoted object is no speech of their subject, but perhaps a title",
    "plain": "verbs behind which any noun begins a clause",
    "quoting": 'forms of verbs that hand on the words of another: "quoted Lee as saying"',
    "naming": 'verbs that stand behind what they name: "a class called Perception"',
    "speaking": 'verbs behind whose subject one of "by" begins what is said',
    "rejecting": "verbs that deny what they point to",
    "quoted": "verbs whose passive tells the speaker",
    "strict": "of the verbs with a particle, those that need a clause or a quotation",
    "yielding": 'verbs with the particle that makes them tell a document: "geht aus … hervor"',
    "self": "with which most verbs mean something else",
    "reflexive": "verbs that report with it still",
    "future": "forms with which an infinitive tells what nobody has said yet",
    "perfect": "forms that make a report of a participle; without any, all do",
    "chains": 'between a subject and its verb: "went on to"',
    # Noun phrases and names.
    "definite": "articles of what is known",
    "indefinite": "articles of what is not",
    "joining": "between two who speak as one",
    "bare": 'before a matter, which bears no name: "professeure de droit"',
    "linking": 'joins two words with a capital to one name: "Bank of Ham"',
    "one": 'articles before one man, where his calling has no plural: "der Fischer"',
    "unfeminine": 'articles of a body that is no "sie": "das Amt"',
    "possessive": 'before what is rarely somebody: "sa hausse"',
    "regnal": 'titles that stay with a name of one word: "King Charles"',
    "inside": 'small words in the name of a person: "de", "van"',
    "regional": 'with which a region\'s name begins: "New Ham"',
    "small": "names without a capital where every noun has one",
    "retelling": 'behind "the", before what somebody is who was spoken of: "the retired nurse"',
    "including": "before the members of a group",
    "no_adverbs": "words that end like an adverb and are none",
    "somebody": "relative pronouns that stand for people only",
}
ENDINGS = {
    "abstract": 'of nouns that are nobody: "Erklär-ung"',
    "adjective": 'of adjectives before their noun, the longest first: "alt-er", "alt-e"',
    "adverb": 'of adverbs: "late-ly"',
    "case": 'of names in any case: "Орлов-ым"',
    "declined": 'of an adjective that shows its case: "groß-em"',
    "feminine": 'of a woman\'s calling: "Minister-in"',
    "finite": 'of words that can only be verbs: "celebr-ó"',
    "genitive": 'of nouns that are no subject of a plural: "пешеход-ов"',
    "gerund": 'of verbs that stand for a clause: "say-ing"',
    "highest": 'of what is the most, which no genitive has: "größ-ter"',
    "infinitive": 'of verbs: "sage-n"',
    "nominative": 'of nouns and first names, beside none: "Ива-н", "Анн-а"',
    "numerous": 'of nouns that may be more than one: "Behörde-n", but not "Regierung"',
    "opening": "of words that are no nouns though they begin a sentence with a capital",
    "participle": 'of adjectives made of verbs: "angekündig-te", "leb-ende"',
    "past": 'of verbs in the past: "bristl-ed"',
    "personal": 'of nouns that are somebody: "Moderat-orin"',
    "plural": 'of verbs whose subject is several: "добави-ли"',
    "possessive": 'of the name of whom something is: "Lind-s"',
    "reflexive": 'of pronouns that mean the subject: "him-self"',
    "several": 'of nouns that are more than one: "skipper-s"',
    "single": 'of nouns that only end so: "pre-ss"',
    "strong": 'of an adjective that alone shows the genitive: "vieler alt-er Fischer"',
    "third_person": 'of verbs whose subject is one: "say-s"',
    "weak": 'of an adjective behind an article that is no subject\'s: "der deutsch-en"',
}
