"""The quarterly report in words: its tables, how each is counted, what none of it can say."""

from collections.abc import Iterator, Mapping

from coordinator.domain.accountability import Accountability
from coordinator.domain.charts import Length, LengthChart
from coordinator.domain.lists.reports import FigureTable, Lack, ReportPart
from coordinator.domain.reports.figures import Counts, Key
from coordinator.domain.reports.parts import Amount, Cell, Change, PartTable
from coordinator.domain.reports.quality import Quality
from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, Told
from coordinator.wording import dates
from coordinator.wording.accountability import (
    action_chart,
    action_figures,
    meeting_chart,
    meeting_figures,
)
from coordinator.wording.demand import change_words
from coordinator.wording.labels import label
from coordinator.wording.money import pounds
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import N_, _, ngettext

_COUNTED: Mapping[FigureTable, str] = {
    FigureTable.REFERRALS: N_(
        "Referrals by the day they were made, and what had become of them when this was made."
    ),
    FigureTable.CAME_AND_WENT: N_(
        "Periods on the caseload. Those before, and those taken on, less those closed, are those"
        " at the end. Somebody taken on twice counts twice."
    ),
    FigureTable.CLOSED: N_("The reason given when a case was closed."),
    FigureTable.PHASES: N_(
        "Those on the caseload on the last day, by where they stand now; where they stood that"
        " day is not kept."
    ),
    FigureTable.COMPLEXITY: N_(
        "People by the number of areas of need at some or high. Not asked and not known are not"
        " none."
    ),
    FigureTable.DEEDS: N_(
        "Actions by the day last agreed for them. What could not be done met a barrier and is"
        " nobody's failing."
    ),
    FigureTable.BARRIERS: N_(
        "People with whom something of this kind stood in the way on any day of the period. One"
        " person may count in several lines; the lines make no total."
    ),
    FigureTable.GAPS: N_("Gaps in what the area offers, not people."),
    FigureTable.ESCALATIONS: N_("What was asked of people with more authority, not people."),
    FigureTable.ANSWERS: N_("Answers given in the period, whenever they were asked for."),
}

_LIMITS: Mapping[ReportPart, str] = {
    ReportPart.CASELOAD: N_(
        "The caseload says with how many people the panel worked, not how many need it: who was"
        " never referred is in no figure."
    ),
    ReportPart.NEEDS: N_(
        "Needs are what workers found on the day they asked. More areas may mean that more was"
        " asked, not that somebody is worse off."
    ),
    ReportPart.DEMAND: N_(
        "Less demand after a plan began is no proof that the plan brought it about: people come"
        " to a panel when demand is at its highest, and would often have needed less later."
    ),
    ReportPart.ACTIONS: N_(
        "Actions done say that something was done, not that it helped. A panel that agrees easy"
        " actions looks better than one that tries hard ones."
    ),
    ReportPart.ATTENDANCE: N_("That somebody came does not say what they brought."),
    ReportPart.STUCK: N_(
        "Only what somebody wrote down is counted. More barriers may mean that more is noticed."
    ),
    ReportPart.ESCALATIONS: N_("An answer is counted whatever it says; read what came back."),
    ReportPart.MONEY: N_("Money spent says nothing of what it was worth to somebody."),
    ReportPart.LEARNING: N_(
        "The numbers are small, and no two people are alike: read the words beside the counts."
    ),
}


def counted(table: FigureTable) -> str:
    """Say how a table is counted."""
    return _(_COUNTED[table])


def limit(part: ReportPart) -> str:
    """Say what the figures of a part cannot say."""
    return _(_LIMITS[part])


def told_table(counts: Counts, told: Mapping[Key, Told]) -> PartTable:
    """Write a table as it may leave the panel."""
    lines = [(label(line), told[counts.table, line.value]) for line, _count in counts.lines]
    title = label(counts.table)
    return PartTable(
        title=title,
        heads=(_("What"), _("People") if counts.of_people else _("Count")),
        rows=tuple((words, cell(one)) for words, one in lines),
        chart=LengthChart(title, tuple(_length(words, one) for words, one in lines)),
        explained=counted(counts.table),
    )


def cell(one: Told) -> str | int:
    """Write a count for a cell: a number where it is told."""
    return number_words(one) if isinstance(one, Hidden) else one


