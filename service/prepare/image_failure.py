"""The one error of the picture code: it never leaves `gather_images`, which turns it into a finding."""

from __future__ import annotations


class UnusableImage(Exception):
    """A picture cannot be had. `reason` is for the report: a clause in words, without an address of the network."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
