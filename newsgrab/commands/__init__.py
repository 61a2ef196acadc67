"""One file per subcommand: options, one call, what is printed.

Each module has a ``command``; what is slow to import is imported inside it.
"""

COMMANDS = {
    "config": "newsgrab.commands.config",
}
