"""How many areas of need people have, counted for the report: what is not known is not none."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.needs.profile import record_needs
from coordinator.casework.reports.quarter import read_quarter
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.reports import ComplexityBand, FigureTable
from coordinator.domain.needs.rules import Finding, NeedsRound
from tests.casework.entries_on_file import a_person
from tests.stores import TODAY

_B = ComplexityBand
NO, SOME, HIGH, UNKNOWN = (
    NeedSeverity.NONE,
    NeedSeverity.SOME,
    NeedSeverity.HIGH,
    NeedSeverity.NOT_KNOWN,
)


@pytest.mark.parametrize(
    ("severities", "band"),
    [
        ((), _B.NOT_ASKED),
        ((UNKNOWN,), _B.NOT_ASKED),
        ((UNKNOWN, UNKNOWN, UNKNOWN), _B.NOT_ASKED),
        ((NO,), _B.NONE),
        ((NO, UNKNOWN), _B.NONE),
        ((SOME, UNKNOWN), _B.FEW),
        ((SOME, HIGH, HIGH, NO), _B.SEVERAL),
        ((SOME, HIGH, HIGH, HIGH, SOME), _B.MANY),
    ],
)
def test_each_person_is_in_one_band_by_what_is_known(
    desk: Desk, severities: tuple[NeedSeverity, ...], band: ComplexityBand
) -> None:
    person = a_person(desk)
    if severities:
        findings = (Finding(*one) for one in zip(NeedDomain, severities, strict=False))
        record_needs(desk, person, NeedsRound(tuple(findings), TODAY))
    tables = {one.table: one for one in read_quarter(desk).tables}
    assert tables[FigureTable.COMPLEXITY].lines == ((band, 1),)