def written(one: Cell) -> str:
    """Write a cell where it is read by people."""
    if isinstance(one, Amount):
        return pounds(one.pence)
    return change_words(0, one.by) if isinstance(one, Change) else str(one)


def _length(words: str, one: Told) -> Length:
    return Length(words, None if isinstance(one, Hidden) else one, number_words(one))


def attendance_table(found: Accountability) -> PartTable:
    """Write how seats were filled, by agency; nobody is told by it."""
    figures = meeting_figures()
    return PartTable(
        title=_("How the seats were filled"),
        heads=(_("Agency"), *(one.title for one in figures)),
        rows=tuple((row.name, *(one.value(row) for one in figures)) for row in found.rows),
        chart=meeting_chart(found) if found.rows else None,
        explained=_(
            "Agencies stand in the order of their seats; they are not ranked. A vacant seat is a"
            " gap in the panel, not a fault of the agency."
        ),
    )


def actions_table(found: Accountability) -> PartTable:
    """Write what became of the actions that were due, by agency."""
    figures = action_figures()
    return PartTable(
        title=_("Actions that were due, by agency"),
        heads=(_("Agency"), *(one.title for one in figures)),
        rows=tuple((row.name, *(one.value(row) for one in figures)) for row in found.rows),
        chart=action_chart(found) if found.rows else None,
        explained=_("Actions nobody owns are in neither table."),
    )


def answered_words(days: int | None) -> str:
    """Say how long answers took; nothing where none came."""
    if days is None:
        return ""
    return _(
        "Half of the answers or more came within {days} of being asked for.", days=dates.days(days)
    )


def method() -> Iterator[str]:
    """Say how everything is counted, and why some counts are not given."""
    yield _(
        "Everything is counted as it stood on the day this was made, both days of the period"
        " included. What was put right since is counted as it was put right."
    )
    yield _(
        "A count of fewer than {number} people is not given, so that nobody can be told from it;"
        " nor is one from which such a count could be worked out. Nought is given.",
        number=LEAST_TOLD,
    )
    yield _("Counts of what agencies did, of gaps and of escalations are given as they are.")
    yield _(
        "Nobody is named. Do not hold this paper beside one of another day to work out who came"
        " or went between them."
    )


_HEADS: Mapping[Lack, str] = {
    Lack.BASIS: N_("Basis"),
    Lack.LEAD: N_("Lead"),
    Lack.PLAN: N_("Plan"),
    Lack.WHAT_MATTERS: N_("Matters"),
    Lack.NEEDS: N_("Needs"),
    Lack.REVIEW: N_("Review"),
    Lack.CONTACT: N_("Contact"),
    Lack.BIRTH: N_("Age"),
    Lack.CHILDREN: N_("Children"),
    Lack.OWNER: N_("Owner"),
    Lack.DEMAND: N_("Demand"),
}


def lack_head(lack: Lack) -> str:
    """Head the column of what is missing."""
    return _(_HEADS[lack])


def missing_words(lack: Lack, count: int) -> str:
    """Say of how many something is missing: *No live plan: 3*."""
    return _("{what}: {count}", what=label(lack), count=count)


def who_leads(name: str, agency: str) -> str:
    """Name a lead with their agency; say so where there is none."""
    return _("{name}, {agency}", name=name, agency=agency) if name else _("Nobody leads")


def nobody_missing() -> str:
    """Say that nothing is missing."""
    return _("Nothing that is looked for here is missing of anybody on the caseload.")


def on_caseload_words(found: Quality) -> str:
    """Say of how many people it is told, and whether a panel is to come."""
    people = ngettext("{count} person", "{count} people", found.people)
    told = [_("{people} on the caseload.", people=people)]
    if found.no_meeting:
        told.append(_("No panel is in the calendar."))
    return " ".join(told)


def quality_lines(found: Quality) -> Iterator[str]:
    """Write what is missing on file line by line: with whom it lies, and of whom it is missing."""
    yield on_caseload_words(found)
    rows = [row for row in found.rows if row.total]
    for row in rows:
        yield _("{name}:", name=who_leads(row.name, row.agency))
        for lack, people in row.missing.items():
            references = ", ".join(one.reference for one in people)
            what = missing_words(lack, len(people))
            yield _("  {what} ({references})", what=what, references=references)
    if not rows:
        yield nobody_missing()
