"""The steps that commands share: load a site, build it, compare revisions. Each returns a value."""
