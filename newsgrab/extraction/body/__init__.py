"""The text of a page as a row of blocks, and which of its elements the rules choose."""
