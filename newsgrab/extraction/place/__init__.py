"""Where on a page the text of the article stands."""
