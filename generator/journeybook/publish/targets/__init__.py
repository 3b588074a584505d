"""The wikis we can publish to: one file each, and a row in `table.py`."""
