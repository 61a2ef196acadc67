"""One file per subcommand: options, one call, what is printed.

Each module has a ``command``; what is slow to import is imported inside it.
"""

COMMANDS = {
    "fetch": "newsgrab.commands.fetch",
    "batch": "newsgrab.commands.batch",
    "follow": "newsgrab.commands.follow",
    "unfollow": "newsgrab.commands.unfollow",
    "following": "newsgrab.commands.following",
    "update": "newsgrab.commands.update",
    "extract": "newsgrab.commands.extract",
    "explain": "newsgrab.commands.explain",
    "sources": "newsgrab.commands.sources",
    "list": "newsgrab.commands.list",
    "search": "newsgrab.commands.search",
    "show": "newsgrab.commands.show",
    "cite": "newsgrab.commands.cite",
    "log": "newsgrab.commands.log",
    "diff": "newsgrab.commands.diff",
    "verify": "newsgrab.commands.verify",
    "rebuild": "newsgrab.commands.rebuild",
    "forget": "newsgrab.commands.forget",
    "rules": "newsgrab.commands.rules",
    "config": "newsgrab.commands.config",
}
