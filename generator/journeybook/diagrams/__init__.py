"""Diagrams: from plain values to Mermaid text, and from Mermaid text to a safe SVG for the page.

Nothing here depends on journeys, files, the clock or the network: values in, text out. The modules
`flowchart`, `journey`, `gantt`, `quadrant` and `xychart` write Mermaid; `draw` turns it into SVG.
"""
