import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

import newsgrab as package
from newsgrab.cli import newsgrab as group
from newsgrab.cli import run
from tests.crawls import article, response

PAGE = Path(__file__).parent.parent.parent / "fixtures/pages/themoscowtimes.com/message/page.html"

ROOT = Path(__file__).parents[2]
URL = "https://example.org/2024/05/03/harbour"


def test_version(newsgrab):
    assert newsgrab("--version").out == f"newsgrab {package.__version__}\n"


@pytest.mark.parametrize("name", [None, *group.list_commands(None)])
def test_every_command_has_help(newsgrab, name):
    ran = newsgrab(*([name] if name else []), "--help")
    assert ran.code == 0
    assert ran.out.startswith("Usage: newsgrab")
    assert ran.err == ""


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_next_to_nothing(option):
    code = (
        f"import sys; from newsgrab.cli import run; run([{option!r}]);"
        "print(*sorted(name for name in sys.modules if name.startswith('newsgrab')));"
        "print(sorted({'lxml', 'requests', 'yaml', 'bs4', 'sqlite3', 'tempfile', 'json'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-2:] == [
        "newsgrab newsgrab.cli newsgrab.commands newsgrab.errors newsgrab.stopping newsgrab.streams",
        "[]",
    ]


def test_a_page_loads_only_what_it_needs():
    code = (
        "import sys; from newsgrab.cli import run; run(['extract', sys.argv[1]]);"
        "unneeded = {'requests', 'sqlite3', 'bs4', 'readability', 'email', 'idna', 'newsgrab.sourcing.continental',"
        " 'newsgrab.extraction.plaintext', 'newsgrab.archive'};"
        "print(sorted(unneeded & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, PAGE], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("---\nheadline: Kyiv Says")
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_folder_that_was_removed_under_us_is_told(tmp_path, monkeypatch, capsys):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert run(["fetch", "http://127.0.0.1/"]) == 2
    assert capsys.readouterr().err == (
        "newsgrab: error[usage.bad_option] the folder that this was called in is no more there\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "no such command 'nonsense'; see `newsgrab --help`"),
        (["config", "--nonsense"], "no such option '--nonsense'; see `newsgrab config --help`"),
        (["config", "--delay", "soon"], "invalid value for '--delay': 'soon' is not"),
        (
            ["fetch", "http://127.0.0.1/", "--allow-private", "--delay", "0"],
            "option '--allow-private' lacks its value before '--delay'; see `newsgrab fetch --help`",
        ),
        (["fetch", "-A", "-q", "http://127.0.0.1/"], "option '-A' lacks its value before '-q'; see"),
        (["batch", "--failed", "--", "list.txt"], "option '--failed' lacks its value before '--'; see"),
        (["list", "-A", ""], "invalid value for '-A' / '--archive': a path is never empty; see"),
        (
            ["-A", "news", "list"],
            "no such option '-A'; options stand behind the command; see `newsgrab --help`",
        ),
        (
            ["https://jane:secret@example.org/"],
            "an address is no command; `newsgrab fetch` archives what is there; see `newsgrab --help`",
        ),
        (["show"], "missing argument 'ARTICLE'; see `newsgrab show --help`"),
        (
            ["list", "--since", "May"],
            "invalid value for '--since': 'May' is no day; write it as 2024-05-03; see",
        ),
    ],
)
def test_wrong_usage_is_one_line_and_two(newsgrab, arguments, words):
    ran = newsgrab(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"newsgrab: error[usage.bad_option] {words}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("name", group.list_commands(None))
def test_who_reads_a_file_says_why_it_cannot_be_read(name):
    paths = [each.type for each in group.get_command(None, name).params if isinstance(each.type, click.Path)]
    assert paths
    assert not any(path.readable for path in paths)  # else an archive of someone else's were wrong usage


def test_no_command_at_all_is_told_which_there_are(newsgrab):
    ran = newsgrab()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: newsgrab")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_are_told_how_to_complete(newsgrab, shell):
    script = newsgrab(env={"_NEWSGRAB_COMPLETE": f"{shell}_source"})
    assert script.code == 0
    assert f"_NEWSGRAB_COMPLETE={shell}_complete" in script.out


def test_commands_are_completed(newsgrab):
    asked = {"COMP_WORDS": "newsgrab fe", "COMP_CWORD": "1", "_NEWSGRAB_COMPLETE": "bash_complete"}
    assert newsgrab(env=asked).out == "plain,fetch\n"


def test_settings_are_told_with_their_origin(newsgrab):
    (newsgrab.cwd / "newsgrab.toml").write_text("delay = 4\n")
    ran = newsgrab("config", "--retries", "1", env={"NEWSGRAB_WORKERS": "3"})
    assert "delay = 4.0  # newsgrab.toml" in ran.out
    assert "retries = 1  # flag" in ran.out
    assert "workers = 3  # NEWSGRAB_WORKERS" in ran.out
    assert "deadline = 60.0  # default" in ran.out


def test_the_settings_as_told_are_a_settings_file(newsgrab):
    told = newsgrab("config", "--allow-private", "10.0.0.0/8", "--delay", "4").out
    (newsgrab.cwd / "newsgrab.toml").write_text(told)
    lines = newsgrab("config").out.splitlines()
    assert "delay = 4.0  # newsgrab.toml" in lines
    assert 'allow_private = ["10.0.0.0/8"]  # newsgrab.toml' in lines
    assert "# cookies is not set  # default" in lines


def test_a_bad_settings_file_is_one_line(newsgrab):
    (newsgrab.cwd / "newsgrab.toml").write_text("dealy = 4\n")
    ran = newsgrab("config")
    assert (ran.code, ran.err) == (
        2,
        "newsgrab: error[usage.bad_option] newsgrab.toml: unknown setting dealy\n",
    )


def test_a_value_may_begin_as_options_do(newsgrab):
    ran = newsgrab("config", "--contact=--me", "--user-agent", "-me")
    assert ran.code == 0
    assert {'contact = "--me"  # flag', 'user_agent = "-me"  # flag'} <= set(ran.out.splitlines())


def test_a_bug_is_one_line_with_a_log(monkeypatch, capsys, tmp_path):
    def broken(*_args, **_kwargs):
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr(group, "main", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run([]) == 1
    line = capsys.readouterr().err
    assert line.startswith("newsgrab: error[bug] ZeroDivisionError")
    assert line.count("\n") == 1
    assert "deep inside" in Path(line.split()[-1]).read_text("utf-8")


def started(place, *arguments, stdout, stderr=subprocess.PIPE):
    return subprocess.Popen(
        [sys.executable, "-m", "newsgrab", *arguments],
        cwd=place, env={"PYTHONPATH": str(ROOT)}, stdout=stdout, stderr=stderr,
    )  # fmt: skip


def test_a_reader_that_leaves_is_no_fault(tmp_path):
    process = started(tmp_path, "rules", stdout=subprocess.PIPE)
    process.stdout.close()
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")


WAIT = "import pathlib, time; pathlib.Path('waits').touch(); time.sleep(30)"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)]
)
@pytest.mark.parametrize(
    ("module", "content"),
    [("click.py", WAIT), ("sitecustomize.py", f"import atexit; atexit.register(exec, {WAIT!r}, {{}})")],
    ids=["at the start", "at the end"],
)
def test_a_signal_before_or_after_all_else_is_one_line(tmp_path, number, code, module, content):
    (tmp_path / module).write_text(content)
    process = subprocess.Popen(
        [sys.executable, "-m", "newsgrab", "--version"],
        cwd=tmp_path, env={"PYTHONPATH": f"{tmp_path}:{ROOT}"}, stderr=subprocess.PIPE,
    )  # fmt: skip
    while process.poll() is None and not (tmp_path / "waits").exists():
        time.sleep(0.02)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (code, b"newsgrab: stopped\n")


