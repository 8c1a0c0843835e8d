"""Telephone numbers, postcodes and NHS numbers are texts with a shape."""

import string

import pytest

from coordinator.sheets.cells import Reading
from coordinator.sheets.numbers import read_nhs_number, read_phone, read_postcode
from coordinator.sheets.problems import Rule
from coordinator.sheets.tables import Cell


@pytest.mark.parametrize(
    ("cell", "value", "rule"),
    [
        ("01632 960001", "01632 960001", None),
        ("01632-960-001", "01632 960001", None),
        ("(01632) 960001", "01632 960001", None),
        ("+44 1632 960001", "01632 960001", None),
        ("+44 (0)1632 960001", "01632 960001", None),
        ("0044 7700 900001", "07700 900001", None),
        (1632960001, "01632 960001", Rule.LEADING_ZERO),
        (7700900001.0, "07700 900001", Rule.LEADING_ZERO),
        ("7.7009E+09", None, Rule.NUMBER_ROUNDED),
        ("01632 960001 (sister)", "01632 960001 (sister)", Rule.PHONE_ODD),
        ("ring the hostel", "ring the hostel", Rule.PHONE_ODD),
        ("", None, None),
    ],
)
def test_a_telephone_number_is_read_in_every_way_it_is_written(
    cell: Cell, value: str | None, rule: Rule | None
) -> None:
    assert read_phone(cell) == Reading(value, rule)


@pytest.mark.parametrize(
    ("cell", "value", "rule"),
    [
        ("tr1 1aa", "TR1 1AA", None),
        ("TR11AA", "TR1 1AA", None),
        ("pl25  5xx", "PL25 5XX", None),
        ("SW1A 1AA", "SW1A 1AA", None),
        ("TR1", "TR1", Rule.POSTCODE_ODD),
        ("TRI 1AA", "TRI 1AA", Rule.POSTCODE_ODD),
        ("N/K", None, None),
    ],
)
def test_a_postcode_is_written_in_capitals_with_one_space(
    cell: Cell, value: str | None, rule: Rule | None
) -> None:
    assert read_postcode(cell) == Reading(value, rule)


@pytest.mark.parametrize(
    ("cell", "value", "rule"),
    [
        ("943 476 5919", "9434765919", None),
        (9434765919, "9434765919", None),
        (9434765919.0, "9434765919", None),
        ("943-476-5919", "9434765919", None),
        ("943 476 5918", None, Rule.NHS_NUMBER),
        ("943 476 591", None, Rule.NHS_NUMBER),
        ("987 654 3210", "9876543210", None),
        ("0000000061", None, Rule.NHS_NUMBER),
        ("0000000060", None, Rule.NHS_NUMBER),
        ("0000000000", None, Rule.NHS_NUMBER),
        ("1111111111", None, Rule.NHS_NUMBER),
        ("\u0664" * 10, None, Rule.NHS_NUMBER),
        ("9.43477E+09", None, Rule.NUMBER_ROUNDED),
        ("", None, None),
    ],
)
def test_an_nhs_number_must_fit_its_check_figure(
    cell: Cell, value: str | None, rule: Rule | None
) -> None:
    assert read_nhs_number(cell) == Reading(value, rule)


def test_every_single_wrong_figure_of_an_nhs_number_is_noticed() -> None:
    good = "9434765919"
    for place in range(10):
        for figure in set(string.digits) - {good[place]}:
            slip = good[:place] + figure + good[place + 1 :]
            assert read_nhs_number(slip) == Reading(None, Rule.NHS_NUMBER)
