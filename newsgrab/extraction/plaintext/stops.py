"""How a row of a dump ends that the row below it does not go on with."""

from __future__ import annotations

import re

from newsgrab.text import SENTENCE_ENDS

# A sentence's end or a colon, with the marks and Markdown's signs that close behind it.
STOP = rf"""[{"".join(SENTENCE_ENDS)}:;]["'”’»«)\]」』）*]*"""
STOPPED = re.compile(rf"{STOP}\s*$")
