import time

import pytest

from newsgrab.model import Sourcing
from newsgrab.sourcing import attribute
from newsgrab.sourcing.language import detect
from newsgrab.sourcing.lexicon import languages, load_lexicon

SAID = {
    "en": "The harbour will open on Monday, and it was not the wind, said Mayor Ann Lee.",
    "de": "Der Hafen öffne am Montag wieder, und es ist nicht der Wind, sagte Bürgermeisterin Anna Berg.",
    "es": "El puerto reabrirá el lunes, y no es por el viento, dijo la alcaldesa Ana Lira.",
    "fr": "Le port rouvrira lundi, et ce n'est pas le vent, a déclaré la maire Anne Lis.",
    "it": "Il porto riaprirà lunedì, e non è per il vento, ha detto la sindaca Anna Liri.",
    "pt": "O porto reabre na segunda-feira, e não é por causa do vento, disse a prefeita Ana Lira.",
    "pl": "Port zostanie otwarty w poniedziałek i nie chodzi o wiatr, powiedziała burmistrz Anna Lis.",
    "uk": "Порт відкриють у понеділок, і це не через вітер, повідомила мерка Анна Лис.",
    "ru": "Порт откроется в понедельник, и дело не в ветре, сообщила мэр Анна Лисина.",
}


@pytest.mark.parametrize("language", sorted(SAID))
def test_each_language_is_told_and_read(language):
    assert detect(SAID[language]) == language
    assert [source.type for source in attribute(SAID[language]).sources] == ["person"]


@pytest.mark.parametrize(
    "text",
    [
        "De haven gaat maandag weer open, zei de burgemeester, want het is niet de wind.",
        "El port reobrirà dilluns, ha dit l'alcaldessa, i no és pel vent que havia estat tancat.",
        "Segons el conseller, les obres del pont costaran dos milions d'euros i no s'acabaran fins a la tardor.",
        "O porto reabre o luns, dixo a alcaldesa, e non é polo vento que estivera pechado.",
        "A Xunta anunciou este martes unha nova lei de pesca para a costa galega.",
        "Portul se va redeschide luni, a spus primarul, și nu din cauza vântului a fost închis.",
        "Порт адкрыецца ў панядзелак, і справа не ў ветры, паведаміла Ганна Ліс, якая была на месцы.",
        "Порт откриват в понеделник и това не е заради вятъра, заяви кметът Иван Лисов, който беше на място.",
        "Лука ће бити отворена у понедељак и то није због ветра, рекла је Ана Лис, која је била на месту.",
        "Пристаништето ќе се отвори во понеделник и тоа не е поради ветерот, рече Ана Лис, која беше на место.",
        "Luka će se otvoriti u ponedjeljak i to nije zbog vjetra, rekla je Ana Lis, koja je bila na mjestu.",
        "Přístav se otevře v pondělí a není to kvůli větru, řekla starostka Anna Lisová, která byla na místě.",
        "Prístav sa otvorí v pondelok a nie je to pre vietor, povedala Anna Lisová, ktorá bola na mieste.",
        "Lee.",
        "",
    ],
)
def test_a_neighbour_language_gets_no_sources(text):
    assert attribute(text) == Sourcing()


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN_us", "de-AT", "ru-RU"])
def test_a_tag_names_its_language(tag):
    lexicon = load_lexicon(tag)
    assert lexicon is not None
    assert lexicon.language == tag[:2].lower()


def test_there_are_nine_lexicons():
    assert languages() == {"de", "en", "es", "fr", "it", "pl", "pt", "ru", "uk"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "A su juicio, la medida no es una solución para el sector de la pesca."),
        ("es", "Según el consejero, las obras del puente de la ría costarán dos millones de euros."),
        ("fr", "Selon le ministre, le pont de la rade sera fermé de mai à juin pour les travaux."),
        ("it", "Secondo il ministro, il ponte della rada sarà chiuso da maggio a giugno per i lavori."),
        ("pt", "Segundo o ministro, a ponte da ria fecha em maio e só reabre em junho."),
    ],
)
def test_neighbours_are_not_taken_for_each_other(language, text):
    assert detect(text) == language


@pytest.mark.parametrize(
    "piece", ["he said that ", ", saying ", "according to Lee ", "said: ", "“a ", "Ann Lee, "]
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_time_grows_with_the_text_and_no_faster(piece, language):
    start = time.process_time()
    attribute(piece * (60_000 // len(piece)), language=language)
    assert time.process_time() - start < 8  # seconds; quadratic time took far longer


@pytest.mark.parametrize("piece", ["He went home. ", "Zorp went home. ", "They said so, he told them. "])
def test_a_long_chain_of_pronouns_is_followed_only_so_far(piece):
    text = "Mr. Zorp came. " + piece * 3000 + "He said the road was shut."
    assert attribute(text, language="en").attributions
