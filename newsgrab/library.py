"""The public functions. Nothing here prints and nothing exits."""
