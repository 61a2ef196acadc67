"""``python -m newsgrab``."""

from newsgrab.cli import main

main()
