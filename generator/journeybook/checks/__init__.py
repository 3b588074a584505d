"""Rules about whole maps, one file for each theme. A rule's docstring is its page in the manual."""
