"""A page as it was parsed: its elements, and what can be asked of one of them."""
