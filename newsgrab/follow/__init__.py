"""Feeds, news sitemaps and front pages: what is followed, what they list, and what of that is new."""
