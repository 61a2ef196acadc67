"""One file per subcommand: options, one call, what is printed."""
