"""Words for the index, in every script: where no spaces part words, each character is one."""

from __future__ import annotations

import re

# Scripts that are written without spaces, and Hangul, whose words end in particles.
_UNSPACED = re.compile(
    "["
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Burmese, Khmer
    "\u1950-\u19df\u1a20-\u1aaf\uaa60-\uaadf"  # Tai
    "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"  # Hangul
    "\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Kana
    "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "]"
)


def spaced(text: str) -> str:
    """Put spaces around characters that are words of their own.

    >>> spaced("東京で storm")
    ' 東  京  で  storm'
    """
    return text if text.isascii() else _UNSPACED.sub(r" \g<0> ", text)
