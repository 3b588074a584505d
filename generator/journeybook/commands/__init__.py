"""One file per command: declare its options, call the steps in `workflow`, report.

A command is a function from a session and its arguments to an `Outcome`; only `cli.py` prints and
exits. Commands import heavy modules inside their function, so that `journeybook --help` is fast.
"""
