"""The command line: one group, one error boundary, the exit codes."""

from __future__ import annotations

import errno
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import click

from newsgrab import __version__, commands, streams
from newsgrab.commands import COMMANDS
from newsgrab.errors import ArchiveIo, DiskFull, ExitCode, NewsgrabError, Shortage, UsageError, reason_of
from newsgrab.stopping import heeded

# What a full disk behind standard output says, one that was opened for reading, and a terminal that is gone.
_UNPRINTED: dict[int | None, type[NewsgrabError]] = {
    errno.ENOSPC: DiskFull,
    errno.EBADF: UsageError,
    errno.EIO: ArchiveIo,
}
_SHORTAGES = {errno.EAGAIN, errno.ENOMEM, errno.EMFILE, errno.ENFILE}


class Terminated(BaseException):
    """SIGTERM or SIGHUP arrived; like KeyboardInterrupt, it passes every handler but ours."""


class LazyGroup(click.Group):
    """A group that imports a command's module when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name the commands in the order a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"{commands.__name__}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; raises BadOptionUsage where an option lacks its value."""
        if args[0].lower().startswith(("http://", "https://")):
            raise click.UsageError("an address is no command; `newsgrab fetch` archives what is there", ctx)
        name, command, rest = super().resolve_command(ctx, args)
        if command:
            _require_values(click.Context(command, info_name=name, parent=ctx), rest)
        return name, command, rest

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Say what each command does, without importing it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, "-V", "--version", message="newsgrab %(version)s")
def newsgrab() -> None:
    """Archive news articles as Markdown: the article, its captions and its sources, and nothing else.

    \b
    newsgrab fetch https://example.org/2024/05/03/harbour-reopens
    newsgrab extract saved-page.html
    newsgrab explain saved-page.html
    """  # noqa: D301  click wants the sign itself before lines that stay as they are


def _require_values(ctx: click.Context, arguments: Sequence[str]) -> None:
    """Raise BadOptionUsage for an option that would take the next one for its value; click lets it."""
    valued = {
        name: isinstance(parameter, click.Option) and not (parameter.is_flag or parameter.count)
        for parameter in ctx.command.params
        for name in parameter.opts
    }
    rest = iter(arguments)
    for word in rest:
        if word == "--":
            return
        if valued.get(word):
            value = next(rest, "")
            if value.startswith("--") or value in valued:
                raise click.BadOptionUsage(word, f"option {word!r} lacks its value before {value!r}", ctx)


def main() -> None:
    """Run the command line and leave with its exit code."""
    _have_names_in_utf8()
    sys.exit(run(sys.argv[1:]))


def _have_names_in_utf8() -> None:
    """Begin again where files would be named in a locale's own characters, or some could not be named."""
    if sys.getfilesystemencoding() != "utf-8" and "utf8" not in sys._xoptions:  # noqa: SLF001  documented
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606  ourselves


def run(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` say; every failure ends here as one line and an exit code."""
    try:
        _heed_signals()
        streams.prepare()
        code = newsgrab.main(args=list(arguments), prog_name="newsgrab", standalone_mode=False)
        sys.stdout.flush()  # while a failure can still be told
    except NewsgrabError as error:
        _complain(_one_line(error.code, str(error)))
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return ExitCode.USAGE
    except click.ClickException as error:
        _complain(_wrong_usage(error))
        return ExitCode.USAGE
    except (KeyboardInterrupt, click.Abort):
        _complain("newsgrab: stopped")
        return ExitCode.INTERRUPTED
    except Terminated:
        _complain("newsgrab: stopped")
        return ExitCode.TERMINATED
    except BrokenPipeError:
        return _reader_left()
    except SystemExit as leaving:  # click's way out where the reader has gone, and after completing a word
        return _reader_left() if leaving.code else ExitCode.OK
    except Exception as error:  # noqa: BLE001  the one place where a bug becomes a line
        return _unexpected(error, show="--debug" in arguments)
    return code if isinstance(code, int) else ExitCode.OK


def _heed_signals() -> None:
    """Have what stops us raise."""
    for number in heeded():
        is_interrupt = number == signal.SIGINT
        signal.signal(number, signal.default_int_handler if is_interrupt else _terminate)


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise Terminated


def _complain(line: str) -> None:
    """Print to standard error; where that cannot be, the exit code has to say it alone."""
    try:
        click.echo(line, err=True)
    except OSError:
        streams.silence(sys.stderr)


def _wrong_usage(error: click.ClickException) -> str:
    """Say in our one line what click says in four."""
    said = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    command = context.command_path if isinstance(context, click.Context) else "newsgrab"
    wrong = said[:1].lower() + said[1:].removesuffix(".")
    if isinstance(error, click.NoSuchOption) and context and isinstance(context.command, LazyGroup):
        wrong = f"{wrong}; options stand behind the command"
    return _one_line(UsageError.code, f"{wrong}; see `{command} --help`")


def _one_line(code: str, said: str) -> str:
    """Word a failure; what was asked for may be named in it, with line ends and all."""
    from newsgrab.urls import printable  # not needed unless something is wrong

    return f"newsgrab: error[{code}] {printable(said)}"


def _reader_left() -> int:
    """Leave quietly when the program that read our output has gone, as ``head`` does."""
    streams.silence(sys.stdout)
    return ExitCode.OK


def _unexpected(error: Exception, *, show: bool) -> int:
    """Tell what befell the system from a bug of ours."""
    if isinstance(error, OSError) and error.errno in _UNPRINTED:
        return _unprinted(error, _UNPRINTED[error.errno])
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _SHORTAGES):
        return _too_little(error)
    if isinstance(error, FileNotFoundError) and _is_nowhere():
        _complain(f"newsgrab: error[{UsageError.code}] the folder that this was called in is no more there")
        return UsageError.exit_code
    return _report_bug(error, show=show)


def _is_nowhere() -> bool:
    """Tell whether someone removed the folder that this process works in."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _unprinted(error: OSError, kind: type[NewsgrabError]) -> int:
    """Tell that standard output takes nothing; the archive tells of its own disk itself."""
    streams.silence(sys.stdout)
    _complain(f"newsgrab: error[{kind.code}] what was printed could not be written: {reason_of(error)}")
    return kind.exit_code


def _too_little(error: Exception) -> int:
    """Tell that the system gives no more: that is no fault of the program, and asking again may do."""
    reason = reason_of(error) or "no memory left"
    _complain(f"newsgrab: error[{Shortage.code}] the system gives no more to this run: {reason}")
    return Shortage.exit_code


def _report_bug(error: Exception, *, show: bool) -> int:
    import tempfile  # neither is needed unless something is wrong
    import traceback

    trace = "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile(
        "w", prefix="newsgrab-bug-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as log:
        log.write(f"newsgrab {__version__}\n{trace}")
    _complain(f"newsgrab: error[bug] {type(error).__name__}: please report this with {Path(log.name)}")
    if show:
        _complain(trace)
    return ExitCode.BUG
