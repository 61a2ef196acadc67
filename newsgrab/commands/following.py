"""``newsgrab following``: what is followed, and how that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import print_json
from newsgrab.errors import ExitCode
from newsgrab.urls import without_userinfo

if TYPE_CHECKING:
    from newsgrab.follow.following import Followed
    from newsgrab.follow.memory import Memory


@click.command("following")
@options("json", "archive")
def command(as_json: bool, **settings: object) -> ExitCode:
    """List what is followed, and how that goes.

    One a line: its address, what it is, its filters, and its last trouble.
    """
    from newsgrab.follow.store import load_following, load_memory

    config = read_config(settings)
    for followed in load_following(config.archive):
        memory = load_memory(config.archive, followed.url)
        if as_json:
            print_json(_fields(followed, memory))
        else:
            click.echo("  ".join([without_userinfo(followed.url), *_words(followed, memory)]))
    return ExitCode.OK


def _words(followed: Followed, memory: Memory) -> list[str]:
    words = [
        f"{name}={','.join(values)}"
        for name, values in (
            ("language", followed.languages),
            ("section", followed.sections),
            ("match", (followed.match,) if followed.match else ()),
            ("tag", followed.tags),
        )
        if values
    ]
    read = f"read {memory.read_at:%Y-%m-%d %H:%M} UTC" if memory.read_at else "not yet read"
    trouble = [f"error[{memory.error}] {memory.failures} times in a row"] if memory.error else []
    return [*([memory.kind] if memory.kind else []), *words, read, *trouble]


def _fields(followed: Followed, memory: Memory) -> dict[str, object]:
    fields = {
        "url": without_userinfo(followed.url),
        "found_at": without_userinfo(followed.found_at or "") or None,
        "languages": list(followed.languages),
        "sections": list(followed.sections),
        "match": followed.match,
        "tags": list(followed.tags),
        "kind": memory.kind,
        "read_at": memory.read_at.isoformat() if memory.read_at else None,
        "failures": memory.failures,
        "error": memory.error,
        "next_at": memory.next_at.isoformat() if memory.next_at else None,
        "pending": len(memory.pending),
    }
    return {name: value for name, value in fields.items() if value not in (None, [])}
