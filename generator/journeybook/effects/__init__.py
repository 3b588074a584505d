"""Everything that touches the outside world: disk, git, programs, the network, the preview."""
