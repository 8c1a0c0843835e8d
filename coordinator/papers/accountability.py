"""The attendance and accountability report, read for one audience and put into words.

Small numbers stand as they are: they count what agencies did, and a count of an agency's actions
tells of nobody. No person is named, and none can be told from it: neither whom an action was about
nor who owned it is in it. What an agency gets is its own row; the others are not its to read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.reports.accountability import read_accountability
from coordinator.domain.accountability import Accountability, AgencyFigures, Period
from coordinator.domain.charts import BarChart
from coordinator.domain.papers.accountability import AccountabilityReport, FigureTable
from coordinator.domain.papers.imprint import Fact
from coordinator.domain.person.case_sheets import Audience
from coordinator.papers import lines
from coordinator.wording import accountability as words
from coordinator.wording.accountability import Figure
from coordinator.wording.translation import _


def accountability_model(
    desk: Desk, audience: Audience, period: Period | None = None
) -> AccountabilityReport:
    """Read what agencies brought: a rolling quarter unless another period is asked for.

    Raises:
        NotPermittedError: The role may not see figures.
        InvalidFieldsError: The period is longer than a year, or has not come yet.
    """
    found = read_accountability(desk, period, kept_from=audience.agency)
    if audience.agency is not None:
        found = _own(found, audience)
    imprint = lines.imprint(
        read_panel_face(desk), audience, _("Attendance and actions"), desk.today()
    )
    if audience.agency is None:
        imprint = replace(
            imprint,
            recipient=audience.name or _("The chair and the management group"),
            handling=_("For the chair and the management group"),
        )
    return AccountabilityReport(
        imprint=imprint,
        scope=words.period_words(found.period),
        facts=tuple(_facts(found)),
        vacant=tuple(words.vacant_seat(one, found.today) for one in found.vacant),
        tables=tuple(_tables(found)),
        method=tuple(_method()),
    )


def _own(found: Accountability, audience: Audience) -> Accountability:
    rows = tuple(one for one in found.rows if one.agency == audience.agency)
    vacant = tuple(one for one in found.vacant if one.agency == audience.name)
    return replace(found, rows=rows, vacant=vacant)


def _facts(found: Accountability) -> Iterator[Fact]:
    yield Fact(_("Meetings held"), str(found.meetings))
    yield Fact(_("Actions set"), str(sum(one.did.set for one in found.rows)))
    yield Fact(_("Actions due"), str(sum(one.did.due for one in found.rows)))
    yield Fact(_("Seats vacant now"), str(len(found.vacant)))


def _tables(found: Accountability) -> Iterator[tuple[FigureTable, BarChart | None]]:
    meetings, actions = words.meeting_figures(), words.action_figures()
    yield (
        _table(_("Meetings"), found, meetings, _explained(meetings)),
        words.meeting_chart(found),
    )
    yield (
        _table(
            _("Actions"),
            found,
            (*actions, *words.beside_figures()),
            _explained((*actions, *words.beside_figures())),
        ),
        words.action_chart(found),
    )
    offers = words.offer_figures()
    yield _table(_("Offers"), found, offers, ""), None


def _table(
    title: str, found: Accountability, figures: Sequence[Figure], explained: str
) -> FigureTable:
    return FigureTable(
        title,
        tuple(one.title for one in figures),
        tuple(_row(one, figures, found) for one in found.rows),
        explained,
    )


def _row(
    one: AgencyFigures, figures: Iterable[Figure], found: Accountability
) -> tuple[str, tuple[int, ...], str]:
    counts = tuple(figure.value(one) for figure in figures)
    return one.name, counts, words.all_beside(one, found.today)


def _explained(figures: Iterable[Figure]) -> str:
    told = (
        _("{title}: {meaning}", title=one.title, meaning=one.meaning)
        for one in figures
        if one.title.lower() != one.meaning.lower()
    )
    return "; ".join(told) + "."


def _method() -> Iterator[str]:
    yield _("Agencies stand in the order of their seats. They are not ranked.")
    yield _(
        "An action is due on the day last agreed for it. Done on time means done on or before that"
        " day; where the day had been moved, that is said."
    )
    yield _(
        "What could not be done met a barrier. It is nobody's failing, and is worked on as a"
        " barrier."
    )
    yield _(
        "A vacant seat is a gap in the panel, not a fault of the agency. Agencies that were"
        " renamed or became part of another keep what they did under their own name."
    )
    yield _(
        "An offer counts as made on the day the agency made it, an older one without such a day on"
        " the day it was put on file; as delivered or withdrawn on the day somebody said so."
    )
    yield _(
        "Numbers below five are not hidden here: they count what agencies did, and tell of no"
        " person."
    )
