"""The pictures made last, within a number of bytes: the same logo, chart and photograph print again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar


class _WithBytes(Protocol):
    @property
    def data(self) -> bytes: ...


Picture = TypeVar("Picture", bound=_WithBytes)


class PictureMemory(Generic[Picture]):
    """Finished pictures by a key that stands for all they were made from. Safe to use from several threads."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._pictures: OrderedDict[bytes, Picture] = OrderedDict()
        self._lock = threading.Lock()

    def recall(self, key: bytes, make: Callable[[], Picture]) -> Picture:
        """Return the picture of this key, made now if it is not remembered. What `make` raises is not remembered."""
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        picture = make()
        with self._lock:
            if key not in self._pictures:
                self._pictures[key] = picture
                self._bytes += len(picture.data)
            while self._bytes > self._max_bytes:
                _, oldest = self._pictures.popitem(last=False)
                self._bytes -= len(oldest.data)
        return picture
