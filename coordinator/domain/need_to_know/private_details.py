"""Finding in text what tells who somebody is without their name: numbers, addresses, births.

When it cannot be told what a row of figures is, it counts as private; the days and times a meeting
speaks of, and the numbers of its papers, do not.
"""

import re
from collections.abc import Iterator
from datetime import date

from coordinator.domain.need_to_know.folded import Folded

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_NOT_AFTER_A_LETTER = r"(?<![^\W\d_])"
_OF_MAIL = r"[^\s@<>()\[\],;:]"
# From the first sign only, never given back: else a long word takes the square of its length.
_MAIL = re.compile(rf"(?<!{_OF_MAIL}){_OF_MAIL}++\s?@\s?{_OF_MAIL}+")
_POSTCODE = re.compile(r"(?<!\w)[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[a-z]{2}(?!\w)")
_INSURANCE = re.compile(rf"{_NOT_AFTER_A_LETTER}[a-z]{{2}}(?:\s?\d{{2}}){{3}}\s?[a-d]?(?!\w)")
_FLAT = re.compile(rf"{_NOT_AFTER_A_LETTER}(?:flat|room|apartment|apt|unit)\.?\s*\d+[a-z]?(?!\w)")
_STREET = re.compile(
    r"(?<!\w)\d{1,4}[a-z]?,?\s+(?:[^\W\d_][\w'\u2019.\-\x1f]*\s+){1,3}"
    r"(?:street|road|rd|lane|avenue|ave|terrace|crescent|gardens|close|court|drive)(?!\w)"
)
_PLACE = re.compile(
    r"(?<!\w)\d{1,4}[a-z]?,?\s+(?:[^\W\d_][\w'\u2019.\-\x1f]*\s+){0,2}[^\W\d_][\w'\u2019.\-\x1f]*\s+"
    r"(?:st|way|place|row|hill|square|park|grove|mews|quay|walk|rise|view|parade|green|house)(?!\w)"
)
_BORN = re.compile(
    rf"{_NOT_AFTER_A_LETTER}(?:d\.?o\.?b|born|birth[a-z]*)(?!\w)\W{{0,3}}(?:[a-z]+\W{{1,2}}){{0,4}}?"
    rf"\d{{1,4}}(?:(?:st|nd|rd|th)?[\s/.,\-]{{1,2}}(?:of\s+)?(?:\d{{1,4}}|{_MONTH}))*"
)
_NUMBER = re.compile(
    r"(?P<paper>(?<!\w)[a-z]{1,4}\d{0,2}-\d{3,5}(?:/\d+)?(?![\s-]?\d{3})(?!\d))"
    r"|(?<!\d)\+?\(?\d(?:[\s().\-\u2013\u2011]{0,2}\d){5,}(?!\d)"
)
_DAYS = (
    re.compile(r"(?<!\d)\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?(?P<year>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})-\d{1,2}-\d{1,2}(?!\d)"),
    re.compile(rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})"),
    re.compile(rf"(?<!\w){_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)"),
)
_NEAR_YEARS = 2
_CENTURY = 100

Span = tuple[int, int]


def private_spans(text: Folded, today: date) -> Iterator[Span]:
    """Say where something private stands in what was typed."""
    letters = text.letters
    for pattern in (_MAIL, _POSTCODE, _INSURANCE, _FLAT, _STREET, _BORN):
        yield from (text.span(*found.span()) for found in pattern.finditer(letters))
    for found in _PLACE.finditer(letters):
        first, last = text.span(*found.span())
        if any(one.isupper() for one in text.typed[first:last]):
            yield first, last  # in small letters *10 minutes to walk* is no address
    yield from _numbers(text, today)


def _numbers(text: Folded, today: date) -> Iterator[Span]:
    letters = text.letters
    for pattern in _DAYS:
        for found in pattern.finditer(letters):
            if _is_near(found["year"], today):
                first, last = found.span()
                letters = f"{letters[:first]}{'|' * (last - first)}{letters[last:]}"
            else:
                yield text.span(*found.span())
    for found in _NUMBER.finditer(letters):
        if found["paper"] is None:
            yield text.span(*found.span())


def _is_near(year: str, today: date) -> bool:
    said = int(year)
    if len(year) <= 2:  # noqa: PLR2004 - written short
        said += today.year - today.year % _CENTURY
    return abs(said - today.year) <= _NEAR_YEARS
