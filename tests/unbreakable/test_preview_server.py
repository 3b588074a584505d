"""The preview server, asked over raw sockets as a hostile page or program would ask it."""

from __future__ import annotations

import errno
import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from importlib import resources
from pathlib import Path

import pytest

from journeybook.effects import preview_server
from journeybook.effects import serve as serve_module
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.preview_requests import Guard
from journeybook.effects.preview_server import CONNECTIONS, PreviewServer, open_server
from journeybook.effects.preview_state import Preview
from journeybook.effects.preview_watch import Changes, Filter
from journeybook.effects.serve import Built, serve

FILES = {
    "index.html": b"<!doctype html><title>Home</title><body><p>home</p></BODY>",
    "404.html": b"<body>lost</body>",
    "a b/index.html": b"folder",
    "file.mmd": b"graph LR",
    "notes.md": b"# notes",
    "x.svg": b"<svg/>",
    "café.html": "café".encode(),
}


@pytest.fixture
def preview() -> Preview:
    preview = Preview()
    preview.show(Built(FILES))
    return preview


@pytest.fixture
def server(preview: Preview) -> Iterator[PreviewServer]:
    server = open_server(preview, "127.0.0.1", 0, allow_remote=False)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    yield server
    preview.close()
    server.shutdown()
    server.server_close()


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=5)


def raw(port: int, data: bytes) -> bytes:
    with connect(port) as peer:
        with suppress(OSError):
            peer.sendall(data)
        received = b""
        try:
            while piece := peer.recv(65536):
                received += piece
        except ConnectionResetError:
            pass
        return received


def ask(
    server: PreviewServer, path: str = "/", *extra: str, method: str = "GET"
) -> tuple[int, dict[str, str], bytes]:
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", *extra, "", ""]
    return answer_of(raw(server.port, "\r\n".join(lines).encode("utf-8", "surrogateescape")))


def answer_of(received: bytes) -> tuple[int, dict[str, str], bytes]:
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines)
    return int(first.split()[1]), headers, body


def status_of(server: PreviewServer, head: str) -> int:
    return answer_of(raw(server.port, head.replace("PORT", str(server.port)).encode("latin-1")))[0]


def test_a_page_is_served_from_memory_with_the_reload_script(server: PreviewServer) -> None:
    status, headers, body = ask(server)
    assert status == 200
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert int(headers["content-length"]) == len(body)
    assert re.search(
        rb'home</p>(<script src="/__journeybook__/[a-z-]+.js"( defer)?></script>)+'
        rb'<script src="/__journeybook__/reload.js" data-pages="\d+" defer></script></BODY>',
        body,
    )


def test_types_folders_and_missing_pages(server: PreviewServer) -> None:
    assert ask(server, "/file.mmd")[1]["content-type"] == "text/plain; charset=utf-8"
    assert ask(server, "/notes.md?v=1")[1]["content-type"] == "text/plain; charset=utf-8"
    assert ask(server, "/notes.md")[2] == b"# notes"
    assert ask(server, "/x.svg")[1]["content-type"] == "image/svg+xml"
    assert b"folder" in ask(server, "/a%20b/")[2]
    status, headers, _ = ask(server, "/a%20b")
    assert (status, headers["location"]) == (302, "/a%20b/")
    status, _, body = ask(server, "/nothing")
    assert status == 404
    assert body.startswith(b"<body>lost<script")
    assert ask(server, "/caf%C3%A9.html")[0] == ask(server, "/cafe%CC%81.html")[0] == 200


def test_head_has_the_same_headers_and_no_body(server: PreviewServer) -> None:
    with_body, without = ask(server), ask(server, method="HEAD")
    assert without[:2] == with_body[:2]
    assert without[2] == b""


