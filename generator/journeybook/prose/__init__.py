"""Markdown prose: finds its links with their places, and renders it as safe HTML."""
