"""Pictures with their words, and posts, videos and frames from elsewhere."""
