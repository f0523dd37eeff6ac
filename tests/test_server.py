from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.errors import CannotListen
from service.server import address_of, bind_listener

# An application that tells its process, and takes its time when asked to.
SERVE = """
import os, sys, time, types

def application(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        print("slow begun", file=sys.stderr, flush=True)
        time.sleep(1)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]

sys.modules["service.app"] = types.SimpleNamespace(create_app=lambda config: application)
from service.cli import main
main(["serve", "--port", "0", "--workers", "2"])
"""
Serving = subprocess.Popen[str]


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("TEARSHEET_")}
    # Gunicorn's own variable must have no say.
    environ |= {"TEARSHEET_DATA": str(tmp_path), "GUNICORN_CMD_ARGS": "--bind 127.0.0.1:1"}
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE], env=environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        yield process
        process.kill()


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as response:
        return str(response.read().decode())


def started(serving: Serving) -> str:
    assert serving.stdout is not None
    address = serving.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    return address


def test_the_address_is_printed_once_it_answers_and_nothing_else(serving: Serving) -> None:
    address = started(serving)
    assert int(read(address)) != serving.pid
    serving.terminate()
    out, err = serving.communicate(timeout=40)
    assert (serving.returncode, out, err) == (0, "", "")


def test_an_interrupt_ends_it(serving: Serving) -> None:
    read(started(serving))
    serving.send_signal(signal.SIGINT)
    serving.communicate(timeout=40)
    assert serving.returncode == 0


def test_a_request_that_has_begun_is_finished(serving: Serving) -> None:
    address = started(serving)
    answers: list[str] = []
    asking = threading.Thread(target=lambda: answers.append(read(f"{address}slow")))
    asking.start()
    assert serving.stderr is not None
    assert serving.stderr.readline() == "slow begun\n"
    serving.terminate()
    asking.join(20)
    assert len(answers) == 1


def test_a_worker_that_dies_is_replaced(serving: Serving) -> None:
    address = started(serving)
    dead = int(read(address))
    os.kill(dead, signal.SIGKILL)
    deadline = time.monotonic() + 20
    seen: set[int] = set()
    while len(seen - {dead}) < 2 and time.monotonic() < deadline:
        seen.add(int(read(address)))
    assert len(seen - {dead}) == 2


def test_a_port_in_use_is_named_with_the_flag_that_chooses_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=rf"Port {port} on 127\.0\.0\.1 is in use\. Choose another by --port"):
            bind_listener("127.0.0.1", port)


def test_an_address_of_another_machine_is_named_with_the_flag() -> None:
    with pytest.raises(CannotListen, match=r"`192\.0\.2\.1` cannot be bound: .* by --host"):
        bind_listener("192.0.2.1", 0)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("0.0.0.0", "127.0.0.1"),
        ("::1", "[::1]"),
        ("::", "[::1]"),
        ("localhost", "localhost"),
    ],
)
def test_the_address_to_open_is_one_that_a_browser_takes(
    host: str, shown: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        assert address_of(listener, host) == f"http://{shown}:{listener.getsockname()[1]}/"
