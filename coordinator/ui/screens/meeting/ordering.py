"""The order in which agencies come and go least: what it would change, before it is taken."""

from datetime import time
from typing import Any

from PySide6.QtWidgets import QWidget

from coordinator.domain.meetings.slots import Coming, ProposedOrder, Stay, counted
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.dialogs import FormDialog
from coordinator.ui.kit.forms import Field, Form
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import Tone
from coordinator.wording import dates
from coordinator.wording.translation import _, ngettext

_WIDTH = 860
_MOST_SHOWN = 6


class OrderDialog(FormDialog):
    """Who sits in when, now and in the order that is proposed."""

    is_only_read = True

    def __init__(self, proposed: ProposedOrder, parent: QWidget) -> None:
        self.rows: Rows[Coming] = Rows(_columns())
        table = Table(self.rows, _("Who sits in when"))
        self.rows.setParent(table)
        self.rows.show(proposed.comings)
        high = min(table.all_shown_height(), px(42 * _MOST_SHOWN + 40))
        table.setMinimumHeight(high)
        table.setMaximumHeight(high)
        form = Form({"comings": Field(_("Who sits in when"), table, hint=_hint())})
        title = _("Order so that people come and go least")
        super().__init__(
            form, title, _("Put in this order"), about=said(proposed), parent=parent, width=_WIDTH
        )

    def answers(self) -> dict[str, Any]:
        """Nothing is typed here."""
        return {}


def said(proposed: ProposedOrder) -> str:
    """Say in sentences what the order changes, and what no order can."""
    before = counted(one.before for one in proposed.comings)
    after = counted(one.after for one in proposed.comings)
    parts = [
        _(
            "Waiting in all: now {before}, then {after}.",
            before=dates.length(before[1]),
            after=dates.length(after[1]),
        )
    ]
    if before[0] != after[0]:
        parts.append(
            _(
                "Agencies that have to leave the room and come back: now {before}, then {after}.",
                before=before[0],
                after=after[0],
            )
        )
    elif after[0]:
        parts.append(
            ngettext(
                "{count} time an agency has to leave the room and come back, in any order.",
                "{count} times an agency has to leave the room and come back, in any order.",
                after[0],
            )
        )
    parts += [
        _("{agency} is there throughout and must not hear of {people}.", agency=agency, people=who)
        for agency, who in ((name, ", ".join(about)) for name, about in proposed.hears)
    ]
    return " ".join(parts)


def _hint() -> str:
    return _(
        "An agency sits in from its first line to its last. Urgent items, answers, actions and"
        " topics stay where they are; each item keeps its minutes."
    )


def _columns() -> tuple[Column[Coming], ...]:
    return (
        Column(_("Agency"), text=lambda one: one.agency, share=3, width=190),
        Column(_("Now"), text=lambda one: _when(one.before), width=120, keep=3),
        Column(_("Waits"), text=lambda one: _waits(one.before), width=96, keep=4),
        Column(_("Then"), text=lambda one: _when(one.after), width=120),
        Column(_("Then waits"), text=lambda one: _waits(one.after), width=104),
        Column(
            _("Leaves the room for"),
            text=_leaves,
            mark=_leaves_mark,
            share=1,
            width=150,
            keep=2,
        ),
    )


def _when(stay: Stay) -> str:
    return _("{begins} to {ends}", begins=_clock(stay.comes), ends=_clock(stay.goes))


def _clock(minutes: int) -> str:
    return dates.clock(time(minutes // 60 % 24, minutes % 60))


def _waits(stay: Stay) -> str:
    return dates.length(stay.waits) if stay.waits else _("Not at all")


def _leaves(one: Coming) -> str:
    return ", ".join(one.steps_out[1])


def _leaves_mark(one: Coming) -> Mark | None:
    return Mark(_leaves(one), Tone.CAREFUL, "link-2-off") if one.steps_out[1] else None
