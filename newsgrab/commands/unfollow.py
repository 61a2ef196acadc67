"""``newsgrab unfollow``: forget a followed address; its articles stay."""

from __future__ import annotations

import click

from newsgrab.commands.options import options, read_config
from newsgrab.errors import ExitCode, UsageError
from newsgrab.urls import without_userinfo


@click.command("unfollow")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@options("archive")
def command(urls: tuple[str, ...], quiet: bool, **settings: object) -> ExitCode:
    """Follow these addresses no more.

    The articles that came from them stay in the archive.
    """
    from newsgrab.follow.following import Followed, without_followed
    from newsgrab.follow.store import change_following, forget_memory, require_following

    config = read_config(settings)
    require_following(config.archive)
    gone: list[Followed] = []

    def change(following: tuple[Followed, ...]) -> tuple[Followed, ...]:
        kept, missing = without_followed(following, urls)
        if missing:
            raise UsageError(
                f"{without_userinfo(missing[0])} is not followed; `newsgrab following` lists what is"
            )
        gone.extend(each for each in following if each not in kept)
        return kept

    change_following(config.archive, change)
    for followed in gone:
        forget_memory(config.archive, followed.url)
        if not quiet:
            click.echo(f"no longer followed: {without_userinfo(followed.url)}", err=True)
    return ExitCode.OK
