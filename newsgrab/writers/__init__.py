"""An article becomes text."""
