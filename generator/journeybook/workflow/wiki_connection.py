"""The network as targets ask for it: paced, patient, and never twice about a change.

A request that reads is repeated if the wiki fails or does not answer; one that changes something is
not: its fate is unknown, and the publisher looks again. A wiki that says "too many requests" has
not carried anything out, so both wait and try again.
"""

from __future__ import annotations

import email.utils
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from journeybook.effects.web_session import NoAnswer, WebAnswer, WebSession, file_parts, origin
from journeybook.publish.wiki.web import Answer, LostAnswer, Request, Stop
from journeybook.text import visible

TRIES = 4
LONGEST_WAIT = 60.0
MOST_WAITING = 600.0
"""Seconds that one run waits in all because a wiki is busy."""
_MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_DIGITS = re.compile(r"[0-9]{1,9}")


@dataclass
class Patience:
    """How long to wait, in a row and in all. `chance` is between 0 and 1."""

    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    waited: float = 0.0
    in_a_row: int = 0

    def wait(self, seconds: float | None, host: str, remark: Callable[[str], None]) -> None:
        """Wait as long as the wiki told, or 1 s doubling to 60 s with some chance in it, so that
        two publishers do not meet again. Raises Stop after ten minutes in all."""
        if seconds is None:
            seconds = min(2.0**self.in_a_row, LONGEST_WAIT) * (0.75 + self.chance() / 2)
        self.in_a_row += 1
        if self.waited + seconds > MOST_WAITING:
            raise Stop(
                f"{host} is too busy: it asked to wait more than ten minutes in all; run the same "
                "command again later, it goes on where it stopped"
            )
        if seconds >= 5:
            remark(f"{host} is busy; waiting {seconds:.0f} s")
        self.waited += seconds
        self.sleep(seconds)


@dataclass
class WikiConnection:
    """One wiki: implements `publish.wiki.web.Web`."""

    session: WebSession
    remark: Callable[[str], None]
    patience: Patience = field(default_factory=Patience)
    clock: Callable[[], float] = time.monotonic
    requests: int = 0
    """How many requests were sent, for the report."""
    _pause: float = 0.0
    _last_change: float = float("-inf")

    def send(self, request: Request) -> Answer:
        """See `Web.send`."""
        for attempt in range(1, TRIES + 1):
            try:
                return self._answer(request)
            except NoAnswer as fault:
                if request.changes and fault.was_sent:
                    raise LostAnswer(fault.reason) from fault
                if attempt == TRIES or not fault.can_repeat:
                    raise Stop(f"cannot reach {self._host}: {fault.reason}") from fault
                self.patience.wait(None, self._host, self.remark)
        raise AssertionError("unreachable")

    def wait(self, seconds: float | None) -> None:
        """See `Web.wait`."""
        self.patience.wait(seconds, self._host, self.remark)

    def pace(self, seconds: float) -> None:
        """See `Web.pace`."""
        self._pause = seconds

    @property
    def _host(self) -> str:
        return visible(urlsplit(self.session.address).hostname or "")

    def _answer(self, request: Request) -> Answer:
        """The answer to a request, after all waiting. Raises NoAnswer if a failure of the server
        may pass."""
        url = f"{self.session.address}{request.path}"
        redirects = 0
        while True:
            answer = self._exchange(request, url)
            if answer.status in _REDIRECTS:
                redirects += 1
                url = self._redirected(request, answer, url, redirects)
            elif answer.status == 429 or _is_told_to_wait(answer):
                self.patience.wait(_seconds_to_wait(answer), self._host, self.remark)
            elif answer.status == 401:
                raise Stop(
                    f"{self._host} does not accept the token; check that it is the right one, and "
                    "that it has not expired",
                    4,
                )
            elif answer.status == 407:
                raise Stop("the proxy asks for a password; set it in HTTPS_PROXY", 4)
            elif answer.status >= 500:
                raise NoAnswer(f"it answered with the error {answer.status}")
            else:
                self.patience.in_a_row = 0
                return Answer(answer.status, answer.headers, answer.body)

    def _exchange(self, request: Request, url: str) -> WebAnswer:
        if request.changes:
            rest = self._last_change + self._pause - self.clock()
            if rest > 0:
                self.patience.sleep(rest)
            self._last_change = self.clock()
        self.requests += 1
        return self.session.exchange(request.method, url, **_parts(request))

    def _redirected(self, request: Request, answer: WebAnswer, url: str, number: int) -> str:
        """Where a redirect leads, if it may be followed: a reading request, on the same host."""
        target = urljoin(url, answer.headers.get("location", ""))
        try:
            stays = origin(target) == origin(self.session.address)
        except ValueError:
            stays = False
        if stays and not request.changes and number <= _MOST_REDIRECTS:
            return target
        place = visible(target.partition("?")[0])
        raise Stop(
            f"{self._host} redirects to {place}; if that is your wiki, use this address in "
            "`url` of the target",
            4,
        )


def _parts(request: Request) -> Mapping[str, Any]:
    """A request as the session takes it."""
    parts: dict[str, Any] = {"params": dict(request.query), "headers": dict(request.headers)}
    if request.uploads:
        parts["files"] = file_parts(request.uploads)
        parts["data"] = dict(request.form or {})
    elif request.form is not None:
        parts["data"] = dict(request.form)
    elif request.body is not None:
        parts["data"] = request.body
    elif request.values is not None:
        parts["json"] = request.values
    return parts


def _is_told_to_wait(answer: WebAnswer) -> bool:
    """Whether a server that is down for a moment says when to come back."""
    return answer.status == 503 and "retry-after" in answer.headers


def _seconds_to_wait(answer: WebAnswer) -> float | None:
    """What `Retry-After` says, in seconds: a number, or a day and time; None without it."""
    value = answer.headers.get("retry-after", "").strip()
    if _DIGITS.fullmatch(value):
        return float(value)
    try:
        until = email.utils.parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    return max(until.timestamp() - time.time(), 1.0)
