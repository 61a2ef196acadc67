"""The documents say what is so."""

import json
import re
import textwrap
from collections import defaultdict
from dataclasses import fields as dataclass_fields
from pathlib import Path

import click
import pytest

from newsgrab import errors
from newsgrab.archive import naming
from newsgrab.cli import newsgrab as group
from newsgrab.cli import run
from newsgrab.commands import COMMANDS as SUMMARIES
from newsgrab.commands import cite, export
from newsgrab.commands.options import usual
from newsgrab.config import DEFAULTS
from newsgrab.errors import ExitCode
from newsgrab.model import Metadata

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTEXT = click.Context(group)
COMMANDS = {name: group.get_command(CONTEXT, name) for name in group.list_commands(CONTEXT)}


def options_of(command):
    return {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for name in (*parameter.opts, *parameter.secondary_opts)
    }


def section(heading):
    return README.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def test_the_readme_names_every_command_and_no_other():
    assert set(re.findall(r"^\| `newsgrab (\w+)", section("Commands"), re.MULTILINE)) == set(COMMANDS)


def test_the_readme_names_every_option_and_no_other():
    told = set(re.findall(r"`(--?[\w-]+)[ `]", section("Commands")))
    assert told - {"--help"} == set().union(*map(options_of, COMMANDS.values()))


def test_the_readme_names_every_command_that_has_an_option():
    told = defaultdict(set)
    for options, meaning in re.findall(r"^\| (`-.+?) \| (\(`.+) \|$", section("Commands"), re.MULTILINE):
        for option in re.findall(r"`(--?[\w-]+)", options):
            told[option] |= set(re.findall(r"`(\w+)`", meaning))
    for option, commands in told.items():
        assert {name for name, command in COMMANDS.items() if option in options_of(command)} <= commands, (
            option
        )


def test_the_readme_names_every_word_of_an_output_template_and_no_other():
    (told,) = re.findall(r"^\| `-o`, .+$", README, re.MULTILINE)
    assert set(re.findall(r"\{(\w+)\}", told)) == set(naming.FIELDS)


def test_the_readme_names_every_format_and_no_other():
    (told,) = re.findall(r"^\| `--format NAME` \| (.+) \|$", README, re.MULTILINE)
    named = {
        command: set(re.findall(r"`(\w+)`", words))
        for command, words in re.findall(r"\(`(\w+)`\) ([^;]+)", told)
    }
    assert named == {"cite": set(cite.FORMATS), "export": set(export.FORMATS)}


def test_the_readme_has_every_exit_code_and_no_other():
    told = [int(code) for code in re.findall(r"^\| (\d+) \|", section("Exit codes"), re.MULTILINE)]
    assert told == [int(code) for code in ExitCode]


def test_the_readme_names_every_key_of_the_front_matter_and_no_other():
    rows = re.findall(r"^\| (`.+?`) \|", section("The article file"), re.MULTILINE)
    told = {key for row in rows for key in re.findall(r"`(\w+)`", row)}
    fields = {field.name for field in dataclass_fields(Metadata)}
    assert told - fields == {"images", "sources", "links", "capture", "stripped", "newsgrab"}
    assert fields <= told


def test_the_readme_names_every_field_of_the_json(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    read = "fixtures/pages/thehavenpost.example/harbour-reopens/page.html"
    assert run(["extract", "--json", read, "gone.html"]) == ExitCode.SOME_FAILED
    keys = {key for line in capsys.readouterr().out.splitlines() for key in json.loads(line)}
    rows = re.findall(r"^\| (`.+?`) \|", section("For programs") + section("The article file"), re.MULTILINE)
    assert keys <= {key for row in rows for key in re.findall(r"`(\w+)`", row)}


def families():
    """Yield the class string of every failure of a page."""
    yield errors.HttpError.code  # of a status that means nothing
    for family in (errors.NetError, errors.HttpError, errors.ContentError, errors.PolicyError):
        yield from (each.code for each in family.__subclasses__())


def test_every_failure_of_a_page_is_told_with_what_may_help():
    told = (ROOT / "docs" / "fetching.md").read_text("utf-8").split("\n## When a page does not come\n")[1]
    assert sorted(re.findall(r"`((?:net|http|content|policy)\.\w+)`", told)) == sorted(families())


def test_every_commands_module_is_a_command():
    modules = {path.stem for path in (ROOT / "newsgrab" / "commands").glob("*.py")}
    made = {
        name for name in modules if "@click.command(" in (ROOT / f"newsgrab/commands/{name}.py").read_text()
    }
    assert made == set(SUMMARIES)


def shown_runs():
    """Yield each command that the README shows with its whole or, around a line of dots, its partial output."""
    block = re.compile(r"^    \$ newsgrab (extract .+)\n((?:(?:    .*)?\n)+)", re.MULTILINE)
    for command, output in block.findall(README):
        yield command, [part.strip("\n") for part in textwrap.dedent(output).split("\n…\n")]


def test_what_the_readme_shows_is_what_comes(monkeypatch, capsys):
    runs = list(shown_runs())
    assert runs
    monkeypatch.chdir(ROOT)
    for command, parts in runs:
        assert run(command.split()) == 0
        printed = capsys.readouterr().out
        assert printed.startswith(parts[0])
        assert printed.rstrip("\n").endswith(parts[-1])


@pytest.mark.parametrize("name", [None, *sorted(COMMANDS)])
def test_help_prints_no_markup_and_no_sentence_is_cut(name, capsys):
    assert run([*([name] if name else []), "--help"]) == 0
    printed = capsys.readouterr().out
    assert "\\" not in printed
    assert "..." not in re.sub(r"\[?[A-Z|-]+\]?\.\.\.", "", printed)


def test_help_tells_the_defaults_that_hold():
    told = {
        parameter.name: parameter.help
        for command in COMMANDS.values()
        for parameter in command.params
        if isinstance(parameter, click.Option) and parameter.name in DEFAULTS
    }
    numbers = [
        name for name, value in DEFAULTS.items() if isinstance(value, int | float) and value is not False
    ]
    assert numbers
    for name in [*numbers, "archive", "profile", "output_template"]:
        assert told[name].endswith(f"({usual(name)})."), name


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_says_what_it_is_for(name):
    command = COMMANDS[name]
    assert command.help
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or parameter.help, parameter.name
    assert SUMMARIES[name] == command.get_short_help_str(limit=200)
