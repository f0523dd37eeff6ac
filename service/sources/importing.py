"""Reads articles from files: each a JSON record with its body and pictures beside it.

The files are hostile: nothing outside a record's own folder is ever read, whatever names or links it holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.article import Article, read_article, read_record
from service.config import Config
from service.errors import DuplicateArticle, Fault, InvalidArticle, UsageError
from service.sources.pictures import PictureRefused, find_picture, picture_names
from service.stages import Submission


@dataclass(frozen=True)
class ArticleFile:
    """An article read from a JSON file, with the pictures beside it that it names (not read yet).

    `missing` names pictures that are not there: their place in print is a box that says so.
    """

    path: Path
    article: Article
    pictures: dict[str, Path]
    missing: tuple[str, ...]

    def submission(self) -> Submission:
        """Return the article with the bytes of its pictures."""
        return Submission(self.article, {name: path.read_bytes() for name, path in self.pictures.items()})


def read_articles(paths: Iterable[Path], config: Config) -> list[ArticleFile]:
    """Return the article of every file, and of every `*.json` in every folder, pictures checked but not read.

    Raises `InvalidArticle` that names each file and fault, `DuplicateArticle` where two files share an id, and
    `UsageError` where a folder holds no article.
    """
    articles, faults, refused = [], [], 0
    files = [file for path in paths for file in _json_files(path)]
    for file in dict.fromkeys(files):
        try:
            articles.append(read_article_file(file, config))
        except InvalidArticle as error:
            faults += [_in_file(file, fault) for fault in error.faults]
            refused += 1
    if faults:
        raise InvalidArticle(f"Nothing was imported: {refused} of {len(files)} files are not valid.", faults)
    _refuse_duplicates(articles)
    return articles


def read_article_file(file: Path, config: Config) -> ArticleFile:
    """Return the article of one JSON file. Raises `InvalidArticle` that names each fault."""
    record = read_record(_bounded_text(file, config.max_body_bytes))
    if file.name == "article.json" and not record.keys() & {"body_html", "body_text"}:
        body = file.with_name("body.html")
        if body.is_file():
            _refuse_escape(body, file.parent)
            record["body_html"] = _text(_bounded_text(body, config.max_body_bytes), body.name)
    article = read_article(record)
    return _with_pictures(file, article, config.image_max_bytes)


def submissions_of(articles: Iterable[ArticleFile]) -> Iterator[Submission]:
    """Yield the submission of each article, its pictures read only then, so that one is in memory at a time."""
    for article in articles:
        yield article.submission()


def _json_files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*.json") if not _hidden(file.relative_to(path)))
    if not files:
        raise UsageError(f"The folder `{path}` holds no article: no file in it ends in `.json`.")
    for file in files:
        try:
            _refuse_escape(file, path)
        except InvalidArticle as error:
            raise InvalidArticle("Nothing was imported.", [_in_file(file, fault) for fault in error.faults]) from None
    return files


def _hidden(relative: Path) -> bool:
    return any(part.startswith(".") for part in relative.parts)


def _refuse_escape(file: Path, folder: Path) -> None:
    if not file.resolve().is_relative_to(folder.resolve()):
        fault = Fault("(file)", f"`{file.name}` is a link to something outside its folder.")
        raise InvalidArticle("The article is not valid.", [fault])


def _bounded_text(file: Path, limit: int) -> bytes:
    try:
        if not file.is_file():
            raise InvalidArticle("The article is not valid.", [Fault("(file)", "it is not a regular file.")])
        with file.open("rb") as opened:
            text = opened.read(limit + 1)
    except OSError as error:
        raise InvalidArticle(
            "The article cannot be read.", [Fault("(file)", f"it cannot be read: {error.strerror}.")]
        ) from None
    if len(text) > limit:
        message = f"`{file.name}` has more than {limit} bytes, which TEARSHEET_MAX_BODY_BYTES allows."
        raise InvalidArticle("The article is too large.", [Fault("(file)", message)])
    return text


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = Fault("body_html", f"`{name}` is not UTF-8 text: byte {error.start} is wrong.")
        raise InvalidArticle("The article is not valid.", [fault]) from None


def _with_pictures(file: Path, article: Article, limit: int) -> ArticleFile:
    pictures, missing, faults = {}, [], []
    try:
        names = list(picture_names(article))
    except PictureRefused as refusal:
        raise InvalidArticle(f"The article `{article.id}` is not valid.", [Fault("body_html", str(refusal))]) from None
    for place, name in names:
        try:
            path = find_picture(file.parent, name, limit)
        except PictureRefused as refusal:
            faults.append(Fault(place, str(refusal), name))
            continue
        if path is None:
            missing.append(name)
        else:
            pictures[name] = path
    if faults:
        raise InvalidArticle(f"The article `{article.id}` is not valid.", faults)
    return ArticleFile(file, article, pictures, tuple(dict.fromkeys(missing)))


def _in_file(file: Path, fault: Fault) -> Fault:
    return Fault(f"{file}: {fault.path}", fault.message, fault.value, fault.valid, fault.nearest)


def _refuse_duplicates(articles: Sequence[ArticleFile]) -> None:
    files = defaultdict(list)
    for article in articles:
        files[article.article.id].append(str(article.path))
    faults = [
        Fault("id", f"`{article_id}` is the id of {' and '.join(where)}.", article_id)
        for article_id, where in files.items()
        if len(where) > 1
    ]
    if faults:
        raise DuplicateArticle("Nothing was imported: articles share an id.", faults)
