"""Every error that a caller can meet, as one tree.

    TearsheetError
    ├── UsageError                 the request itself is malformed              400   exit 2
    │   ├── InvalidOptions         a print option or its value is unknown       422   exit 2
    │   └── InvalidConfig          an environment setting is unknown or bad     500   exit 2
    ├── InvalidArticle             the record breaks its schema                 422   exit 3
    │   └── DuplicateArticle       two records of one import share an id        422   exit 3
    ├── ArticleNotFound            no article has this id                       404   exit 5
    ├── StrictRefusal              a strict render found what hurts a reader    422   exit 4
    ├── SetupIncomplete            fonts or system libraries are not there      503   exit 1
    ├── NotReady                   a trial render did not come out              503   exit 1
    ├── OutputFailed               a result cannot be written where it should   500   exit 1
    ├── CannotListen               the host or port cannot be bound             503   exit 1
    └── RenderFailed               the engine could not set the article         500   exit 1

`code` is the stable name in a problem document's `type`. `permanent` says that the same call will fail again.
A message says what failed, on what, and what to do; it never holds a path of the machine or a secret.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from service.report import Report


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with an input: where it is, what was given, and what would be right.

    `path` is dotted, list positions in brackets: `authors[0].role`. `valid` is empty where the valid values cannot be
    listed; `nearest` is the valid name that the given one looks like a slip of.
    """

    path: str
    message: str
    value: Any = None
    valid: tuple[str, ...] = ()
    nearest: str | None = None

    def __str__(self) -> str:
        """Return the fault as one line for a person."""
        hint = f" Did you mean `{self.nearest}`?" if self.nearest else ""
        valid = f" Valid: {', '.join(self.valid)}." if self.valid else ""
        return f"{self.path}: {self.message}{hint}{valid}"


class TearsheetError(Exception):
    """The root: anything that Tearsheet refuses or fails at, with its HTTP status and exit code."""

    code = "internal"
    title = "The service failed"
    http_status = 500
    exit_code = 1
    permanent = True

    def __init__(self, message: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.faults = tuple(faults)

    def __str__(self) -> str:
        """Return the message, with one indented line a fault."""
        return "\n".join([self.message, *(f"  {fault}" for fault in self.faults)])


class UsageError(TearsheetError):
    """The request cannot be understood as it stands."""

    code, title, http_status, exit_code = "bad-request", "The request is malformed", 400, 2


class InvalidOptions(UsageError):
    """A print option is unknown, or its value is."""

    code, title, http_status = "invalid-options", "A print option is not valid", 422


class InvalidConfig(UsageError):
    """An environment setting is unknown or has a bad value; start-up stops."""

    code, title, http_status = "invalid-config", "The configuration is not valid", 500


class InvalidArticle(TearsheetError):
    """The article record breaks its schema; `faults` names every place."""

    code, title, http_status, exit_code = "invalid-article", "The article is not valid", 422, 3


class DuplicateArticle(InvalidArticle):
    """Two records of one import share an id."""

    code, title = "duplicate-article", "Two articles share an id"


class ArticleNotFound(TearsheetError):
    """No article has this id; `nearest` are existing ids that look like it."""

    code, title, http_status, exit_code = "article-not-found", "There is no such article", 404, 5

    def __init__(self, article_id: str, nearest: Sequence[str] = ()) -> None:
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No article has the id `{article_id}`.{hint}")
        self.article_id = article_id
        self.nearest = tuple(nearest)

    @classmethod
    def no_file(cls, name: str) -> ArticleNotFound:
        """Return the error for an article that was named by the path of a file that is not there."""
        error = cls(name)
        error.message = f"There is no file `{name}`."
        error.args = (error.message,)
        return error


class StrictRefusal(TearsheetError):
    """A strict render found something that hurts a reader; `report` says what."""

    code, title, http_status, exit_code = "strict-refusal", "The page would hurt a reader", 422, 4

    def __init__(self, message: str, report: Report) -> None:
        super().__init__(message)
        self.report = report


class SetupIncomplete(TearsheetError):
    """Something that set-up provides is missing; the message names the remedy."""

    code, title, http_status, permanent = "setup-incomplete", "The service is not set up", 503, False


class NotReady(TearsheetError):
    """The service lives but cannot print now; the cause is what stood in the way."""

    code, title, http_status, permanent = "not-ready", "The service is not ready", 503, False


class OutputFailed(TearsheetError):
    """A result could not be written where it was asked for; the message says why."""

    code, title = "output-failed", "The result could not be written"


class CannotListen(TearsheetError):
    """The address or port cannot be bound; the message names the flag that chooses another."""

    code, title, http_status, permanent = "cannot-listen", "The service cannot listen", 503, False


class RenderFailed(TearsheetError):
    """The layout engine failed on an article that was valid."""

    code, title = "render-failed", "The article could not be laid out"
