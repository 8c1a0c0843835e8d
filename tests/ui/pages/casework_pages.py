"""Pages about people, plans, referrals and the panel, with real rows."""

from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coordinator.casework.panel.settings import read_topic
from coordinator.casework.person.pages import read_person
from coordinator.casework.referrals.lists import find_referrals
from coordinator.domain.disclosing.holders import Held, WhyBack
from coordinator.domain.disclosing.log import Checked, DisclosureRow
from coordinator.domain.lists.panel import Topic
from coordinator.domain.lists.sharing import Channel, Gateway, LawfulBasis, PackVariant
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.records.history import Standing
from coordinator.domain.records.settling import DisagreementRow, DisagreementsView
from coordinator.domain.states import ReferralStatus
from coordinator.domain.week.this_week import ThisWeek
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.kit.slots import SlotField
from coordinator.ui.lanes.autosave import Clash, SlotState
from coordinator.ui.places.every import (
    AccountabilityPlace,
    DirectoryPlace,
    DisagreementsPlace,
    DisclosuresPlace,
    NewReferralPlace,
    PanelPlace,
    PeoplePlace,
    PersonPlace,
    PlanPlace,
    ReferralPlace,
    TrailPlace,
)
from coordinator.ui.screens.accountability.view import AccountabilityView
from coordinator.ui.screens.accountability.view import Part as AccountabilityPart
from coordinator.ui.screens.directory.view import DirectoryView, Part
from coordinator.ui.screens.disagreements.view import DisagreementsPage
from coordinator.ui.screens.disclosures.view import DisclosuresView
from coordinator.ui.screens.new_referral.view import NewReferralView
from coordinator.ui.screens.panel.questions import new_line
from coordinator.ui.screens.panel.view import PanelView
from coordinator.ui.screens.panel.view import Part as PanelPart
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.screens.person.view import PersonView
from coordinator.ui.screens.plan.view import PlanPage
from coordinator.ui.screens.this_week.view import ThisWeekView
from coordinator.ui.screens.trail.view import TrailView
from coordinator.ui.shell.workplace import Workplace
from tests.ui.driving import (
    at_place,
    shown_widget,
)
from tests.ui.panels import MadeUp


def newest(panel: MadeUp) -> UUID:
    """Give somebody who was only referred: hardly anything is known yet."""
    return find_referrals(panel.sitting.writing)[-1].person


def contact(panel: MadeUp) -> QWidget:
    """The form that notes a contact, over the page of a person."""
    window = at_place(panel, PersonPlace(panel.person))
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, PersonView)
    page.wished.emit(Step.CONTACT, None)
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def trail_checked(panel: MadeUp) -> QWidget:
    """The audit log after somebody asked whether the journal holds."""
    window = at_place(panel, TrailPlace())
    page = shown_widget(window)
    assert isinstance(page, TrailView)
    page.check_asked.emit()
    return window


def _left(at: datetime, number: int, paper: str, **said: Any) -> DisclosureRow:
    return DisclosureRow(
        **{
            "id": UUID(int=number),
            "number": f"D26-{number:04}",
            "paper": paper,
            "subject": "M26-014",
            "made_at": at,
            "made_by": "Aled Hâf-Nancarrow",
            "recipient": "",
            "agency": "Kerrow Police",
            "variant": None,
            "channel": None,
            "lawful_basis": LawfulBasis.PUBLIC_TASK,
            "gateway": Gateway.CRIME_AND_DISORDER,
            "proportionality": "",
            "reason": "",
            "what": "",
            "pages": 14,
            "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "people": ("PK-0035", "PK-0041"),
            **said,
        }
    )


def disclosures(panel: MadeUp) -> QWidget:
    """Papers that went out, one asked back, and something told aloud."""
    window = at_place(panel, DisclosuresPlace())
    page = shown_widget(window)
    assert isinstance(page, DisclosuresView)
    at = panel.sitting.writing.now()

    row = partial(_left, at)
    aloud: dict[str, Any] = {"channel": Channel.SPOKEN, "pages": 0, "sha256": ""}
    rows = (
        row(4, "pack", variant=PackVariant.OWN_CASES, channel=Channel.SECURE_MAIL, others=2),
        row(3, "minutes", asked_back_on=at.date()),
        row(2, "plan", agency="", subject="PK-0035", people=("PK-0035",), destroyed_on=at.date()),
        row(
            1,
            "spoken",
            recipient="The duty sergeant",
            what="Where she slept last night",
            **aloud,
        ),
        row(5, "spoken-astray", recipient="The desk", **aloud),
    )
    page.show_log(rows, at.date(), may_edit=True, more=False)
    page.show_held((Held(rows[0], (WhyBack.NOT_TO_BE_TOLD, WhyBack.OBJECTED)),), may_edit=True)
    page.show_astray(rows[4:], at.date(), may_edit=True)
    page.show_checked(Checked(rows[:1]))
    return window


