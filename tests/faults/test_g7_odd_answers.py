"""G7: whatever a code host answers, `comment` ends with one line and exit code 2, or does its work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeybook.cli import cli
from journeybook.effects import web
from journeybook.effects.web import Answer, Service
from journeybook.publish.comment import MARKER

BODY = f"{MARKER}\n**2 changes**\n"
ME = "github-actions[bot]"
ODD: list[Any] = [
    None, True, 0, -1, 1.5, 1e400, "", "abc", "bot", [], [1], {}, {"id": 1}, [{}], [None], ["abc"], [{"id": "abc"}], [{"id": 1, "user": "bot"}],
    [{"id": 1, "user": ["a"]}], [{"id": 1, "user": {"login": 5}}], [{"id": True, "user": {"login": ME}, "body": BODY}],
    [{"id": 1, "user": {"login": ME}, "body": {"x": 1}}], [{"id": "1/../2", "user": {"login": ME}, "body": BODY}], {"message": "x"},
]  # fmt: skip
HEADERS: list[Mapping[str, str]] = [
    {},
    {"retry-after": "²"},
    {"retry-after": "-1"},
    {"retry-after": "9" * 400},
    {"link": "\x00"},
    {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "٣"},
    {"location": "https://[::1"},
    {"location": "//a b"},
    {"content-length": "²"},
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setenv("GITHUB_API_URL", "https://api.example.com")
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    for name in ("GITLAB_CI", "GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "JOURNEYBOOK_PAGES_AT"):
        monkeypatch.delenv(name, raising=False)
    Path("comment.md").write_text(BODY, "utf-8")


def comment(answer: Answer, *more: str) -> Result:
    """Run `comment` against a host that gives this answer to every request."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Service, "_send", lambda *_: answer)
        where = more or ("--pull", "12")
        return CliRunner().invoke(
            cli, ["comment", "--file", "comment.md", "--repo", "acme/maps", *where]
        )


def is_one_line_or_fine(result: Result) -> bool:
    if result.exit_code == 0:
        return True
    lines = result.stderr.strip().split("\n")
    return result.exit_code == 2 and lines[-1].startswith("journeybook: ")


BY_BRANCH = ("--head", "ana:fork", "--sha", "a" * 40)


@pytest.mark.parametrize("value", ODD, ids=repr)
@pytest.mark.parametrize("more", [(), BY_BRANCH], ids=["number", "branch"])
def test_g7_an_answer_of_another_form_is_one_line_and_2(value: Any, more: tuple[str, ...]) -> None:
    answer = Answer(200, {}, json.dumps(value).encode())
    assert is_one_line_or_fine(comment(answer, *more))


@pytest.mark.parametrize("headers", HEADERS, ids=repr)
@pytest.mark.parametrize("status", [200, 201, 204, 301, 403, 404, 429, 503, 599])
def test_g7_odd_headers_are_one_line_and_2(headers: Mapping[str, str], status: int) -> None:
    assert is_one_line_or_fine(comment(Answer(status, headers, b"[]")))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["id", "user", "login", "body", "head", "sha", "number"]), inner
            )
        ),
        max_leaves=8,
    ),
    st.sampled_from([200, 403, 404]),
)
def test_g7_any_json_is_one_line_and_2(value: Any, status: int) -> None:
    answer = Answer(status, {}, json.dumps(value).encode())
    assert is_one_line_or_fine(comment(answer))
    assert is_one_line_or_fine(comment(answer, *BY_BRANCH))


@pytest.mark.parametrize("body", [b"", b"\xff", b"[" * 100_000, b"<html>", b"NaN", b"1" * 5_000])
def test_g7_an_answer_that_is_no_json_is_one_line_and_2(body: bytes) -> None:
    result = comment(Answer(200, {}, body))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_g7_nothing_is_written_if_the_comments_are_not_understood() -> None:
    """An answer that is read as "no comments" would add a second comment to each run."""
    sent: list[str] = []

    def send(service: Service, method: str, address: str, payload: object) -> Answer:
        sent.append(method)
        odd = Answer(200, {}, b'{"message": "moved"}')
        return Answer(403, {}, b"") if address.endswith("/user") else odd

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(web.Service, "_send", send)
        result = CliRunner().invoke(
            cli, ["comment", "--file", "comment.md", "--repo", "acme/maps", "--pull", "1"]
        )
    assert (result.exit_code, set(sent)) == (2, {"GET"})
    assert "sent an answer that journeybook does not understand" in result.stderr
