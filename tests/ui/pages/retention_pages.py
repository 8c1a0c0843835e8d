"""The page about retention, with records in every standing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coordinator.domain.lists.panel import RetentionEnd, RetentionStart
from coordinator.domain.lists.sharing import DisposalWay, HoldKind
from coordinator.domain.months import after_months
from coordinator.domain.people.rules import PersonName
from coordinator.domain.retention import (
    DisposalRow,
    Hold,
    RetentionPage,
    RetentionRow,
    Standing,
    Time,
)
from coordinator.domain.states import DisposalStatus
from coordinator.ui.places.every import RetentionPlace
from coordinator.ui.screens.retention.records import records_of
from coordinator.ui.screens.retention.view import RetentionView
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.panels import MadeUp

ME = UUID(int=41)


def every_place_of_retention(panel: MadeUp) -> Iterator[Shown]:
    """Give the page of everybody's records, and of one person's."""
    yield Shown("retention", partial(retention, panel))
    yield Shown("retention-of-one", partial(at_place, panel, RetentionPlace(panel.person)))


def retention(panel: MadeUp) -> QWidget:
    """One over, one soon over, one held, one proposed, one agreed; one erased before."""
    window = at_place(panel, RetentionPlace())
    view = shown_widget(window)
    assert isinstance(view, RetentionView)
    page = a_page(panel.sitting.writing.today())
    view.show_records(page, records_of(page), of_one=False)
    return window


def a_page(today: date) -> RetentionPage:
    """A list with a record in every standing."""
    hold = Hold(UUID(int=5), 1, HoldKind.LITIGATION, today, "A claim about a tenancy", today)
    return RetentionPage(
        today=today,
        rows=(
            _row(1, Standing.OVER, today - timedelta(days=20)),
            _row(2, Standing.SOON, today + timedelta(days=40)),
            _row(3, Standing.HELD, today - timedelta(days=90), (hold,)),
            _row(4, Standing.PROPOSED, today - timedelta(days=60)),
            _row(5, Standing.CONFIRMED, today - timedelta(days=61)),
        ),
        waiting=(_disposal(4, today), _agreed(5, today)),
        past=(_done(6, today),),
        rules=(),
        may_propose=True,
        may_confirm=True,
        me=ME,
    )


def _row(number: int, standing: Standing, due: date, holds: tuple[Hold, ...] = ()) -> RetentionRow:
    time = Time(
        RetentionStart.CASE_CLOSED,
        after_months(due, -72),
        due,
        "Case of somebody on the list",
        RetentionEnd.REVIEW,
    )
    name = PersonName("T", "G")
    return RetentionRow(UUID(int=number), f"PK-{number:04}", name, time, standing, holds)


def _disposal(number: int, today: date) -> DisposalRow:
    return DisposalRow(
        id=UUID(int=100 + number),
        revision=1,
        reference=f"PK-{number:04}",
        rule="Case of somebody on the list",
        due_on=today,
        proposed_on=today - timedelta(days=3),
        proposed_by=UUID(int=7),
        proposer="Aled Hâf",
        status=DisposalStatus.PROPOSED,
    )


def _agreed(number: int, today: date) -> DisposalRow:
    return DisposalRow(
        id=UUID(int=100 + number),
        revision=2,
        reference=f"PK-{number:04}",
        rule="Case of somebody on the list",
        due_on=today,
        proposed_on=today - timedelta(days=9),
        proposed_by=UUID(int=7),
        proposer="Aled Hâf",
        status=DisposalStatus.CONFIRMED,
        confirmed_on=today - timedelta(days=1),
        confirmer="Morwenna Tregear",
        way=DisposalWay.IN_PROGRAM,
    )


def _done(number: int, today: date) -> DisposalRow:
    return DisposalRow(
        id=UUID(int=100 + number),
        revision=3,
        reference=f"PK-{number:04}",
        rule="Referral that was not taken on",
        due_on=today,
        proposed_on=today - timedelta(days=30),
        proposed_by=UUID(int=7),
        proposer="Aled Hâf",
        status=DisposalStatus.DONE,
        confirmed_on=today - timedelta(days=22),
        way=DisposalWay.SIGNED_LIST,
        signed_by="Aled Hâf; Morwenna Tregear",
        done_at=datetime(today.year, today.month, 1, 9, tzinfo=UTC),
        rows=140,
        journal_entries=60,
    )
