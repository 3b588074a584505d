"""Markdown prose: the links in it with their places, and the safe HTML made from it."""