@pytest.mark.parametrize(
    "host",
    [
        "evil.test", "evil.test:PORT", "127.0.0.1.nip.io:PORT", "localhost.:PORT", "localhost", "127.0.0.1", "127.0.0.1:1",
        "127.0.0.1:PORT0", "127.1:PORT", "2130706433:PORT", "[::]:PORT", "[::ffff:127.0.0.1]:PORT", "[::1]", "::1:PORT",
        "0.0.0.0:PORT", "", "user@127.0.0.1:PORT", "127.0.0.1:PORT, evil.test", "[::1]x:PORT", "localhost:PORT/x",
    ],
)  # fmt: skip
def test_s1_any_other_host_is_misdirected(server: PreviewServer, host: str) -> None:
    assert status_of(server, f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n") == 421


@pytest.mark.parametrize(
    "host", ["127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT"]
)
def test_s1_our_own_names_are_answered(server: PreviewServer, host: str) -> None:
    assert status_of(server, f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n") == 200


@pytest.mark.parametrize(
    "head",
    [
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.test\r\n\r\n",
        "GET http://evil.test/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
        "GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
        "CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
    ],
)
def test_s1_no_host_two_hosts_and_absolute_targets_are_refused(
    server: PreviewServer, head: str
) -> None:
    assert status_of(server, head) == 421


def test_s1_port_80_may_be_left_out() -> None:
    assert Guard(80).accepts("localhost")
    assert Guard(80).accepts("[::1]")
    assert not Guard(80).accepts("evil.test")
    assert not Guard(80).accepts("localhost:")
    remote = Guard(8000, remote=True)
    assert remote.accepts("192.168.1.20:8000")
    assert remote.accepts("[fe80::1]:8000")
    assert not remote.accepts("evil.test:8000")


@pytest.mark.parametrize(
    "header",
    [
        "Origin: http://evil.test", "Origin: null", "Origin: http://localhost:1", "Origin: https://127.0.0.1:PORT",
        "Origin: http://localhost:PORT", "Origin: ", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: CROSS-SITE", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate", "Sec-Fetch-Site: ?",
        "Sec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "path", ["/", "/__journeybook__/events", "/__journeybook__/overlay", "/x.svg"]
)
def test_s2_other_sites_get_nothing(server: PreviewServer, header: str, path: str) -> None:
    received = raw(
        server.port,
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n{header}\r\n\r\n".replace(
            "PORT", str(server.port)
        ).encode(),
    )
    status, headers, body = answer_of(received)
    assert status == 403
    assert headers["content-type"].startswith("text/plain")
    assert b"home" not in body


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_s2_our_own_pages_and_typed_addresses_are_answered(
    server: PreviewServer, site: str
) -> None:
    own = f"Origin: http://127.0.0.1:{server.port}"
    assert ask(server, "/", own, f"Sec-Fetch-Site: {site}", "Sec-Fetch-Mode: navigate")[0] == 200


@pytest.mark.parametrize("path", ["/", "/x.svg", "/nothing", "/__journeybook__/reload.js", "/%00"])
def test_s2_every_answer_has_the_security_headers(server: PreviewServer, path: str) -> None:
    _, headers, _ = ask(server, path)
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "frame-ancestors 'none'"
    assert headers["cache-control"] == "no-store"
    assert not any(name.startswith("access-control") for name in headers)
    assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/../etc/passwd", "/%2e%2e/etc/passwd", "/..%2fetc/passwd", "/..%5cetc", "/a%20b/../index.html", "//etc/passwd",
        "//evil.test/", "/etc/passwd", "/%00", "/index.html%00", "/%0d%0aSet-Cookie:x", "/index.html;x", "/%c0%ae%c0%ae/",
        "/%ff", "/index.html/", "/./index.html", "/index%2ehtml/", "/%", "/%zz", "/C:/x", "/" + "a" * 5000,
        "/" + "a" * 100_000, "/__journeybook__/", "/__journeybook__/../index.html", "/__journeybook__/overlay.css/",
        "/__journeybook__/../serve.py", "/__journeybook__/waiting.html", "/index.html#x", "/caf\u00e9.html", "/\udcff",
    ],
)  # fmt: skip
def test_s3_no_path_leads_out(server: PreviewServer, path: str) -> None:
    status, headers, body = ask(server, path)
    assert status in (400, 404)
    assert "set-cookie" not in headers
    assert b"root:" not in body


