"""Derived facts, a file a question: never typed by an author, always worked out from the
catalog."""
