"""The samples of docs/cron.md: read by the programs that they are for, where these are installed."""

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from newsgrab.cli import newsgrab

CRON = (Path(__file__).parents[3] / "docs" / "cron.md").read_text("utf-8")


def samples(language):
    return re.findall(rf"```{language}\n(.*?)```", CRON, re.DOTALL)


def command_lines():
    pattern = re.compile(
        r"(?:^    |\*/15 \* \* \* \* |ExecStart=/usr/local/bin/)newsgrab (.+)$", re.MULTILINE
    )
    return list(pattern.findall(CRON))


@pytest.mark.parametrize("line", command_lines())
def test_every_command_line_is_understood(line):
    name, *arguments = shlex.split(line)
    command = newsgrab.get_command(click.Context(newsgrab), name)
    assert command is not None
    command.make_context(name, arguments)


def test_the_samples_are_all_there():
    assert len(command_lines()) >= 6
    (crontab,) = samples("crontab")
    assert re.search(r"^\*/15 \* \* \* \* newsgrab update ", crontab, re.MULTILINE)
    service, timer = samples("ini")
    for text, section in ((service, "Service"), (timer, "Timer")):
        parser = configparser.ConfigParser(interpolation=None)
        parser.optionxform = str
        parser.read_string(text)
        assert {"Unit", section, "Install"} == set(parser.sections())


def test_systemd_takes_the_units(tmp_path):
    for name, text in zip(("newsgrab.service", "newsgrab.timer"), samples("ini"), strict=True):
        assert all(re.fullmatch(r"\[\w+\]|\w+=.+|#.*|", line) for line in text.splitlines())
        (tmp_path / name).write_text(text.replace("/usr/local/bin/newsgrab", "/bin/true"))
    if tool := shutil.which("systemd-analyze"):  # its own word, where it is installed
        units = map(str, sorted(tmp_path.iterdir()))
        done = subprocess.run([tool, "verify", *units], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_logrotate_takes_its_file(tmp_path):
    file = tmp_path / "newsgrab"
    (text,) = samples("logrotate")
    file.write_text(text)
    assert re.fullmatch(r"(?:/\S+ )+\{\n(?:    \w+(?: \w+)*\n)+\}\n", text), (
        "path, braces, one directive a line"
    )
    if tool := shutil.which("logrotate"):  # its own word, where it is installed
        done = subprocess.run([tool, "--debug", str(file)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
