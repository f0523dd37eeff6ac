"""Days and instants in words, as each language writes them.

Nothing here reads a clock or a system time zone: an instant is shown in the offset that it was given with. The
calendar is the Gregorian one everywhere; digits are the language's own (CLDR's default). A language that CLDR does not
know gets ISO 8601, which no reader can misread.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from babel import Locale
from babel.dates import format_date, format_time

from service.languages import locale_of

# First digit of the numbering systems that CLDR makes the default of some language; the other nine follow it.
_ZEROS = {
    "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "tibt": "༠", "olck": "᱐", "adlm": "𞥐",
    "cakm": "𑄶", "mtei": "꯰", "rohg": "𐴰",
}  # fmt: skip


def date_in_words(instant: datetime, language: str) -> str:
    """Return the day of an instant, in the instant's own offset: `3 March 2026`, `3. März 2026`, `2026年3月3日`."""
    return day_in_words(instant.date(), language)


def day_in_words(day: date, language: str) -> str:
    """Return a day as the language writes it out, or as ISO 8601 for a language that CLDR does not know."""
    locale = locale_of(language)
    if locale is None:
        return day.isoformat()
    words = _plain(format_date(day, _first_of_month(day, locale) or "long", locale=locale))
    return native_digits(words, language)


def instant_in_words(instant: datetime, language: str) -> str:
    """Return day, time and offset of an instant: `3 March 2026, 06:00 UTC+1`.

    The clock has 24 hours, save where English has 12. Raises `ValueError` for an instant without an offset.
    """
    day, locale = date_in_words(instant, language), locale_of(language)
    offset = _offset_in_words(instant)
    if locale is None:
        return f"{day} {instant:%H:%M} {offset}"
    pattern = locale.time_formats["short"].pattern
    if "h" in pattern and locale.language != "en":
        pattern = "H:mm"
    # Without its offset, so that the library leaves the hour as it was given.
    time = native_digits(_plain(format_time(instant.time(), pattern, locale=locale)), language)
    joined: str = locale.datetime_formats["long"]
    return joined.replace("{1}", day).replace("{0}", f"{time} {offset}").replace("'", "")


def machine_readable(moment: datetime | date) -> str:
    """Return what `<time datetime>` holds: ISO 8601 to the second, with the offset of an instant."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    offset = moment.utcoffset()
    if offset is not None and offset % timedelta(minutes=1):  # HTML has no offset finer than a minute.
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="seconds")


def native_digits(text: str, language: str) -> str:
    """Return the text with European digits in place of which the language's own stand, such as `۲۰۲۶` in Persian."""
    locale = locale_of(language)
    zero = _ZEROS.get(locale.default_numbering_system) if locale else None
    return text.translate({ord("0") + n: ord(zero) + n for n in range(10)}) if zero else text


def _first_of_month(day: date, locale: Locale) -> str | None:
    """Return the date pattern of a first of the month where the language writes an ordinal there, else None."""
    if day.day != 1:
        return None
    if locale.language == "fr":
        return "d'er' MMMM y"
    if locale.language == "pt" and locale.territory in (None, "BR"):
        return "d'º' 'de' MMMM 'de' y"
    return None


def _offset_in_words(instant: datetime) -> str:
    offset = instant.utcoffset()
    if offset is None:
        raise ValueError("an instant needs its offset")
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    # The locale's own word for GMT turns around in right-to-left text; UTC+1 reads the same in all.
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def _plain(words: str) -> str:
    # CLDR parts a time from `AM` by a narrow no-break space, which most text faces lack.
    return words.replace("\u202f", "\u00a0").replace("\u2009", "\u00a0")
