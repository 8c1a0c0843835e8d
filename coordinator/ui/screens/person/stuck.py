"""What is stuck, on a person's page: each barrier, and what is asked about it with its clock."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from coordinator.domain.escalations.views import EscalationRow
from coordinator.domain.stuck.views import StuckRow
from coordinator.ui.kit.boxes import card
from coordinator.ui.kit.chips import Chip
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Wished, entry, link, titled
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.escalation_marks import clock_mark
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording import dates
from coordinator.wording.barriers import category_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.stuck import receiver_words, standing
from coordinator.wording.translation import _


def stuck_cards(opened: OpenedPerson, wished: Wished) -> Iterator[QWidget]:
    """Build the card; none while nothing is in the way."""
    stuck = opened.stuck
    if not stuck.barriers and not stuck.besides:
        return
    name = link(_("Name another"), wished, Step.BARRIER, of=_("barrier"))
    links = (name,) if Step.BARRIER in opened.steps else ()
    lines = [
        *(_barrier(one, opened, wished) for one in stuck.barriers),
        *(_escalation(one, opened.today, wished) for one in stuck.besides),
    ]
    yield card(titled(_("What is stuck"), *links), *lines)


def _barrier(one: StuckRow, opened: OpenedPerson, wished: Wished) -> QWidget:
    words = category_words(one.barrier.category, one.barrier.own)
    since = _("Since {day}", day=dates.day(one.barrier.since, opened.today))
    works = _("{name} works on it", name=one.barrier.worker) if one.barrier.worker else ""
    told = [one.barrier.agency, since, works, one.barrier.description]
    if one.escalation is None:
        told.insert(0, words_for(one.barrier.status))
        ask = link(_("Escalate"), wished, Step.ESCALATE, one, of=words)
        asks = (ask,) if Step.ESCALATE in opened.steps else ()
        return entry(words, told, *asks, marks=kept_back(one.barrier.sensitivity))
    asked = one.escalation
    open_it = link(_("Open {number}", number=asked.number), wished, Step.ESCALATION, asked)
    told.append(_("Asked of: {who}", who=receiver_words(asked)))
    marks = (Chip(clock_mark(asked, opened.today)), *kept_back(one.barrier.sensitivity))
    return entry(words, told, open_it, marks=marks)


def _escalation(one: EscalationRow, today: date, wished: Wished) -> QWidget:
    open_it = link(_("Open {number}", number=one.number), wished, Step.ESCALATION, one)
    told = [one.ask, _("Asked of: {who}", who=receiver_words(one))]
    marks = (Chip(clock_mark(one, today)),)
    return entry(standing(one.track, one.level), told, open_it, marks=marks)