def test_s4_files_on_disk_do_not_matter(
    server: PreviewServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.html").symlink_to("/etc/passwd")
    (tmp_path / "real.html").write_bytes(b"real")
    assert ask(server, "/link.html")[0] == ask(server, "/real.html")[0] == 404


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", 405),
        ("DELETE / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", 405),
        ("get / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 5\r\n\r\nhello", 400),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 5\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\nGET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost : 127.0.0.1:PORT\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n folded\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: a\nOrigin: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: \x00\r\n\r\n", 400),
        ("GET / HTTP/2.0\r\nHost: 127.0.0.1:PORT\r\n\r\n", 400),
        ("GET /\r\n\r\n", 400),
        ("\x16\x03\x01\x02\x00\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: " + "a" * 9000 + "\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n" + "X: a\r\n" * 2000 + "\r\n", 431),
    ],
)
def test_s5_bodies_and_large_or_malformed_requests_are_refused(
    server: PreviewServer, head: str, status: int
) -> None:
    assert status_of(server, head) == status


def test_s5_a_slow_request_is_given_up(
    server: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (preview_server.PATIENCE, CONNECTIONS) == (10, 64)
    monkeypatch.setattr(preview_server, "PATIENCE", 0.3)
    began = time.monotonic()
    with connect(server.port) as peer:
        peer.sendall(b"GET / HTTP/1.1\r\n")
        for _ in range(3):
            time.sleep(0.08)
            peer.sendall(b"X")
        assert peer.recv(4096).startswith(b"HTTP/1.1 408 ")
    assert time.monotonic() - began < 3


def test_s5_no_more_than_64_connections_and_then_it_recovers(
    server: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_server, "PATIENCE", 1.0)
    idle = [connect(server.port) for _ in range(CONNECTIONS + 40)]
    try:
        time.sleep(0.2)
        assert b"503" in raw(server.port, b"")[:20]
        assert threading.active_count() <= CONNECTIONS + 10
    finally:
        for peer in idle:
            peer.close()
    time.sleep(0.3)
    assert ask(server)[0] == 200


def test_s6_the_event_stream_carries_a_number_only(server: PreviewServer, preview: Preview) -> None:
    with connect(server.port) as peer:
        peer.sendall(
            f"GET /__journeybook__/events HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode()
        )
        received = read_until(peer, b"data:")
        assert b"Content-Type: text/event-stream" in received
        preview.show(Built(None, "content/secret.md"))
        received += read_until(peer, b"data:")
    stream = received.partition(b"\r\n\r\n")[2]
    assert re.fullmatch(rb"(data: [0-9]+\n\n){2}", stream)


def test_s6_a_reader_that_left_frees_its_place(server: PreviewServer) -> None:
    for _ in range(3):
        with connect(server.port) as peer:
            peer.sendall(
                f"GET /__journeybook__/events HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode()
            )
            read_until(peer, b"data:")
    until = time.monotonic() + 4
    while time.monotonic() < until and server.slots._value < CONNECTIONS:
        time.sleep(0.05)
    assert server.slots._value == CONNECTIONS


def read_until(peer: socket.socket, mark: bytes) -> bytes:
    received = b""
    while mark not in received or not received.endswith(b"\n\n"):
        piece = peer.recv(4096)
        assert piece, f"the stream ended after {received!r}"
        received += piece
    return received


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.1", "example.org", "::", "127.0.0.2"])
def test_s7_other_hosts_need_allow_remote(host: str) -> None:
    with pytest.raises(EnvironmentFault, match="--allow-remote"):
        open_server(Preview(), host, 0, allow_remote=False)


def test_s7_allow_remote_and_ipv6_bind_where_asked() -> None:
    with closing_server("0.0.0.0", remote=True) as server:
        assert server.socket.getsockname()[0] == "0.0.0.0"
    if socket.has_ipv6:
        with closing_server("::1") as server:
            assert server.url == f"http://[::1]:{server.port}/"
    with closing_server("localhost") as server:
        assert server.socket.getsockname()[0] == "127.0.0.1"


def closing_server(host: str, *, remote: bool = False) -> PreviewServer:
    return open_server(Preview(), host, 0, allow_remote=remote)


def test_s7_an_address_that_is_not_ours_is_a_plain_fault() -> None:
    with pytest.raises(EnvironmentFault, match=r"cannot start the preview on `203\.0\.113\.1:"):
        open_server(Preview(), "203.0.113.1", 0, allow_remote=True)


def test_s8_without_a_good_build_there_is_a_page_that_waits() -> None:
    preview = Preview()
    preview.show(Built(None, "<p>broken</p>"))
    with open_server(preview, "127.0.0.1", 0, allow_remote=False) as server:
        threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()
        status, _, body = ask(server, "/anything")
        assert status == 503
        assert b"reload.js" in body
        assert ask(server, "/__journeybook__/overlay")[2] == b"<p>broken</p>"
        server.shutdown()


def test_the_page_number_changes_only_with_the_pages() -> None:
    preview = Preview()
    preview.show(Built(FILES))
    first = preview.shown
    preview.show(Built(None, "broken"))
    assert (preview.shown.files, preview.shown.pages, preview.shown.overlay_html) == (
        FILES,
        first.pages,
        "broken",
    )
    preview.show(Built(dict(FILES)))
    assert (preview.shown.pages, preview.shown.overlay_html) == (first.pages, "")
    preview.show(Built({**FILES, "x.svg": b"other"}))
    assert preview.shown.pages > first.pages
    assert preview.shown.number == first.number + 3


@pytest.mark.parametrize("name", ["reload.js", "keep-place.js", "findings.js"])
def test_the_scripts_of_the_preview_obey_a_strict_policy(name: str) -> None:
    assets = resources.files("journeybook.effects").joinpath("preview_assets")
    script = assets.joinpath(name).read_text()
    for banned in (
        "innerHTML",
        "outerHTML",
        "document.write",
        "eval(",
        ".style.",
        "insertAdjacentHTML",
        "http:",
        "https:",
    ):
        assert banned not in script


def test_only_sources_ring_the_bell(tmp_path: Path) -> None:
    site = str(tmp_path / ".sites" / "shop")
    wanted = Filter((f"{site}/site.yaml", f"{site}/content"), (f"{site}/content/out",))
    assert all(
        wanted.accepts(f"{site}/{name}") for name in ("site.yaml", "content", "content/a/b.md")
    )
    for name in (
        "site.yml",
        "contents/a.md",
        "content/.git/x",
        "content/a.md~",
        "content/.#a.md",
        "content/out/a.html",
        "",
    ):
        assert not wanted.accepts(f"{site}/{name}")


def test_many_changes_at_once_are_answered_once() -> None:
    changes = Changes()
    for _ in range(50):
        changes.ring()
    assert changes.wait(0.1)
    assert not changes.wait(0.1)


class Running:
    """A preview of `content/`, whose build fails while a file says so, in a thread of its own."""

    def __init__(self, root: Path, *, poll: bool = False, port: int = 0) -> None:
        self.content = root / "content"
        self.stop = threading.Event()
        self.notes: list[str] = []
        self.raised: list[BaseException] = []
        self.builds = 0
        self._ready = threading.Event()
        self._url = ""
        self.thread = threading.Thread(target=self._serve, args=(root, poll, port), daemon=True)
        self.thread.start()
        assert self._ready.wait(5)
        self.port = int(self._url.rpartition(":")[2].strip("/"))

    def _serve(self, root: Path, poll: bool, port: int) -> None:
        def ready(url: str) -> None:
            self._url = url
            self._ready.set()

        try:
            serve(
                self.build, on_ready=ready, on_note=self.notes.append, watch=[root / "site.yaml", self.content],
                ignore=[root / "site"], port=port, poll=poll, stop=self.stop,
            )  # fmt: skip
        except BaseException as error:
            self.raised.append(error)

    def build(self) -> Built:
        self.builds += 1
        text = "".join(path.read_text() for path in sorted(self.content.rglob("*.md")))
        if "crash" in text:
            raise RuntimeError("a bug")
        if "full" in text:
            raise EnvironmentFault("no space left <here>")
        return (
            Built(None, "<p>broken</p>")
            if "broken" in text
            else Built({"index.html": text.encode()})
        )

    def get(self, path: str) -> tuple[int, dict[str, str], bytes]:
        return answer_of(
            raw(self.port, f"GET {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\n\r\n".encode())
        )

    def end(self) -> None:
        self.stop.set()
        self.thread.join(5)
        assert not self.thread.is_alive()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content" / "deep").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("")
    (tmp_path / "content" / "deep" / "a.md").write_text("one")
    return tmp_path


@pytest.mark.parametrize("poll", [False, True], ids=["watch", "poll"])
def test_s8_change_break_and_mend_end_to_end(site: Path, poll: bool) -> None:
    running = Running(site, poll=poll)
    page = site / "content" / "deep" / "a.md"
    try:
        with connect(running.port) as peer:
            peer.sendall(
                f"GET /__journeybook__/events HTTP/1.1\r\nHost: localhost:{running.port}\r\n\r\n".encode()
            )
            read_until(peer, b"data:")
            assert running.get("/")[2].startswith(b"one")
            first = running.get("/__journeybook__/overlay")[1]["x-journeybook-pages"]

            began = time.monotonic()
            page.write_text("two two")
            read_until(peer, b"data:")
            assert poll or time.monotonic() - began < 0.5
            assert running.get("/")[2].startswith(b"two two")
            second = running.get("/__journeybook__/overlay")[1]["x-journeybook-pages"]
            assert second != first

            page.write_text("broken")
            read_until(peer, b"data:")
            assert running.get("/")[2].startswith(b"two two")
            _, headers, overlay = running.get("/__journeybook__/overlay")
            assert (headers["x-journeybook-pages"], overlay) == (second, b"<p>broken</p>")

            (site / "content" / "new").mkdir()
            page.rename(site / "content" / "new" / "b.md")
            (site / "content" / "new" / "b.md").write_text("mended")
            read_until(peer, b"data:")
            wait_for(lambda: running.get("/")[2].startswith(b"mended"))
            assert running.get("/__journeybook__/overlay")[2] == b""
    finally:
        running.end()
    assert running.raised == []


def wait_for(condition: object, seconds: float = 5) -> None:
    assert callable(condition)
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.02)


