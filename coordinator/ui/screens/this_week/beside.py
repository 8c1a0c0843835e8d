"""What waits beside the week: which cards there are; what cannot wait comes first."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from coordinator.domain.week.this_week import ThisWeek
from coordinator.ui.screens.this_week import cards
from coordinator.ui.screens.this_week.access import access_card
from coordinator.ui.screens.this_week.asked import asked_card
from coordinator.ui.screens.this_week.astray import astray_card
from coordinator.ui.screens.this_week.bases import reviews_card
from coordinator.ui.screens.this_week.escalations import escalations_card, has_any
from coordinator.ui.screens.this_week.keeping import steps_card
from coordinator.ui.screens.this_week.missing import is_any, missing_card
from coordinator.ui.screens.this_week.risks import risks_card
from coordinator.ui.screens.this_week.seen import seen_in


class Asked(Protocol):
    """The signals of the page by which its cards ask for something."""

    person_asked: SignalInstance
    referral_asked: SignalInstance
    meeting_asked: SignalInstance
    agency_asked: SignalInstance
    asked: SignalInstance


def cards_beside(week: ThisWeek, today: date, page: Asked) -> list[QWidget]:
    """Give the cards of a week, in the order they stand."""
    return [*_first(week, today, page), *_always(week, today, page), *_last(week, today, page)]


def _first(week: ThisWeek, today: date, page: Asked) -> Iterator[QWidget]:
    seen = seen_in(week, today)
    if week.astray:
        yield astray_card(week.astray, today, _opener(page, "astray"))
    if week.wishes:
        yield asked_card(
            week.wishes, week.sitter, today, page.person_asked.emit, seen, _opener(page, "wishes")
        )
    if week.missing is not None and is_any(week.missing):
        find = _opener(page, "outreach")
        yield missing_card(week.missing, today, page.person_asked.emit, find, seen)


def _always(week: ThisWeek, today: date, page: Asked) -> Iterator[QWidget]:
    leads, referrals = _opener(page, "leads"), _opener(page, "referrals")
    seen = seen_in(week, today)
    yield cards.leads_card(week.leads_to_agree, page.person_asked.emit, leads, seen)
    yield cards.referrals_card(week.referrals, today, page.referral_asked.emit, referrals, seen)
    yield cards.due_card(week.due, page.agency_asked.emit, _opener(page, "overdue"))


def _last(week: ThisWeek, today: date, page: Asked) -> Iterator[QWidget]:
    seen = seen_in(week, today)
    if week.protocol_steps:
        nights = _opener(page, "tonight")
        yield steps_card(week.protocol_steps, today, page.person_asked.emit, nights, seen)
    if has_any(week.escalations):
        yield escalations_card(week.escalations, page.asked.emit)
    if week.access:
        yield access_card(week.access, today, _opener(page, "access"))
    if week.reviews.total:
        missing = _opener(page, "quality")
        yield reviews_card(week.reviews, today, page.person_asked.emit, missing, seen)
    if week.risks:
        yield risks_card(week.risks, today, page.person_asked.emit, seen)
    if week.unsigned:
        yield cards.unsigned_card(week.unsigned, page.meeting_asked.emit)
    if cards.has_more(week):
        yield cards.also_card(week, page.asked.emit)


def _opener(page: Asked, what: str) -> Callable[[], object]:
    return lambda: page.asked.emit(what)
