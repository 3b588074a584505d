"""The outside world: disk, git, the preview server. Nothing else in journeybook touches it."""
