"""The catalogue of errors of form and reference (JB1xx): their meaning, why they matter, a bad and
a good example.

`journeybook explain`, the list of findings in the manual and the tests read this table. Examples
are small sites: a line `=== path` starts a file; a text without such a line is the journey
`content/journeys/ana/buy.md`. Rules (JB2xx to JB4xx) are described in `checks/`.
"""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.diagnostics import Diagnostic, Related, Severity, shortened
from journeybook.text import Span

EXAMPLE_PATH = "content/journeys/ana/buy.md"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `journeybook explain CODE` prints.

    A `staged` example cannot be written as text alone: it needs a symbolic link, for example.
    """

    code: str
    name: str
    severity: Severity
    title: str
    why: str
    bad: str
    good: str
    staged: bool = False

    def files(self, which: str) -> dict[str, str]:
        """The files of the `bad` or `good` example, by path."""
        return example_files(self.bad if which == "bad" else self.good)


def example_files(text: str) -> dict[str, str]:
    """The files of an example, by path. A text without a `=== path` line is one journey."""
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
    meant: tuple[str, str] = ("", ""),
) -> Diagnostic:
    """A finding; its severity is the one in the catalogue unless another is given."""
    level = severity or FAULTS[code].severity
    return Diagnostic(code, level, shortened(message), span, shortened(hint), related, meant)


_E, _W = Severity.ERROR, Severity.WARNING
_HEAD = "---\ntitle: I buy running shoes\n---\n"
_STEP = _HEAD + "## Awareness\n### I look for shoes {#look}\n"


def _table(*rows: Explanation) -> dict[str, Explanation]:
    return {row.code: row for row in rows}


FAULTS: dict[str, Explanation] = _table(
    Explanation(
        "JB100", "empty-file", _E,
        "Empty file.",
        (
            "A file without a title cannot become a page. Delete the file, or add front matter "
            "with a title."
        ),
        "=== content/journeys/ana/buy.md\n",
        _HEAD,
    ),
    Explanation(
        "JB101", "not-utf-8", _E,
        "File is not UTF-8 text.",
        (
            "Other encodings show up as garbled characters in git, in reviews and on the site. "
            "Save the file as UTF-8 in your editor."
        ),
        "(a file saved as UTF-16 or Latin-1, or an image renamed to .md)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB102", "unknown-reference", _E,
        "Reference to something that does not exist.",
        (
            "A broken reference leaves readers at a dead end. In a draft or a map in review it is "
            "a warning, and the missing file gets a placeholder page; in an approved map it is an "
            "error."
        ),
        (
            "---\ntitle: I buy running shoes\nstatus: approved\n---\n## Awareness\n"
            "### I look {#look}\n- touchpoint: shop-flor\n"
        ),
        (
            "=== content/journeys/ana/buy.md\n" + _STEP
            + "- touchpoint: shop-floor\n=== content/touchpoints/shop-floor.md\n---\n"
            "title: Shop floor\n---\n"
        ),
    ),
    Explanation(
        "JB103", "control-character", _E,
        "Control character.",
        "Control characters are invisible, break tools and can hide text from reviewers.",
        "---\ntitle: I buy\x07 running shoes\n---\n",
        _HEAD,
    ),
    Explanation(
        "JB104", "hidden-direction-control", _E,
        "Hidden character that reverses the direction of text.",
        (
            "Such a character can make a line look different from what it contains. Pages take "
            "their text direction from `lang`."
        ),
        "---\ntitle: I buy \u202erunning shoes\n---\n",
        _HEAD,
    ),
    Explanation(
        "JB105", "tab-indentation", _E,
        "Front matter indented with a tab.",
        "YAML allows only spaces for indentation. Replace the tab with two spaces.",
        "---\ntitle: I buy running shoes\nmetrics:\n\twin-rate: 22%\n---\n",
        "---\ntitle: I buy running shoes\nmetrics:\n  win-rate: 22%\n---\n",
    ),
    Explanation(
        "JB106", "front-matter-not-closed", _E,
        "Front matter is not closed.",
        (
            "Without the closing `---`, journeybook cannot tell where the front matter ends and "
            "the text begins."
        ),
        "---\ntitle: I buy running shoes\n\n## Awareness\n",
        _HEAD + "\n## Awareness\n",
    ),
    Explanation(
        "JB107", "no-front-matter", _E,
        "Missing front matter.",
        "The title and other fields go between two `---` lines at the top of the file.",
        "# I buy running shoes\n",
        _HEAD,
    ),
    Explanation(
        "JB108", "conflict-markers", _E,
        "Merge conflict markers.",
        (
            "A merge could not join two versions of this file, and both are still in it. Nothing "
            "of the file is read, so that no mixture of the two is published."
        ),
        _HEAD + "<<<<<<< HEAD\n## Awareness\n=======\n## Consideration\n>>>>>>> shoes\n",
        _HEAD + "## Awareness\n",
    ),
    Explanation(
        "JB109", "lfs-pointer", _E,
        "Pointer of git LFS.",
        (
            "git LFS keeps large files outside git, with a pointer in their place. The file itself "
            "was not fetched, so that nothing of it can be read. Text files need no git LFS."
        ),
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
        _HEAD,
    ),
    Explanation(
        "JB110", "broken-yaml", _E,
        "Front matter is not valid YAML.",
        (
            "A quotation mark, bracket or colon is in the wrong place. Put text that contains `: ` "
            "in quotes."
        ),
        "---\ntitle: Shoes: the story\n---\n",
        '---\ntitle: "Shoes: the story"\n---\n',
    ),
    Explanation(
        "JB111", "key-twice", _E,
        "Duplicate key.",
        "Only one of the two values would be used, and you could not see which.",
        "---\ntitle: I buy running shoes\ntitle: I buy shoes\n---\n",
        _HEAD,
    ),
    Explanation(
        "JB112", "yaml-feature", _E,
        "Unsupported YAML feature.",
        (
            "Anchors, aliases, tags and multiple documents make front matter hard to read, and "
            "some of them can exhaust memory. Write the value out in full."
        ),
        "---\ntitle: &name I buy running shoes\ngoal: *name\n---\n",
        "---\ntitle: I buy running shoes\ngoal: I buy running shoes\n---\n",
    ),
    Explanation(
        "JB113", "too-much", _E,
        "File exceeds a limit.",
        "Limits keep builds fast and safe. An ordinary map does not come close to them.",
        "---\ntitle: I buy running shoes\ntags: " + "[" * 30 + "]" * 30 + "\n---\n",
        "---\ntitle: I buy running shoes\ntags: [running]\n---\n",
    ),
    Explanation(
        "JB114", "cut-by-comment", _E,
        "Value cut off by `#`.",
        (
            "In YAML, ` #` starts a comment, so the rest of the value is lost. Put the value in "
            "quotes."
        ),
        "---\ntitle: I buy running shoes\ngoal: Ranked #3 in reviews\n---\n",
        '---\ntitle: I buy running shoes\ngoal: "Ranked #3 in reviews"\n---\n',
    ),
    Explanation(
        "JB115", "unknown-key", _E,
        "Unknown key.",
        "Without this check, a misspelt key and its value would be ignored silently.",
        "---\ntitle: I buy running shoes\nstattus: review\n---\n",
        "---\ntitle: I buy running shoes\nstatus: review\n---\n",
    ),
    Explanation(
        "JB116", "wrong-shape", _E,
        "List or mapping where a single value is expected, or the other way round.",
        "The field accepts only one of these forms. The message says which.",
        "---\ntitle: I buy running shoes\nkind: [buyer, customer]\n---\n",
        "---\ntitle: I buy running shoes\nkind: buyer\n---\n",
    ),
    Explanation(
        "JB117", "wrong-value", _E,
        "Invalid value.",
        (
            "The message lists what the field accepts: one of several words, a date, a number or a "
            "duration."
        ),
        "---\ntitle: I buy running shoes\nmarket: consumers\n---\n",
        "---\ntitle: I buy running shoes\nmarket: b2c\n---\n",
    ),
    Explanation(
        "JB118", "missing-key", _E,
        "Missing required key.",
        "`title` is the only required key.",
        "---\ngoal: Shoes that fit\n---\n",
        _HEAD,
    ),
    Explanation(
        "JB119", "unknown-name-in-site", _E,
        "`site.yaml` refers to something that does not exist.",
        "A setting for an unknown lane, rule or language would have no effect.",
        "=== site.yaml\ntitle: Our journeys\nlanes:\n  hidden: [emotoin]\n",
        "=== site.yaml\ntitle: Our journeys\nlanes:\n  hidden: [emotion]\n",
    ),
    Explanation(
        "JB120", "symbolic-link", _E,
        "Symbolic link instead of a file.",
        (
            "A symbolic link can point outside the site, so only real files and folders are read. "
            "Replace the link with a copy of the file."
        ),
        "(content/journeys/ana/buy.md is a link to a file elsewhere)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB121", "unreadable-file", _E,
        "File cannot be opened.",
        "It may belong to another user, be a device, or have just been deleted.",
        "(a file without permission to read)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB122", "file-too-large", _E,
        "File is too large.",
        "Large files slow down every build. Map files are normally far below the limit.",
        "(a Markdown file of 300 KB)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB123", "too-many-files", _E,
        "Too many files.",
        "Usually a folder from another project has ended up in content/ by mistake.",
        "(a node_modules folder in content/)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB124", "not-read-here", _W,
        "File type journeybook does not read.",
        (
            "In content/, journeybook reads Markdown files, images (png, jpg, gif, webp, avif) and "
            "the CSV files of metrics, and carries files such as PDF that a text links to. SVG is "
            "not read because it can contain scripts."
        ),
        "=== content/journeys/ana/notes.docx\n",
        "=== content/pages/notes.md\n---\ntitle: Notes\n---\n",
    ),
    Explanation(
        "JB125", "wrong-place", _E,
        "File in a folder journeybook does not read.",
        (
            "The folder determines what kind of file it is, so a file in an unknown folder cannot "
            "be used."
        ),
        "=== content/touchpoint/demo.md\n---\ntitle: Demo\n---\n",
        "=== content/touchpoints/demo.md\n---\ntitle: Demo\n---\n",
    ),
    Explanation(
        "JB126", "bad-id", _E,
        "Invalid ID.",
        (
            "File names become web addresses. Lowercase letters a-z, digits and `-` work on every "
            "computer, server and wiki."
        ),
        "=== content/touchpoints/Demo call.md\n---\ntitle: Demo\n---\n",
        "=== content/touchpoints/demo-call.md\n---\ntitle: Demo\n---\n",
    ),
    Explanation(
        "JB127", "nothing-left-out", _W,
        "Profile leaves out something that does not exist.",
        (
            "A profile keeps what is private out of a build. If a name in it is misspelt, that "
            "content is published. It is an error if something with a similar name exists."
        ),
        (
            "=== site.yaml\ntitle: Our journeys\nprofiles:\n  public:\n    leave-out:\n"
            "      tags: [interal]\n=== content/pages/plan.md\n---\ntitle: Plan\n"
            "tags: [internal]\n---\n"
        ),
        (
            "=== site.yaml\ntitle: Our journeys\nprofiles:\n  public:\n    leave-out:\n"
            "      tags: [internal]\n=== content/pages/plan.md\n---\ntitle: Plan\n"
            "tags: [internal]\n---\n"
        ),
    ),
    Explanation(
        "JB128", "impossible-date", _E,
        "Date that cannot be true.",
        (
            "A map is up to date for a while after its review, so a review in the future would "
            "keep it fresh for ever. Measurements and evidence cannot be from the future either."
        ),
        "---\ntitle: I buy running shoes\nreviewed: 2206-10-02\n---\n",
        "---\ntitle: I buy running shoes\nreviewed: 2026-10-02\n---\n",
    ),
    Explanation(
        "JB129", "mixed-bullets", Severity.INFO,
        "Facts with different bullets.",
        (
            "Markdown starts a new list at each other bullet. A formatter such as Prettier then "
            "puts a blank line between them, which ends the list of facts."
        ),
        _STEP + "- does: searches\n* pain: Too many results\n",
        _STEP + "- does: searches\n- pain: Too many results\n",
    ),
    Explanation(
        "JB130", "unknown-fact", _E,
        "Unknown fact.",
        (
            "With a misspelt key, your text would be lost. You can declare your own lanes in "
            "`site.yaml`."
        ),
        _STEP + "- tuchpoint: demo\n",
        _STEP + "- does: watches the demo\n",
    ),
    Explanation(
        "JB131", "fact-in-wrong-place", _E,
        "Fact under the wrong heading.",
        "`next`, `loop` and `zoom` belong to a step; `goal` belongs to a stage.",
        _HEAD + "## Awareness\n- loop: look\n### I look {#look}\n",
        _STEP + '- loop: look "not sure"\n',
    ),
    Explanation(
        "JB132", "empty-fact", _E,
        "Fact without a value.",
        "The line has a key but no value. Add the value, or delete the line.",
        _STEP + "- pain:\n",
        _STEP + "- pain: No shop nearby has my size\n",
    ),
    Explanation(
        "JB133", "no-emotion", _E,
        "Emotion is not on the scale.",
        "Emotion curves can be compared only if all maps use the same scale, from -2 to +2.",
        _STEP + "- emotion: 4 happy\n",
        _STEP + "- emotion: +2 happy\n",
    ),
    Explanation(
        "JB134", "no-number", _E,
        "Invalid duration or score.",
        "Durations are added up and scores are averaged, so both must be numbers.",
        _STEP + "- time: a while\n",
        _STEP + "- time: 2d-1w\n",
    ),
    Explanation(
        "JB135", "fact-twice", _E,
        "Duplicate fact.",
        (
            "A step has one duration, one score and one `next`. Write alternatives on one line, "
            "separated by `|`."
        ),
        _STEP + "- worth: 3\n- worth: 4\n",
        _STEP + "- worth: 4\n",
    ),
    Explanation(
        "JB136", "bad-mark", _E,
        "Invalid marker or ID.",
        (
            "IDs link a map to its other versions, so they may contain only letters and digits (of "
            "any script) and `-`."
        ),
        _HEAD + "## Awareness\n### I look {#Look/at}\n",
        _HEAD + "## Awareness\n### I look {#look-at}\n",
    ),
    Explanation(
        "JB137", "step-without-stage", _E,
        "Step outside a stage.",
        "The columns of a map are grouped by stage, so every step needs a stage heading above it.",
        _HEAD + "### I look for shoes\n",
        _STEP,
    ),
    Explanation(
        "JB138", "id-twice", _E,
        "Duplicate ID.",
        "A link or a review comment could point to either of the two.",
        _STEP + "### I look again {#look}\n",
        _STEP + "### I look again {#look-again}\n",
    ),
    Explanation(
        "JB139", "unknown-stage", _W,
        "Unknown stage.",
        (
            "Maps can be compared only if they share stages. The stage is kept as written. If it "
            "is intentional, add it (or an alias) to `site.yaml`. In an approved map this is an "
            "error."
        ),
        _HEAD + "## Awarenes\n### I look for shoes\n",
        _STEP,
    ),
    Explanation(
        "JB140", "heading-without-name", _E,
        "Empty heading.",
        "A stage or step without a name cannot be shown or linked to.",
        _HEAD + "## \n### I look for shoes\n",
        _STEP,
    ),
    Explanation(
        "JB141", "bad-way", _E,
        "Invalid `next` or `loop`.",
        "Write a step ID and, in quotes, the condition. Separate alternatives with `|`.",
        _STEP + "- next: look and then decide\n",
        _STEP + '- next: look "not sure" | exit "too dear"\n',
    ),
    Explanation(
        "JB142", "fact-after-gap", _W,
        "Fact read as story text.",
        (
            "Facts follow their heading directly, and a blank line ends the list. A blank line "
            "above this fact made the rest of the list part of the story."
        ),
        _STEP + "- does: searches\n\n- pain: Too many results\n",
        _STEP + "- does: searches\n- pain: Too many results\n",
    ),
    Explanation(
        "JB144", "near-fact", _E,
        "Line that looks like a fact.",
        (
            "A fact is written `- key: value`, with a hyphen, a space and a colon, at the start of "
            "the line. Anything else would be shown as text, and the fact would be lost."
        ),
        _STEP + "– pain: Too many results\n",
        _STEP + "- pain: Too many results\n",
    ),
    Explanation(
        "JB145", "lost-heading", _E,
        "Heading that is not read.",
        (
            "Stages and steps begin with `##` or `###` at the start of the line. Without the "
            "heading, its facts would become part of the stage or step above."
        ),
        _HEAD + "Awareness\n---------\n",
        _HEAD + "## Awareness\n",
    ),
    Explanation(
        "JB143", "code-block-not-closed", _E,
        "Code block is not closed.",
        (
            "Everything after the opening ``` is shown as code, including all stages and steps "
            "that follow."
        ),
        _STEP + "\n```\nGET /shoes\n\n## Decision\n### I pay {#pay}\n",
        _STEP + "\n```\nGET /shoes\n```\n\n## Decision\n### I pay {#pay}\n",
    ),
    Explanation(
        "JB146", "stray-file", _W,
        "File of content outside content/.",
        (
            "journeybook reads only what is in `content/`. A map beside `site.yaml` would be "
            "missing from the site. Move it into the folder of its kind."
        ),
        "(a file `book.md` with front matter beside site.yaml)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB147", "no-content", _W,
        "Site without content.",
        (
            "`content/` is missing, is empty, or has another name such as `Content/`, which is "
            "another folder on most computers. A build never replaces pages by an empty site."
        ),
        "(a site whose folder is named `Content`)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB148", "decimal-comma", _E,
        "Decimal comma in a list.",
        (
            "A comma separates the items of a list, so `1,8 million` would become two items. Put "
            "the text in quotes."
        ),
        "=== content/personas/ana.md\n---\ntitle: Ana\ncriteria: [below 1,8 million, fast]\n---\n",
        (
            '=== content/personas/ana.md\n---\ntitle: Ana\ncriteria: ["below 1,8 million", fast]\n'
            "---\n"
        ),
    ),
    Explanation(
        "JB149", "impossible-file-name", _E,
        "File name that cannot be published.",
        (
            "Windows, web servers and git refuse some characters and names. Rename the file, and "
            "the links to it."
        ),
        "(an image named `shot-08:20:23.png`)",
        "(the same image named `shot-08-20-23.png`)",
        staged=True,
    ),
    Explanation(
        "JB150", "same-address", _E,
        "Two pages with the same address.",
        (
            "On file shares, Windows and macOS, names that differ only in case or in how an accent "
            "is encoded are the same, so one page would overwrite the other."
        ),
        (
            "=== content/personas/ben.md\n---\ntitle: Ben\nwas: [anna]\n---\n"
            "=== content/personas/anna.md\n---\ntitle: Anna\n---\n"
        ),
        (
            "=== content/personas/ben.md\n---\ntitle: Ben\nwas: [old-ben]\n---\n"
            "=== content/personas/anna.md\n---\ntitle: Anna\n---\n"
        ),
    ),
    Explanation(
        "JB151", "circle", _E,
        "Circular reference between journeys.",
        "A journey cannot be part of itself, continue in itself, or be its own future state.",
        (
            "=== content/journeys/ana/buy.md\n---\ntitle: I buy\npart-of: ana/run\n---\n"
            "=== content/journeys/ana/run.md\n---\ntitle: I run\npart-of: ana/buy\n---\n"
        ),
        (
            "=== content/journeys/ana/buy.md\n---\ntitle: I buy\npart-of: ana/run\n---\n"
            "=== content/journeys/ana/run.md\n---\ntitle: I run\n---\n"
        ),
    ),
    Explanation(
        "JB152", "needs-of", _E,
        "Future or competitor journey without a current one.",
        "Readers compare such a map with the current one. Name the current journey with `of:`.",
        "---\ntitle: I buy running shoes\nstate: future\n---\n",
        (
            "=== content/journeys/ana/tomorrow.md\n---\ntitle: I buy shoes that fit\n"
            "state: future\nof: ana/buy\n---\n=== content/journeys/ana/buy.md\n---\n"
            "title: I buy running shoes\n---\n"
        ),
    ),
    Explanation(
        "JB153", "look-alike", _W,
        "Two IDs that look alike.",
        (
            "Letters of different scripts can look alike, such as Latin `a` and Cyrillic `а`, so a "
            "link could go to the wrong one."
        ),
        _STEP + "### I lооk again {#lооk}\n",
        _STEP + "### I look again {#look-again}\n",
    ),
    Explanation(
        "JB154", "no-image", _E,
        "Image that cannot be shown.",
        (
            "The bytes of the file are not those of an image: it is empty, cut off, a web page, or "
            "a pointer of git LFS. Readers would see a broken image."
        ),
        "(an empty file named `shop.png`)",
        "(the image itself)",
        staged=True,
    ),
    Explanation(
        "JB155", "no-interface-language", Severity.INFO,
        "Language without an interface.",
        (
            "Menus, headings and labels of pages are translated into a few languages. In others, "
            "they are English; what you write is shown as written."
        ),
        "(a site with `language: de`)",
        "(a site with `language: en`)",
        staged=True,
    ),
    Explanation(
        "JB160", "dead-link", _E,
        "Broken link.",
        (
            "Readers lose trust in a site with broken links. In an approved map this is an error, "
            "otherwise a warning."
        ),
        (
            "---\ntitle: I buy running shoes\nstatus: approved\n---\n"
            "See [the demo](../../touchpoints/nothing.md).\n"
        ),
        _HEAD + "See [running](https://example.org/).\n",
    ),
    Explanation(
        "JB161", "refused-link", _E,
        "Link type not allowed.",
        (
            "Use an https, http or mailto link, or a relative path to a file in this site. Other "
            "links can run code, or break when the site moves."
        ),
        _HEAD + "[click](javascript:alert)\n",
        _HEAD + "[read](https://example.org/)\n",
    ),
    Explanation(
        "JB162", "raw-html", _W,
        "HTML in Markdown text.",
        "HTML is shown as plain text and never interpreted. Use Markdown instead.",
        _HEAD + "A <b>bold</b> claim.\n",
        _HEAD + "A **bold** claim.\n",
    ),
    Explanation(
        "JB163", "missing-image", _E,
        "Missing image.",
        (
            "Pages load nothing from other sites. Put the image in content/ and link to it with a "
            "relative path."
        ),
        _HEAD + "![a shoe](https://example.org/shoe.png)\n",
        _HEAD + "A shoe, described in words.\n",
    ),
    Explanation(
        "JB164", "unreadable-prose", _E,
        "Text that cannot be rendered.",
        (
            "Some Markdown, such as thousands of open brackets, takes minutes to parse, or nests "
            "too deeply for browsers. It is usually there by accident."
        ),
        _HEAD + "[" * 5000 + "\n",
        _HEAD + "A text.\n",
    ),
    Explanation(
        "JB165", "page-too-large", _E,
        "Page is too large.",
        (
            "A page of several megabytes is slow to load, above all on a phone. Split the file, or "
            "raise `page` under `limits` in `site.yaml`."
        ),
        "(a journey whose page has 3 MB)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB170", "bad-series", _E,
        "Invalid line in a metric's CSV file.",
        (
            "The file has the columns `date,value`: a date as YYYY-MM-DD, and a number with a "
            "decimal point. With `;` or a tab between the columns, a decimal comma is fine too. "
            "For a date without a value, leave the value empty."
        ),
        (
            "=== content/metrics/nps.md\n---\ntitle: NPS\n---\n=== content/metrics/nps.csv\n"
            "date,value\n1.10.2026,31\n"
        ),
        (
            "=== content/metrics/nps.md\n---\ntitle: NPS\n---\n=== content/metrics/nps.csv\n"
            "date,value\n2026-10-01,31\n"
        ),
    ),
    Explanation(
        "JB180", "template-fault", _E,
        "Error in a theme template.",
        "The message names the template, the line and the page being built.",
        "(a template with `{{ page.titel }}`)",
        "(a template with `{{ page.title }}`)",
        staged=True,
    ),
    Explanation(
        "JB181", "ejected-file-outdated", _W,
        "Outdated copy of a built-in theme file.",
        (
            "Your copy does not receive fixes and additions made to the built-in file. Copy over "
            "the changes you want, then put the new fingerprint in the first line; or copy the "
            "file again with `journeybook theme eject`."
        ),
        "(themes/acme/templates/base.html, copied from an earlier version)",
        "(a copy of the file from the installed version)",
        staged=True,
    ),
    Explanation(
        "JB190", "value-out-of-range", _E,
        "Value outside the range of a measurement.",
        (
            "A chart shows values from a millionth to a quadrillion, and 0. A value outside this "
            "range is usually a slip, or has the wrong unit."
        ),
        (
            "=== content/metrics/nps.md\n---\ntitle: NPS\n---\n=== content/metrics/nps.csv\n"
            "date,value\n2026-10-01,1e300\n"
        ),
        (
            "=== content/metrics/nps.md\n---\ntitle: NPS\n---\n=== content/metrics/nps.csv\n"
            "date,value\n2026-10-01,31\n"
        ),
    ),
    Explanation(
        "JB191", "page-too-slow", _E,
        "Page takes too long to build.",
        (
            "Every page is built within a limit of time and of memory, so that no file can stop a "
            "build. Split the file, or raise `page-time` or `page-memory` under `limits` in "
            "`site.yaml`."
        ),
        "(a journey whose page takes a minute)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB192", "too-many-pixels", _E,
        "Image with too many pixels.",
        (
            "A browser needs four bytes for each pixel, whatever the size of the file: an image of "
            "60,000 x 60,000 pixels takes 14 GB. Save it smaller, or raise `image-pixels` under "
            "`limits` in `site.yaml`."
        ),
        "(an image of 60,000 x 60,000 pixels)",
        _HEAD,
        staged=True,
    ),
    Explanation(
        "JB193", "secret-in-settings", _E,
        "A token or password is written in `site.yaml`.",
        (
            "Everybody who can read the maps can read `site.yaml`, and git never forgets it. Make a "
            "new token, put it into an environment variable, a file that only you can read, or a "
            "password manager, and name that place with `token-env`, `token-file` or "
            "`token-command`."
        ),
        (
            "=== site.yaml\ntitle: Maps\npublish:\n  handbook:\n    to: dokuwiki\n"
            "    url: https://wiki.example.org/\n    user: maps\n    token: abc\n"
        ),
        (
            "=== site.yaml\ntitle: Maps\npublish:\n  handbook:\n    to: dokuwiki\n"
            "    url: https://wiki.example.org/\n    user: maps\n    token-env: WIKI_TOKEN\n"
        ),
    ),
    Explanation(
        "JB199", "more-findings", _E,
        "More findings in this file than are shown.",
        (
            "One broken file can have thousands of findings and bury those of other files. Only "
            "the first 100 per file are shown; raise `findings` under `limits` in `site.yaml` to "
            "see more."
        ),
        "(a file with a thousand misspelt facts)",
        _HEAD,
        staged=True,
    ),
)  # fmt: skip
