"""German sentences, each with who is said to say what in it."""

import pytest

from newsgrab.sourcing import attribute

SAID = {
    "possessive": (
        "Jan Roth leitet den Hafen. Seinen Angaben zufolge ist die Mole zu kurz.",
        [("Jan Roth", "ist die Mole zu kurz")],
    ),
    "possessive of a woman": (
        "Eva Lind leitet den Hafen. Nach ihrer Ansicht ist die Mole zu kurz.",
        [("Eva Lind", "ist die Mole zu kurz")],
    ),
    "nobody's": (
        "Die Mole ist zu kurz. Seiner Ansicht nach ist auch der Kai zu kurz.",
        [(None, "ist auch der Kai zu kurz")],
    ),
    "a particle behind an apposition": (
        "Am Abend gab der Direktor der Werft, Jan Roth, bekannt, dass der Kai gesperrt bleibt.",
        [("Jan Roth", "dass der Kai gesperrt bleibt")],
    ),
    "two particles": (
        "Die Polizei geht nach dem Fund am Ufer davon aus, dass das Boot gestohlen wurde.",
        [("Polizei", "dass das Boot gestohlen wurde")],
    ),
    "a participle of two words": (
        "Das Amt hat mehrfach darauf hingewiesen, dass die Brücke alt ist.",
        [("Amt", "dass die Brücke alt ist")],
    ),
    "a verb of two words at the end": (
        "Wie die Werft am Montag bekannt gab, wird der Kai verkauft.",
        [("Werft", "wird der Kai verkauft")],
    ),
    "an infinitive": (
        "Die Stadt sagte zu, den Kai im Mai freizugeben.",
        [("Stadt", "den Kai im Mai freizugeben")],
    ),
    "a clause goes on behind its speaker": (
        "Der Hafen sei, so das Ministerium, seit Jahren nicht geprüft worden.",
        [("Ministerium", "Der Hafen sei, so das Ministerium, seit Jahren nicht geprüft worden")],
    ),
    "a relative clause alone": (
        "Die Schiffe, die laut Polizei keine Papiere haben, liegen am Kai.",
        [("Polizei", "die laut Polizei keine Papiere haben")],
    ),
    "a source at the end of everything": (
        "Der Hafen ist seit Freitag offen, nach ersten Medienberichten",
        [("ersten Medienberichten", "Der Hafen ist seit Freitag offen")],
    ),
    "an attribute of the source": (
        "Laut einer Umfrage unter 300 Firmen der Handelskammer Nord blickt die Küste ruhig auf das Jahr.",
        [("Umfrage", "blickt die Küste ruhig auf das Jahr")],
    ),
    "an explanation of the source": (
        "Nach Ansicht von Eva Lind, Vorsitzende des Ausschusses im Rat, hat der Hafen zu lange gewartet.",
        [("Eva Lind", "hat der Hafen zu lange gewartet")],
    ),
    "a noun of saying": (
        "Nach ersten Polizeiangaben blieb die Ladung trocken.",
        [("ersten Polizeiangaben", "blieb die Ladung trocken")],
    ),
    "whose saying it is": (
        "Nach Ansicht einiger Fischer ist der Fang zu klein.",
        [("Fischer", "ist der Fang zu klein")],
    ),
    "a name in the genitive": (
        "Im Rat sitzt auch Eva Lind. Nach Linds Worten fehlt nur das Licht.",
        [("Eva Lind", "fehlt nur das Licht")],
    ),
    "the spokesman of a name": (
        "Im Rat sitzt auch Eva Lind. Ein Sprecher Linds sagte, es fehle nur das Licht.",
        [("Ein Sprecher Linds", "es fehle nur das Licht")],
    ),
    "their own saying": (
        "Die Feuerwehr hat nach eigenen Angaben die halbe Werft abgesucht.",
        [("Feuerwehr", "Die Feuerwehr hat nach eigenen Angaben die halbe Werft abgesucht")],
    ),
    "the saying of somebody doubtful": (
        "Nach seinen Angaben wurde viel Geld bezahlt.",
        [(None, "wurde viel Geld bezahlt")],
    ),
    "a source with its place": (
        "Den Behörden in Steinau zufolge wurden alle Boote gehoben.",
        [("Behörden in Steinau", "wurden alle Boote gehoben")],
    ),
    "a compound that begins small": (
        "Im Hafen gibt es laut dpa-Bericht eine hohe Zahl von Wracks.",
        [("dpa-Bericht", "Im Hafen gibt es laut dpa-Bericht eine hohe Zahl von Wracks")],
    ),
    "what was said last": (
        "Die Polizei meldete, es sei ruhig. Demnach kam niemand zu Schaden.",
        [("Polizei", "es sei ruhig"), ("Polizei", "kam niemand zu Schaden")],
    ),
    "a report with its clause": (
        "Es gibt Berichte aus Steinau, wonach die Werft im Mai schließt.",
        [("Berichte aus Steinau", "die Werft im Mai schließt")],
    ),
    "the subject of the sentence before": (
        "Die Kriminalpolizei bittet um Hilfe. Der Mann sei groß und trage einen Bart.",
        [("Kriminalpolizei", "Der Mann sei groß und trage einen Bart")],
    ),
    "a mood behind a clause that leads in": (
        "Das Boot sei alt, sagte Eva Lind. Nachdem es leck geworden war, habe man es verkauft.",
        [
            ("Eva Lind", "Das Boot sei alt"),
            ("Eva Lind", "Nachdem es leck geworden war, habe man es verkauft"),
        ],
    ),
    "no mood of a noun": (
        "Das Boot sei alt, sagte Eva Lind. Die Stadt verkaufte im Mai auch Teile der Werft.",
        [("Eva Lind", "Das Boot sei alt")],
    ),
    "a speaker with a relative clause": (
        "Jan Roth, der seit Mai das Amt leitet, fordert Lampen am Kai.",
        [("Jan Roth", "Lampen am Kai")],
    ),
    "a speaker from a body": (
        "Eva Lind von der Gewerkschaft bezeichnete die Umfrage als „Witz“.",
        [("Eva Lind", "die Umfrage als „Witz“")],
    ),
    "a perfect that closes its clause": (
        "Wie Eva Lind angekündigt hatte, bleibt die Werft offen.",
        [("Eva Lind", "bleibt die Werft offen")],
    ),
    "a relative clause before the verb": (
        "In dem Brief, den Jan Roth nach Kiel geschickt hat, schreibt Eva Lind: „Wir bleiben hier.“",
        [("Eva Lind", "„Wir bleiben hier.“")],
    ),
    "a name that ends like an adverb": (
        "Neben ihm saß Hammert. Hammert lobte die Polizei und sagte, es sei gut gegangen.",
        [("Hammert", "es sei gut gegangen")],
    ),
    "who told it at the end": (
        "Die Werft bleibt offen, wie der Verein am Montag bekannt gab.",
        [("Verein", "Die Werft bleibt offen")],
    ),
    "a name behind a place": (
        "Der Leiter des Amtes in Steinau, Jan Roth, sagte, der Kai sei leer.",
        [("Jan Roth", "der Kai sei leer")],
    ),
    "a name like a verb": (
        "Der Leiter des Amtes, Will Roth, sagte, der Kai sei leer.",
        [("Will Roth", "der Kai sei leer")],
    ),
    "a name in quotation marks": (
        "Das Bündnis „Mehr Licht im Hafen“ sagte, der Kai sei zu dunkel.",
        [("Bündnis „Mehr Licht im Hafen“", "der Kai sei zu dunkel")],
    ),
    "a place in quotation marks": (
        "In der „Hafenpost“ schreibt Eva Lind, dass der Kai leer bleibt.",
        [("Eva Lind", "dass der Kai leer bleibt")],
    ),
    "two words lead in": (
        "In dem Streit um die Kräne, die seit Mai fehlen, hat Jan Roth gefordert, neue zu kaufen.",
        [("Jan Roth", "neue zu kaufen")],
    ),
    "whose view it is": (
        "Nach der Ansicht der Fischer ist der Fang zu klein.",
        [("Fischer", "ist der Fang zu klein")],
    ),
    "a name in quotation marks alone": (
        "Wie die „Aktion Hafen hilft“ heute mitteilte, wird am Kai geholfen.",
        [("Aktion Hafen hilft", "wird am Kai geholfen")],
    ),
    "a saying behind which the source stands": (
        "Ersten Ermittlungen der Polizei zufolge lag das Boot schief.",
        [("Polizei", "lag das Boot schief")],
    ),
    "an adverb behind an unknown people": (
        "Die Isländer hingegen sagen, der Kran trage die Last.",
        [("Isländer", "der Kran trage die Last")],
    ),
    "an adjective in the genitive": (
        "Am Abend bedauerte der Bund freier Fischer, dass der Kai leer ist.",
        [("Bund freier Fischer", "dass der Kai leer ist")],
    ),
    "a calling that only its ending tells": (
        "Die Seismologin Zoran Vok sagte, das Beben sei leicht.",
        [("Zoran Vok", "das Beben sei leicht")],
    ),
    "an office that one bears": (
        "Im Rat war Verkehrsministerin Helene Mark. Die Ministerin sagte, die Mole sei alt.",
        [("Helene Mark", "die Mole sei alt")],
    ),
    "another office": (
        "Im Rat war Verkehrsministerin Helene Mark. Die Justizministerin sagte, die Mole sei alt.",
        [("Justizministerin", "die Mole sei alt")],
    ),
    "an office of something else": (
        "Im Rat war Polizeisprecher Uwe Brandt. Der Sprecher der Werft sagte, die Mole sei alt.",
        [("Sprecher der Werft", "die Mole sei alt")],
    ),
    "the lawyer of a name": (
        "Im Rat war Eva Lind. Die Anwältin Eva Linds kam nicht. Die Anwältin sagte, die Mole sei alt.",
        [("Anwältin", "die Mole sei alt")],
    ),
    "as a report tells": (
        "Wie aus einem Bericht der Stadt hervorgeht, ist die Mole alt. Aus ihm geht hervor, dass sie reißt.",
        [("Bericht der Stadt", "ist die Mole alt")],
    ),
    "a second verb": (
        "Jan Roth nannte die Mole „morsch“ und forderte neue Lampen am Kai.",
        [("Jan Roth", "die Mole „morsch“"), ("Jan Roth", "neue Lampen am Kai")],
    ),
    "reported on and on": (
        "Eva Lind sagte auch, das Boot sei alt. Der Beamte sei krank. Man habe alles gesperrt.",
        [
            ("Eva Lind", "das Boot sei alt"),
            ("Eva Lind", "Der Beamte sei krank"),
            ("Eva Lind", "Man habe alles gesperrt"),
        ],
    ),
    "a king with a number": (
        "König Karl IX. Olaf sagte, das Boot sei alt.",
        [("Karl IX. Olaf", "das Boot sei alt")],
    ),
    "this was said in the paragraph before": (
        "Es regnet. Das Schiff liegt fest.\n\nDas teilte die Polizei mit.",
        [("Polizei", "Das Schiff liegt fest")],
    ),
    "this was said": (
        "Das Schiff liegt fest. Dies gab die Leitung der Werft am Montag bekannt.",
        [("Leitung der Werft", "Das Schiff liegt fest")],
    ),
    "a shout": (
        "Auf einem Schild stand „Rettet den Hafen!“ Minister Jan Roth sagte, der Kai bleibe offen.",
        [("Jan Roth", "der Kai bleibe offen")],
    ),
    "so says another": (
        "Der Kai sei leer, so auch Jan Roth.",
        [("Jan Roth", "Der Kai sei leer")],
    ),
    "two parties": (
        "CDU und FDP sagten, das Geld fehle.",
        [("CDU und FDP", "das Geld fehle")],
    ),
    "two bodies": (
        "Die Stadt und der Verein teilten mit, das Geld fehle.",
        [("Die Stadt und der Verein", "das Geld fehle")],
    ),
    "a body for two things": (
        "Das Amt für Umwelt und Verkehr sagte, das Eis sei dünn.",
        [("Amt für Umwelt und Verkehr", "das Eis sei dünn")],
    ),
    "half a word": (
        "Der Kai sei leer, teilte das Wirtschafts- und Verkehrsministerium mit.",
        [("Wirtschafts- und Verkehrsministerium", "Der Kai sei leer")],
    ),
    "one of two callings": (
        "Der Gründer und Chef der Werft, Jan Roth, sagte, das Geld fehle.",
        [("Jan Roth", "das Geld fehle")],
    ),
    "a preposition of the verb": (
        "Am Abend warb Jan Roth für den Plan und sagte, das Geld sei da.",
        [("Jan Roth", "das Geld sei da")],
    ),
    "of whom the police speak": (
        "Am Abend sprach die Polizei von wenigen Fällen am Kai.",
        [("Polizei", "von wenigen Fällen am Kai")],
    ),
    "written in a report": (
        "In dem Bericht der Stadt steht, dass die Mole reißt.",
        [("Bericht der Stadt", "dass die Mole reißt")],
    ),
    "a name of three words": (
        "Am Abend sagte Minister Tom de Vries, die Mole reiße.",
        [("Tom de Vries", "die Mole reiße")],
    ),
    "a name that ends in s": (
        "Am Abend sagte Minister Jan Peters, die Mole reiße.",
        [("Jan Peters", "die Mole reiße")],
    ),
    "a long relative clause": (
        "Lind, die beinahe nur Fischer vertritt und im Mai viel zu tun hat, nennt das Urteil „mutig“.",
        [("Lind", "das Urteil „mutig“")],
    ),
    "whose view it is without an article": (
        "Nach Einschätzung alter Fischer ist der Fang zu klein.",
        [("alter Fischer", "ist der Fang zu klein")],
    ),
    "a title before a noun": (
        "Wie die „Post“-Zeitung im Mai berichtete, steht die Werft leer.",
        [("„Post“-Zeitung", "steht die Werft leer")],
    ),
    "a title alone": (
        "Nach einem Bericht der „Neue Allgemeine Post“ steht die Werft leer.",
        [("Neue Allgemeine Post", "steht die Werft leer")],
    ),
    "an attribute before the noun": (
        "Am Abend sagte der für den Kai zuständige Beamte, dass Boote fehlen.",
        [("für den Kai zuständige Beamte", "dass Boote fehlen")],
    ),
    "a name without a capital": (
        "Nach Angaben der Agentur dpa steht die Werft leer.",
        [("Agentur dpa", "steht die Werft leer")],
    ),
    "what leads in to a quotation": (
        "Da das Boot hielt, war Roth froh: „Ein guter Tag“, sagte er am Kai.",
        [(None, "„Ein guter Tag“")],
    ),
    "these said": (
        "Die Fischer kamen zurück. Diese sagten, der Fang sei klein.",
        [(None, "der Fang sei klein")],
    ),
    "a body with a bracket and a place": (
        "Die Hafenaufsicht (HAS) in Steinau hält es für möglich, dass die Mole reißt.",
        [("Hafenaufsicht (HAS)", "dass die Mole reißt")],
    ),
    "a clause behind a comma that a perfect before it does not reach": (
        "Die Worte haben eine eigene Bedeutung, erzählt Ada Lind: „Sie standen auf dem alten Kai.“",
        [("Ada Lind", "„Sie standen auf dem alten Kai.“")],
    ),
    "a word between verb and subject that no list has": (
        "„Der Kai ist leer“, betonte vehement der Minister Jan Roth.",
        [("Jan Roth", "„Der Kai ist leer“")],
    ),
    "a verb that no list has": (
        "„Der Kai ist leer“, murrte die Ministerin Eva Lind.",
        [("Eva Lind", "„Der Kai ist leer“")],
    ),
    "a verb that no list has, at the beginning": (
        "Gestern stritt Jan Roth die Tat ab und gab an, in Kiel gewesen zu sein.",
        [("Jan Roth", "in Kiel gewesen zu sein")],
    ),
    "no adverb is the subject": (
        "Hieran anknüpfend betont der Autor, dass der Kai alt sei.",
        [("Autor", "dass der Kai alt sei")],
    ),
    "what he said": (
        "Er weiß, was Jan Roth ihm vorgeworfen habe: „Das ist alt und neu.“",
        [("Jan Roth", "„Das ist alt und neu.“")],
    ),
    "women and men": (
        "Viele Fischer:innen erzählen, dass der Kai zu ist.",
        [("Viele Fischer:innen", "dass der Kai zu ist")],
    ),
    "nobody by name": ("Im Amt sagt man, dass der Kai alt sei.", [(None, "dass der Kai alt sei")]),
    "the name behind a long attribute": (
        "„Das ist so“, erklärte der für den Kai zuständige Amtschef Jan Roth.",
        [("Jan Roth", "„Das ist so“")],
    ),
    "a name with von": (
        "Der Forscher Jan von Roth sagte, der Kai sei alt.",
        [("Jan von Roth", "der Kai sei alt")],
    ),
    "two callings of one": (
        "„Das ist so“, sagte Gründer und Chef Jan Roth.",
        [("Jan Roth", "„Das ist so“")],
    ),
    "one with a calling and another": (
        "Bürgermeister Lind und Chef Jan Roth sagten, der Kai sei leer.",
        [("Bürgermeister Lind und Chef Jan Roth", "der Kai sei leer")],
    ),
    "a name beside what he is": (
        "Amtschef Jan Roth kam. Der Hafen-Kritiker Roth war müde. „Das ist so“, sagte Roth.",
        [("Jan Roth", "„Das ist so“")],
    ),
    "a circle": (
        "Das Amt ist dagegen, heißt es in Kieler Fachkreisen.",
        [("Kieler Fachkreisen", "Das Amt ist dagegen")],
    ),
}
UNSAID = [
    "Preis: „Der Kai ist alt und neu.“",
    "Grundsatz: „Der Kai ist alt und neu.“",
    "Seit Jahresbeginn heißt es, der Hafen sei voll.",
    "Der Schock der Rückkehr half ihr. „Meine Befreiung ist jetzt ein halbes Jahr her.“",
    "Das Schiff liegt fest\n\nDas teilte die Polizei mit.",
    "Das teilte die Polizei mit.",
    "Damit bestätigt sich die Befürchtung, dass die Mole reißt.",
    "Seinen Abschied vom Kai hat er im Mai noch selbst angekündigt.",
    "Die Werft soll als „zu alt“ bezeichnete Kräne ersetzen.",
    "Der Fischer meldete sich im Hafen, er hatte Hunger.",
    "Die Werft will mehr Geld. Das lehnte die Stadt ab.",
    "Der Mann steht im Verdacht, das Boot gestohlen zu haben.",
    "Wenn die Stadt geklagt hätte, wäre das Geld jetzt da.",
    "Der Mann wurde wegen Betrugs, Erpressung und Nötigung verurteilt.",
    "Sie will wissen, wie Fischer um Hilfe bitten.",
    "Die Werft äußerte sich nicht zu dem Brand.",
    "Eva Lind sagte nicht, wann der Kai öffnet.",
    "Niemand erwartet, dass die Werft bleibt.",
    "Was fordern Sie, um den Kai zu retten?",
    "Der Fischer meldete sich am Montag aus dem Urlaub zurück.",
    "Sie fuhren zu dem vermuteten Ort des Brandes am Kai.",
    "73 Boote forderte der Sturm am Sonntag.",
    "Es gab viel zu tun, so etwa den Bau der Mole.",
    "Der Rat muss am Freitag entscheiden, ob die Werft bleibt.",
    "Der Mann, der in Kiel verurteilt worden war, wurde gestern entlassen.",
    "Die Sätze am Ende sind kurz. „Sie können jederzeit gehen.“",
    "Nach der Sitzung des Rates ging die Bürgermeisterin nach Hause.",
    "Der Rat verkündete, als der Regen kam.",
    "Die Stadt feierte am Sonntag ein großes Fest.",
    "Die Mannschaft verteidigte ihren Platz mit Erfolg.",
    "Der Minister lehnte die Bitte ab.",
    "Weil sie die Wache warnte, wurde das Feuer schnell gelöscht.",
    "Die Werft in Steinau wurde im Mai als „Stadt der Schiffe“ bekannt.",
    "Der Film zeigt Szenen aus „Das letzte Boot“ und andere mehr.",
    "Im Prozess sagten 62 Zeugen und vier Ärzte vor Gericht aus.",
]


