"""Maps and emotion curves as SVG pictures that load nothing else; every text is wrapped to fit."""
