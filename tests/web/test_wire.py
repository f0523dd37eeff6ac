"""What only a real server shows: bodies without a length, HEAD on the wire, and the server's own headers."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from .conftest import record


class _QuietHandler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@pytest.fixture
def port(make_app: Callable[..., Flask]) -> Iterator[int]:
    server = make_server("127.0.0.1", 0, make_app(max_body_bytes=5000), request_handler=_QuietHandler, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def ask(port: int, method: str, path: str, body: object = None, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    chunked = headers.get("Transfer-Encoding") == "chunked"
    connection.request(method, path, body, headers, encode_chunked=chunked)  # type: ignore[arg-type]
    response = connection.getresponse()
    answer = response.status, dict(response.getheaders()), response.read()
    connection.close()
    return answer


def chunked(port: int, text: bytes) -> tuple[int, dict[str, str], bytes]:
    pieces = iter([text[start : start + 700] for start in range(0, len(text), 700)])
    return ask(port, "POST", "/pdf", pieces, **{"Content-Type": "application/json", "Transfer-Encoding": "chunked"})


def test_a_chunked_body_is_read_and_one_over_the_limit_refused(port: int) -> None:
    status, _, body = chunked(port, json.dumps({"article": record()}).encode())
    assert (status, body[:5]) == (200, b"%PDF-")
    status, headers, _ = chunked(port, json.dumps({"article": record(body_text="x" * 20_000)}).encode())
    assert (status, headers["Content-Type"]) == (413, "application/problem+json")


def test_head_sends_a_length_and_no_body(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(b"HEAD /articles/low-ice.pdf HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b" 200 " in head.split(b"\r\n")[0]
    assert b"Content-Length: " in head
    assert body == b""


def test_a_path_that_looks_like_another_host_is_not_followed(port: int) -> None:
    status, headers, _ = ask(port, "GET", "//evil.example/docs/")
    assert status == 404
    assert "Location" not in headers


def test_the_server_does_not_say_what_it_is_made_of(port: int) -> None:
    status, headers, _ = ask(port, "GET", "/healthz")
    assert status == 200
    assert headers["Server"] == "tearsheet"


def test_a_not_modified_answer_has_no_body_and_keeps_the_connection(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/articles/low-ice.pdf")
    first = connection.getresponse()
    first.read()
    connection.request("GET", "/articles/low-ice.pdf", headers={"If-None-Match": first.headers["ETag"]})
    second = connection.getresponse()
    assert (second.status, second.read()) == (304, b"")
    connection.request("GET", "/articles/low-ice.pdf", headers={"Range": "bytes=0-3"})
    third = connection.getresponse()
    assert (third.status, third.read()) == (206, b"%PDF")
    connection.close()
