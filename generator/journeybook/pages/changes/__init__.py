"""Pages that show what changed between two revisions, and the markers on all other pages."""
