"""Which blocks are not the article: each module marks what it knows, and all marks are cut at once."""
