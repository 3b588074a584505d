"""Pages of one journey: the map, its curve, its diagrams and its times."""
