"""The archive in a browser: pages made of what it holds, and the server on loopback that gives them."""
