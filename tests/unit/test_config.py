from pathlib import Path

import pytest

from newsgrab.config import DEFAULTS, PARSERS, Config, configure, settings
from newsgrab.errors import UsageError


def value_of(name, chosen):
    return next((s.value, s.origin) for s in chosen if s.name == name)


def test_every_setting_has_a_parser():
    assert set(PARSERS) == set(DEFAULTS)


def test_a_flag_wins_over_a_variable_that_wins_over_the_file(tmp_path):
    file = tmp_path / "c.toml"
    file.write_text('delay = 3\nretries = 7\narchive = "from-file"\n')
    chosen = settings({"delay": 1.5}, {"NEWSGRAB_DELAY": "2", "NEWSGRAB_RETRIES": "4"}, file=file)
    assert value_of("delay", chosen) == (1.5, "flag")
    assert value_of("retries", chosen) == (4, "NEWSGRAB_RETRIES")
    assert value_of("archive", chosen) == (Path("from-file"), str(file))
    assert value_of("deadline", chosen) == (60.0, "default")


def test_the_projects_file_wins_over_the_users(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    user = tmp_path / "home" / "newsgrab" / "config.toml"
    user.parent.mkdir(parents=True)
    user.write_text("delay = 1\nworkers = 2\n")
    Path("newsgrab.toml").write_text("delay = 5\n")
    config = configure(settings({}, {"XDG_CONFIG_HOME": str(tmp_path / "home")}))
    assert (config.delay, config.workers) == (5.0, 2)


def test_without_anything_the_defaults_stand(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert configure(settings({}, {})) == Config()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("speed = 3\n", "unknown setting speed"),
        ("delay = 'soon'\n", "delay cannot be 'soon'"),
        ("delay = -1\n", "delay cannot be -1"),
        ("delay = 1e10\n", "delay cannot be 10000000000.0"),
        ("timeout = 1e300\n", "timeout cannot be 1e+300"),
        ("timeout = 0\n", "timeout cannot be 0"),
        ("max_bytes = 0\n", "max_bytes cannot be 0"),
        ("workers = 0\n", "workers cannot be 0"),
        ("workers = 257\n", "workers cannot be 257"),
        ("robots = 'maybe'\n", "robots cannot be 'maybe'"),
        ("profile = 'word'\n", "profile cannot be 'word'"),
        ("delay =\n", "Invalid value"),
        ("delay = " + "[" * 9000, "recursion"),
        ("retries = " + "9" * 5000, "digits"),
        ("archive = '~nobody-of-that-name/news'\n", "archive cannot be '~nobody-of-that-name/news'"),
        ('archive = "a\\u0000b"\n', "archive cannot be 'a\\x00b'"),
        ("contact = 'Zażółć'\n", "contact cannot be 'Zażółć'"),
        ('user_agent = "me\\r\\nCookie: a"\n', "user_agent cannot be"),
    ],
)
def test_a_bad_file_is_named_with_its_fault(tmp_path, text, words):
    file = tmp_path / "c.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        settings({}, {}, file=file)
    assert str(file) in str(caught.value)
    assert words in str(caught.value)


def test_a_file_that_cannot_be_read_is_told_in_words(tmp_path):
    with pytest.raises(UsageError, match=r"gone\.toml: cannot be read: no such file or directory"):
        settings({}, {}, file=tmp_path / "gone.toml")


def test_a_file_without_an_end_is_not_read_to_it():
    with pytest.raises(UsageError, match=r"^/dev/zero: is too long for a file of settings$"):
        settings({}, {}, file=Path("/dev/zero"))


def test_a_flag_is_named_as_it_was_typed():
    with pytest.raises(UsageError, match=r"^--max-bytes cannot be 0$"):
        settings({"max_bytes": 0}, {})


def test_dashes_and_lists_are_understood(tmp_path):
    file = tmp_path / "c.toml"
    file.write_text('allow-private = ["10.0.0.0/8"]\nmax-bytes = 1000\n')
    config = configure(settings({}, {}, file=file))
    assert config.allow_private == ("10.0.0.0/8",)
    assert config.max_bytes == 1000


def test_a_byte_order_mark_does_no_harm(tmp_path):
    file = tmp_path / "c.toml"
    file.write_bytes(b"\xef\xbb\xbfdelay = 3\n")
    assert configure(settings({}, {}, file=file)).delay == 3.0
