"""`journeybook comment` against a fake code host: created, updated, deleted; rejected, busy,
redirected."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.cli import cli
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.web import Service
from journeybook.publish.comment import BUDGET, MARKER
from journeybook.text import utf16_length
from publish.fake_forge import Forge, Handler, Special, running

BODY = f"{MARKER}\n**2 changes**\n"
ME = "github-actions[bot]"
TOKEN = "ghs_secretsecret"


@pytest.fixture
def forge(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Forge]:
    with running(Forge()) as made:
        monkeypatch.chdir(tmp_path)
        for name in (
            "GITLAB_CI",
            "GITHUB_REPOSITORY",
            "GITHUB_SERVER_URL",
            "GH_TOKEN",
            "JOURNEYBOOK_TOKEN",
            "JOURNEYBOOK_PAGES_AT",
        ):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("GITHUB_API_URL", made.url)
        monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
        monkeypatch.setattr("time.sleep", lambda seconds: None)
        yield made


def comment(body: str = BODY, *more: str) -> Result:
    Path("comment.md").write_text(body, "utf-8")
    where = () if "--head" in more or "--pull" in more else ("--pull", "12")
    result = CliRunner().invoke(
        cli, ["comment", "--file", "comment.md", "--repo", "acme/maps", *where, *more]
    )
    assert TOKEN not in result.output
    return result


def test_a_comment_is_created_updated_left_alone_and_deleted(forge: Forge) -> None:
    forge.add("ana", "nice")
    assert comment().stdout == "comment created\n"
    assert comment(BODY + "more\n").stdout == "comment updated\n"
    assert comment(BODY + "more\n").stdout == "the comment is up to date\n"
    assert [one["body"] for one in forge.comments] == ["nice", BODY + "more\n"]
    assert "comment deleted" in comment("").stdout
    assert [one["body"] for one in forge.comments] == ["nice"]
    assert [method for method, _ in forge.writes] == ["POST", "PATCH", "DELETE"]
    assert forge.headers[0]["authorization"] == f"Bearer {TOKEN}"


def test_nothing_is_posted_without_changes(forge: Forge) -> None:
    assert comment(MARKER + "\n").exit_code == 0
    assert forge.writes == []


def test_our_comment_is_found_on_a_later_page_and_the_marker_of_others_is_ignored(
    forge: Forge,
) -> None:
    for _ in range(130):
        forge.add("mallory", BODY)
    ours = forge.add(ME, MARKER + "\nold")
    assert comment().stdout == "comment updated\n"
    assert forge.writes == [("PATCH", f"/repos/acme/maps/issues/comments/{ours}")]
    assert sum("page=" in path for _, path in forge.seen) == 3


def test_a_personal_token_posts_under_the_name_of_its_user(forge: Forge) -> None:
    forge.user_status, forge.me = 200, "robo"
    forge.add("robo", MARKER + "\nold")
    assert comment().stdout == "comment updated\n"


def test_a_read_only_token_gives_exit_code_0_and_a_message(forge: Forge) -> None:
    forge.may_write = False
    result = comment()
    assert (result.exit_code, forge.comments) == (0, [])
    assert "the token is read-only here" in result.stdout


def test_a_text_over_the_budget_is_cut_and_cut_again_if_the_host_rejects_it(
    forge: Forge,
) -> None:
    long = MARKER + "\n" + ("x" * 99 + "\n") * 1200
    assert comment(long).exit_code == 0
    assert 50_000 < utf16_length(forge.comments[0]["body"]) <= BUDGET
    forge.comments.clear()

    def strict(handler: Handler) -> bool:
        if handler.command == "POST" and len(forge.writes) == 1:
            handler.say(422, {"message": "body is too long (maximum is 65536 characters)"})
            return True
        return False

    forge.seen.clear()
    forge.special = strict
    assert comment(long).exit_code == 0
    assert utf16_length(forge.comments[0]["body"]) <= 30_000


def test_g5_g6_an_unsafe_comment_is_rejected_before_any_request(
    forge: Forge,
) -> None:
    for body in ("no marker", MARKER + "\n@all\n", MARKER + "\n[x](https://evil.example)\n"):
        result = comment(body)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "was rejected: line" in result.stderr
    assert forge.seen == []


PAGES = "https://maps.example.com/reviews/"


def linking(address: str) -> str:
    return f"{BODY}[All of it in one map]({address})\n"


def test_a_link_to_the_comparison_page_passes_if_the_owner_allows_its_address(
    forge: Forge, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"{PAGES}12/comparison.html#j0_1"
    assert "a link to another site" in comment(linking(page)).stderr
    assert comment(linking(page), "--pages-at", PAGES).stdout == "comment created\n"
    assert forge.comments[0]["body"] == linking(page)
    monkeypatch.setenv("JOURNEYBOOK_PAGES_AT", f"https://other.example.com {PAGES}")
    assert comment(linking(page)).stdout == "the comment is up to date\n"


@pytest.mark.parametrize(
    "address",
    [
        "https://maps.example.com/",
        "https://maps.example.com/reviewsevil/x.html",
        "https://maps.example.com/reviews/../evil.html",
        "https://maps.example.com/reviews/%2e%2e/evil.html",
        "https://maps.example.com/reviews/%252e%252e/evil.html",
        "http://maps.example.com/reviews/12/",
        "https://maps.example.com.evil.example/reviews/12/",
        "https://maps.example.com@evil.example/reviews/12/",
        "https://maps.example.com:444/reviews/12/",
        "https://evil.example/?https://maps.example.com/reviews/",
    ],
)
def test_a_link_outside_that_address_is_rejected(forge: Forge, address: str) -> None:
    result = comment(linking(address), "--pages-at", PAGES)
    assert (result.exit_code, forge.seen) == (1, [])
    assert "was rejected: line 3" in result.stderr


def test_a_comment_cannot_allow_an_address_itself(forge: Forge) -> None:
    named = f"{MARKER}\n<!-- pages-at: {PAGES} -->\n[x]({PAGES}12/)\n"
    assert comment(named).exit_code == 1
    assert forge.seen == []


@pytest.mark.parametrize(
    "address", ["maps.example.com", "http://maps.example.com/", "https://", "https://com/", "https://a.b/../", "https://a@b.c/",
                "https://*.example.com/", "https://a.b/?x", "https://a.b:x/", ""],
)  # fmt: skip
def test_an_incomplete_address_is_wrong_use(forge: Forge, address: str) -> None:
    result = comment(linking("https://evil.example/"), "--pages-at", address)
    assert (result.exit_code, forge.seen) == (2, [])


def test_g5_the_pull_request_is_found_only_by_branch_and_commit(
    forge: Forge,
) -> None:
    forge.pulls = [
        {"number": 4, "head": {"sha": "b" * 40}},
        {"number": 5, "head": {"sha": "a" * 40}},
    ]
    assert comment(BODY, "--head", "ana:a b&c", "--sha", "a" * 40).stdout == "comment created\n"
    assert ("GET", "/repos/acme/maps/pulls?state=open&head=ana%3Aa+b%26c&per_page=50") in forge.seen
    assert forge.writes == [("POST", "/repos/acme/maps/issues/5/comments")]
    merged = comment(BODY, "--head", "ana:x", "--sha", "c" * 40)
    assert (merged.exit_code, len(forge.writes)) == (0, 1)
    assert comment(BODY, "--head", "ana:x").exit_code == 2
    assert comment(BODY, "--pull", "1", "--head", "ana:x", "--sha", "c").exit_code == 2


def test_gitlab_has_notes(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    forge.user_status, forge.me = 200, "project_1_bot"
    monkeypatch.setenv("CI_API_V4_URL", forge.url)
    monkeypatch.setenv("JOURNEYBOOK_TOKEN", "glpat-secret")
    assert comment(BODY, "--forge", "gitlab").stdout == "comment created\n"
    assert comment(BODY + "x\n", "--forge", "gitlab").stdout == "comment updated\n"
    assert forge.writes == [
        ("POST", "/projects/acme%2Fmaps/merge_requests/12/notes"),
        ("PUT", "/projects/acme%2Fmaps/merge_requests/12/notes/1"),
    ]
    assert forge.headers[-1]["private-token"] == "glpat-secret"
    assert "authorization" not in forge.headers[-1]


def test_g7_a_busy_host_is_asked_again_and_the_wait_is_reported(forge: Forge) -> None:
    answers = [(429, {"Retry_After": "3"}), (502, {}), (403, {"Retry_After": "1"})]

    def busy(handler: Handler) -> bool:
        if answers:
            status, headers = answers.pop(0)
            handler.say(status, {}, **headers)
            return True
        return False

    forge.special = busy
    result = comment()
    assert (result.exit_code, len(forge.comments)) == (0, 1)
    assert result.stderr.splitlines() == [
        "127.0.0.1 returned 429; retrying in 3 s",
        "127.0.0.1 returned 502; retrying in 2 s",
        "127.0.0.1 returned 403; retrying in 1 s",
    ]


def test_g7_a_host_that_stays_busy_or_asks_to_wait_too_long_is_2(forge: Forge) -> None:
    forge.special = lambda handler: handler.say(429, {}, Retry_After="86400") is None
    result = comment()
    assert (result.exit_code, len(forge.seen)) == (2, 1)
    forge.special = lambda handler: handler.say(500, {}) is None
    assert comment().exit_code == 2
    assert len(forge.seen) == 5


def test_a_comment_is_not_written_twice_when_the_answer_is_lost(forge: Forge) -> None:
    def lost(handler: Handler) -> bool:
        if handler.command == "POST":
            handler.say(502, {"message": "Bad Gateway"})
            return True
        return False

    forge.special = lost
    result = comment()
    assert result.exit_code == 2
    assert [method for method, _ in forge.writes] == ["POST"]


@pytest.mark.parametrize(
    ("status", "message"), [(401, "GitHub rejected the token"), (404, "returned 404")]
)
def test_g7_other_errors_are_2_and_one_line(forge: Forge, status: int, message: str) -> None:
    forge.special = lambda handler: handler.say(status, {"message": "No\x1b[31m\nsuch"}) is None
    forge.user_status = status
    result = comment()
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert message in result.stderr
    assert "\x1b" not in result.stderr


def test_g7_the_token_does_not_follow_a_redirect_to_another_host(forge: Forge) -> None:
    with running(Forge()) as other:
        forge.special = lambda handler: handler.say(302, {}, Location=other.url + "/user") is None
        result = comment()
        assert result.exit_code == 2
        assert "another host" in result.stderr
        assert other.seen == []


def test_a_redirect_on_the_same_host_is_followed_and_a_loop_is_not(forge: Forge) -> None:
    def moved(handler: Handler) -> bool:
        if "/repos/acme/maps/" in handler.path:
            handler.say(
                307, {}, Location=handler.path.replace("/repos/acme/maps/", "/repositories/1/")
            )
            return True
        return False

    forge.special = moved
    assert comment().stdout == "comment created\n"
    forge.special = lambda handler: handler.say(307, {}, Location=handler.path) is None
    assert "too many redirects" in comment().stderr


def asked(forge: Forge, **more: float) -> str:
    """The message of a request that fails."""
    with pytest.raises(EnvironmentFault) as fault:
        Service(forge.url, {}, lambda text: None, lambda seconds: None, **more).ask("GET", "/x")
    return str(fault.value)


def test_g7_answers_that_stall_break_off_or_never_end_are_faults(
    forge: Forge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(handler: Handler) -> bool:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"[")
        handler.close_connection = True
        return True

    def endless(handler: Handler) -> bool:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b" " * 100_000)
        handler.close_connection = True
        return True

    forge.special = half
    assert "the connection broke" in asked(forge)
    monkeypatch.setattr("journeybook.effects.web.MOST_BYTES", 1_000_000)
    forge.special = endless
    assert "sent more than" in asked(forge)
    stop = threading.Event()
    forge.special = lambda handler: stop.wait(5)
    assert "in time" in asked(forge, seconds=0.1)
    stop.set()


def pause(seconds: float) -> None:
    """Sleep, although `time.sleep` is replaced in these tests."""
    threading.Event().wait(seconds)


def drip(handler: Handler) -> bool:
    """Headers, a byte at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    return slowly(handler)


