"""Pages that answer a question over all maps: a module a page, each a view calculated from the
catalog."""
