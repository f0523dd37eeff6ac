"""Serves the application by gunicorn, in threads of a few processes, until a signal ends it."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication

from service.config import Config
from service.errors import CannotListen
from service.stage_log import configure_stage_log

_MOST_WORKERS = 8
_IDLE_S = 15  # A connection may wait this long for its next request, as a batch or a proxy keeps it.
_THREADS = 4
# Requests after which a worker is replaced: WeasyPrint 70 on Pango keeps about 0.1 MB a render (`make bench` measures).
_RENEWED_AFTER = 1000
_GRACE_S = 30
# A worker that has not shown life for so long is replaced. Threads keep the sign of life going during a long render.
_SILENCE_S = 60


def serve(config: Config, workers: int | None, on_listening: Callable[[str], None]) -> None:
    """Serve the application at the host and port of `config` until a signal ends it.

    SIGINT ends it at once; SIGTERM lets begun requests finish, for up to 30 seconds.

    `on_listening` is given the address to open, once it answers. Raises `CannotListen`, and whatever making the
    application raises, before any worker starts.
    """
    from service.app import create_app

    configure_stage_log(config)
    listener = bind_listener(config.host, config.port)
    application = create_app(config)
    address = address_of(listener, config.host)
    _Gunicorn(
        application,
        {
            "bind": f"fd://{listener.fileno()}",
            "workers": workers or min(len(os.sched_getaffinity(0)), _MOST_WORKERS),
            "worker_class": "gthread",
            "threads": _THREADS,
            "keepalive": _IDLE_S,
            "max_requests": _RENEWED_AFTER,
            "max_requests_jitter": _RENEWED_AFTER // 5,
            "preload_app": True,
            "timeout": _SILENCE_S,
            "graceful_timeout": _GRACE_S,
            "loglevel": "debug" if config.log_level == "debug" else "warning",
            "control_socket_disable": True,
            "when_ready": lambda _: on_listening(address),
        },
    ).run()


def bind_listener(host: str, port: int) -> socket.socket:
    """Return a socket bound to the host and port. Raises `CannotListen`.

    Bound here, because gunicorn would try a taken port for five seconds and then say so only in its log.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise CannotListen(_why(error, host, port)) from error


def address_of(listener: socket.socket, host: str) -> str:
    """Return the address that a browser opens for the listener; one that listens everywhere is opened locally."""
    port = listener.getsockname()[1]
    local = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104
    return f"http://{f'[{local}]' if ':' in local.strip('[]') and not local.startswith('[') else local}:{port}/"


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use. Choose another by --port or TEARSHEET_PORT."
    if error.errno == errno.EACCES:
        return f"Port {port} is not allowed to this user. Choose one from 1024 on by --port or TEARSHEET_PORT."
    return f"`{host}` cannot be bound: {error.strerror}. Choose an address of this machine by --host or TEARSHEET_HOST."


class _Gunicorn(BaseApplication):  # type: ignore[misc]
    # `BaseApplication`, not `Application`: it reads neither gunicorn's environment variables nor a configuration file.
    def __init__(self, application: Any, settings: dict[str, Any]) -> None:
        self._application = application
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return self._application