@pytest.mark.parametrize(("text", "said"), SAID.values(), ids=SAID)
def test_who_says_what(text, said):
    found = attribute(text, language="de").attributions
    assert [(attribution.source, attribution.content) for attribution in found] == said


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_said(text):
    assert attribute(text, language="de").attributions == ()


def test_no_name_is_taken_from_the_clause_that_is_said():
    text = "Der Hafen bleibt zu. Das Ufer sei gesperrt, sagte die Ministerin, Anna Berg habe davon gewusst."
    assert {found["source"] for found in attribute(text, language="de").to_dict()["attributions"]} == {
        "Ministerin"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Jan Roth und Max Berg führen den Laden. Er sagt, das Geschäft laufe gut.",
        "Jan Roth und Max Berg führen den Laden. Seiner Ansicht nach läuft das Geschäft gut.",
        "Eva Roth und ihre Chefin führen den Laden. Sie sagt, das Geschäft laufe gut.",
    ],
)
def test_a_pronoun_behind_two_people_means_neither(text):
    assert [each.source for each in attribute(text, language="de").attributions] == [None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Ein Freund hat den Laden von Ada Roth übernommen. „Ich bin froh“, sagt die 81-Jährige.",
            "Ada Roth",
        ),
        ("Der Ort ehrt Karl Roth. „Ich bin froh“, sagt der 58-Jährige.", "Karl Roth"),
        ("Der Ort ehrt Karl Roth. „Ich bin froh“, sagt die 58-Jährige.", None),
        ("Ministerin Ada Roth lobte den Bau. „Ich bin froh“, sagte die SPD-Politikerin.", "Ada Roth"),
        ("Sein Verteidiger, Rechtsanwalt Jan Roth, wies das zurück. „Es war anders“, sagte er.", "Jan Roth"),
        ("Die Initiative kämpft. „Wir geben nicht auf“, betonte deren Sprecherin Ada Roth.", "Ada Roth"),
        ("Der Rat tagt. Xylia Roth lobte den Bau. „Es ist spät“, sagte sie.", None),
    ],
)
def test_words_that_mean_somebody_just_named(text, source):
    found = [each for each in attribute(text, language="de").attributions if each.quote_type == "direct"]
    assert [each.source for each in found] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Das Ofenrohr war alt. Ofenrohr sagte, es sei neu.",
        "Die Kritik war laut. Kritik meldeten alle am Bau des Kais an.",
    ],
)
def test_a_noun_that_has_an_article_elsewhere_is_nobody(text):
    assert [each.source for each in attribute(text, language="de").attributions] in ([], [None])