def disagreements(panel: MadeUp) -> QWidget:
    """Two fields of one person with two values each."""
    window = at_place(panel, DisagreementsPlace())
    page = shown_widget(window)
    assert isinstance(page, DisagreementsPage)
    person = read_person(panel.sitting.writing, panel.person).person
    at, one, other = panel.sitting.writing.now(), UUID(int=1), UUID(int=2)

    def row(field: str, *values: str, is_text: bool = True) -> DisagreementRow:
        said = tuple(map(Standing, values, (one, other), (at, at)))
        return DisagreementRow(person.id, person.id, "person", field, 2, said, is_text=is_text)

    rows = (
        row("phone", "01632 960001", "01632 960002"),
        row("housing", "sofa", "hostel", is_text=False),
    )
    page.show_disagreements(
        DisagreementsView(
            rows,
            {one: "Morwenna Tresillick", other: "Naomi Davey"},
            {person.id.hex: person.reference},
            {person.id: ListedName(person.name)},
        )
    )
    return window


def found_people(panel: MadeUp) -> QWidget:
    window = at_place(panel, PeoplePlace())
    work = window.centralWidget()
    assert isinstance(work, Workplace)
    screen = work.screen_shown
    assert screen is not None
    screen.presenter.search("housing")  # type: ignore[attr-defined]
    return window


def clash(panel: MadeUp) -> QWidget:
    """A plan with a text two people changed."""
    window = at_place(panel, PlanPlace(panel.person))
    page = shown_widget(window)
    assert isinstance(page, PlanPage)
    field = next(one for one in page.findChildren(SlotField) if one.slot.form.startswith("goal"))
    field.show_state(SlotState.CLASH)
    who = "Morwenna Tresillick, Mon 16 November 2026 at 10:05"
    field.show_clash(Clash("A door that locks", "Somewhere quiet, with a door", 2, who))
    return window


def referral(panel: MadeUp) -> QWidget:
    """The first referral that waits, else the last that was answered."""
    desk = panel.sitting.writing
    found = find_referrals(desk) or find_referrals(desk, statuses=frozenset(ReferralStatus))
    return at_place(panel, ReferralPlace(found[-1].id))


def new_referral(panel: MadeUp) -> QWidget:
    """A referral of somebody whose name is on file."""
    window = at_place(panel, NewReferralPlace())
    page = shown_widget(window)
    assert isinstance(page, NewReferralView)
    person = read_person(panel.sitting.writing, panel.person).person
    name = person.name
    page.show_typed({"given_name": name.given, "family_name": name.family})
    page._tell()
    return window


def accountability(panel: MadeUp, part: AccountabilityPart) -> QWidget:
    """One part of what agencies brought."""
    window = at_place(panel, AccountabilityPlace())
    page = shown_widget(window)
    assert isinstance(page, AccountabilityView)
    page.show_part(part)
    return window


def directory(panel: MadeUp) -> QWidget:
    """The seats, with the keys on the first."""
    window = at_place(panel, DirectoryPlace())
    page = shown_widget(window)
    assert isinstance(page, DirectoryView)
    page.tables[Part.SEATS].choose(0)
    return window


def panel_part(panel: MadeUp, part: PanelPart) -> QWidget:
    """The panel's own page with one part open, the keys on the second line of its list."""
    window = at_place(panel, PanelPlace())
    page = shown_widget(window)
    assert isinstance(page, PanelView)
    page.show_part(part)
    if part.value in page.lists:
        page.lists[part.value].table.choose(1)
    return window


def panel_form(panel: MadeUp) -> QWidget:
    """A part of its own on the agenda, with what is missing."""
    window = at_place(panel, PanelPlace())
    window.resize(1024, 700)
    sheet = Sheet(new_line(Topic.AGENDA, read_topic(panel.sitting.writing, Topic.AGENDA)), window)
    sheet.show_faults({"title": "required"})
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def new_week() -> QWidget:
    """The week of a panel that has nobody and meets never."""
    view = ThisWeekView("Kerrow Complex Needs Panel")
    nothing = ThisWeek(None, (), (), (), (), 0, (), 0, is_fresh=True)
    view.show_week(nothing, date(2026, 11, 16))
    return view
