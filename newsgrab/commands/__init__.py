"""One file per subcommand: options, one call, what is printed.

Each module has a ``command``; what is slow to import is imported inside it.
"""

# In the order in which a person meets them, each with the first sentence of its help: ``--help`` says what
# there is without importing it all.
COMMANDS = {
    "fetch": "Archive the articles at these addresses.",
    "batch": "Archive every address in these lists.",
    "follow": "Remember feeds, news sitemaps or front pages.",
    "unfollow": "Follow these addresses no more.",
    "following": "List what is followed, and how that goes.",
    "update": "Archive what is new in everything that is followed.",
    "ingest": "Archive the articles that WARC files hold.",
    "extract": "Turn saved pages or text dumps into Markdown.",
    "explain": "Say why the article is what it is.",
    "sources": "Say who told the reporter.",
    "list": "List the articles in the archive, the latest first.",
    "search": "Search the articles, the best first.",
    "show": "Print an article.",
    "cite": "Print entries for a bibliography.",
    "serve": "Show the archive in a browser, until Ctrl-C.",
    "export": "Write articles to standard output in another format.",
    "log": "List an article's revisions.",
    "diff": "Show word by word what changed between two revisions.",
    "verify": "Check every file, capture and picture against its hash.",
    "rebuild": "Read the stored captures again by today's rules.",
    "forget": "Remove an article with its captures.",
    "rules": "List the rules, test them, or check the site rules.",
    "config": "Print each setting with its value and where that came from.",
}
