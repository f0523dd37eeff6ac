"""A real HTTP server on 127.0.0.1 whose answers a test writes, down to the byte and the pause."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Answer = Callable[[socket.socket, threading.Event], None]


@dataclass
class Loopback:
    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"


def body(content: bytes, *, status: str = "200 OK", headers: str = "") -> Answer:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(content)}\r\n{headers}\r\n".encode()
    return lambda connection, _: connection.sendall(head + content)


def redirect(to: str) -> Answer:
    return body(b"", status="302 Found", headers=f"Location: {to}\r\n")


def raw(content: bytes) -> Answer:
    return lambda connection, _: connection.sendall(content)


def drip(head: bytes, pause_s: float = 0.02) -> Answer:
    """Send `head`, then a byte at a time until the test ends: no single pause is long."""

    def send(connection: socket.socket, ended: threading.Event) -> None:
        connection.sendall(head)
        while not ended.wait(pause_s):
            connection.sendall(b"x")

    return send


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Loopback]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = Loopback(listener.getsockname()[1])
    threads: list[threading.Thread] = []

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=_answer_one, args=(server, connection, tls))
            threads.append(thread)
            thread.start()

    acceptor = threading.Thread(target=accept)
    acceptor.start()
    try:
        yield server
    finally:
        server.ended.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        acceptor.join()
        for thread in threads:
            thread.join()


def _answer_one(server: Loopback, connection: socket.socket, tls: ssl.SSLContext | None) -> None:
    with connection:
        connection.settimeout(5)
        try:
            if tls:
                connection = tls.wrap_socket(connection, server_side=True)
            with connection:
                received = b""
                while b"\r\n\r\n" not in received:
                    chunk = connection.recv(65536)
                    if not chunk:
                        return
                    received += chunk
                first, *lines = received.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
                path = first.split(" ")[1]
                server.requests.append((path, dict(line.split(": ", 1) for line in lines)))
                server.answers.get(path, body(b"nothing here", status="404 Not Found"))(connection, server.ended)
        except OSError:
            return  # the client left, as it does past a limit
