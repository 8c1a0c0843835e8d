"""The columns of the lists: what will arrive, who it may be once more, what to look at."""

from collections.abc import Collection
from datetime import date

from coordinator.domain.demand.windows import Span
from coordinator.domain.returns.imports import ArrivingAction, ArrivingCount, ArrivingPerson
from coordinator.sheets.problems import Severity
from coordinator.sheets.reading import Place
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tables import Column
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.screens.bringing_in.shown import AlikeLine, LookLine
from coordinator.wording import dates
from coordinator.wording.demand import span_words
from coordinator.wording.labels import label
from coordinator.wording.translation import _


def people_columns(today: date) -> tuple[Column[ArrivingPerson], ...]:
    """Describe people as they will arrive."""
    return (
        Column(_("Row"), text=lambda one: str(one.row), width=70, keep=1),
        Column(_("Reference"), text=lambda one: one.reference, width=110),
        Column(_("Name"), text=_name, share=2, width=150),
        Column(_("Date of birth"), text=_born, width=150),
        Column(
            _("On the caseload since"),
            text=lambda one: dates.day(one.opened_on, today) if one.opened_on else "",
            width=190,
            keep=2,
        ),
    )


def action_columns(today: date) -> tuple[Column[ArrivingAction], ...]:
    """Describe actions as they will arrive."""
    return (
        Column(_("Row"), text=lambda one: str(one.row), width=70, keep=1),
        Column(_("Person"), text=lambda one: one.reference, width=110),
        Column(_("Action"), text=lambda one: " ".join(one.text.split()), share=3, width=180),
        Column(_("Owner"), text=_owner, share=2, width=140),
        Column(_("Due"), text=lambda one: dates.day(one.due_on, today), width=130),
        Column(_("Status"), text=lambda one: label(one.status), width=120, keep=2),
    )


def count_columns() -> tuple[Column[ArrivingCount], ...]:
    """Describe counts as they will arrive."""
    return (
        Column(_("Row"), text=lambda one: str(one.row), width=70, keep=1),
        Column(_("Person"), text=lambda one: one.reference, width=110),
        Column(_("What is counted"), text=lambda one: label(one.measure), share=2, width=170),
        Column(_("Days"), text=lambda one: span_words(Span(one.first, one.last)), share=2,
               width=200),
        Column(_("How often"), text=lambda one: str(one.count), width=110),
    )  # fmt: skip


def alike_columns(left_out: Collection[Place]) -> tuple[Column[AlikeLine], ...]:
    """Describe who may be somebody else once more."""

    def text(one: AlikeLine) -> str:
        return _("Left out") if one.place in left_out else _("Comes in")

    def mark(one: AlikeLine) -> Mark:
        tone = Tone.CAREFUL if one.place in left_out else Tone.GOOD
        return Mark(text(one), tone, "x" if one.place in left_out else "check")

    return (
        Column(_("In the sheet"), text=lambda one: one.name, share=2, width=150),
        Column(_("May be"), text=lambda one: one.others, share=4, width=220),
        Column(_("What becomes of it"), text=text, mark=mark, width=160),
    )


def look_columns() -> tuple[Column[LookLine], ...]:
    """Describe what somebody should look at."""
    return (
        Column(_("Where"), text=lambda one: _capital(one.where), share=2, width=150),
        Column(_("What"), text=lambda one: _capital(one.what), share=4, width=240),
        Column(_("What becomes of it"), text=_severity, mark=_severity_mark, width=160),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _name(one: ArrivingPerson) -> str:
    parts = (one.name.given, one.name.family)
    return " ".join(part for part in parts if part) or one.name.preferred


def _born(one: ArrivingPerson) -> str:
    return dates.plain_day(one.born_on) if one.born_on else ""


def _owner(one: ArrivingAction) -> str:
    return _("{name}, {agency}", name=one.owner, agency=one.agency)


def _severity(one: LookLine) -> str:
    match one.severity:
        case Severity.REFUSED:
            return _("Does not come in")
        case Severity.LEFT_OUT:
            return _("Value left out")
        case _:
            return _("To check")


def _severity_mark(one: LookLine) -> Mark:
    tones = {
        Severity.REFUSED: (Tone.URGENT, "x"),
        Severity.LEFT_OUT: (Tone.CAREFUL, "circle-alert"),
        Severity.CHECK: (Tone.NEUTRAL, "eye"),
    }
    tone, sign = tones[one.severity]
    return Mark(_severity(one), tone, sign)
