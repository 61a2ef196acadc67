"""The way in, ``newsgrab`` or ``python -m newsgrab``: a signal is one line and a code, however early."""

import os
import signal

from newsgrab.stopping import CODES, heeded

_WORDS = b"newsgrab: stopped\n"


def main() -> None:
    """Run the command line, and leave in a word where a signal finds it not yet or no longer there."""
    _leave_on_signals()
    from newsgrab.cli import main as command_line  # takes a while

    try:
        command_line()
    finally:
        _leave_on_signals()


def _leave_on_signals() -> None:
    for number in heeded():
        signal.signal(number, _leave)


def _leave(number: int, _frame: object) -> None:
    try:
        os.write(2, _WORDS)
    finally:
        os._exit(CODES[number])


if __name__ == "__main__":
    main()
