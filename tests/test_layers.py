"""The shape of the program: which package may import which, and how large a thought may grow."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "newsgrab"
MODULES = sorted(ROOT.rglob("*.py"))

# From the top down; a module imports from its own package and from lower levels only.
LEVELS = (
    {"__main__"},
    {"cli"},
    {"commands"},
    {"follow", "serving"},
    {"batch"},
    {"public"},
    {"pipeline"},
    {"reading", "pictures"},
    {"inputs", "fetching", "extraction", "sourcing", "archive"},
    {"writers"},
    {"config", "outcomes", "building"},
    {"urls", "preparing"},
    {"rules"},
    {"workers", "decoding"},
    {"limits"},
    {"model", "text", "errors", "streams", "stopping", "datafiles", ""},
)
LEVEL = {part: len(LEVELS) - depth for depth, parts in enumerate(LEVELS) for part in parts}

# From the first step to the last; none imports from a later one.
STEPS = ("lines", "page", "fields", "place", "media", "body", "boilerplate", "plaintext", "walls")

ONLY_IN = {
    "requests": {"fetching"},
    "urllib3": {"fetching"},
    "socket": {"fetching"},
    "lxml": {"extraction", "inputs"},
    "bs4": {"extraction"},
    "readability": {"extraction"},
    "sqlite3": {"archive"},
    "warcio": {"archive", "inputs"},
    "yaml": {"writers", "archive"},
    "markdown_it": {"writers"},
    "http": {"serving", "fetching"},
    "click": {"cli", "commands"},
}

MOST_LINES = 250
MOST_FUNCTION_LINES = 40
MOST_PARAMETERS = 4


def part_of(path):
    return path.relative_to(ROOT).with_suffix("").parts[0].removesuffix("__init__")


def imports(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


def code_lines(node, source):
    """Count the lines of a definition without docstring, comments and blank lines."""
    docstrings = {
        line
        for inner in ast.walk(node)
        if isinstance(inner, ast.FunctionDef | ast.ClassDef | ast.Module) and ast.get_docstring(inner)
        for line in range(inner.body[0].lineno, (inner.body[0].end_lineno or 0) + 1)
    }
    first, last = (node.lineno, node.end_lineno) if hasattr(node, "lineno") else (1, len(source))
    return sum(
        bool(source[line - 1].strip())
        and not source[line - 1].lstrip().startswith("#")
        and line not in docstrings
        for line in range(first, last + 1)
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path):
    here = part_of(path)
    for name in imports(ast.parse(path.read_text("utf-8"))):
        top, _, rest = name.partition(".")
        if top == "newsgrab":
            there = rest.partition(".")[0]
            is_lazy_front = here == ""  # PEP 562: newsgrab/__init__.py imports on first use what it shows
            assert there == here or is_lazy_front or LEVEL[there] < LEVEL[here], f"{here} imports {name}"
        assert here in ONLY_IN.get(top, {here}), f"{here} imports {name}"


@pytest.mark.parametrize("step", STEPS)
def test_no_step_of_extraction_imports_a_later_one(step):
    own_and_earlier = STEPS[: STEPS.index(step) + 1]
    for path in (ROOT / "extraction" / step).glob("*.py"):
        for name in imports(ast.parse(path.read_text("utf-8"))):
            if name.startswith("newsgrab.extraction."):
                assert name.split(".")[2] in own_and_earlier, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_budgets(path):
    source = path.read_text("utf-8").splitlines()
    tree = ast.parse("\n".join(source))
    assert code_lines(tree, source) <= MOST_LINES, "a module with two subjects?"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert code_lines(node, source) <= MOST_FUNCTION_LINES, f"{node.name} is long"
            is_command = any("click" in ast.unparse(decorator) for decorator in node.decorator_list)
            parameters = node.args.args + node.args.kwonlyargs
            named = [p for p in parameters if p.arg not in ("self", "cls")]
            assert is_command or len(named) <= MOST_PARAMETERS, f"{node.name} takes {len(named)} parameters"


def test_every_level_is_known():
    assert {part_of(path) for path in MODULES} <= set(LEVEL)


def test_every_step_of_extraction_is_known():
    assert {path.parent.name for path in (ROOT / "extraction").glob("*/__init__.py")} == set(STEPS)
