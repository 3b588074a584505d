"""What a build writes, a file for each thing written."""
