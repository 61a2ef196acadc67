"""Pages that must be refused, each with its class, and pages near them that must not."""

from dataclasses import replace

import pytest

from newsgrab.errors import ContentError
from newsgrab.extraction import extract
from newsgrab.extraction.fields.metadata import read_fields
from newsgrab.extraction.page.document import parse
from newsgrab.extraction.walls.admission import admit
from newsgrab.extraction.walls.phrases import count_phrases
from newsgrab.model import Block, Kind, Page
from newsgrab.rules import load
from newsgrab.rules.lexicon import examples

DEEP = "https://example.org/2024/05/harbour-reopens-after-storm"
SENTENCE = "The harbour of Port Haven was opened again on Friday after three days of work. "
TEASERS = "".join(
    f'<h3><a href="/2024/05/story-{n}">Teaser number {n} of the day</a></h3>' for n in range(25)
)


def page(body, head="", *, url=DEEP):
    html = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return Page(url=url, requested_url=url, body=html.encode())


def refusal(found):
    try:
        extract(found, load())
    except ContentError as error:
        return error.code
    return None


REFUSED = {
    "empty": ("content.empty", page("")),
    "shell": ("content.needs_js", page('<div id="root"></div><script src="/app.js"></script>')),
    "shell that asks": (
        "content.needs_js",
        page(
            "<noscript>You need to enable JavaScript to run this app.</noscript><div></div><script></script>"
        ),
    ),
    "challenge": (
        "content.bot_challenge",
        page(
            "<h1>example.org</h1><p>Checking if the site connection is secure</p>"
            "<p>Enable JavaScript and cookies to continue</p><script src='/cdn-cgi/challenge-platform/x'></script>",
            "<title>Just a moment...</title>",
        ),
    ),
    "press and hold": (
        "content.bot_challenge",
        page(
            "<h1>Pardon our interruption</h1><p>As you were browsing something about your browser"
            " made us think you might be a bot.</p>",
            "<title>Access to this page has been denied</title>",
        ),
    ),
    "consent": (
        "content.consent_wall",
        page(
            "<div><h1>We value your privacy</h1><p>We and our partners store and/or access information on a"
            " device, such as cookies, and process personal data.</p><button>Accept all</button>"
            "<button>Manage options</button></div>",
            "<title>The Haven Post</title>",
        ),
    ),
    "consent or pay": (
        "content.consent_wall",
        page(
            "<main><h2>Willkommen bei der Hafenpost</h2><p>Mit Werbung weiterlesen: Besuchen Sie uns mit"
            " Werbung und Tracking.</p><p>Ihre Einwilligung können Sie jederzeit widerrufen.</p></main>",
            "<title>Hafenpost: Zustimmung</title>",
        ),
    ),
    "consent in French": (
        "content.consent_wall",
        page(
            "<h1>Votre vie privée</h1><p>Nous et nos partenaires utilisons des cookies.</p>"
            "<button>Tout accepter</button><a href='#'>Continuer sans accepter</a>",
            "<title>Avant de continuer</title>",
        ),
    ),
    "consent with a button and no set phrase": (
        "content.consent_wall",
        page(
            "<h1>Samtycke</h1><p>Vi lagrar information på din enhet med cookies.</p>"
            "<button>Godkänn</button><button>Inställningar</button>",
        ),
    ),
    "consent with a list of partners": (
        "content.consent_wall",
        page(
            "<h1>Consent required</h1><p>We ask for your consent to use your personal data.</p><ul>"
            + "".join(
                f"<li>Partner {n} Ltd: cookies, device identifiers, advertising profiles, {n} days</li>"
                for n in range(40)
            )
            + "</ul><button>Agree and proceed</button>",
        ),
    ),
    "challenge in Polish": (
        "content.bot_challenge",
        page(
            "<h1>Weryfikacja</h1><p>Potwierdź, że nie jesteś robotem. Wykryliśmy nietypowy ruch z Twojej sieci.</p>"
        ),
    ),
    "teasers under a dated address": (
        "content.not_article",
        page(
            "<main><h1>Local</h1>"
            + "".join(
                f"<div><h2><a href='/2024/05/story-{n}'>Story {n}</a></h2><p>{SENTENCE} Number {n}.</p></div>"
                for n in range(12)
            )
            + "</main>",
            url="https://example.org/2024/05/03/harbour-reopens-after-storm",
        ),
    ),
    "soft 404 with teasers": (
        "content.soft_404",
        page(
            "<h1>We can’t find that page</h1><p>It may have been removed, or the address may be wrong.</p><ul>"
            + "".join(f"<li><a href='/s/{n}'>Story {n}</a><p>{SENTENCE * 3}</p></li>" for n in range(8))
            + "</ul>",
            "<title>Page not found</title>",
        ),
    ),
    "challenge in Italian, told by its box": (
        "content.bot_challenge",
        page("<h1>Ancora un attimo</h1><p>Risolvi il rompicapo qui sotto.</p><div class='h-captcha'></div>"),
    ),
    "challenge that explains itself at length": (
        "content.bot_challenge",
        page(
            "<h1>Making sure you’re not a bot!</h1><p>You are seeing this because the administrator of this website"
            " has set up a gate against companies that copy it day and night.</p><p>It uses proof-of-work, which"
            " costs a single reader little and a machine that reads all a lot. It is a compromise, and ends once"
            " machines can be told from people by other means.</p><p>Scripts must be allowed for it.</p>",
            "<title>Making sure you're not a bot!</title>",
        ),
    ),
    "challenge in Dutch": (
        "content.bot_challenge",
        page("<h1>Even geduld</h1><p>We controleren of je verbinding met haven.example veilig is.</p>"),
    ),
    "consent whose words were cut as a banner": (
        "content.consent_wall",
        page(
            "<div><h2>Tu privacidad nos importa</h2><p>Nosotros y nuestros 90 socios almacenamos información en un"
            " dispositivo, tales como cookies, y procesamos datos personales.</p><p>Puedes aceptar o suscribirte"
            " para leer sin aceptar.</p><button>Aceptar y continuar</button></div>",
            "<title>Configuración de privacidad</title>",
        ),
    ),
    "consent, its button in capitals without accents": (
        "content.consent_wall",
        page(
            "<h1>Σεβόμαστε την ιδιωτικότητά σας</h1><p>Χρησιμοποιούμε cookies και επεξεργαζόμαστε δεδομένα.</p>"
            "<button>ΣΥΜΦΩΝΩ</button>"
        ),
    ),
    "soft 404 in Hungarian": (
        "content.soft_404",
        page("<h1>A keresett oldal nem található</h1><p>Lehet, hogy megváltozott a címe.</p>"),
    ),
    "closed to a country, with a reason in the middle": (
        "content.not_article",
        page(
            "<h1>Hinweis</h1><p>Dieser Inhalt ist in Ihrem Land aus rechtlichen Gründen nicht verfügbar.</p>"
        ),
    ),
    "a question of age": (
        "content.not_article",
        page("<h1>18+</h1><p>What follows is not for children. You must be at least 18 to read on.</p>"),
    ),
    "work on the site": (
        "content.not_article",
        page("<h1>À bientôt</h1><p>Notre site est actuellement en maintenance, merci de votre patience.</p>"),
    ),
    "two words": ("content.not_article", page("<h1>Hi</h1><p>It works!</p>")),
    "a server's greeting": (
        "content.not_article",
        page(
            "<h1>Welcome!</h1><p>If you see this page, the web server is successfully installed and working.</p>"
        ),
    ),
    "closed to a region, with status 200": (
        "content.not_article",
        page(
            "<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this "
            "website from a country belonging to the European Economic Area (EEA), and therefore access "
            "cannot be granted at this time. For any issues, write to the editor or call our front desk.</p>"
        ),
    ),
    "results of a search": (
        "content.not_article",
        page(
            "<h1>Search results for “harbour”</h1>"
            + "".join(f"<div><h3>Story {n}</h3><p>{SENTENCE * 3}</p></div>" for n in range(9)),
            "<title>Search results for harbour | The Haven Post</title>",
        ),
    ),
    "soft 404": (
        "content.soft_404",
        page(
            "<h1>Page not found</h1><p>The page you are looking for may have been moved.</p>" + TEASERS,
            "<title>404 | The Haven Post</title>",
        ),
    ),
    "soft 404 in Polish": (
        "content.soft_404",
        page("<h1>Nie znaleziono strony</h1><p>Strona, której szukasz, nie istnieje.</p>"),
    ),
    "login": (
        "content.login",
        page(
            "<h1>Log in</h1><form><input name=user><input type=password><button>Log in</button></form>",
            "<title>Sign in - The Haven Post</title>",
        ),
    ),
    "login that only the address tells": (
        "content.login",
        page(
            "<h1>The Haven Post</h1><form><input name=user><input type=password><button>Go</button></form>",
            url="https://example.org/anmelden?back=/harbour",
        ),
    ),
    "front page": ("content.not_article", page(TEASERS, url="https://example.org/")),
    "front page that says so": (
        "content.not_article",
        page(
            TEASERS,
            '<script type="application/ld+json">{"@type": "WebSite", "headline": "The Haven Post today"}</script>',
            url="https://example.org/",
        ),
    ),
    "front page with summaries and a day": (
        "content.not_article",
        page(
            f"<span class=date>3 May 2024</span><div>{TEASERS}</div><ul>{f'<li><p>{SENTENCE * 3}</p></li>' * 9}</ul>",
            url="https://example.org/",
        ),
    ),
    "front page of a firm": (
        "content.not_article",
        page(f"<h1>Haven Ropes</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>", url="https://example.org/"),
    ),
    "page to get a new password": (
        "content.login",
        page(
            "<h1>Forgot your password?</h1><p>Enter the address that you gave us. We will write to you at once.</p>"
            "<form><input type=email><button>Send</button></form>",
            "<meta property=og:type content=article>",
        ),
    ),
    "page to make an account": (
        "content.login",
        page(
            f"<p>{SENTENCE}</p><form><input name=name><input type=password></form>",
            "<title>Konto erstellen | Hafenblatt</title>",
        ),
    ),
    "page to write to the site": (
        "content.not_article",
        page(f"<h1>Contact us</h1><p>{SENTENCE}</p><form><textarea></textarea></form>"),
    ),
    "form with a sentence": (
        "content.not_article",
        page(f"<h1>Book a rope</h1><p>{SENTENCE}</p><form><input type=tel></form>"),
    ),
    "picture of nothing": (
        "content.not_article",
        page(
            "<h1>Ropes of hemp</h1><div><h2>Made by hand in Port Haven since 1897</h2>"
            "<img src=/rope.jpg width=600 height=400></div>"
        ),
    ),
    "front page for a deep link": (
        "content.soft_404",
        page(
            TEASERS,
            '<link rel=canonical href="https://example.org/"><meta property="og:type" content="website">',
        ),
    ),
    "frames": (
        "content.not_article",
        Page(
            url=DEEP,
            requested_url=DEEP,
            body=b"<html><head><title>x</title></head><frameset cols='1,2'><frame src=a></frameset></html>",
        ),
    ),
    "undeclared stub": (
        "content.paywall",
        page(
            f"<article><h1>Harbour reopens</h1><p>{SENTENCE}</p><p>Subscribe to continue reading.</p></article>"
        ),
    ),
    "a stub below a label": (
        "content.paywall",
        page(
            f"<article><h1>Harbour reopens</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article>"
            "<div class=offer><strong>For subscribers only</strong><p>A month costs four coins.</p></div>"
        ),
    ),
    "a stub that breaks off beside a label": (
        "content.paywall",
        page(
            f"<header><a href=/login>Already a subscriber?</a></header><article><h1>Harbour reopens</h1>"
            f"<p>{SENTENCE} The crews had…</p></article>"
        ),
    ),
    "a missing page whose heading is of the second level": (
        "content.soft_404",
        page(
            "<main><h2>Siden blev ikke fundet</h2><p>Den side, du leder efter, er væk.</p></main>",
            "<title>The Haven Post</title>",
        ),
    ),
    "an error of a page's own program": (
        "content.not_article",
        page(
            "<h2>Application error: a client-side exception has occurred (see the browser console for more"
            " information).</h2>"
        ),
    ),
    "nothing but a paywall": (
        "content.paywall",
        page(
            "<article><h1>Harbour reopens</h1><div class=paywall><p>Subscribe to continue reading.</p></div></article>",
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour reopens",'
            ' "isAccessibleForFree": false}</script>',
        ),
    ),
}

