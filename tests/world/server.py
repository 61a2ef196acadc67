"""The outlets on loopback: each has an address of its own, a day that a test sets, and a log of what was asked."""

from __future__ import annotations

import html
import json
import threading
import time
from collections import Counter
from dataclasses import dataclass
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from types import TracebackType
from typing import Self

from tests.world.outlets import Dialect, Habit, Outlet, Story, paragraphs
from tests.world.paper import QuietServer

CRAWL_DELAY = 0.4
SLOWNESS = 0.3
CONSENT = (
    "<html><head><title>Before you continue</title></head><body><div id=consent class=consent-wall>"
    "<h1>We value your privacy</h1><p>We and our partners store and access information on your device. "
    "To continue to the site you must accept all cookies or choose a subscription without tracking.</p>"
    "<button>Accept all</button><button>Manage options</button></div></body></html>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as the server saw it."""

    outlet: int
    day: int
    path: str
    status: int
    began: float
    ended: float
    agent: str
    is_conditional: bool


class World:
    """Every outlet, running; ``day`` is today."""

    def __init__(self, count: int = 40) -> None:
        self.outlets = [Outlet(number=number) for number in range(count)]
        self.day = 0
        self.log: list[Asked] = []
        self.asked: Counter[int] = Counter()
        self._servers = [_server(self, outlet) for outlet in self.outlets]
        self._threads = [
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            for server in self._servers
        ]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def root(self, outlet: Outlet) -> str:
        """Return the address of a front page without its slash."""
        return f"http://{outlet.address}:{self._servers[outlet.number].server_address[1]}"

    def followed(self, outlet: Outlet) -> str:
        """Return the address that a person would follow."""
        paths = {
            Dialect.RSS: "/rss",
            Dialect.RDF: "/rss",
            Dialect.ATOM: "/atom.xml",
            Dialect.JSON: "/feed.json",
            Dialect.SITEMAP: "/news-sitemap.xml",
            Dialect.SITEMAP_INDEX: "/sitemap.xml",
        }
        return self.root(outlet) + paths.get(outlet.dialect, "/")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers."""

    status: int
    body: str = ""
    type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


def _server(world: World, outlet: Outlet) -> QuietServer:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            began = time.monotonic()
            reply = answer(world, outlet, self.path)
            etag = f'"{abs(hash(reply.body)):x}"'
            condition = self.headers.get("If-None-Match")
            if reply.status == 200 and condition == etag:
                reply = Reply(304)
            payload = reply.body.encode()
            world.log.append(
                Asked(
                    outlet=outlet.number,
                    day=world.day,
                    path=self.path,
                    status=reply.status,
                    began=began,
                    ended=time.monotonic(),
                    agent=self.headers.get("User-Agent", ""),
                    is_conditional=condition is not None,
                )
            )
            self.send_response(reply.status)
            for name, value in (("Content-Type", reply.type), ("ETag", etag), *reply.headers):
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return QuietServer((outlet.address, 0), Handler)


def answer(world: World, outlet: Outlet, path: str) -> Reply:
    """Answer as the outlet does today."""
    if path == "/robots.txt":
        return Reply(200, _robots(outlet, world.day), "text/plain")
    if outlet.habit is Habit.SLOW:
        time.sleep(SLOWNESS)
    if outlet.habit is Habit.FAILS and world.day == 1:
        return Reply(500, "out of order")
    listing = _listing(world, outlet, path)
    if listing:
        return listing
    stories = {story.path: story for day in range(world.day + 1) for story in outlet.listed(day)}
    if path.startswith("/go/") and path.removeprefix("/go") in stories:
        return Reply(301, headers=(("Location", path.removeprefix("/go")),))
    if path not in stories:
        return Reply(404, "no such page")
    return _article(world, outlet, stories[path])


def _article(world: World, outlet: Outlet, story: Story) -> Reply:
    if outlet.habit is Habit.WALLED and world.day == 1:
        return Reply(200, CONSENT)
    world.asked[outlet.number] += 1
    if outlet.habit is Habit.LIMITS and world.asked[outlet.number] % 3 == 0:
        return Reply(429, "not so fast", headers=(("Retry-After", "1"),))
    version = outlet.version(story, world.day)
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs(story, version))
    return Reply(
        200,
        f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{story.headline} | Outlet</title>
<link rel="canonical" href="{world.root(outlet)}{story.path}">
<meta property="og:type" content="article"><meta property="og:title" content="{story.headline}">
<meta property="article:published_time" content="{story.published.isoformat()}"></head>
<body><header><nav><a href="/">Outlet {outlet.number}</a> <a href="/local">Local</a></nav></header>
<main><article><h1>{story.headline}</h1><p class="byline">By Jane Doe</p>
<time datetime="{story.published.isoformat()}">{story.published:%B %d, %Y}</time>
{body}</article></main><footer><a href="/about-us">About us</a></footer></body></html>""",
    )


