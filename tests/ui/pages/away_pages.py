"""Away and back, for pictures: who has what, a hand-back that waits, and a lead's own store."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMainWindow

from coordinator.domain.exchange.away_pages import (
    AwayPerson,
    HeldEntry,
    HeldLine,
    Holder,
    OwnAway,
    PanelAway,
    Return,
    ReturnRow,
    Spoken,
)
from coordinator.domain.exchange.contacts import Renewals
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.people.rules import PersonName
from coordinator.ui.places.away import AwayPlace
from coordinator.ui.screens.away.view import AwayView
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.panels import MadeUp

KEZIA, DENZIL, WENNA = (UUID(int=at) for at in (1, 2, 3))
_NAMES = {
    KEZIA: ("K-0012", "Kezia", "Trelawny"),
    DENZIL: ("K-0031", "Denzil", "Penhaligon"),
    WENNA: ("K-0047", "Wenna", "Nance"),
}
SPOKEN = Spoken(
    {**{one.hex: names[0] for one, names in _NAMES.items()}, UUID(int=8).hex: "K-26-014"},
    {
        one: ListedName(PersonName(given, family, ""), initials_only=one == WENNA)
        for one, (_reference, given, family) in _NAMES.items()
    },
)


def every_page_of_away(panel: MadeUp) -> Iterator[Shown]:
    """Give the page: of a panel with work away, of one without, and of a lead professional."""
    yield Shown("away", partial(away, panel))
    yield Shown("away-returned", partial(away, panel, returned=True))
    yield Shown("away-lead", partial(of_lead, panel))
    yield Shown("away-none", partial(at_place, panel, AwayPlace()))


def away(panel: MadeUp, *, returned: bool = False) -> QMainWindow:
    """Show who has what, with something kept aside; perhaps a hand-back that waits."""
    window, view = _opened(panel)
    now = panel.sitting.writing.now()
    view.show_page(panel_page(now))
    view.show_return(a_return(now) if returned else None)
    return window


def of_lead(panel: MadeUp) -> QMainWindow:
    """Show what somebody took away."""
    window, view = _opened(panel)
    view.show_page(own_page(panel.sitting.writing.now()))
    return window


def panel_page(now: datetime) -> PanelAway:
    """Give a page with contacts whose work is away, back, overdue, and who were revoked."""
    days = timedelta(days=1)
    rhys = (_person(KEZIA, now - 9 * days), _person(DENZIL, now - 2 * days))
    return PanelAway(
        holders=(
            Holder(
                "a" * 64, "Rhys Roskilly", "Kerrow Homes", False, rhys, 3, now - 2 * days,
                due=(now + 5 * days).date(), brought=now - 3 * days, accepted=14, held=1,
            ),
            Holder(
                "b" * 64, "Kasia Dębska", "Kerrow Mental Health", False,
                (_person(WENNA, now - 20 * days),), 1, now - 20 * days,
                due=(now - 6 * days).date(),
            ),
            Holder(
                "c" * 64, "Dylan Ashdown", "Kerrow Police", True, (), 2, now - 40 * days,
                came_back=now - 30 * days, brought=now - 30 * days, accepted=6,
            ),
            Holder(
                "d" * 32, "Tamsin Nance", "Kerrow Women's Refuge", False,
                (_person(KEZIA, now - 3 * days),), 1, now - 3 * days, kind=PackKind.UPDATE_SHEET,
            ),
        ),
        held=(_held(now),),
        spoken=SPOKEN,
        contacts=(("a" * 64, "Rhys Roskilly, Kerrow Homes"),),
        disagreements=2,
        now=now,
        renew=Renewals(own=True, contacts=("Rhys Roskilly", "Dylan Ashdown")),
    )  # fmt: skip


def a_return(now: datetime) -> Return:
    """Give a hand-back of somebody who was revoked, with fields of every sort."""
    made = now - timedelta(days=3)
    note = "Met by the quay with his dog. He will see the nurse on Thursday if she comes to him."
    return Return(
        sender="Rhys Roskilly",
        sent=made,
        is_revoked=True,
        is_late=False,
        is_store_older=True,
        forks=1,
        accepted=4,
        aside=2,
        known=12,
        rows=(
            ReturnRow(KEZIA, KEZIA, "person", "phone", ("01632 960011",), "07700 900321", made),
            ReturnRow(
                KEZIA, UUID(int=8), "action", "status", ("open",), "done", made, disagrees=True
            ),
            ReturnRow(KEZIA, UUID(int=9), "contact", "note", (), note, made, is_new=True),
            ReturnRow(DENZIL, UUID(int=7), "risk", "*", (False,), True, made, removes=True),
        ),
        held=(_held(now), _beside_the_action(now)),
        spoken=SPOKEN,
        now=now,
    )


def own_page(now: datetime) -> OwnAway:
    """Give what a lead professional took away."""
    days = timedelta(days=1)
    return OwnAway(
        panel="Kerrow Complex Needs Panel",
        taken=now - 2 * days,
        due=(now + 5 * days).date(),
        people=(_person(KEZIA, changes=7), _person(DENZIL), _person(WENNA, changes=1)),
        elsewhere=2,
        handed=now - days,
        held=(_held(now),),
        spoken=SPOKEN,
        now=now,
        renew=Renewals(is_list_old=True),
        written=_written(now),
    )


def _written(now: datetime) -> tuple[HeldEntry, ...]:
    long = (
        "He opened the door, would not have the light on, and asked twice who else reads this. "
        * 4
    )
    return (
        _entry(9, "action", KEZIA, now, text="Book the joint visit", status="done"),
        _entry(10, "contact", KEZIA, now, note=long, met_on=now.date().isoformat()),
        _entry(
            11,
            "contact",
            WENNA,
            now,
            note="Llanfairpwllgwyngyllgogerychwyrndrobwll",
        ),
        _entry(12, "meeting", None, now, title="<b>Huddle</b> & tea"),
    )


def _entry(number: int, kind: str, person: UUID | None, now: datetime, **fields: str) -> HeldEntry:
    lines = (
        HeldLine(bytes([number, place]), column, value, "", now)
        for place, (column, value) in enumerate(fields.items())
    )
    return HeldEntry(UUID(int=number), kind, person, "", tuple(lines))


def _person(who: UUID, since: datetime | None = None, *, changes: int = 0) -> AwayPerson:
    return AwayPerson(who, _NAMES[who][0], SPOKEN.people[who], since=since, changes=changes)


def _held(now: datetime) -> HeldEntry:
    line = HeldLine(b"1", "note", "Rang his sister", "outside_scope", now)
    return HeldEntry(UUID(int=6), "contact", DENZIL, "Rhys Roskilly", (line,), may_take=True)


def _beside_the_action(now: datetime) -> HeldEntry:
    line = HeldLine(b"2", "due_on", "2026-13-45", "unknown_field", now)
    return HeldEntry(UUID(int=8), "action", KEZIA, "Rhys Roskilly", (line,))


def _opened(panel: MadeUp) -> tuple[QMainWindow, AwayView]:
    window = at_place(panel, AwayPlace())
    view = shown_widget(window)
    assert isinstance(view, AwayView)
    return window, view
