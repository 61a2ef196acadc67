"""The signals that end a run in order, each with its exit code."""

import signal

# Of a terminal that closes, or a broken connection to it; not on Windows.
_HANGUP = getattr(signal, "SIGHUP", None)
CODES: dict[int, int] = {signal.SIGINT: 130, signal.SIGTERM: 143} | ({_HANGUP: 143} if _HANGUP else {})
FROM_TERMINAL = set(CODES) - {signal.SIGTERM}  # all processes there get them


def heeded() -> list[int]:
    """Name the signals to obey: not those ignored from the start, as nohup and a shell's ``&`` have it."""
    return [number for number in CODES if signal.getsignal(number) is not signal.SIG_IGN]
