"""Credits: what the end of the article owes to whom, each once. `split_credit` comes from `caption_credit`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from service.article import Article, Person
from service.prepare.caption_credit import split_credit
from service.prepare.names import name_key
from service.stages import Credits, PictureCredit, PreparedFigure

__all__ = ["gather_credits", "split_credit"]

_WRITING_ROLES = frozenset({"author", "reporter", "contributor"})
_PICTURE_ROLES = frozenset({"photographer", "illustrator", "graphics"})


def gather_credits(article: Article, figures: Sequence[PreparedFigure]) -> Credits:
    """Return every credit of the article once, in the order of first mention.

    A name keeps its first spelling, a picture credit its fullest. `figures` are all its figures, the lead figure
    included. Names are compared without case, spaces and punctuation, picture credits also without the publication's
    own name after the maker's. Who made pictures and stands in a picture credit by name is not listed again among the
    contributors; who wrote and is listed again as a reporter is not either, but an editor or translator who also wrote
    is, with that role.
    """
    words = _each_once([*article.authors, *(p for p in article.contributors if p.role == "author")])
    pictures = _picture_credits(figures, name_key(article.publication.name if article.publication else ""))
    others = [person for person in article.contributors if person.role != "author"]
    credited = [f" {' '.join(_spaced(line.credit))} " for line in pictures]
    return Credits(
        words=words,
        pictures=pictures,
        contributors=tuple(p for p in _each_once(others) if not _listed_already(p, words, credited)),
        first_published=article.first_published,
        rights=article.rights,
        licence=article.licence,
    )


def _each_once(people: Iterable[Person]) -> tuple[Person, ...]:
    found: dict[tuple[str, str], Person] = {}
    for person in people:
        found.setdefault((name_key(person.name), person.role), person)
    return tuple(found.values())


def _listed_already(person: Person, words: Sequence[Person], credited: Sequence[str]) -> bool:
    if person.role in _WRITING_ROLES:
        return name_key(person.name) in {name_key(writer.name) for writer in words}
    name = f" {' '.join(_spaced(person.name))} "
    return person.role in _PICTURE_ROLES and any(name in credit for credit in credited)


def _spaced(text: str) -> list[str]:
    separated = "".join(c if c.isalnum() else " " for c in text)
    return [key for key in map(name_key, separated.split()) if key]


def _picture_credits(figures: Sequence[PreparedFigure], house: str) -> tuple[PictureCredit, ...]:
    lines: dict[tuple[str, str], list[PictureCredit]] = {}
    for figure in figures:
        line = _picture_credit(figure)
        if line is None:
            continue
        # Another licence is another line: what holds for one picture must not be said of the next.
        alike = lines.setdefault((_maker_key(line.credit, house), name_key(line.licence or "")), [])
        for position, known in enumerate(alike):
            if known.source_url is None or line.source_url in (None, known.source_url):
                alike[position] = _joined(known, line)
                break
        else:
            # A licence may ask for the source of each work, so other sources stay other lines.
            alike.append(line)
    return tuple(line for alike in lines.values() for line in alike)


def _maker_key(credit: str, house: str) -> str:
    """Return a credit as it is compared: the publication's own name after the maker's says nothing new there."""
    maker, slash, suffix = credit.replace("／", "/").rpartition("/")
    return name_key(maker if slash and name_key(maker) and name_key(suffix) in house else credit)


def _joined(known: PictureCredit, line: PictureCredit) -> PictureCredit:
    return replace(
        known,
        credit=max(known.credit, line.credit, key=len),
        licence_url=known.licence_url or line.licence_url,
        source_url=known.source_url or line.source_url,
        figures=known.figures + 1,
    )


def _picture_credit(figure: PreparedFigure) -> PictureCredit | None:
    """Return the line of one figure. Without a maker its licence or the host of its source stands for it."""
    licence, source = figure.licence, figure.source_url
    credit = figure.credit or licence or (source and urlsplit(source).hostname)
    if not credit:
        return None
    return PictureCredit(credit, licence if figure.credit else None, figure.licence_url, source)
