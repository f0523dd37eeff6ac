"""Fetching, against a real server on the loopback interface; no name is looked up outside the test."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
import trustme
from loopback import Loopback, body, drip, raw, redirect, serving

from service.config import Config
from service.prepare.fetch import MAX_REDIRECTS, fetch_image, resolve_name
from service.prepare.image_failure import UnusableImage
from service.prepare.image_hosts import is_public, read_address, require_allowed


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as loopback:
        yield loopback


def config(*hosts: str, timeout_s: float = 5, max_bytes: int = 10_000) -> Config:
    return Config(data=Path("unused"), image_hosts=list(hosts), image_timeout_s=timeout_s, image_max_bytes=max_bytes)


def refusal(url: str, settings: Config, **more: object) -> str:
    with pytest.raises(UnusableImage) as caught:
        fetch_image(url, settings, **more)  # type: ignore[arg-type]
    return caught.value.reason


def here(server: Loopback, **more: object) -> Config:
    return config(f"127.0.0.1:{server.port}", **more)  # type: ignore[arg-type]


def test_an_allowed_host_and_port_yields_the_bytes_of_the_picture(server: Loopback) -> None:
    server.answers["/a.jpg"] = body(b"picture")
    assert fetch_image(server.url("/a.jpg"), here(server)) == b"picture"


def test_no_host_is_allowed_by_default_and_the_refusal_names_the_host_and_the_setting() -> None:
    reason = refusal("https://images.example/a.jpg", config())
    assert reason == "the host `images.example` is not among those that TEARSHEET_IMAGE_HOSTS allows"


def test_a_request_carries_no_cookie_no_password_and_no_proxy(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    server.answers["/a"] = body(b"", status="302 Found", headers="Location: /b\r\nSet-Cookie: spy=1; Path=/\r\n")
    server.answers["/b"] = body(b"picture")
    fetch_image(server.url("/a"), here(server))
    assert [path for path, _ in server.requests] == ["/a", "/b"]
    for _, headers in server.requests:
        assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert headers["Host"] == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize("scheme", ["http", "HTTP", "hTTp"])
def test_a_scheme_in_capitals_is_the_same_scheme(server: Loopback, scheme: str) -> None:
    server.answers["/a"] = body(b"picture")
    assert fetch_image(server.url("/a", scheme=scheme), here(server)) == b"picture"


@pytest.mark.parametrize(
    "url", ["ftp://h.example/a", "FILE:///etc/hosts", "gopher://h.example/", "jar:http://h.example"]
)
def test_only_http_and_https_are_fetched(url: str) -> None:
    assert refusal(url, config("h.example")) == "only http and https addresses are fetched"


@pytest.mark.parametrize("user", ["name@", "name:word@", "@", "h.example%40@"])
def test_user_information_in_an_address_is_refused_before_any_connection(server: Loopback, user: str) -> None:
    reason = refusal(f"http://{user}127.0.0.1:{server.port}/a", here(server))
    assert "user name or password" in reason
    assert not server.requests


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "127.0.0.01", "[::1", "a b.example",
     "a..example", "-a.example", "", "x%2e.example"],
)  # fmt: skip
def test_a_host_written_so_that_two_programs_may_read_it_apart_is_refused(server: Loopback, host: str) -> None:
    settings = config(f"{host}:{server.port}") if host.isalnum() else here(server)
    reason = refusal(f"http://{host}:{server.port}/a", settings)
    assert "not valid" in reason or "number in disguise" in reason or "not among those" in reason
    assert not server.requests


def test_a_number_in_disguise_is_refused_even_where_the_setting_lists_it(server: Loopback) -> None:
    for host in ("2130706433", "0x7f000001", "127.1"):
        reason = refusal(server.url("/a", host=host), config(f"{host}:{server.port}"))
        assert "number in disguise" in reason


@pytest.mark.parametrize(
    "url",
    ["http://h.example\\@evil.example/", "http://h.example/a\nb", "http://h.example:99999/", "http://h.example:0/",
     "http://[::1%25eth0]/", "http://[::1::2]/", "http://h.example:x/", "http://h.example/" + "a" * 9000, "http://\ud800.example/"],
)  # fmt: skip
def test_a_malformed_address_is_refused(url: str) -> None:
    assert "not valid" in refusal(url, config("h.example"))


SPECIAL = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.1",
    "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1",
    "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1",
    "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:7f00:1::", "2001:db8::1", "2002:7f00:1::",
    "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
]  # fmt: skip


@pytest.mark.parametrize("address", SPECIAL)
def test_a_special_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "100.63.0.1", "172.32.0.1", "223.1.1.1", "2606:4700::1111", "2a00::1"])
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", SPECIAL)
def test_an_allowed_name_that_resolves_to_a_special_address_is_refused(address: str) -> None:
    with structlog.testing.capture_logs() as log:
        reason = refusal("http://h.example/a", config("h.example"), resolve=lambda host, port: [address])
    assert reason.startswith("the address is not allowed")
    assert address not in reason
    assert log[0]["addresses"] == [address]


def test_one_private_address_among_public_ones_refuses_the_whole_answer() -> None:
    reason = refusal("http://h.example/a", config("h.example"), resolve=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    assert reason.startswith("the address is not allowed")


@pytest.mark.parametrize("host", ["127.0.0.1", "①②⑦.0.0.1", "[::ffff:127.0.0.1]", "[::1]", "[::7f00:1]"])
def test_a_private_address_is_refused_although_its_host_is_allowed_without_a_port(host: str) -> None:
    reason = refusal(f"http://{host}/a", config("127.0.0.1" if "①" in host else host))
    assert reason.startswith("the address is not allowed")


def test_a_wildcard_with_a_port_does_not_open_a_private_network(server: Loopback) -> None:
    reason = refusal(
        server.url("/a", host="a.h.example"), config(f"*.h.example:{server.port}"), resolve=lambda *_: ["127.0.0.1"]
    )
    assert reason.startswith("the address is not allowed")
    assert not server.requests


def test_a_name_listed_with_its_port_may_lie_on_a_private_network(server: Loopback) -> None:
    server.answers["/a"] = body(b"picture")
    settings = config(f"h.example:{server.port}")
    assert fetch_image(server.url("/a", host="h.example"), settings, resolve=lambda *_: ["127.0.0.1"]) == b"picture"


@pytest.mark.parametrize(
    ("url", "entry", "allowed"),
    [
        ("http://h.example/", "h.example", True),
        ("https://h.example/", "h.example", True),
        ("http://H.Example./", "h.example", True),
        ("http://h.example:443/", "h.example", False),
        ("https://h.example:8443/", "h.example", False),
        ("https://h.example:8443/", "h.example:8443", True),
        ("https://h.example/", "h.example:8443", False),
        ("http://a.h.example/", "h.example", False),
        ("http://a.h.example/", "*.h.example", True),
        ("http://b.a.h.example/", "*.h.example", True),
        ("http://h.example/", "*.h.example", False),
        ("http://evilh.example/", "*.h.example", False),
        ("http://h.example.evil/", "h.example", False),
        ("http://[2606:4700:0::1]/", "[2606:4700::1]", True),
        ("http://[::1]:8000/", "[0:0:0::1]:8000", True),
        ("http://bücher.example/", "xn--bcher-kva.example", True),
    ],
)
def test_an_entry_allows_exactly_its_hosts_and_ports(url: str, entry: str, allowed: bool) -> None:
    address = read_address(url)
    if allowed:
        require_allowed(address, [entry])
    else:
        with pytest.raises(UnusableImage, match="TEARSHEET_IMAGE_HOSTS"):
            require_allowed(address, [entry])


def test_spaces_and_letters_of_a_path_are_encoded_and_what_is_encoded_stays(server: Loopback) -> None:
    server.answers["/a%20b/%C3%A9%20%2F.jpg?w=1%20200&h=[2]"] = body(b"picture")
    assert fetch_image(server.url("/a b/é%20%2F.jpg?w=1 200&h=[2]#top"), here(server)) == b"picture"


def test_a_name_is_looked_up_once_so_that_a_second_answer_cannot_lead_elsewhere(server: Loopback) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    looked_up = []

    def rebinding(host: str, port: int) -> list[str]:
        looked_up.append((host, port))
        return next(answers)

    server.answers["/a"] = body(b"picture")
    settings = config(f"h.example:{server.port}")
    assert fetch_image(server.url("/a", host="h.example"), settings, resolve=rebinding) == b"picture"
    assert looked_up == [("h.example", server.port)]


def test_the_connection_goes_to_the_checked_address_and_asks_the_system_for_no_name(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = socket.getaddrinfo, []

    def spy(host: str, *arguments: object, **named: object) -> object:
        asked.append(host)
        return real(host, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", spy)
    server.answers["/a"] = body(b"picture")
    settings = config(f"h.example:{server.port}")
    fetch_image(server.url("/a", host="h.example"), settings, resolve=lambda *_: ["127.0.0.1"])
    assert set(asked) <= {"127.0.0.1"}


def test_the_next_address_is_tried_where_one_does_not_answer(server: Loopback) -> None:
    server.answers["/a"] = body(b"picture")
    settings = config(f"h.example:{server.port}")
    found = fetch_image(server.url("/a", host="h.example"), settings, resolve=lambda *_: ["127.0.0.9", "127.0.0.1"])
    assert found == b"picture"


def test_the_systems_resolver_gives_each_address_of_a_host_once() -> None:
    assert resolve_name("127.0.0.1", 80) == ["127.0.0.1"]


def test_an_unknown_host_is_said_to_be_unknown() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert refusal("http://h.example/a", config("h.example"), resolve=unknown) == "the host `h.example` is unknown"
    assert (
        refusal("http://h.example/a", config("h.example"), resolve=lambda *_: []) == "the host `h.example` is unknown"
    )


def test_a_redirect_to_a_private_address_is_refused(server: Loopback) -> None:
    server.answers["/a"] = redirect("http://inside.example/secret")
    settings = config(f"127.0.0.1:{server.port}", "inside.example")
    assert refusal(server.url("/a"), settings, resolve=lambda *_: ["10.0.0.5"]).startswith("the address is not allowed")


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("http://elsewhere.example/a", "`elsewhere.example` is not among"),
        ("//elsewhere.example/a", "`elsewhere.example` is not among"),
        ("http://127.0.0.1:1/a", "`127.0.0.1:1` is not among"),
        ("file:///etc/hosts", "only http and https"),
        ("http://name:word@127.0.0.1/", "user name or password"),
        ("http://2130706433/", "number in disguise"),
        ("http://[::1", "not valid"),
        ("http://\\evil.example/", "not valid"),
    ],
)
def test_each_redirect_is_checked_like_the_first_address(server: Loopback, to: str, reason: str) -> None:
    server.answers["/a"] = redirect(to)
    assert reason in refusal(server.url("/a"), here(server))
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_every_kind_of_redirect_is_followed(server: Loopback, status: int) -> None:
    server.answers["/deep/a"] = body(b"", status=f"{status} Moved", headers="Location: ../b\r\n")
    server.answers["/b"] = body(b"picture")
    assert fetch_image(server.url("/deep/a"), here(server)) == b"picture"


def test_five_redirects_are_followed_and_the_sixth_is_refused(server: Loopback) -> None:
    for hop in range(MAX_REDIRECTS + 1):
        server.answers[f"/{hop}"] = redirect(f"/{hop + 1}")
    server.answers[f"/{MAX_REDIRECTS + 1}"] = body(b"picture")
    assert MAX_REDIRECTS == 5
    assert fetch_image(server.url("/1"), here(server)) == b"picture"
    assert refusal(server.url("/0"), here(server)) == "the server redirects more than 5 times"


def test_a_redirect_loop_ends(server: Loopback) -> None:
    server.answers["/a"] = redirect("/a")
    assert "more than 5 times" in refusal(server.url("/a"), here(server))
    assert len(server.requests) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2000\r\n"],
)  # fmt: skip
def test_a_server_that_drips_bytes_is_left_at_the_deadline_of_the_whole_fetch(server: Loopback, head: bytes) -> None:
    server.answers["/a"] = drip(head)
    assert refusal(server.url("/a"), here(server, timeout_s=0.3)) == "it did not arrive within 0.3 seconds"


def test_redirects_share_one_deadline(server: Loopback) -> None:
    def slowly(connection: socket.socket, ended: threading.Event) -> None:
        ended.wait(0.15)
        redirect("/a")(connection, ended)

    server.answers["/a"] = slowly
    assert "did not arrive" in refusal(server.url("/a"), here(server, timeout_s=0.4))
    assert len(server.requests) <= 3


def test_a_resolver_that_never_answers_is_left_at_the_deadline() -> None:
    never = threading.Event()

    def stuck(host: str, port: int) -> list[str]:
        never.wait(5)
        return []

    assert "did not arrive" in refusal("http://h.example/", config("h.example", timeout_s=0.1), resolve=stuck)
    never.set()


def test_a_picture_beyond_the_limit_is_refused_by_what_the_server_announces(server: Loopback) -> None:
    server.answers["/a"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 10001\r\n\r\n")
    assert refusal(server.url("/a"), here(server)) == "it has more than 0.01 MB"


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n"]
)
def test_a_picture_beyond_the_limit_is_refused_while_it_streams(server: Loopback, head: bytes) -> None:
    server.answers["/a"] = raw(head + b"x" * 200_000)
    assert refusal(server.url("/a"), here(server)) == "it has more than 0.01 MB"


def test_a_picture_of_exactly_the_limit_arrives(server: Loopback) -> None:
    server.answers["/a"] = body(b"x" * 10_000)
    assert len(fetch_image(server.url("/a"), here(server))) == 10_000


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("404 Nope", "404 (Not Found)"),
        ("500 X", "500 (Internal Server Error)"),
        ("206 Part", "206 (Partial Content)"),
        ("799 X", "799 (unknown status)"),
    ],
)
def test_an_answer_other_than_200_is_named(server: Loopback, status: str, shown: str) -> None:
    server.answers["/a"] = body(b"", status=status)
    assert refusal(server.url("/a"), here(server)) == f"the server answered {shown}"


def test_a_compressed_answer_is_refused(server: Loopback) -> None:
    server.answers["/a"] = body(b"x", headers="Content-Encoding: gzip\r\n")
    assert "compressed" in refusal(server.url("/a"), here(server))


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", b"not http at all\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
     b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000],
)  # fmt: skip
def test_a_broken_answer_is_a_reason_and_not_a_crash(server: Loopback, answer: bytes) -> None:
    server.answers["/a"] = raw(answer)
    assert refusal(server.url("/a"), here(server)) == "the connection failed or broke off"


def test_a_closed_port_is_a_reason_and_not_a_crash() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "connection failed" in refusal(f"http://127.0.0.1:{port}/", config(f"127.0.0.1:{port}"))


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


def tls_of(authority: trustme.CA, *names: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(served)
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    return served, trusted


def test_tls_names_the_host_and_verifies_it_although_the_address_is_pinned(authority: trustme.CA) -> None:
    served, trusted = tls_of(authority, "h.example")
    named: list[str | None] = []
    served.sni_callback = lambda sock, name, context: named.append(name)  # type: ignore[assignment,return-value]
    with serving(served) as server:
        server.answers["/a"] = body(b"picture")
        settings = config(f"h.example:{server.port}")
        url = server.url("/a", host="h.example", scheme="https")
        assert fetch_image(url, settings, resolve=lambda *_: ["127.0.0.1"], tls=trusted) == b"picture"
    assert named == ["h.example"]


def test_a_certificate_of_another_host_is_refused(authority: trustme.CA) -> None:
    served, trusted = tls_of(authority, "other.example")
    with serving(served) as server:
        url = server.url("/a", host="h.example", scheme="https")
        reason = refusal(url, config(f"h.example:{server.port}"), resolve=lambda *_: ["127.0.0.1"], tls=trusted)
    assert "prove its identity" in reason


def test_a_certificate_of_an_unknown_authority_is_refused(authority: trustme.CA) -> None:
    served, _ = tls_of(authority, "h.example")
    with serving(served) as server:
        url = server.url("/a", host="h.example", scheme="https")
        reason = refusal(url, config(f"h.example:{server.port}"), resolve=lambda *_: ["127.0.0.1"])
    assert "prove its identity" in reason


def test_a_server_that_stalls_in_the_tls_handshake_is_left_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        reason = refusal(f"https://127.0.0.1:{port}/", config(f"127.0.0.1:{port}", timeout_s=0.2))
    assert "did not arrive" in reason
