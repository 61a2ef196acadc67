"""What a line of text says by itself, wherever it stands: a date, names, a credit, who speaks to whom."""
