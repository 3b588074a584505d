"""Maps and their curves drawn as pictures: SVG without anything from outside, every text wrapped to
fit."""
