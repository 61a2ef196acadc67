"""What is sent, and what of an exchange may be kept: secrets go to one origin, and into no file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import unquote_to_bytes

import requests

from newsgrab.decoding import ACCEPT_ENCODING
from newsgrab.errors import BadUrl
from newsgrab.fetching.journey import Journey
from newsgrab.fetching.settings import FetchSettings, Wanted
from newsgrab.model import SECRET_HEADERS, Exchange, Headers

ACCEPT = {
    Wanted.ARTICLE: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
    Wanted.FEED: "application/rss+xml,application/atom+xml,application/feed+json,*/*;q=0.5",
    Wanted.IMAGE: "image/*,*/*;q=0.5",
    Wanted.ROBOTS: "text/plain,*/*;q=0.5",
}


def request_for(journey: Journey, settings: FetchSettings) -> requests.PreparedRequest:
    """Make the request for where a journey is; its headers are all that will be sent."""
    asked, target = journey.asked, journey.target
    headers = {
        "Host": target.netloc,
        "User-Agent": settings.agent,
        "Accept": ACCEPT[asked.wanted],
        "Accept-Encoding": ACCEPT_ENCODING,
    }
    if target.origin == asked.target.origin:
        if asked.target.userinfo:
            secret = b64encode(unquote_to_bytes(asked.target.userinfo)).decode("ascii")
            headers["Authorization"] = f"Basic {secret}"
        if asked.validators and asked.validators.etag:
            headers["If-None-Match"] = asked.validators.etag
        if asked.validators and asked.validators.last_modified:
            headers["If-Modified-Since"] = asked.validators.last_modified
    cookies = journey.cookies.header(target)
    if cookies:
        headers["Cookie"] = cookies
    try:
        return requests.Request("GET", target.url, headers=headers).prepare()
    except (requests.RequestException, ValueError) as error:
        raise BadUrl(f"{target.url[:200]} cannot be requested") from error


def exchange_of(
    response: requests.Response, started_at: datetime, address: str | None = None, payload: bytes = b""
) -> Exchange:
    """Keep what was said, without the secrets on either side."""
    raw, request = response.raw, response.request
    return Exchange(
        url=str(request.url),
        request_headers=_without_secrets(request.headers.items()),
        status_line=f"HTTP/{raw.version // 10}.{raw.version % 10} {raw.status} {raw.reason or ''}".strip(),
        response_headers=_without_secrets(raw.headers.items()),
        payload=payload,
        address=address or getattr(raw.connection, "address", None),
        started_at=started_at,
    )


def _without_secrets(headers: Iterable[tuple[str, str]]) -> Headers:
    return tuple((str(name), str(value)) for name, value in headers if name.lower() not in SECRET_HEADERS)
