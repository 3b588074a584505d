"""E3: what is to stay inside is not published, and a profile that would let it out is an error."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from marked_site import marked_keys, marked_site, marker

from journeybook.cli import cli
from journeybook.insight.build_info import Change, FixedBuildInfo
from journeybook.outputs.site import Built, build, check
from journeybook.schema.leave_out import NEVER_OUT, PARTS, keys_to_leave_out
from journeybook.vocabulary import FACTS
from sample import INFO, TODAY

Layers = tuple[Mapping[str, bytes], ...]
KARL = Change(TODAY, "Ana", "zqcommitzq", ("content/personas/karl.md",))
HISTORY = FixedBuildInfo(
    TODAY, "0", last_change={"content/personas/karl.md": KARL}, commits=(KARL,)
)


def built(leave_out: str, layers: Layers) -> Built:
    """The site built with a profile that has this `leave-out`."""
    profiles = f"profiles:\n  public:\n    leave-out: {leave_out}\n" if leave_out else ""
    profile = "public" if leave_out else ""
    return build(marked_site(profiles), layers, HISTORY, profile=profile)


def text_of(site: Built) -> str:
    """Everything that a build wrote: names and bytes of all files, in lower case."""
    assert site.files is not None, [found.message for found in site.diagnostics]
    parts = [f"{name}\n{data.decode('utf-8', 'replace')}" for name, data in site.files.items()]
    return "\n".join(parts).casefold()


@pytest.fixture(scope="module")
def everything(theme_layers: Layers) -> str:
    """The site without a profile, which has all words."""
    return text_of(built("", theme_layers))


def test_e3_the_marked_site_shows_the_word_of_every_key(everything: str) -> None:
    missing = [key for key in marked_keys() if marker(key) not in everything]
    assert missing == []


GROUPS = 6


@pytest.mark.parametrize("group", range(GROUPS))
def test_e3_a_key_that_is_left_out_is_in_no_file(group: int, theme_layers: Layers) -> None:
    keys = [key for key in marked_keys() if key not in NEVER_OUT][group::GROUPS]
    without = text_of(built(f"[{', '.join(keys)}]", theme_layers))
    assert [key for key in keys if marker(key) in without] == []


SELECTIONS = {
    "{personas: [karl]}": ("karl",),
    "{files: [personas/karl.md]}": ("karl",),
    "{kind: [employee]}": ("zqemployeezq",),
    "{kind: [evidence]}": ("zqtalkszq", "secret.html"),
    "{kind: [page], files: ['*.png']}": ("zqpagezq", "zqpicturezq"),
    "{state: [future]}": ("zqplannedzq",),
    "{status: [draft]}": ("zqdraftzq",),
    "{status: [idea]}": ("zqideazq",),
    "{tags: [Internal]}": ("zqpagezq", "pages/plan", "page:plan"),
    "{files: [content/pages/**, plan.png]}": ("zqpagezq", "zqpicturezq"),
    "{files: [metrics/nps.csv]}": ("28.5173",),
    "[history]": ("zqcommitzq",),
}


@pytest.mark.parametrize(("leave_out", "words"), SELECTIONS.items())
def test_e3_a_file_that_is_left_out_leaves_no_trace(
    leave_out: str, words: tuple[str, ...], theme_layers: Layers, everything: str
) -> None:
    without = text_of(built(leave_out, theme_layers))
    for word in words:
        assert word in everything
        assert word not in without


def test_e3_the_words_of_a_link_stay_when_its_target_is_left_out(theme_layers: Layers) -> None:
    without = text_of(built("{tags: [internal]}", theme_layers))
    assert "zqlinkzq" in without


def test_e3_commits_that_touch_a_file_left_out_are_not_told(theme_layers: Layers) -> None:
    assert "zqcommitzq" not in text_of(built("{personas: [karl]}", theme_layers))


def findings_of(profiles: str) -> list[str]:
    checked = check(marked_site(profiles), INFO)
    return [
        f"{found.code} {found.severity} {found.message}; {found.hint}"
        for found in checked.diagnostics
        if found.span.file == "site.yaml"
    ]


@pytest.mark.parametrize(
    ("leave_out", "finding"),
    [
        (
            "[onwer]",
            "JB119 error `leave-out` names an unknown fact or field `onwer`; did you mean `owner`?",
        ),
        (
            "owners, backstage",
            "JB119 error `leave-out` names an unknown fact or field `owners`; did you mean `owner`?",
        ),
        (
            "[draft]",
            "JB119 error `leave-out` names an unknown fact or field `draft`; "
            "to leave out whole files, use `leave-out: {status: [draft]}`",
        ),
        (
            "[personas]",
            "JB119 error `leave-out` names an unknown fact or field `personas`; "
            "to leave out whole files, use `leave-out: {personas: [...]}`",
        ),
        (
            "[title]",
            "JB119 error `title` cannot be left out of a file; leave out the whole file instead",
        ),
        (
            "{statuses: [draft]}",
            "JB115 error unknown key `statuses` in `profiles.public.leave-out`; "
            "did you mean `status`?",
        ),
        (
            "{status: [drafts]}",
            "JB117 error `profiles.public.leave-out.status` is `drafts`; expected one of draft, "
            "review, approved, retired, idea, planned, doing, done, dropped; did you mean `draft`?",
        ),
        ("{personas: [carl]}", "JB127 error unknown persona `carl`; did you mean `karl`?"),
        (
            "{tags: [interal]}",
            "JB127 error no file has the tag `interal`; did you mean `internal`?",
        ),
        (
            "{tags: [zzz]}",
            "JB127 warning no file has the tag `zzz`; delete it if it is not needed",
        ),
        (
            "{files: [evidnce/**]}",
            "JB127 error no file in content/ matches `evidnce/**`; did you mean `evidence/**`?",
        ),
    ],
)
def test_e3_a_profile_that_would_let_something_out_is_told(leave_out: str, finding: str) -> None:
    assert findings_of(f"profiles:\n  public:\n    leave-out: {leave_out}\n") == [finding]


@pytest.mark.parametrize("setting", ["publsh: nowhere\n", "profiles:\n  public: {leaveout: []}\n"])
def test_e3_a_setting_that_nothing_reads_does_not_exist(setting: str) -> None:
    (finding,) = findings_of(setting)
    assert finding.startswith("JB115 error unknown key")


def test_e3_publish_names_wikis() -> None:
    (finding,) = findings_of("publish: nowhere\n")
    assert finding.startswith("JB116 error `publish` must name the wikis to publish to")


def test_e3_everything_that_a_map_may_say_can_be_left_out() -> None:
    keys = keys_to_leave_out(FACTS)
    assert keys >= FACTS.keys() | PARTS.keys()
    assert not keys & NEVER_OUT


def test_e3_the_build_says_what_it_left_out(tmp_path: Path) -> None:
    for path, data in marked_site(
        "profiles:\n  public:\n    leave-out: {keys: [owner], personas: [karl]}\n"
    ).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    result = CliRunner().invoke(
        cli, ["build", "--site", str(tmp_path), "--profile", "public", "--workers", "1"]
    )
    told = result.stderr
    assert "left out by profile `public`, facts and fields:" in told
    assert "owner 1" in told
    assert "3 files: content/journeys/karl/sell.md and 2 more" in told