@pytest.mark.parametrize("arguments", [["rules"], ["config"], ["--help"]])
def test_a_full_disk_behind_standard_output_is_one_line(tmp_path, arguments):
    with Path("/dev/full").open("wb") as full:
        process = started(tmp_path, *arguments, stdout=full)
        _, said = process.communicate(timeout=60)
    words = b"what was printed could not be written: no space left on device"
    assert (process.returncode, said) == (7, b"newsgrab: error[archive.disk_full] " + words + b"\n")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("batch <&- >&- 2>&-", 2),
        ("extract - <&-", 5),
        ("search harbour -A . >&-", 7),
        ("list -A . 2>/dev/full", 7),
        ("sources 2>/dev/full", 2),
    ],
)
def test_a_stream_that_is_closed_or_full_does_not_hide_the_exit_code(tmp_path, line, code):
    done = subprocess.run(
        f"{shlex.quote(sys.executable)} -m newsgrab {line}",
        shell=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == code


def test_a_full_disk_behind_standard_error_stops_no_work(tmp_path):
    (tmp_path / "crawl.warc").write_bytes(response(URL, article("Harbour reopens")))
    with Path("/dev/full").open("wb") as full:
        process = started(tmp_path, "ingest", "crawl.warc", "none.warc", stdout=subprocess.PIPE, stderr=full)
        process.communicate(timeout=60)
    assert process.returncode == 3
    assert len(list(tmp_path.rglob("*harbour-reopens.md"))) == 1


@pytest.mark.parametrize("headline", ["Überfall am Hafen", "東京で地震"])
def test_files_have_their_names_in_every_locale(newsgrab, headline):
    (newsgrab.cwd / "crawl.warc").write_bytes(response(URL, article(headline)))
    elsewhere = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = newsgrab("ingest", "crawl.warc", env=elsewhere)
    assert (ran.code, ran.err.count("saved: ")) == (0, 1)
    (file,) = (newsgrab.cwd / "news-archive").rglob("*.md")
    assert file.name.endswith(f"-{headline.lower().replace(' ', '-')}.md")


def test_a_standard_output_that_is_open_for_reading_is_one_line(tmp_path):
    with Path("/dev/null").open("rb") as unwritable:
        process = started(tmp_path, "config", stdout=unwritable)
        _, said = process.communicate(timeout=60)
    words = b"what was printed could not be written: bad file descriptor"
    assert (process.returncode, said) == (2, b"newsgrab: error[usage.bad_option] " + words + b"\n")


LONG = "x" * 300


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("fetch", "-A", LONG, "http://example.org/a"), 7),
        (("explain", "-A", LONG, "a"), 7),
        (("extract", "--rules", LONG, "a"), 2),
        (("fetch", "http://example.org/\udcff"), 2),
        (("fetch", "\udcff\udcfe"), 2),
        (("fetch", "--ca-bundle", "a\nb", "http://example.org/a"), 2),
        (("batch", "harbour\nlist"), 2),
        (("update", "--failed", LONG), 2),
        (("update", "--summary-json", "x" * 6000), 2),
        (("show", "-A", ".", "\udcff"), 7),
    ],
)
def test_names_that_cannot_be_are_no_bug(newsgrab, arguments, code):
    ran = newsgrab(*arguments)
    assert (ran.code, ran.err.count("\n")) == (code, 1)
    assert "error[bug]" not in ran.err
    assert ran.err[:-1].isprintable()
