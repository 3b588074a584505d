"""`python -m journeybook`."""

from journeybook.cli import main

main()
