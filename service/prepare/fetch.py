"""Bytes of a picture from the web: the only code of Tearsheet that opens a connection to an address of an article.

httpcore rather than a client above it: such clients read proxies and passwords from the environment, keep cookies and
follow redirects themselves, and resolve a name again after a caller has checked it. Below, each hop is one
`HTTPConnection` over a network backend that knows only addresses that were checked, so there is no second look-up
(DNS rebinding), while TLS still sees the host's name.
"""

# ruff: noqa: ARG002 - the backend and the stream keep httpcore's signatures; their timeouts give way to the deadline.
from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from http import HTTPStatus
from typing import Any, NoReturn
from urllib.parse import urljoin

import certifi
import httpcore
import structlog

from service.config import Config
from service.prepare.image_failure import UnusableImage
from service.prepare.image_hosts import SETTING, WebAddress, is_public, read_address, require_allowed

Resolve = Callable[[str, int], Sequence[str]]

MAX_REDIRECTS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_ACCEPT = b"image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml"

_log = structlog.get_logger()


def resolve_name(host: str, port: int) -> list[str]:
    """Return the addresses of a host, by the system's resolver, in its order. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch_image(
    url: str, config: Config, *, resolve: Resolve = resolve_name, tls: ssl.SSLContext | None = None
) -> bytes:
    """Return what the address holds, whatever it is: the caller judges its type by content.

    `url` is hostile. The time limit covers the whole fetch, redirects included. Raises `UnusableImage` where the host
    is not allowed, an address is private, a limit is passed, or the server does not answer with a picture's bytes.
    """
    fetch = _Fetch(config, resolve, tls or _default_tls())
    try:
        return fetch.follow(url)
    except (httpcore.TimeoutException, TimeoutError):
        raise UnusableImage(f"it did not arrive within {config.image_timeout_s:g} seconds") from None
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        _log.info("image_fetch_failed", url=url, cause=repr(error))
        if isinstance(error.__cause__, ssl.SSLError):
            raise UnusableImage("the server could not prove its identity (TLS certificate)") from None
        raise UnusableImage("the connection failed or broke off") from None


class _Fetch:
    """One fetch with its limits: a chain of hops under one deadline."""

    def __init__(self, config: Config, resolve: Resolve, tls: ssl.SSLContext) -> None:
        self._config = config
        self._resolve = resolve
        self._tls = tls
        self._deadline = _Deadline(config.image_timeout_s)

    def follow(self, url: str) -> bytes:
        for _ in range(MAX_REDIRECTS + 1):
            address = read_address(url)
            answer = self._get(address)
            if isinstance(answer, bytes):
                return answer
            url = _join(address, answer)
        raise UnusableImage(f"the server redirects more than {MAX_REDIRECTS} times")

    def _get(self, address: WebAddress) -> bytes | str:
        """Return the body, or the address that the server points to."""
        backend = _PinnedBackend(self._checked_addresses(address), self._deadline)
        origin = httpcore.Origin(address.scheme.encode(), address.host.encode(), address.port)
        with httpcore.HTTPConnection(origin, ssl_context=self._tls, network_backend=backend) as connection:
            response = connection.handle_request(_request(address, origin))
            headers = {name.lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _REDIRECTS and b"location" in headers:
                return headers[b"location"]
            _require_picture(response.status, headers)
            return self._read(response, headers)

    def _checked_addresses(self, address: WebAddress) -> Sequence[str]:
        exempt = require_allowed(address, self._config.image_hosts)
        found = self._resolved(address)
        if not exempt and not all(is_public(ip) for ip in found):
            _log.warning("image_address_refused", url=str(address), addresses=list(found))
            raise UnusableImage(
                f"the address is not allowed; a host of a private network must stand in {SETTING} with its port"
            )
        return found

    def _resolved(self, address: WebAddress) -> Sequence[str]:
        try:
            return [str(ipaddress.ip_address(address.host))]
        except ValueError:
            pass
        found: Sequence[str] = ()
        try:
            found = self._deadline.bound(lambda: self._resolve(address.host, address.port))
        except TimeoutError:
            raise
        except (OSError, UnicodeError) as error:
            _log.info("image_host_unknown", host=address.host, cause=repr(error))
        if not found:
            raise UnusableImage(f"the host `{address.host}` is unknown")
        return found

    def _read(self, response: httpcore.Response, headers: dict[bytes, str]) -> bytes:
        limit = self._config.image_max_bytes
        announced = headers.get(b"content-length", "")
        if announced.isdecimal() and int(announced) > limit:
            _refuse_size(limit)
        body = bytearray()
        for chunk in response.iter_stream():
            body += chunk
            if len(body) > limit:
                _refuse_size(limit)
        return bytes(body)


def _join(address: WebAddress, location: str) -> str:
    try:
        return urljoin(str(address), location)
    except ValueError:
        raise UnusableImage("the server redirects to an address that is not valid") from None


def _request(address: WebAddress, origin: httpcore.Origin) -> httpcore.Request:
    return httpcore.Request(
        b"GET",
        httpcore.URL(scheme=origin.scheme, host=origin.host, port=origin.port, target=address.target.encode()),
        headers=[
            (b"Host", address.authority.encode()),
            (b"User-Agent", b"Tearsheet"),
            (b"Accept", _ACCEPT),
            # A compressed answer could unfold beyond the limit.
            (b"Accept-Encoding", b"identity"),
            (b"Connection", b"close"),
        ],
    )


def _require_picture(status: int, headers: dict[bytes, str]) -> None:
    if status != HTTPStatus.OK:
        phrase = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "unknown status"
        raise UnusableImage(f"the server answered {status} ({phrase})")
    if headers.get(b"content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise UnusableImage("the server sent it compressed without being asked to")


def _refuse_size(limit: int) -> NoReturn:
    raise UnusableImage(f"it has more than {limit / 1_000_000:g} MB")


@cache
def _default_tls() -> ssl.SSLContext:
    # The system's authorities, for a publisher's own; certifi's, for an image without any.
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class _Deadline:
    """A moment by which everything must be done."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def remaining(self) -> float:
        """Return the seconds left, always more than 0. Raises `TimeoutError` when there are none."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def bound(self, look_up: Callable[[], Sequence[str]]) -> Sequence[str]:
        """Return what `look_up` returns, or raise `TimeoutError`.

        A system resolver cannot be told to stop, so a late one is left behind in its daemon thread, which ends with it.
        """
        answers: queue.SimpleQueue[Sequence[str] | OSError | UnicodeError] = queue.SimpleQueue()

        def answer() -> None:
            try:
                answers.put(look_up())
            except (OSError, UnicodeError) as error:
                answers.put(error)

        threading.Thread(target=answer, name="resolve", daemon=True).start()
        try:
            found = answers.get(timeout=self.remaining())
        except queue.Empty:
            raise TimeoutError from None
        if isinstance(found, OSError | UnicodeError):
            raise found
        return found


class _PinnedBackend(httpcore.NetworkBackend):
    """Connects to addresses that were checked, whatever host it is asked for."""

    def __init__(self, addresses: Sequence[str], deadline: _Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        for tried, address in enumerate(self._addresses):
            left = len(self._addresses) - tried
            try:
                # A dead address (IPv6 without a route, say) must not use up the time of the others.
                stream = self._sockets.connect_tcp(address, port, self._deadline.remaining() / left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if left == 1:
                    raise
            else:
                return _DeadlineStream(stream, self._deadline)
        raise httpcore.ConnectError(f"no address for {host}")


class _DeadlineStream(httpcore.NetworkStream):
    """A stream whose every step ends by the deadline, so that a server which drips bytes cannot hold it."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.remaining())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.remaining())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.remaining())
        return _DeadlineStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