def test_only_real_changes_build_again(site: Path) -> None:
    running = Running(site)
    try:
        (site / "site").mkdir()
        (site / "site" / "index.html").write_text("x")
        (site / "content" / ".a.md.swp").write_text("x")
        (site / "content" / "deep" / "a.md").read_text()
        time.sleep(0.4)
        assert running.builds == 1
        (site / "site.yaml").write_text("title: x")
        wait_for(lambda: running.builds == 2)
    finally:
        running.end()


def test_a_content_folder_made_anew_is_watched_again(site: Path) -> None:
    running = Running(site)
    try:
        (site / "content").rename(site / "away")
        wait_for(lambda: running.get("/")[2].startswith(b"<script"))
        (site / "away").rename(site / "content")
        wait_for(lambda: running.get("/")[2].startswith(b"one"))
        (site / "content" / "deep" / "a.md").write_text("again")
        wait_for(lambda: running.get("/")[2].startswith(b"again"))
    finally:
        running.end()


def test_a_fault_while_serving_is_shown_over_the_page(site: Path) -> None:
    running = Running(site)
    try:
        (site / "content" / "deep" / "a.md").write_text("full")
        wait_for(
            lambda: running.get("/__journeybook__/overlay")[2] == b"no space left &lt;here&gt;"
        )
        assert running.get("/")[2].startswith(b"one")
    finally:
        running.end()


