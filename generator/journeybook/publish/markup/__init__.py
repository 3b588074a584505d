"""Wiki pages as text: one file for each markup language."""
