"""Markdown by chance: plain text of any script mixed with what means something to a Markdown parser."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = (
    "a|b |\n|\n\n| |    |*|**|_|`|```\n|[|]|(|)|![|](|[^1]|[^2]|\n[^1]: x|\n\n    [^2]: y|\n\n[^3]: z|[x]: a.md|<|>|<b>|<!--|&amp;|&lt;|\\|\n- |\n1. |"
    "\n> |> |\n# |\n## b {#c}\n|{: .note #d}|{|}|\n: |\n!!! note\n    |---|\n===\n|[[touchpoint:demo-call]]|[[a|]]|"
    '(a.md "t")|(javascript:x)|<http://x.org>|<a@b>|سلام|。|é|\t|\r|\x02|\x03|\x00|  \n|:|"|\'|\\||a\\|b\n-\\|-\n'
)
PIECES = [piece.replace("\\|", "|") for piece in _PIECES.replace("\\|", "\0").split("|")]
PIECES = [piece.replace("\0", "|") for piece in PIECES]


def markdown_text() -> st.SearchStrategy[str]:
    """Up to forty pieces in a row, now and then any text in between."""
    piece = st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(max_size=8))
    return st.lists(piece, max_size=40).map("".join)
