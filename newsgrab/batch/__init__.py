"""Many addresses: a stream of lists goes in, a stream of results comes out."""
