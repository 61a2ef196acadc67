"""The only package that opens a socket: an address goes in, a Page comes out."""

from __future__ import annotations

from newsgrab.fetching.client import Fetcher
from newsgrab.fetching.picture_types import picture_ending
from newsgrab.fetching.politeness import Politeness
from newsgrab.fetching.robots import Robots
from newsgrab.fetching.settings import FetchSettings, Validators, Wanted

__all__ = ["FetchSettings", "Fetcher", "Politeness", "Robots", "Validators", "Wanted", "picture_ending"]
