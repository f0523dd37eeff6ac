"""The memory of finished pictures is bounded and never changes what comes out."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from service.prepare.image_memory import PictureMemory


@dataclass(frozen=True)
class Made:
    data: bytes


def made_again(memory: PictureMemory[Made], key: bytes, size: int = 4) -> bool:
    calls = []

    def make() -> Made:
        calls.append(key)
        return Made(key * size)

    assert memory.recall(key, make) == Made(key * size)
    return bool(calls)


def test_a_picture_is_made_once() -> None:
    memory: PictureMemory[Made] = PictureMemory(max_bytes=100)
    assert made_again(memory, b"a")
    assert not made_again(memory, b"a")


def test_the_picture_used_longest_ago_gives_way() -> None:
    memory: PictureMemory[Made] = PictureMemory(max_bytes=10)
    made_again(memory, b"a")
    made_again(memory, b"b")
    made_again(memory, b"a")
    made_again(memory, b"c")
    assert not made_again(memory, b"a")
    assert made_again(memory, b"b")


def test_a_picture_larger_than_the_memory_is_made_and_not_kept() -> None:
    memory: PictureMemory[Made] = PictureMemory(max_bytes=10)
    assert made_again(memory, b"a", 11)
    assert made_again(memory, b"a", 11)
    assert not made_again(memory, b"b") or not made_again(memory, b"b")


def test_a_failure_is_not_remembered() -> None:
    memory: PictureMemory[Made] = PictureMemory(max_bytes=10)

    def fail() -> Made:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        memory.recall(b"a", fail)
    assert made_again(memory, b"a")
