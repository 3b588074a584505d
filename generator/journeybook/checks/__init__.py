"""Rules about whole maps, a file a theme; the docstring of a rule is its page in the manual."""
