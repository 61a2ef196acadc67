"""Speed and quality, measured the same way every time."""
