"""The network to a wiki: paced, patient, and never twice about a change."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.web_session import Timing, WebSession
from journeybook.publish.wiki.web import LostAnswer, Request, Stop, Unusable, Upload
from journeybook.workflow.wiki_connection import Patience, WikiConnection
from publish.fake_server import Reply, Sent, Server, serving

TOKEN = "canary-3f9c2e"
READ = Request("GET", "/pages")
CHANGE = Request("POST", "/pages", values={"title": "Buy"}, changes=True)


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0
        self.sleeps: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds


def connect(
    server: Server, clock: Clock | None = None, remarks: list[str] | None = None, **limits: object
) -> WikiConnection:
    clock = clock or Clock()
    session = WebSession(server.address, {"Authorization": f"Bearer {TOKEN}"}, **limits)
    patience = Patience(clock.sleep, lambda: 0.5)
    return WikiConnection(
        session, (remarks if remarks is not None else []).append, patience, lambda: clock.now
    )


def replies(*answers: Reply) -> Callable[[Sent], Reply]:
    """One after another; the last one again and again."""
    waiting = list(answers)
    return lambda _: waiting.pop(0) if len(waiting) > 1 else waiting[0]


OK: Reply = (200, {}, b'{"ok": 1}')
BUSY: Reply = (429, {}, b"")
BROKEN: Reply = (500, {}, b"")
GONE: Reply = (0, {}, b"")


def test_an_answer_is_read_and_the_token_sent() -> None:
    with serving(lambda _: OK) as server:
        assert connect(server).send(READ).json() == {"ok": 1}
    assert server.sent[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_half_an_answer_is_unusable() -> None:
    with serving(lambda _: (200, {}, b'{"ok":')) as server, pytest.raises(Unusable):
        connect(server).send(READ).json()


@pytest.mark.parametrize("trouble", [BROKEN, GONE], ids=["500", "broken off"])
def test_reading_is_tried_four_times(trouble: Reply) -> None:
    with serving(replies(trouble, trouble, trouble, OK)) as server:
        assert connect(server).send(READ).status == 200
    with serving(lambda _: trouble) as server, pytest.raises(Stop) as stop:
        connect(server).send(READ)
    assert stop.value.code == 3
    assert len(server.sent) == 4


@pytest.mark.parametrize("trouble", [BROKEN, GONE], ids=["500", "broken off"])
def test_a_change_is_sent_once_and_its_fate_is_unknown(trouble: Reply) -> None:
    with serving(lambda _: trouble) as server, pytest.raises(LostAnswer):
        connect(server).send(CHANGE)
    assert len(server.sent) == 1


@pytest.mark.parametrize("request_", [READ, CHANGE], ids=["read", "change"])
def test_too_many_requests_are_waited_for_as_long_as_the_wiki_says(request_: Request) -> None:
    clock = Clock()
    answers = replies(
        (429, {"Retry-After": "7"}, b""), (503, {"Retry-After": "2"}, b""), BUSY, BUSY, OK
    )
    with serving(answers) as server:
        assert connect(server, clock).send(request_).status == 200
    assert clock.sleeps == [7, 2, 4, 8], "as told, then doubling"


def test_retry_after_may_be_a_day_and_time() -> None:
    clock = Clock()
    until = email.utils.formatdate(time.time() + 30, usegmt=True)
    with serving(replies((429, {"Retry-After": until}, b""), OK)) as server:
        connect(server, clock).send(READ)
    assert 20 < clock.sleeps[0] < 31


def test_ten_minutes_of_waiting_are_enough() -> None:
    clock, remarks = Clock(), []
    with serving(lambda _: BUSY) as server, pytest.raises(Stop) as stop:
        connect(server, clock, remarks).send(CHANGE)
    assert clock.now <= 600
    assert stop.value.code == 3
    assert "run the same command again later" in stop.value.reason
    assert remarks[0] == "127.0.0.1 is busy; waiting 8 s"


def test_a_wrong_token_stops_the_run() -> None:
    with serving(lambda _: (401, {}, b"")) as server, pytest.raises(Stop) as stop:
        connect(server).send(READ)
    assert stop.value.code == 4
    assert "does not accept the token" in stop.value.reason
    assert TOKEN not in stop.value.reason


def test_the_token_never_follows_a_redirect_to_another_host() -> None:
    with serving(lambda _: OK) as other:
        elsewhere = other.address.replace("127.0.0.1", "localhost")
        moved: Reply = (302, {"Location": f"{elsewhere}/x?key=1"}, b"")
        with serving(lambda _: moved) as server, pytest.raises(Stop) as stop:
            connect(server).send(READ)
    assert other.sent == []
    assert f"redirects to {elsewhere}/x; if that is your wiki" in stop.value.reason


def test_a_change_is_never_redirected_and_reading_only_a_few_times() -> None:
    with serving(lambda _: (302, {"Location": "/again"}, b"")) as server:
        with pytest.raises(Stop):
            connect(server).send(CHANGE)
        assert len(server.sent) == 1
        with pytest.raises(Stop):
            connect(server).send(READ)
        assert len(server.sent) == 5


def test_a_huge_answer_is_not_read_to_its_end() -> None:
    body = b"x" * 3_000_000
    with serving(lambda _: (200, {}, body)) as server, pytest.raises(Stop) as stop:
        connect(server, most_bytes=1_000_000).send(READ)
    assert stop.value.reason == "cannot reach 127.0.0.1: it sent more than 1 MB"


def test_a_slow_answer_is_given_up() -> None:
    def slow(_: Sent) -> Reply:
        time.sleep(0.4)
        return OK

    timing = Timing(to_connect=1, to_answer=5, in_all=0.1)
    with serving(slow) as server, pytest.raises(Stop) as stop:
        connect(server, timing=timing).send(READ)
    assert "it did not answer in time" in stop.value.reason


def test_cookies_are_kept() -> None:
    with serving(lambda _: (200, {"Set-Cookie": "session=1; Path=/"}, b"{}")) as server:
        connection = connect(server)
        connection.send(READ)
        connection.send(READ)
    assert server.sent[1].headers["cookie"] == "session=1"


def test_changes_are_paced() -> None:
    clock = Clock()
    with serving(lambda _: OK) as server:
        connection = connect(server, clock)
        connection.pace(0.7)
        for request in (CHANGE, READ, CHANGE, CHANGE):
            connection.send(request)
    assert clock.sleeps == pytest.approx([0.7, 0.7])


def test_a_form_with_a_file() -> None:
    upload = Upload("file", "curve.svg", b"<svg/>", "image/svg+xml")
    with serving(lambda _: OK) as server:
        connect(server).send(Request("POST", "/", form={"token": "a+b"}, uploads=(upload,)))
    body = server.sent[0].body
    assert b'name="token"' in body
    assert b'filename="curve.svg"\r\nContent-Type: image/svg+xml\r\n\r\n<svg/>' in body


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://wiki.example.org/", "must start with https://"),
        ("https://me:secret@wiki.example.org/", "must not contain a user name or a password"),
        ("ftp://wiki.example.org/", "must start with https://"),
        ("https://[", "is not a valid address"),
    ],
)
def test_addresses_to_which_nothing_secret_is_sent(address: str, reason: str) -> None:
    with pytest.raises(EnvironmentFault, match=reason):
        WebSession(address, {})


def test_passwords_of_netrc_are_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login ana password canary-netrc\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(lambda _: OK) as server:
        WikiConnection(WebSession(server.address, {}), print).send(READ)
    assert "authorization" not in server.sent[0].headers


def test_nobody_there() -> None:
    with serving(lambda _: OK) as server:
        pass
    with pytest.raises(Stop) as stop:
        connect(server).send(CHANGE)
    assert stop.value.reason == "cannot reach 127.0.0.1: nothing answers at this address"
