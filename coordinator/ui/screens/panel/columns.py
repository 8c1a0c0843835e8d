"""The columns of the panel's lists."""

from collections.abc import Callable

from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.panel import (
    KIND_OF,
    AgendaSection,
    RetentionEnd,
    RetentionStart,
    TimeKey,
    Topic,
)
from coordinator.domain.lists.people import ReferralCriterion
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.panel.settings import PanelLine
from coordinator.ui.kit.tables import Column
from coordinator.ui.screens.panel.words import (
    barrier_of,
    days_said,
    fact,
    months_said,
    number,
    section_of,
)
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext


def columns_of(topic: Topic) -> tuple[Column[PanelLine], ...]:
    """Describe the lines of a list."""
    return _COLUMNS[topic]()


def _times() -> tuple[Column[PanelLine], ...]:
    return (
        Column(_("Deadline"), text=lambda one: label(TimeKey(one.key)), share=3, width=240),
        Column(_("Days"), text=days_said, share=1, width=150),
    )


def _agenda() -> tuple[Column[PanelLine], ...]:
    return (
        Column(_("Part"), text=section_of, share=3, width=220),
        Column(_("Time"), text=_time, share=1, width=130),
    )


def _criteria() -> tuple[Column[PanelLine], ...]:
    return (
        Column(_("In the panel's words"), text=lambda one: one.text, share=3, width=260),
        Column(_("Counted as"), text=_criterion, share=2, width=200, keep=1),
    )


def _form() -> tuple[Column[PanelLine], ...]:
    return (
        Column(_("Question"), text=lambda one: one.text, share=3, width=260),
        Column(_("What helps to answer it"), text=_says("hint"), share=3, width=200, keep=1),
        Column(_("Room"), text=_room, width=90, keep=2),
    )


def _phrases() -> tuple[Column[PanelLine], ...]:
    return (
        Column(_("Action"), text=lambda one: one.text, share=4, width=260),
        Column(_("Likely done by"), text=_agency_kind, share=2, width=170, keep=2),
        Column(_("Kind"), text=_action_kind, width=150, keep=1),
    )


def _ladder() -> tuple[Column[PanelLine], ...]:
    return (
        Column(_("Who is asked"), text=lambda one: one.text, share=2, width=210),
        Column(_("What for"), text=_says("aim"), share=3, width=180, keep=1),
        Column(_("Answer within"), text=_answer, width=150),
    )


def _protocol() -> tuple[Column[PanelLine], ...]:
    return (
        Column(_("Step"), text=lambda one: one.text, share=4, width=260),
        Column(_("After"), text=lambda one: dates.days(number(one, "days")), width=120),
    )


def _barriers() -> tuple[Column[PanelLine], ...]:
    return (
        Column(_("In the panel's words"), text=barrier_of, share=3, width=260),
        Column(_("Counted as"), text=_counted_as, share=2, width=200, keep=1),
    )


def _retention() -> tuple[Column[PanelLine], ...]:
    return (
        Column(_("What"), text=lambda one: one.text, share=3, width=220),
        Column(_("Kept for"), text=lambda one: months_said(number(one, "months")), width=100),
        Column(_("Counted from when"), text=_start, share=2, width=160, keep=1),
        Column(_("Then"), text=_end, share=2, width=160, keep=2),
    )


_COLUMNS: dict[Topic, Callable[[], tuple[Column[PanelLine], ...]]] = {
    Topic.TIMES: _times,
    Topic.AGENDA: _agenda,
    Topic.CRITERIA: _criteria,
    Topic.REFERRAL_FORM: _form,
    Topic.PHRASES: _phrases,
    Topic.LADDER: _ladder,
    Topic.PROTOCOL: _protocol,
    Topic.BARRIERS: _barriers,
    Topic.RETENTION: _retention,
}


def _time(line: PanelLine) -> str:
    minutes = dates.length(number(line, "minutes"))
    section = AgendaSection(str(line.details["section"]))
    is_each = section in KIND_OF and section is not AgendaSection.ACTIONS
    return _("{time} each", time=minutes) if is_each else minutes


def _criterion(line: PanelLine) -> str:
    return label(ReferralCriterion(fact(line, "criterion")))


def _counted_as(line: PanelLine) -> str:
    category = fact(line, "category")
    return label(BarrierCategory(category)) if category else _("The panel's own")


def _room(line: PanelLine) -> str:
    return ngettext("{count} line", "{count} lines", number(line, "lines"))


def _agency_kind(line: PanelLine) -> str:
    kind = fact(line, "agency_kind")
    return label(AgencyKind(kind)) if kind else _("Anybody")


def _action_kind(line: PanelLine) -> str:
    kind = fact(line, "action_kind")
    return label(ActionKind(kind)) if kind else _("Not said")


def _answer(line: PanelLine) -> str:
    return dates.working_days(number(line, "working_days"))


def _start(line: PanelLine) -> str:
    return label(RetentionStart(fact(line, "start")))


def _end(line: PanelLine) -> str:
    return label(RetentionEnd(fact(line, "end")))


def _says(name: str) -> Callable[[PanelLine], str]:
    return lambda line: fact(line, name)
