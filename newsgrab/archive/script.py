"""Words for the index, in every script: where no spaces part words, each character is one."""

from __future__ import annotations

import re
import unicodedata

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


def as_indexed(text: str) -> str:
    """Give each letter its one form, and put spaces around characters that are words of their own.

    >>> as_indexed("東京で storm"), as_indexed("CO₂ in ２０２４")
    (' 東  京  で  storm', 'CO2 in 2024')
    """
    return text if text.isascii() else _UNSPACED.sub(r" \g<0> ", unicodedata.normalize("NFKC", text))
