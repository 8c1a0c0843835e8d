"""Numbers that are names: telephone, postcode, NHS number. They are texts, never quantities."""

import re

from coordinator.sheets.cells import NOT_KNOWN, Reading, text_of
from coordinator.sheets.problems import Rule
from coordinator.sheets.tables import Cell

_ROUNDED = re.compile(r"\d(\.\d+)?e\+?\d+")  # what a narrow spreadsheet column makes of figures
_POSTCODE = re.compile(r"(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})")
_NHS_FIGURES = 10
_NHS_WEIGHTS = range(10, 1, -1)


def read_phone(cell: Cell) -> Reading[str]:
    """Read a telephone number: 01632 960001, +44 1632 960001, 1632960001 (its zero lost)."""
    said = text_of(cell)
    if said.casefold() in NOT_KNOWN:
        return Reading(None)
    if _ROUNDED.fullmatch(said.casefold()):
        return Reading(None, Rule.NUMBER_ROUNDED)
    figures = re.sub(r"[\s().-]", "", said)
    figures = re.sub(r"^(\+44|0044)0?", "0", figures)
    if re.fullmatch(r"[12378]\d{9}", figures):
        return Reading(_spaced("0" + figures), Rule.LEADING_ZERO)
    if not re.fullmatch(r"0\d{9,10}", figures):
        return Reading(said, Rule.PHONE_ODD)
    return Reading(_spaced(figures))


_AREA = 5  # figures before the space; right for mobiles and most areas, readable for all


def _spaced(figures: str) -> str:
    return f"{figures[:_AREA]} {figures[_AREA:]}"


def read_postcode(cell: Cell) -> Reading[str]:
    """Read a postcode: capitals, one space before the last three; an odd one stays as it is.

    Shape only. Source: Royal Mail's rules as in BS7666, www.gov.uk.
    """
    said = text_of(cell)
    if said.casefold() in NOT_KNOWN:
        return Reading(None)
    packed = re.sub(r"\s", "", said.upper())
    if not _POSTCODE.fullmatch(packed):
        return Reading(said, Rule.POSTCODE_ODD)
    return Reading(f"{packed[:-3]} {packed[-3:]}")


def read_nhs_number(cell: Cell) -> Reading[str]:
    """Read an NHS number as ten figures; one whose check figure is wrong is left out.

    One figure ten times over stands for *no number*, though its check figure may fit.

    Source: NHS Data Dictionary, NHS NUMBER (modulus 11).
    """
    said = text_of(cell)
    if said.casefold() in NOT_KNOWN:
        return Reading(None)
    if _ROUNDED.fullmatch(said.casefold()):
        return Reading(None, Rule.NUMBER_ROUNDED)
    figures = re.sub(r"[\s-]", "", said)
    if not re.fullmatch(rf"[0-9]{{{_NHS_FIGURES}}}", figures) or not _checks(figures):
        return Reading(None, Rule.NHS_NUMBER)
    return Reading(figures)


def _checks(figures: str) -> bool:
    if len(set(figures)) == 1:
        return False
    total = sum(int(one) * weight for one, weight in zip(figures, _NHS_WEIGHTS, strict=False))
    return (11 - total % 11) % 11 == int(figures[-1])
