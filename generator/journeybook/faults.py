"""The catalogue of faults of form and reference (JB1xx): what each means, why it matters, a bad and a good example.

`journeybook explain`, the manual's page of findings and the tests all read this table. Examples are small sites:
a line `=== path` starts a file; text without one is the journey `content/journeys/ana/buy.md`.
Rules (JB2xx-4xx) describe themselves in `checks/`.
"""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.diagnostics import Diagnostic, Related, Severity, shortened
from journeybook.text import Span

EXAMPLE_PATH = "content/journeys/ana/buy.md"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `journeybook explain CODE` says. `staged` examples need more than text to show (such as a link)."""

    code: str
    name: str
    severity: Severity
    title: str
    why: str
    bad: str
    good: str
    staged: bool = False

    def files(self, which: str) -> dict[str, str]:
        """The files of the `bad` or `good` example: path -> text."""
        return example_files(self.bad if which == "bad" else self.good)


def example_files(text: str) -> dict[str, str]:
    """Split an example into its files; a text without a `=== path` line is one journey."""
    if not text.startswith("=== "):
        return {EXAMPLE_PATH: text}
    files: dict[str, str] = {}
    for block in text.removeprefix("=== ").split("\n=== "):
        path, _, body = block.partition("\n")
        files[path.strip()] = body if body.endswith("\n") or not body else body + "\n"
    return files


def fault(
    code: str,
    span: Span,
    message: str,
    hint: str = "",
    *,
    severity: Severity | None = None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A finding with the severity of the catalogue, unless another is given."""
    return Diagnostic(
        code, severity or FAULTS[code].severity, shortened(message), span, shortened(hint), related
    )


_E, _W = Severity.ERROR, Severity.WARNING
_HEAD = "---\ntitle: I buy running shoes\n---\n"
_STEP = _HEAD + "## Awareness\n### I look for shoes {#look}\n"


def _table(*rows: Explanation) -> dict[str, Explanation]:
    return {row.code: row for row in rows}


