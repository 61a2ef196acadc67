"""The only package that reads HTML: a page goes in, an extraction comes out."""
