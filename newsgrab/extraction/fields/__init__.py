"""What a page says about its article, in its metadata or in print: claims, and the fields they come to."""
