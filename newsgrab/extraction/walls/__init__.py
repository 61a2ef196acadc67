"""Whether it is an article at all, or what stands where one should."""