def drip_the_body(handler: Handler) -> bool:
    handler.send_response(200)
    handler.end_headers()
    return slowly(handler)


def slowly(handler: Handler) -> bool:
    for _ in range(50):
        handler.wfile.write(b" ")
        pause(0.02)
    return True


def send_on_slowly(handler: Handler) -> bool:
    pause(0.12)
    handler.say(307, {}, Location=handler.path + "x")
    return True


@pytest.mark.parametrize("behaviour", [drip, drip_the_body, send_on_slowly])
def test_g7_the_time_for_an_answer_counts_its_headers_its_body_and_every_redirect(
    forge: Forge, behaviour: Special
) -> None:
    forge.special = behaviour
    began = time.monotonic()
    assert "did not answer within 0.3 s" in asked(forge, seconds=5, seconds_in_all=0.3)
    assert time.monotonic() - began < 2


def test_g7_the_time_for_an_answer_counts_the_name_and_the_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        forge = Forge(url=f"http://127.0.0.1:{silent.getsockname()[1]}")
        assert "did not answer within 0.2 s" in asked(forge, seconds=5, seconds_in_all=0.2)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pause(1))
    assert "did not answer within 0.2 s" in asked(
        Forge(url="https://api.example"), seconds=5, seconds_in_all=0.2
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://api.example",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "https://a:b@api.example",
        "https://x:y",
        "https://x?y=z",
    ],
)
def test_g7_only_plain_https_urls_are_requested(address: str) -> None:
    with pytest.raises(EnvironmentFault):
        Service(address, {}, lambda text: None)


def test_g7_a_token_with_a_line_end_is_neither_sent_nor_shown(
    forge: Forge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "ghs_x\r\nHost: evil")
    result = comment()
    assert (result.exit_code, forge.seen) == (2, [])
    assert "ghs_x" not in result.output
    assert "ghs_x" not in repr(Service("https://x", {"Authorization": "ghs_x"}, print))


def test_wrong_use_is_2(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    assert comment(BODY, "--repo", "acme/../x").exit_code == 2
    assert comment(BODY, "--file", "nothing.md").exit_code == 2
    monkeypatch.delenv("GITHUB_TOKEN")
    assert "GITHUB_TOKEN is not set" in comment().stderr