def test_what_only_tells_who_speaks_is_not_what_is_said():
    (found,) = attribute("Er habe mit allen gesprochen, sagte Jan Roth.", language="de").attributions
    assert (found.source, found.content) == ("Jan Roth", "Er habe mit allen gesprochen")


@pytest.mark.parametrize("name", ["Romy Biner", "Eren Güvercin", "Aiden Aimen"])
def test_who_speaks_is_called_by_the_last_name_later(name):
    last = name.split()[1]
    text = f"„Es war oft knapp“, sagte {name}. Man arbeite neu. „Vorher war es gut“, sagte {last}."
    (source,) = attribute(text, language="de").sources
    assert (source.name, source.aliases, source.cited) == (name, (last,), 2)


def test_who_speaks_does_not_take_the_last_name_from_one_who_is_known():
    text = "„Es war knapp“, sagte Kantor Lind. Eva Lind kam spät. „Vorher war es gut“, sagte Lind."
    assert "Eva Lind" in [source.name for source in attribute(text, language="de").sources]


def test_a_clause_behind_a_source_is_no_part_of_what_it_says():
    text = "Laut einem internen Papier, das der Post vorliegt, sollen zwei Kräne verkauft werden."
    (found,) = attribute(text, language="de").attributions
    assert found.content == "sollen zwei Kräne verkauft werden"
