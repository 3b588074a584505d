"""Real wikis, started for a test on this computer and stopped with their whole process group."""