KEPT = {
    "a brief with the word of an account in its headline": page(
        f"<h1>Voter registration</h1><p>{SENTENCE * 2}</p><form><input name=q></form>"
    ),
    "an article about forgotten passwords beside a form": page(
        f"<h1>Forgot your password? Half of Port Haven did</h1><p>{SENTENCE * 3}</p><form><input type=email></form>"
    ),
    "a short article of a site that goes by a word of forms": page(
        f"<form><input name=q></form><h1>Storm closes the harbour of Port Haven</h1><p>{SENTENCE * 2}</p>",
        "<title>Storm closes the harbour of Port Haven • The Register</title>",
    ),
    "a short article in a column that goes by a word of forms": page(
        f"<form><input name=q></form><h1>Why gulls love the quay at dawn</h1><p>{SENTENCE * 2}</p>",
        "<title>Why gulls love the quay at dawn | Feedback | Haven Science</title>",
    ),
    "a short article with a day and a short headline on such a site": page(
        f"<form><input name=q></form><h1>Ferry runs again</h1><time>3 May 2024</time><p>{SENTENCE * 2}</p>",
        "<title>Ferry runs again | Feedback | Haven Science</title>",
    ),
    "poems that are numbered": page(
        "<h1>Twelve poems of the sea</h1>" + "".join(f"<p>{n}</p><p>{SENTENCE}</p>" for n in range(1, 13))
    ),
    "an article at the root of a site of its own": page(
        f"<h1>The night of the storm</h1>{f'<p>{SENTENCE * 3}</p>' * 4}", url="https://example.org/"
    ),
    "a flash on a site with a vendor's script on every page": page(
        f"<article><h1>Harbour reopens</h1><p>{SENTENCE}</p></article>"
        "<script src='/cdn-cgi/challenge-platform/h/b/scripts/jsd/main.js'></script>"
        "<script src='/_Incapsula_Resource?SWJIYLWA=1'></script><script src='https://a.example/challenge.js'></script>"
    ),
    "a flash beside a form that asks whether one is human": page(
        f"<article><h1>Harbour reopens</h1><time>3 May 2024</time><p>{SENTENCE}</p></article><ul>"
        + "".join(
            f"<li><a href='/p/{n}'>An older note number {n} of this small paper</a></li>" for n in range(9)
        )
        + "</ul><form class=comment><label>Prove you are not a robot</label><input><button>Send</button></form>"
    ),
    "a flash beside a form's messages": page(
        f"<article><h1>Harbour reopens</h1><p>{SENTENCE}</p></article><form><p>An unexpected error occurred.</p></form>"
    ),
    "a dated flash whose headline asks as a challenge does": page(
        "<article><h1>Are you a robot? New show opens</h1><p><time datetime=2024-05-03>3 May 2024</time></p>"
        "<p>The new show at the theatre of Port Haven asks for two hours and leaves it open.</p></article>"
    ),
    "a flash whose headline holds the word of a missing page": page(
        "<article><h1>Ten films with time loops</h1><p>In the first a man lives the same day again and again.</p></article>"
    ),
    "a brief that quotes a consent dialog": page(
        "<article><h1>Court rules on banners</h1><p>“We and our partners store information on a device”: that is not"
        " enough, a court ruled. A button to reject all must be as plain as the other.</p></article>"
    ),
    "a brief that quotes a site's notice": page(
        "<article><h1>Tax office closed</h1><p>“We’ll be back soon”, the site tells all who come. Returns can be"
        " handed in until Wednesday, the office said.</p></article>"
    ),
    "a Japanese flash that says what remains, on a site with a shop": page(
        "<article><h1>港、再開へ</h1><p>港は金曜日に再開する。残りの作業は5日間かかると町は説明した。</p></article>"
        "<nav><a href=/a>有料記事</a></nav>",
        '<meta property="article:published_time" content="2024-05-03T10:00:00Z">',
    ),
    "a brief about cookies": page(
        "<article><h1>Firm fined over cookie banners</h1><p>The authority has fined a firm because its cookie"
        " banners made it harder to refuse cookies than to accept all of them.</p><p>“We use cookies to improve"
        " your experience” explains nothing, it said, and consent must be as easy to withdraw as to give.</p></article>"
    ),
    "a brief about a paywall": page(
        "<article><h1>Paper drops its paywall</h1><p>All articles can be read without a subscription from May, the"
        " publisher said. “Subscribe to continue reading” was the line that lost us the young, he said.</p></article>",
        '<meta property="article:published_time" content="2024-05-03T10:00:00Z">',
    ),
    "a brief that says what is for subscribers": page(
        "<article><h1>Opera opens a lounge</h1><p>The new lounge is for subscribers only, the opera said on Friday.</p>"
        "<p>All others may use the hall above the stairs, which was painted in the summer.</p></article>"
    ),
    "a brief with a line on what subscribers get": page(
        f"<article><h1>Harbour reopens</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>"
        "<p>For subscribers only: the map of the harbour as it will look when the wall is built.</p></article>"
    ),
    "a brief below a link for subscribers, beside articles for them": page(
        f"<header>Already a subscriber? <a href=/login>Log in</a></header><article><h1>Harbour reopens</h1>"
        f"<p>{SENTENCE}</p><p>{SENTENCE}</p></article><aside><p>Subscribers only</p></aside>"
        "<a href=/2024/05/ferry><span>For subscribers only</span> The last ferry leaves</a>"
    ),
    "a brief about lost pages": page(
        "<article><h1>Error 404 exhibition opens</h1><p>An exhibition about the missing page opens on Friday, the town"
        " said. It shows 120 pages that could not be found, and what became of those who looked for them.</p></article>",
        '<meta property="article:published_time" content="2024-05-03T10:00:00Z">',
    ),
    "a brief in Chinese": page(
        "<h1>港口重新开放</h1><p>港务局宣布，港口在三天风暴后重新开放。没有人受伤。</p>"
    ),
    "restaurants elsewhere": page(
        "<article><h1>Eight places to eat</h1>"
        + "".join(
            f"<div><h2><a href='https://place{n}.example/'>Place {n}</a></h2><p>{SENTENCE * 2}</p></div>"
            for n in range(8)
        )
        + "</article>"
    ),
    "an article": page(f"<article><h1>Harbour reopens</h1>{f'<p>{SENTENCE * 3}</p>' * 5}</article>"),
    "a flash": page(
        f"<div class=cookie-banner><p>We value your privacy. We and our partners use cookies.</p>"
        f"<button>Accept all</button></div><article><h1>Harbour reopens</h1><p>{SENTENCE * 4}</p></article>",
        '<meta property="article:published_time" content="2024-05-03T10:00:00Z">',
    ),
    "an article about robots": page(
        f"<article><h1>Are you a robot? How a test for people came about</h1>{f'<p>{SENTENCE * 3}</p>' * 5}"
        "<p>Verify you are human, such pages say.</p></article>",
        "<title>Are you a robot?</title>",
    ),
    "an article about a missing page": page(
        f"<article><h1>Page not found: the lost leaf of the town book</h1>{f'<p>{SENTENCE * 3}</p>' * 5}</article>",
        "<title>Page not found</title>",
    ),
    "a declared stub": page(
        f"<article><h1>Harbour reopens</h1><p>{SENTENCE}</p><p>Subscribe to continue reading.</p></article>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour reopens",'
        ' "isAccessibleForFree": "False"}</script>',
    ),
    "an article with many links": page(
        f"<article><h1>Harbour reopens</h1>{f'<p>{SENTENCE * 3}</p>' * 5}</article><aside>{TEASERS}</aside>"
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_wall_is_refused(name):
    code, found = REFUSED[name]
    assert refusal(found) == code


@pytest.mark.parametrize("name", KEPT)
def test_an_article_is_kept(name):
    assert refusal(KEPT[name]) is None


def test_a_declared_stub_says_so():
    assert extract(KEPT["a declared stub"], load()).article.metadata.paywalled is True


@pytest.mark.parametrize("example", examples("walls"), ids=lambda example: example["text"][:40])
def test_wall_phrases(example):
    kinds = {
        "content.bot_challenge": "challenge",
        "content.consent_wall": "consent",
        "content.soft_404": "missing",
        "content.not_article": "placeholder",
    }
    found = [
        code for code, kind in kinds.items() if count_phrases(example["text"].lower(), f"{kind}-phrases")
    ]
    if "wall" in example:
        assert example["wall"] in found
    else:
        assert all(count_phrases(example["text"].lower(), f"{kinds[code]}-phrases") < 2 for code in found)


def test_a_banner_on_a_short_page_is_no_wall():
    note = "<p>Ferries run again from noon. The harbour master said so this morning on the quay.</p>"
    links = "".join(
        f"<li><a href='/p/{n}'>An older note number {n} of this small paper</a></li>" for n in range(60)
    )
    banner = "<div class=cookie><p>We and our partners use cookies.</p><button>Accept all</button></div>"
    assert refusal(page(f"<h1>Ferries run again</h1>{note}<ul>{links}</ul>{banner}")) is None


BARE = {
    "content.consent_wall": (
        "We value your privacy",
        "We and our 842 partners store and/or access information on a device, such as cookies.",
        "Click below to consent to the above or make granular choices.",
        "You can change your settings at any time, including withdrawing your consent.",
        "Accept all",
        "Reject all",
        "Manage options",
    ),
    "content.bot_challenge": (
        "Just a moment...",
        "Checking your browser before accessing example.org.",
        "This process is automatic.",
        "Your browser will redirect to your requested content shortly.",
        "Enable JavaScript and cookies to continue",
        "Ray ID: 1234",
    ),
    "content.soft_404": (
        "Page not found",
        "Sorry, the page you are looking for could not be found.",
        "It may have been moved or deleted.",
        "Please check the address.",
        "Go to the home page",
        "Contact us",
    ),
    "content.not_article": (
        "500 Internal Server Error",
        "An unexpected error occurred.",
        "Please try again later.",
        "Reference: 1234",
        "Contact the administrator",
        "Server at example.org port 80",
    ),
}


@pytest.mark.parametrize("code", BARE)
@pytest.mark.parametrize("between", ["\n", "<br>", "</p><p>", "</div><div>"])
def test_a_wall_of_bare_lines(code, between):
    lines = between.join(BARE[code])
    body = lines if between == "\n" else f"<html><body>{between[-3:].strip('/')}{lines}</body></html>"
    assert refusal(Page(url=DEEP, requested_url=DEEP, body=body.encode())) == code


@pytest.mark.parametrize("code", BARE)
def test_a_dump_of_an_article_below_a_wall_is_kept(code):
    told = "\n".join(
        f"{SENTENCE}Ferries ran again on day {day}, the town said. {SENTENCE}" for day in range(4)
    )
    lines = "\n".join((*BARE[code][1:], "Harbour of Port Haven reopens after storm", "By Jane Doe", told))
    assert refusal(Page(url=DEEP, requested_url=DEEP, body=lines.encode())) is None


@pytest.mark.parametrize("start", ["", "<?xml version='1.0'?>", "<!DOCTYPE x>\n"])
def test_a_comment_is_no_text(start):
    assert refusal(Page(url=DEEP, requested_url=DEEP, body=f"{start}<!-- {SENTENCE * 9} -->".encode())) in (
        "content.empty",
        "content.not_article",
    )


def test_a_folder_that_a_server_lists():
    rows = "".join(f"<a href='{n}'>story-{n}.html</a>   2024-05-03 10:00   1{n}K\n" for n in range(90))
    assert refusal(page(f"<h1>Index of /2024</h1><pre>{rows}</pre>", "<title>Index of /2024</title>")) == (
        "content.not_article"
    )


CHINESE = "17日傍晚六点，江北老渡口的最后一班渡船离岸，大多数人是来告别的，也有人只是路过，在岸边站了很久。"


def test_pictures_without_words_are_no_article():
    pictures = "<div><img src='/a.jpg' width=600 height=400></div>" * 8
    menu = "".join(f"<a href='/{n}'>Boards of the harbour forum, {n}</a>" for n in range(20))
    assert refusal(page(f"<nav>{menu}</nav><h1>Harbour</h1><main>{pictures}</main>")) == "content.not_article"


def test_threads_each_with_the_number_of_its_answers_are_a_list():
    threads = "".join(f"<li><div>{n * 7}</div><div>{SENTENCE * 2}</div></li>" for n in range(1, 25))
    assert refusal(page(f"<h1>Harbour forum</h1><ul>{threads}</ul>")) == "content.not_article"
    dated = '<meta property="article:published_time" content="2024-05-03">'
    assert refusal(page(f"<h1>Harbour forum</h1><ul>{threads}</ul>", dated)) is None


def test_a_short_story_beside_many_headlines_is_an_article_in_chinese_too():
    story = f"<h1>江北老渡口开了最后一班船</h1><div>{f'<p>{CHINESE * 2}</p>' * 4}</div>"
    assert refusal(page(f"<main>{story}</main><div>{TEASERS}</div>")) is None
    assert refusal(page(f"<main><h1>江北</h1></main><div>{TEASERS}</div>")) == "content.not_article"


def test_a_brief_whose_sentences_are_all_its_standfirst_is_kept():
    found = page("<h1>Harbour reopens</h1><time>3 May 2024</time><p>Port Haven</p>")
    document = parse(found)
    fields = read_fields(document, load())
    fields = replace(fields, metadata=replace(fields.metadata, standfirst=SENTENCE * 2))
    body = (Block(kind=Kind.PARAGRAPH, text="Port Haven"),)
    assert admit(document, fields, body, load()) is None
