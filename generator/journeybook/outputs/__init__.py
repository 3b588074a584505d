"""What a build writes: a module for each kind of file."""
