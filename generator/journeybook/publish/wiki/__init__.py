"""Pages for a wiki: what they say, what the wiki has, and what to do about the difference."""
