"""One file a command: read, call the core, write, report.

A command is a function from a session and its arguments to an `Outcome`; only `cli.py` prints it
and exits. Heavy modules are imported at the command's door, so that `journeybook --help` stays
quick.
"""
