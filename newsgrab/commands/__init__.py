"""One file per subcommand: options, one call, what is printed.

Each module has a ``command``; what is slow to import is imported inside it.
"""

COMMANDS = {
    "fetch": "newsgrab.commands.fetch",
    "extract": "newsgrab.commands.extract",
    "explain": "newsgrab.commands.explain",
    "sources": "newsgrab.commands.sources",
    "config": "newsgrab.commands.config",
}
