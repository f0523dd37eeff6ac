"""Which web addresses a picture may come from. Nothing here opens a connection; `fetch.py` asks before it does.

Every address is hostile: it stands in an article body from the open web, or in the answer of a server.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit

from service.config import variable_name
from service.prepare.image_failure import UnusableImage

SETTING = variable_name("image_hosts")

_DEFAULT_PORTS = {"http": 80, "https": 443}
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST_NAME = re.compile(rf"(?:{_LABEL}\.)*{_LABEL}")
# Resolvers read a last label such as `2130706433`, `0x7f` or `017` as a number: the URL standard does the same.
_NUMERIC_END = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)$")
_LONGEST_ADDRESS = 8000

# Of IPv6 only global unicast is used on the internet, so the rest (loopback, mapped and embedded IPv4, NAT64, ULA,
# link-local, multicast) is refused as a whole. Registry: IANA IPv6 Special-Purpose Address Space, RFC 6890.
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_SPECIAL_IPV6 = tuple(
    map(
        ipaddress.IPv6Network,
        (
            "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarking
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4
            "3fff::/20",  # documentation
        ),
    )
)
_SPECIAL_IPV4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # carrier-grade NAT
            "127.0.0.0/8",  # loopback
            "169.254.0.0/16",  # link-local, with the metadata services of clouds
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",  # private
            "198.18.0.0/15",  # benchmarking
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, broadcast
        ),
    )
)


@dataclass(frozen=True)
class WebAddress:
    """An http or https address in its plain form: lower case, host in ASCII, no user, no fragment."""

    scheme: Literal["http", "https"]
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host, with its port where that is not the default: the value of a `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def read_address(url: str) -> WebAddress:
    """Return the plain form of a hostile address. Raises `UnusableImage` for any that two programs may read apart."""
    url = url.strip(" \t\r\n")
    if len(url) > _LONGEST_ADDRESS or re.search(r"[\x00-\x1f\x7f\\]", url):
        raise UnusableImage("the address is not valid")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UnusableImage("the address is not valid") from None
    if "@" in parts.netloc:
        raise UnusableImage("the address holds a user name or password, which is never sent")
    scheme: Literal["http", "https"]
    if parts.scheme == "http":
        scheme = "http"
    elif parts.scheme == "https":
        scheme = "https"
    else:
        raise UnusableImage("only http and https addresses are fetched")
    if port == 0:
        raise UnusableImage("the address is not valid")
    # Spaces and letters beyond ASCII are percent-encoded as a browser does; what is encoded already stays.
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._", errors="replace")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]", errors="replace")
    host = _plain_host(parts.netloc, parts.hostname or "")
    return WebAddress(scheme, host, port or _DEFAULT_PORTS[scheme], f"{target}?{query}" if query else target)


def _plain_host(netloc: str, host: str) -> str:
    if netloc.startswith("["):
        try:
            if "%" not in host:  # a zone, such as `%eth0`, means something on one machine only
                return ipaddress.IPv6Address(host).compressed
        except ValueError:
            pass
        raise UnusableImage("the address is not valid")
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        raise UnusableImage("the host name of the address is not valid") from None
    if not _HOST_NAME.fullmatch(name):
        raise UnusableImage("the host name of the address is not valid")
    if _NUMERIC_END.search(name) and not _is_plain_ipv4(name):
        raise UnusableImage("the host of the address is a number in disguise, which is refused")
    return name


def _is_plain_ipv4(name: str) -> bool:
    try:
        return str(ipaddress.IPv4Address(name)) == name
    except ValueError:
        return False


def require_allowed(address: WebAddress, entries: Sequence[str]) -> bool:
    """Return whether an entry lists this very host and port, which also allows a private network.

    `entries` are `host`, `*.host` and either with `:port`; one without a port stands for the default port of the
    scheme. Raises `UnusableImage`, naming the host and the setting, where no entry allows the address.
    """
    matches = [entry for entry in entries if _matches(entry, address)]
    if not matches:
        raise UnusableImage(f"the host `{address.authority}` is not among those that {SETTING} allows")
    return any(_split_entry(entry)[1] is not None and not entry.startswith("*.") for entry in matches)


def _matches(entry: str, address: WebAddress) -> bool:
    host, port = _split_entry(entry)
    if address.port != (port or _DEFAULT_PORTS[address.scheme]):
        return False
    return address.host.endswith(host[1:]) if host.startswith("*.") else address.host == host


def _split_entry(entry: str) -> tuple[str, int | None]:
    port = re.search(r":(\d+)$", entry)
    host = entry[: port.start()] if port else entry
    if host.startswith("["):
        with suppress(ValueError):
            host = ipaddress.IPv6Address(host.strip("[]")).compressed
    return host.lower().removesuffix("."), int(port[1]) if port else None


def is_public(address: str) -> bool:
    """Return whether an IP address belongs to the open internet, by the registries of special addresses.

    An IPv4 address inside an IPv6 one (mapped, 6to4, NAT64, Teredo) is never public, whatever it holds.
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        return ip.scope_id is None and ip in _GLOBAL_UNICAST and not any(ip in network for network in _SPECIAL_IPV6)
    return not any(ip in network for network in _SPECIAL_IPV4)
