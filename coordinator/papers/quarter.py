"""The quarterly report, read and put into words as it may leave the panel: small counts hidden.

There is one report, whoever reads it: its counts are the same in every copy, so that no two copies
of a day can be held side by side.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.reports.quarter import read_quarter
from coordinator.domain.accountability import Period
from coordinator.domain.lists.reports import (
    CameAndWent,
    EscalationCount,
    FigureTable,
    ReportPart,
)
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.reports.figures import Key
from coordinator.domain.reports.parts import PartTable, ToldPart
from coordinator.domain.reports.quarter import PART_OF, QuarterReport
from coordinator.domain.small_numbers import Told
from coordinator.papers import lines
from coordinator.wording import reports as words
from coordinator.wording.accountability import period_words
from coordinator.wording.labels import label
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _

_AFTER: Key = (FigureTable.CAME_AND_WENT, CameAndWent.AFTER.value)


def quarter_model(desk: Desk, audience: Audience, period: Period | None = None) -> QuarterPaper:
    """Read a period for the report: a rolling quarter unless another is asked for.

    Raises:
        NotPermittedError: The role may not see figures.
        InvalidFieldsError: `until_on`: see `check_period`.
    """
    report = read_quarter(desk, period)
    name = _("Quarterly report")
    imprint = replace(
        lines.imprint(read_panel_face(desk), audience, name, desk.today()),
        recipient=_("The chair, the management group and commissioners"),
        handling=_("Small numbers are hidden"),
    )
    told = report.told()
    parts = told_parts(report, told)
    return QuarterPaper(
        imprint=imprint,
        scope=period_words(report.period),
        facts=tuple(_facts(report, told)),
        parts=tuple(parts.values()),
        method=tuple(words.method()),
        limits=tuple(words.limit(part) for part in parts),
    )


def _facts(report: QuarterReport, told: Mapping[Key, Told]) -> Iterator[Fact]:
    if _AFTER in told:
        yield Fact(_("On the caseload at the end"), number_words(told[_AFTER]))
    yield Fact(_("Meetings held"), str(report.agencies.meetings))
    yield Fact(_("Actions due"), str(sum(one.did.due for one in report.agencies.rows)))
    sent = next((one for one in report.tables if one.table is FigureTable.ESCALATIONS), None)
    if sent is not None:
        yield Fact(_("Escalations sent"), str(sent[EscalationCount.SENT]))


def told_parts(report: QuarterReport, told: Mapping[Key, Told]) -> Mapping[ReportPart, ToldPart]:
    """Give the parts that say anything, in their order, each count as it is told."""
    parts = (
        (
            part,
            ToldPart(
                title=label(part),
                tables=tuple(_tables(report, told, part)),
                said=report.said(part),
                facts=tuple(_beside(report, part)),
            ),
        )
        for part in ReportPart
    )
    return {part: one for part, one in parts if one.tables or one.said.strip()}


def _tables(
    report: QuarterReport, told: Mapping[Key, Told], part: ReportPart
) -> Iterator[PartTable]:
    for counts in report.tables:
        if PART_OF[counts.table] is part:
            yield words.told_table(counts, told)
    if part is ReportPart.ACTIONS:
        yield words.actions_table(report.agencies)
    if part is ReportPart.ATTENDANCE:
        yield words.attendance_table(report.agencies)
    yield from report.joined.get(part, ())


def _beside(report: QuarterReport, part: ReportPart) -> Iterator[str]:
    if part is ReportPart.ESCALATIONS and (took := words.answered_words(report.answered_in)):
        yield took