def test_a_bug_while_serving_ends_the_preview_and_is_raised(site: Path) -> None:
    running = Running(site)
    (site / "content" / "deep" / "a.md").write_text("crash")
    running.thread.join(5)
    assert [str(error) for error in running.raised] == ["a bug"]


def test_s7_a_taken_port_is_said_aloud(site: Path) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        running = Running(site, port=port)
        running.end()
    assert running.port != port
    assert running.notes == [f"port {port} is in use; using {running.port}"]


def test_ctrl_c_stops_cleanly(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            raise KeyboardInterrupt

    ports: list[str] = []
    before = threading.active_count()
    serve(
        lambda: Built({}),
        on_ready=ports.append,
        watch=[site / "content"],
        port=0,
        stop=Interrupted(),
    )
    port = int(ports[0].rpartition(":")[2].strip("/"))
    with pytest.raises(ConnectionRefusedError):
        connect(port)
    wait_for(lambda: threading.active_count() <= before)


def test_a_first_build_that_fails_leaves_no_port_and_no_thread(site: Path) -> None:
    def failing() -> Built:
        raise EnvironmentFault("no")

    before = threading.active_count()
    with pytest.raises(EnvironmentFault, match="no"):
        serve(failing, on_ready=print, watch=[site / "content"], port=0)
    wait_for(lambda: threading.active_count() <= before)


def test_a_system_without_watches_left_says_what_to_do(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.schedule", refuse)
    with pytest.raises(EnvironmentFault, match="use `--poll`"):
        serve_module.serve(lambda: Built({}), on_ready=print, watch=[site / "content"], port=0)
