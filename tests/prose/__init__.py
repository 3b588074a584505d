"""Tests of Markdown prose: its links, its HTML, its limits."""
