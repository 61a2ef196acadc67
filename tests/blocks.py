"""Blocks of a page, as the rules see them: for tests of what they mark."""

from newsgrab.model import Block, Box, Inline, Kind

ROOT = Box(tag="article", text_length=2_000)
STORY = "The ferry sank at noon in calm water, the coast guard said on Friday. " * 3


def paragraph(text, box=ROOT, href=None, kind=Kind.PARAGRAPH):
    """Return one block of one run, which may be a link."""
    return Block(kind=kind, text=text, inlines=(Inline(text, href),), box=box)