def _robots(outlet: Outlet, day: int) -> str:
    lines = ["User-agent: *"]
    if outlet.habit is Habit.CRAWL_DELAY:
        lines.append(f"Crawl-delay: {CRAWL_DELAY}")
    if outlet.habit is Habit.DISALLOWS:
        lines += [
            f"Disallow: {story.path}"
            for each in range(day + 1)
            for story in outlet.listed(each)
            if story.number
        ]
    return "\n".join(lines)


def _listing(world: World, outlet: Outlet, path: str) -> Reply | None:
    """Return the list at this path, if there is one."""
    go = "/go" if outlet.habit is Habit.REDIRECTS else ""
    entries = [
        (story, f"{world.root(outlet)}{go}{story.path}", outlet.modified(story, world.day))
        for story in outlet.listed(world.day)
    ]
    match (outlet.dialect, path):
        case (Dialect.RSS | Dialect.HOME_WITH_FEED, "/rss"):
            items = "".join(
                f"<item><title>{s.headline}</title><link>{url}</link><pubDate>{format_datetime(s.published)}</pubDate>"
                f"<atom:updated>{at.isoformat()}</atom:updated></item>"
                for s, url, at in entries
            )
            start = (
                "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Outlet</title>"
            )
            return Reply(200, f"{start}{items}</channel></rss>", "application/rss+xml")
        case (Dialect.RDF, "/rss"):
            items = "".join(
                f"<item><title>{s.headline}</title><link>{url}</link></item>" for s, url, _ in entries
            )
            start = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
            return Reply(200, f"{start}{items}</rdf:RDF>", "application/rdf+xml")
        case (Dialect.ATOM, "/atom.xml"):
            items = "".join(
                f"<entry><title>{s.headline}</title><link href='{url}'/><updated>{at.isoformat()}</updated></entry>"
                for s, url, at in entries
            )
            return Reply(
                200, f"<feed xmlns='http://www.w3.org/2005/Atom'>{items}</feed>", "application/atom+xml"
            )
        case (Dialect.JSON, "/feed.json"):
            items_ = [
                {"url": url, "title": s.headline, "date_modified": at.isoformat()} for s, url, at in entries
            ]
            feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Outlet", "items": items_}
            return Reply(200, json.dumps(feed), "application/feed+json")
        case (Dialect.SITEMAP, "/news-sitemap.xml") | (Dialect.SITEMAP_INDEX, "/sitemaps/news.xml"):
            items = "".join(
                f"<url><loc>{url}</loc><lastmod>{at.isoformat()}</lastmod></url>" for _, url, at in entries
            )
            return Reply(200, f"<urlset>{items}</urlset>", "application/xml")
        case (Dialect.SITEMAP_INDEX, "/sitemap.xml"):
            latest = max(at for *_, at in entries).isoformat()
            part = f"<sitemap><loc>{world.root(outlet)}/sitemaps/news.xml</loc><lastmod>{latest}</lastmod></sitemap>"
            return Reply(200, f"<sitemapindex>{part}</sitemapindex>", "application/xml")
        case (Dialect.FRONT_PAGE | Dialect.HOME_WITH_FEED, "/"):
            links = "".join(
                f"<article><h2><a href='{url}'>{s.headline}</a></h2></article>" for s, url, _ in entries
            )
            feed_link = "<link rel='alternate' type='application/rss+xml' href='/rss'>"
            head = feed_link if outlet.dialect is Dialect.HOME_WITH_FEED else ""
            return Reply(200, f"<html lang=en><head>{head}</head><body><main>{links}</main></body></html>")
    return None
