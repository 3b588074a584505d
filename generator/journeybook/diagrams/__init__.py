"""Diagrams: from plain values to Mermaid text, and from Mermaid text to a safe SVG for the page.

Nothing here knows of journeys, files, clocks or networks: values in, text out. The text kinds are
`flowchart`, `journey`, `gantt`, `quadrant` and `xychart`; `draw` turns any of their texts into a
picture.
"""
