"""Who says so: text in, sources and attributions out; knows no HTML."""
