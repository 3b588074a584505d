"""One file a command: read, call the core, write, report."""
