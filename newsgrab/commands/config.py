"""``newsgrab config``: each setting's value, and where it came from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from newsgrab.commands.options import decided, options
from newsgrab.errors import ExitCode


@click.command("config")
@options("json", "archive", "reading", "writing", "naming", "fetching")
def command(as_json: bool, **settings: object) -> ExitCode:
    """Print each setting with its value and where that came from.

    The lines can stand in a settings file as they are.
    """
    for setting in decided(settings):
        value = str(setting.value) if isinstance(setting.value, Path) else setting.value
        if as_json:
            click.echo(json.dumps({"setting": setting.name, "value": value, "origin": setting.origin}))
        elif value is None:  # TOML has no word for it
            click.echo(f"# {setting.name} is not set  # {setting.origin}")
        else:
            click.echo(f"{setting.name} = {json.dumps(value, ensure_ascii=False)}  # {setting.origin}")
    return ExitCode.OK
