"""The input budget: how much of anything one site may hold, and why.

Every limit is named in the message of the finding it causes.
"""

from __future__ import annotations

FILE_BYTES = 256 * 1024  # largest text file; the body limit below bites first for prose
BODY_BYTES = 64 * 1024  # largest prose that the Markdown renderer was measured to stay within 2 s on
YAML_DEPTH = 20  # libyaml's time grows with the square of the depth
YAML_NODES = 20_000
YAML_KEYS = 500
YAML_SCALAR_BYTES = 64 * 1024
ID_LENGTH = 64
HEADINGS = 500  # stages and steps of one journey: more is a data export, not a map
