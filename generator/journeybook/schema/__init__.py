"""Readers of what authors write: the text of a file in, a frozen document and findings out."""
