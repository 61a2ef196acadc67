"""``newsgrab verify``: every file and capture against the hash it was saved with."""

from __future__ import annotations

from collections import Counter

import click

from newsgrab.commands.options import options, read_config
from newsgrab.commands.report import print_json, say, say_counts
from newsgrab.errors import Damaged, ExitCode


@click.command("verify")
@options("json", "archive")
def command(as_json: bool, quiet: bool, **settings: object) -> ExitCode:
    """Check every file, capture and picture against its hash.

    Files that someone edited or renamed are told and are no fault; damaged and missing ones end in 7.
    """
    from newsgrab.archive import read_archive, verify
    from newsgrab.archive.verifying import FAULTS, State

    config = read_config(settings)
    counts: Counter[str] = Counter()
    is_faulty = False
    with read_archive(config.archive) as reader:
        for finding in verify(reader):
            counts[finding.state] += 1
            is_fault = finding.state in FAULTS
            is_faulty |= is_fault
            if as_json:
                file = str(config.archive / finding.file)
                print_json({"file": file, "state": str(finding.state), "detail": finding.detail})
            if is_fault:
                words = f"{finding.state}: {finding.detail}"
                say(f"{finding.file}: error[{Damaged.code}] {words}", err=True)
            elif finding.state is not State.WHOLE and not as_json and not quiet:
                say(f"{finding.state}: {finding.file}: {finding.detail}")
    if not quiet:
        say_counts("verified", counts)
    return ExitCode.ARCHIVE if is_faulty else ExitCode.OK
