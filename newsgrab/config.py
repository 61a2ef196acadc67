"""Settings: a flag wins over ``NEWSGRAB_*``, that over the project's file, that over the user's file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from newsgrab.errors import UsageError, reason_of

PROJECT_FILE = "newsgrab.toml"
DEFAULT_TEMPLATE = "{host}/{year}/{month}/{date}-{slug}.md"
FLAG = "flag"
_NOBODY = "default"
MOST_WORKERS = 256
MOST_LETTERS = 1_000_000  # of a file of settings
MOST_SECONDS = 1e9  # what every clock and socket can wait for
_SENDABLE = re.compile(r"[!-~\xa1-\xff]([ -~\xa0-\xff]*[!-~\xa1-\xff])?")  # printable Latin-1
PROFILES = ("newsgrab", "obsidian", "hugo", "jekyll", "pandoc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything a user can set; times are in seconds, sizes in bytes."""

    archive: Path = Path("news-archive")
    profile: str = "newsgrab"
    output_template: str = DEFAULT_TEMPLATE
    rules: Path | None = None
    images: bool = False
    robots: bool = False
    workers: int = 32
    delay: float = 1.0
    retries: int = 2
    timeout: float = 20.0
    deadline: float = 60.0
    max_bytes: int = 20_000_000
    max_time: float | None = None
    allow_private: tuple[str, ...] = ()
    cookies: Path | None = None
    ca_bundle: Path | None = None
    proxy: str | None = None
    user_agent: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One value and where it came from: "flag", a variable's name, a file's path, "default"."""

    name: str
    value: object
    origin: str

    @property
    def is_default(self) -> bool:
        """Tell whether nobody has set it."""
        return self.origin == _NOBODY


def settings(
    flags: Mapping[str, object], environment: Mapping[str, str], *, file: Path | None = None
) -> tuple[Setting, ...]:
    """Decide every setting; ``file`` stands in place of the project's and the user's file.

    Raises UsageError for a file that cannot be read, an unknown key, or a value of the wrong kind.
    """
    layers = [_given(flags), _environment(environment)]
    layers += [_read_file(path) for path in ([file] if file else _usual_files(environment))]
    return tuple(_decide(name, layers) for name in PARSERS)


def configure(chosen: tuple[Setting, ...]) -> Config:
    """Make one frozen object of the settings."""
    return Config(**{setting.name: setting.value for setting in chosen})  # type: ignore[arg-type]


Layer = dict[str, tuple[object, str]]  # name -> raw value, origin


def _decide(name: str, layers: list[Layer]) -> Setting:
    for layer in layers:
        if name in layer:
            raw, origin = layer[name]
            try:
                return Setting(name=name, value=PARSERS[name](raw), origin=origin)
            except (TypeError, ValueError, KeyError) as error:
                where = f"--{name.replace('_', '-')}" if origin == FLAG else f"{origin}: {name}"
                raise UsageError(f"{where} cannot be {raw!r}") from error
    return Setting(name=name, value=DEFAULTS[name], origin=_NOBODY)


def _given(flags: Mapping[str, object]) -> Layer:
    return {
        name: (value, FLAG) for name, value in flags.items() if name in PARSERS and value not in (None, ())
    }


def _environment(environment: Mapping[str, str]) -> Layer:
    layer: Layer = {}
    for name in PARSERS:
        variable = f"NEWSGRAB_{name.upper()}"
        if environment.get(variable):
            layer[name] = (environment[variable], variable)
    return layer


def _usual_files(environment: Mapping[str, str]) -> list[Path]:
    """Return the files that are there, the project's first."""
    home = environment.get("XDG_CONFIG_HOME") or (
        str(Path(environment["HOME"]) / ".config") if environment.get("HOME") else None
    )
    candidates = [Path(PROJECT_FILE), *([Path(home) / "newsgrab" / "config.toml"] if home else [])]
    return [path for path in candidates if path.is_file()]


def _read_file(path: Path) -> Layer:
    try:
        with path.open(encoding="utf-8-sig") as file:
            written = file.read(MOST_LETTERS + 1)
        if len(written) > MOST_LETTERS:  # a device, perhaps, that has no end
            raise UsageError(f"{path}: is too long for a file of settings")
        table = tomllib.loads(written)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {reason_of(error)}") from error
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, a number or a nest beyond Python
        raise UsageError(f"{path}: {error}") from error
    names = {key.replace("-", "_"): value for key, value in table.items()}
    for name in names:
        if name not in PARSERS:
            raise UsageError(f"{path}: unknown setting {name}")
    return {name: (value, str(path)) for name, value in names.items()}


def _path(raw: object) -> Path:
    if not isinstance(raw, str | Path):
        raise TypeError
    if not str(raw) or "\0" in str(raw):
        raise ValueError
    try:
        return Path(raw).expanduser()
    except RuntimeError as error:  # ~nobody has no home
        raise ValueError from error


def _word(raw: object) -> str:
    if not isinstance(raw, str) or not raw:
        raise TypeError
    return raw


def _header(raw: object) -> str:
    """Take what can be sent in the head of a request."""
    word = _word(raw)
    if not _SENDABLE.fullmatch(word):
        raise ValueError
    return word


def _truth(raw: object) -> bool:
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    return raw if isinstance(raw, bool) else words[str(raw).lower()]


def _amount(raw: object) -> float:
    number = float(str(raw))
    if not 0 <= number < float("inf"):
        raise ValueError
    return number


def _seconds(raw: object) -> float:
    amount = _amount(raw)
    if amount > MOST_SECONDS:
        raise ValueError
    return amount


def _positive_seconds(raw: object) -> float:
    return _some(_seconds(raw))


def _some(raw: object) -> float:
    amount = _amount(raw)
    if not amount:
        raise ValueError
    return amount


def _count(raw: object) -> int:
    return int(_amount(int(str(raw))))


def _size(raw: object) -> int:
    return int(_some(_count(raw)))


def _workers(raw: object) -> int:
    count = _count(raw)
    if not 1 <= count <= MOST_WORKERS:
        raise ValueError
    return count


def _words(raw: object) -> tuple[str, ...]:
    return tuple(raw.replace(",", " ").split()) if isinstance(raw, str) else tuple(map(str, _sequence(raw)))


def _sequence(raw: object) -> list[object]:
    if not isinstance(raw, list | tuple):
        raise TypeError
    return list(raw)


def _profile(raw: object) -> str:
    if raw not in PROFILES:
        raise ValueError
    return str(raw)


PARSERS: dict[str, Callable[[object], object]] = {
    "archive": _path,
    "profile": _profile,
    "output_template": _word,
    "rules": _path,
    "images": _truth,
    "robots": _truth,
    "workers": _workers,
    "delay": _seconds,
    "retries": _count,
    "timeout": _positive_seconds,
    "deadline": _positive_seconds,
    "max_bytes": _size,
    "max_time": _seconds,
    "allow_private": _words,
    "cookies": _path,
    "ca_bundle": _path,
    "proxy": _word,
    "user_agent": _header,
    "contact": _header,
}
DEFAULTS = {field.name: field.default for field in fields(Config)}
