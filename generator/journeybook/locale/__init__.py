"""Interface words and locale facts of each language; `*.po` are the sources, `tables.py` is made
from them."""