FAULTS: dict[str, Explanation] = _table(
    Explanation(
        "JB100", "empty-file", _E, "A file with nothing in it.",
        "An empty file has no title, so it can have no page. Delete it, or give it three lines.",
        "=== content/journeys/ana/buy.md\n", _HEAD,
    ),
    Explanation(
        "JB101", "not-utf-8", _E, "A file that is not text in UTF-8.",
        "Texts in another encoding show as garbage in git, in reviews and on the site. Editors offer UTF-8 when saving.",
        "(a file saved as UTF-16, Latin-1, or a picture renamed to .md)", _HEAD, staged=True,
    ),
    Explanation(
        "JB102", "unknown-reference", _E, "A name that nothing has.",
        "Links between maps are what the atlas is for. While a map is a draft or in review, a missing file is a warning "
        "and gets a stub page; once the map is approved it is an error.",
        "---\ntitle: I buy running shoes\nstatus: approved\n---\n## Awareness\n### I look {#look}\n- touchpoint: shop-flor\n",
        "=== content/journeys/ana/buy.md\n" + _STEP + "- touchpoint: shop-floor\n"
        "=== content/touchpoints/shop-floor.md\n---\ntitle: Shop floor\n---\n",
    ),
    Explanation(
        "JB103", "control-character", _E, "A character that no keyboard types.",
        "Control characters are invisible, break tools and can hide text from a reviewer.",
        "---\ntitle: I buy\x07 running shoes\n---\n", _HEAD,
    ),
    Explanation(
        "JB104", "hidden-direction-control", _E, "A hidden character that turns the direction of text around.",
        "Such characters can make a line read differently from what it says. Pages get their direction from `lang`.",
        "---\ntitle: I buy \u202erunning shoes\n---\n", _HEAD,
    ),
    Explanation(
        "JB105", "tab-indentation", _E, "A tab in front of a line of front matter.",
        "YAML knows only spaces, and editors show tabs in different widths.",
        "---\ntitle: I buy running shoes\nmetrics:\n\twin-rate: 22%\n---\n",
        "---\ntitle: I buy running shoes\nmetrics:\n  win-rate: 22%\n---\n",
    ),
    Explanation(
        "JB106", "front-matter-not-closed", _E, "Front matter that never ends.",
        "Without the closing `---` nobody can tell facts from text.",
        "---\ntitle: I buy running shoes\n\n## Awareness\n", _HEAD + "\n## Awareness\n",
    ),
    Explanation(
        "JB107", "no-front-matter", _E, "A file that starts without front matter.",
        "The title and the other facts about the whole stand between two `---` lines at the top.",
        "# I buy running shoes\n", _HEAD,
    ),
    Explanation(
        "JB110", "broken-yaml", _E, "Front matter that cannot be read.",
        "A quotation mark, bracket or colon is in the wrong place. Text with `: ` in it belongs in quotes.",
        "---\ntitle: Shoes: the story\n---\n", '---\ntitle: "Shoes: the story"\n---\n',
    ),
    Explanation(
        "JB111", "key-twice", _E, "The same key twice.",
        "Only one of the two would count, and nobody would see which.",
        "---\ntitle: I buy running shoes\ntitle: I buy shoes\n---\n", _HEAD,
    ),
    Explanation(
        "JB112", "yaml-feature", _E, "A feature of YAML that is not used here.",
        "Anchors, aliases, tags and several documents in one file make short files that nobody can read, and some of "
        "them can bring a computer to a halt.",
        "---\ntitle: &name I buy running shoes\ngoal: *name\n---\n",
        "---\ntitle: I buy running shoes\ngoal: I buy running shoes\n---\n",
    ),
    Explanation(
        "JB113", "too-much", _E, "More than a file may hold.",
        "Limits keep a build fast and safe for everyone; no map that people read comes near them.",
        "---\ntitle: I buy running shoes\ntags: " + "[" * 30 + "]" * 30 + "\n---\n",
        "---\ntitle: I buy running shoes\ntags: [running]\n---\n",
    ),
    Explanation(
        "JB114", "cut-by-comment", _E, "A value cut short by `#`.",
        "In YAML ` #` starts a comment, so the rest of the value is silently lost. Put the value in quotes.",
        "---\ntitle: I buy running shoes\ngoal: Ranked #3 in reviews\n---\n",
        '---\ntitle: I buy running shoes\ngoal: "Ranked #3 in reviews"\n---\n',
    ),
    Explanation(
        "JB115", "unknown-key", _E, "A key that means nothing.",
        "A misspelt key would be ignored without a word, and with it what you wrote.",
        "---\ntitle: I buy running shoes\nstattus: review\n---\n",
        "---\ntitle: I buy running shoes\nstatus: review\n---\n",
    ),
    Explanation(
        "JB116", "wrong-shape", _E, "A list or a table where a single value belongs, or the other way round.",
        "The value cannot be used as it stands.",
        "---\ntitle: I buy running shoes\nkind: [buyer, customer]\n---\n",
        "---\ntitle: I buy running shoes\nkind: buyer\n---\n",
    ),
    Explanation(
        "JB117", "wrong-value", _E, "A value that does not fit its key.",
        "The message says what fits: one of a few words, a date, a number, a time.",
        "---\ntitle: I buy running shoes\nmarket: consumers\n---\n",
        "---\ntitle: I buy running shoes\nmarket: b2c\n---\n",
    ),
    Explanation(
        "JB118", "missing-key", _E, "A key that must be there is not.",
        "Only a title is ever required.",
        "---\ngoal: Shoes that fit\n---\n", _HEAD + "",
    ),
    Explanation(
        "JB119", "unknown-name-in-site", _E, "`site.yaml` names something that does not exist.",
        "A setting for a lane, a rule or a language that does not exist would change nothing.",
        "=== site.yaml\ntitle: Our journeys\nlanes:\n  hidden: [emotoin]\n",
        "=== site.yaml\ntitle: Our journeys\nlanes:\n  hidden: [emotion]\n",
    ),
    Explanation(
        "JB120", "symbolic-link", _E, "A symbolic link instead of a file.",
        "Links can lead out of the site. Only real files and folders are read.",
        "(content/journeys/ana/buy.md is a link to a file elsewhere)", _HEAD, staged=True,
    ),
    Explanation(
        "JB121", "unreadable-file", _E, "A file that cannot be opened.",
        "It may belong to another user, be a device, or have been deleted in this moment.",
        "(a file without permission to read)", _HEAD, staged=True,
    ),
    Explanation(
        "JB122", "file-too-large", _E, "A file larger than the tool reads.",
        "Large files slow everybody's build; text files of maps stay far below the limit.",
        "(a Markdown file of 300 KB)", _HEAD, staged=True,
    ),
    Explanation(
        "JB123", "too-many-files", _E, "More files than one site may have.",
        "Most often a folder of another project has landed in content/ by mistake.",
        "(a node_modules folder in content/)", _HEAD, staged=True,
    ),
    Explanation(
        "JB124", "not-read-here", _W, "A file that nothing reads.",
        "Below content/ only Markdown files, images (png, jpg, gif, webp, avif) and the CSV files of metrics are read. "
        "SVG is left out, because it can carry scripts.",
        "=== content/journeys/ana/notes.docx\n", "=== content/pages/notes.md\n---\ntitle: Notes\n---\n",
    ),
    Explanation(
        "JB125", "wrong-place", _E, "A file in a place that has no meaning.",
        "The folder of a file says what kind of thing it is, so a file in an unknown folder is nothing.",
        "=== content/touchpoint/demo.md\n---\ntitle: Demo\n---\n", "=== content/touchpoints/demo.md\n---\ntitle: Demo\n---\n",
    ),
    Explanation(
        "JB126", "bad-id", _E, "A name that cannot be an id.",
        "File names become addresses. Small letters a-z, digits and `-` work on every computer, server and wiki.",
        "=== content/touchpoints/Demo call.md\n---\ntitle: Demo\n---\n",
        "=== content/touchpoints/demo-call.md\n---\ntitle: Demo\n---\n",
    ),
    Explanation(
        "JB130", "unknown-fact", _E, "A fact with a key that means nothing.",
        "A misspelt key would lose what you wrote. A site can declare lanes of its own in `site.yaml`.",
        _STEP + "- tuchpoint: demo\n", _STEP + "- does: watches the demo\n",
    ),
    Explanation(
        "JB131", "fact-in-wrong-place", _E, "A fact that does not belong under this heading.",
        "`next`, `loop` and `zoom` belong to steps, `goal` belongs to a stage.",
        _HEAD + "## Awareness\n- loop: look\n### I look {#look}\n", _STEP + '- loop: look "not sure"\n',
    ),
    Explanation(
        "JB132", "empty-fact", _E, "A fact without a value.", "An empty line says nothing; most often it was left half-typed.",
        _STEP + "- pain:\n", _STEP + "- pain: No shop nearby has my size\n",
    ),
    Explanation(
        "JB133", "no-emotion", _E, "A feeling that is not on the scale.",
        "Curves can only be compared when all maps use one scale, from -2 to +2.",
        _STEP + "- emotion: 4 happy\n", _STEP + "- emotion: +2 happy\n",
    ),
    Explanation(
        "JB134", "no-number", _E, "A time or a score that cannot be read.",
        "Times are added up and scores are averaged, so they must be numbers.",
        _STEP + "- time: a while\n", _STEP + "- time: 2d-1w\n",
    ),
    Explanation(
        "JB135", "fact-twice", _E, "A fact that can only be said once, said twice.",
        "A step has one time, one score, one way on. Alternatives go on one line, parted by `|`.",
        _STEP + "- worth: 3\n- worth: 4\n", _STEP + "- worth: 4\n",
    ),
    Explanation(
        "JB136", "bad-mark", _E, "A mark or an id that cannot be read.",
        "Ids join a map to its other versions, so they must be plain: letters and digits of any script and `-`.",
        _HEAD + "## Awareness\n### I look {#Look/at}\n", _HEAD + "## Awareness\n### I look {#look-at}\n",
    ),
    Explanation(
        "JB137", "step-without-stage", _E, "A step that stands in no stage.",
        "The columns of a map are grouped by stage, so a step needs one above it.",
        _HEAD + "### I look for shoes\n", _STEP,
    ),
    Explanation(
        "JB138", "id-twice", _E, "Two things in one file with the same id.",
        "A link or a review comment could not tell which of the two is meant.",
        _STEP + "### I look again {#look}\n", _STEP + "### I look again {#look-again}\n",
    ),
    Explanation(
        "JB139", "unknown-stage", _W, "A stage that the site's registry does not have.",
        "Maps can be compared when they share stages. The stage is kept as it is; add it or an alias to `site.yaml` if "
        "it is meant. In an approved map this is an error.",
        _HEAD + "## Awarenes\n### I look for shoes\n", _STEP,
    ),
    Explanation(
        "JB140", "heading-without-name", _E, "A heading with no words.", "A stage or step without a name cannot be read or linked.",
        _HEAD + "## \n### I look for shoes\n", _STEP,
    ),
    Explanation(
        "JB141", "bad-way", _E, "A `next` or `loop` that cannot be read.",
        "Each way is the id of a step and, in quotes, when it is taken; ways are parted by `|`.",
        _STEP + "- next: look and then decide\n", _STEP + '- next: look "not sure" | exit "too dear"\n',
    ),
    Explanation(
        "JB142", "fact-after-gap", _W, "A fact that a blank line has turned into story.",
        "Facts stand directly under their heading; a blank line ends them. What comes after is shown as text.",
        _STEP + "- does: searches\n\n- pain: Too many results\n", _STEP + "- does: searches\n- pain: Too many results\n",
    ),
    Explanation(
        "JB143", "code-block-not-closed", _E, "A block of code that never ends.",
        "Everything below the opening ``` is shown as code, and with it every stage and step that follows.",
        _STEP + "\n```\nGET /shoes\n\n## Decision\n### I pay {#pay}\n", _STEP + "\n```\nGET /shoes\n```\n\n## Decision\n### I pay {#pay}\n",
    ),
    Explanation(
        "JB150", "same-address", _E, "Two files whose pages would have the same address.",
        "On file shares and on Windows or macOS, names that differ only in case or in the way an accent is written are "
        "one and the same; one page would replace the other.",
        "=== content/personas/ben.md\n---\ntitle: Ben\nwas: [anna]\n---\n=== content/personas/anna.md\n---\ntitle: Anna\n---\n",
        "=== content/personas/ben.md\n---\ntitle: Ben\nwas: [old-ben]\n---\n=== content/personas/anna.md\n---\ntitle: Anna\n---\n",
    ),
    Explanation(
        "JB151", "circle", _E, "Journeys that point at each other in a circle.",
        "A journey cannot be a part of itself, continue into itself, or be the future of itself.",
        "=== content/journeys/ana/buy.md\n---\ntitle: I buy\npart-of: ana/run\n---\n"
        "=== content/journeys/ana/run.md\n---\ntitle: I run\npart-of: ana/buy\n---\n",
        "=== content/journeys/ana/buy.md\n---\ntitle: I buy\npart-of: ana/run\n---\n"
        "=== content/journeys/ana/run.md\n---\ntitle: I run\n---\n",
    ),
    Explanation(
        "JB152", "needs-of", _E, "A future or competitor journey that does not say of which.",
        "Such a map is read beside the current one; `of:` names it.",
        "---\ntitle: I buy running shoes\nstate: future\n---\n",
        "=== content/journeys/ana/tomorrow.md\n---\ntitle: I buy shoes that fit\nstate: future\nof: ana/buy\n---\n"
        "=== content/journeys/ana/buy.md\n---\ntitle: I buy running shoes\n---\n",
    ),
    Explanation(
        "JB153", "look-alike", _W, "Two ids that look the same and are not.",
        "Letters of different scripts can look alike, such as Latin `a` and Cyrillic `а`; a link would go to the wrong one.",
        _STEP + "### I lооk again {#lооk}\n", _STEP + "### I look again {#look-again}\n",
    ),
    Explanation(
        "JB160", "dead-link", _E, "A link that leads nowhere.",
        "Readers lose trust in a site whose links break. In a draft it is a warning.",
        "---\ntitle: I buy running shoes\nstatus: approved\n---\nSee [the demo](../../touchpoints/nothing.md).\n",
        _HEAD + "See [running](https://example.org/).\n",
    ),
    Explanation(
        "JB161", "refused-link", _E, "A link of a kind that is not allowed.",
        "Links go to https, http or mailto addresses, or to files of this site by a relative path. Others can run code, "
        "or break as soon as the site moves.",
        _HEAD + "[click](javascript:alert)\n", _HEAD + "[read](https://example.org/)\n",
    ),
    Explanation(
        "JB162", "raw-html", _W, "HTML in a text.",
        "HTML is shown as text, never run. Markdown has a way to write almost all of it.",
        _HEAD + "A <b>bold</b> claim.\n", _HEAD + "A **bold** claim.\n",
    ),
    Explanation(
        "JB163", "missing-image", _E, "An image that is not in the site.",
        "Pages never load anything from elsewhere. Put the file below content/ and link to it by a relative path.",
        _HEAD + "![a shoe](https://example.org/shoe.png)\n", _HEAD + "A shoe, told in words.\n",
    ),
    Explanation(
        "JB164", "unreadable-prose", _E, "A text that cannot be laid out.",
        "Some shapes of Markdown, such as thousands of open brackets, take minutes to read; others nest so deep that "
        "browsers suffer. Nobody writes them on purpose.",
        _HEAD + "[" * 5000 + "\n", _HEAD + "A text.\n",
    ),
    Explanation(
        "JB165", "page-too-large", _E, "A page larger than one page may be.",
        "Nobody reads a page of two megabytes, and a phone takes long to show it. Split the file, or raise `page` under "
        "`limits` in `site.yaml`.",
        "(a journey whose page has 3 MB)", _HEAD, staged=True,
    ),
    Explanation(
        "JB170", "bad-series", _E, "A line of a metric's CSV file that cannot be read.",
        "The file has the columns `date,value`: a day as year-month-day, and a number with a point. A day without a "
        "value is left empty after the comma.",
        "=== content/metrics/nps.md\n---\ntitle: NPS\n---\n=== content/metrics/nps.csv\ndate,value\n1.10.2026,31\n",
        "=== content/metrics/nps.md\n---\ntitle: NPS\n---\n=== content/metrics/nps.csv\ndate,value\n2026-10-01,31\n",
    ),
    Explanation(
        "JB180", "template-fault", _E, "A template of the theme that cannot be used.",
        "The message names the template, the line and the page that was being made.",
        "(a template with `{{ page.titel }}`)", "(a template with `{{ page.title }}`)", staged=True,
    ),
    Explanation(
        "JB181", "ejected-file-outdated", _W, "A copy of a built-in theme file that has changed since.",
        "A copy does not follow the built-in file, so what was mended or added there is missing on your pages. Take over "
        "what you want, then write the new fingerprint into the first line, or copy the file again with `journeybook "
        "theme eject`.",
        "(themes/acme/templates/base.html, copied from an earlier version)", "(a copy made from the installed version)",
        staged=True,
    ),
    Explanation(
        "JB199", "more-findings", _E, "More findings in one file than are told.",
        "A broken file can have thousands of findings, which would bury those of the others. The first hundred of a file "
        "are told; `findings` under `limits` in `site.yaml` raises that.",
        "(a file with a thousand misspelt facts)", _HEAD, staged=True,
    ),
)  # fmt: skip
