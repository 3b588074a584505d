"""Pages that answer a question over all maps: one file a page, each a view worked out from the
catalog."""
