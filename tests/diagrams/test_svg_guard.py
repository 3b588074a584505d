"""The guard accepts what is listed, and rejects everything else."""

from __future__ import annotations

import pytest

from journeybook.diagrams.svg_guard import guard, is_safe_link

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>*{}</style>",
        '<rect style="fill:red"/>',
        '<rect onclick="x()"/>',
        "<foreignObject/>",
        "<image href='x.png'/>",
        "<use href='#a'/>",
        "<animate/>",
        "<svg/>",
        "<set attributeName='href'/>",
        '<a href="javascript:alert(1)"/>',
        '<a xlink:href="javascript:alert(1)"/>',
        '<a href="&#106;avascript:alert(1)"/>',
        '<a href="java&#9;script:alert(1)"/>',
        '<rect href="x.html"/>',
        '<path marker-end="url(#missing)"/>',
        '<path marker-end="url(https://x/#a)"/>',
        '<rect fill="url(#a)"/>',
        '<rect fill="URL(https://x)"/>',
        '<rect id="a"/><rect id="a"/>',
        '<rect id="a b"/>',
        '<b xmlns="http://www.w3.org/1999/xhtml">x</b>',
        '<rect xmlns="urn:other"/>',
        '<rect xml:base="https://x"/>',
        "<!-- x -->",
        "<![CDATA[x]]>",
        "<?x y?>",
        "<g>",
    ],
)
def test_anything_not_listed_is_rejected(inside: str) -> None:
    result = guard(f"{HEAD}{inside}</svg>")
    assert result.svg is None
    assert result.reason


@pytest.mark.parametrize(
    "document",
    [
        "",
        "text",
        "<html/>",
        "<svg><rect/></svg><svg/>",
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        f"{HEAD}{'<g>' * 100_000}{'</g>' * 100_000}</svg>",
        f"{HEAD}{'<g/>' * 30_000}</svg>",
    ],
)
def test_anything_but_a_plain_svg_is_rejected(document: str) -> None:
    assert guard(document).svg is None


def test_anything_listed_is_accepted_and_rewritten() -> None:
    inside = (
        '<a xlink:href="a.html#b"><text x="1">a &lt; b &amp; c</text></a><path id="p" d="M0,0"/>'
    )
    assert guard(f"{HEAD}{inside}</svg>").svg == (
        '<svg xmlns="http://www.w3.org/2000/svg"><a href="a.html#b"><text x="1">a &lt; b &amp; c</text></a>'
        '<path id="p" d="M0,0"/></svg>'
    )


@pytest.mark.parametrize(
    "href", ["a.html", "#a", "../b/?x=1#y", "https://example.com", "?a:b", "a/b:c", ""]
)
def test_safe_links(href: str) -> None:
    assert is_safe_link(href)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:x",
        "JavaScript:x",
        "data:x",
        "http://x",
        "//x",
        "/\\x",
        "\\\\x",
        " https://x",
        "https:x",
        "java\tscript:x",
        "mailto:a@b",
        "file:///x",
        "\u00a0javascript:x",
        "https://\u2028x",
    ],
)
def test_unsafe_links(href: str) -> None:
    assert not is_safe_link(href)
