"""`python -m journeybook` is the same as `journeybook`."""

from journeybook.cli import main

if __name__ == "__main__":
    main()
