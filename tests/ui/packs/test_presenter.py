"""The packs of a meeting, without a window: looked at, held back, made, saved."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from coordinator.casework.desk import Desk
from coordinator.casework.directory.seats import name_deputy
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.panel.settings import read_text
from coordinator.db.models import Disclosure, Presence, Professional
from coordinator.domain.disclosing.packs import PackRow, PasswordNote
from coordinator.domain.lists.panel import TextKey
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.roles import Right
from coordinator.ui.screens.packs.presenter import PacksPresenter, Shown
from coordinator.ui.shared.asking import Asking
from tests.exports.reading import words
from tests.packs import COOK, Coming, coming_packs
from tests.stores import CHAIR, COORDINATOR, HOUSING, NURSE, OFFICER, POLICE, TODAY, WORKER
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs

DEPUTY = UUID(int=3 << 64 | 31)


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.shown: Shown | None = None
        self.making: list[bool] = []
        self.passwords: Sequence[tuple[str, str]] = ()

    def show_packs(self, shown: Shown) -> None:
        self.shown = shown

    def show_making(self, *, on: bool) -> None:
        self.making.append(on)

    def show_passwords(self, passwords: Sequence[tuple[str, str]]) -> None:
        self.passwords = passwords


class Sat:
    """Somebody at a desk with the packs of one meeting."""

    def __init__(self, desk: Desk, coming: Coming) -> None:
        self.view, self.forms, self.jobs = RememberingView(), Forms(), ImmediateJobs(desk)
        self.toasts: list[str] = []

        def toast(told: str, _undo: Callable[[], object] | None) -> None:
            self.toasts.append(told)

        asking = Asking(self.jobs, self.forms)
        self.presenter = PacksPresenter(self.jobs, self.view, asking, toast, coming.meeting)
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    @property
    def shown(self) -> Shown:
        assert self.view.shown is not None
        return self.view.shown

    def row(self, key: UUID) -> PackRow:
        return next(row for row in self.shown.preview.rows if row.to.key == key)

    def only(self, *keys: UUID) -> None:
        """Hold everybody else back."""
        for row in self.shown.going:
            if row.to.key not in keys:
                self.presenter.hold_back(row)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "packs"
    made.mkdir()
    return made


@pytest.fixture
def sat(desk: Desk) -> Sat:
    return Sat(desk, coming_packs(desk))


def test_who_gets_what_is_shown_before_anything_is_made(sat: Sat, desk: Desk) -> None:
    going = [row.to.key for row in sat.shown.going]
    assert NURSE not in going
    assert {CHAIR, COORDINATOR, OFFICER, WORKER, COOK} <= {*going}
    sat.presenter.hold_back(sat.row(COOK))
    assert COOK not in [row.to.key for row in sat.shown.going]
    sat.presenter.hold_back(sat.row(COOK))
    assert COOK in [row.to.key for row in sat.shown.going]
    with desk.read() as look:
        assert look.session.scalars(select(Disclosure)).all() == []


def test_packs_are_made_saved_and_their_passwords_told(sat: Sat, folder: Path) -> None:
    sat.only(WORKER, OFFICER)
    sat.presenter.ask_make(folder)
    sat.forms.answer(mail=True, calendar=True)

    assert not sat.forms.is_open()
    assert sat.toasts == ["2 packs are saved."]
    assert sat.view.making == [True, False]
    assert [agency for agency, _word in sat.view.passwords] == ["Kerrow Homes", "Kerrow Police"]
    packs = sorted(folder.glob("*.pdf"))
    assert len(packs) == 2
    assert sorted(path.suffix for path in folder.iterdir()) == [
        ".eml",
        ".eml",
        ".ics",
        ".pdf",
        ".pdf",
    ]
    told = dict(sat.view.passwords)
    assert "Rhys Roskilly" in words(packs[0].read_bytes(), told["Kerrow Homes"])
    assert sat.jobs.failures == []


def test_the_panels_own_words_say_why_no_less_would_do_until_they_are_changed(
    sat: Sat, desk: Desk, folder: Path
) -> None:
    sat.presenter.ask_make(folder)
    assert sat.forms.question is not None
    stands = {one.name: one.value for one in sat.forms.question.asks}
    assert stands["proportionality"] == read_text(desk, TextKey.PROPORTIONALITY)
    sat.forms.answer(proportionality=" ")
    assert sat.forms.faults == {"proportionality": "required"}
    assert find_disclosures(desk).rows == ()
    sat.forms.answer(proportionality="Only what the day needs.")
    told = {row.proportionality for row in find_disclosures(desk).rows}
    assert told == {"Only what the day needs."}


def test_a_reason_that_is_missing_keeps_the_form_and_makes_nothing(
    sat: Sat, desk: Desk, folder: Path
) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).confidentiality_signed_on = None
        tx.journal("test.unsigned")
    sat.presenter.load()
    sat.only(WORKER)
    sat.presenter.ask_make(folder)
    name = f"reason {WORKER.hex}"
    sat.forms.answer(**{name: " "})

    assert sat.forms.faults == {name: "required"}
    assert list(folder.iterdir()) == []
    sat.forms.answer(**{name: "She signs on arrival."})
    assert sat.toasts == ["1 pack is saved."]
    with desk.read() as look:
        (row,) = look.session.scalars(select(Disclosure)).all()
        assert (row.reason, row.recipient_id) == ("She signs on arrival.", WORKER)


def test_another_variant_is_kept_for_the_agency(sat: Sat) -> None:
    assert sat.row(OFFICER).variant is PackVariant.OWN_CASES
    sat.presenter.choose_variant(sat.row(OFFICER), PackVariant.PRINT_LIGHT)
    assert sat.row(OFFICER).variant is PackVariant.PRINT_LIGHT
    assert sat.row(OFFICER).to.agency == POLICE
    assert sat.jobs.failures == []


def test_whoever_leaves_the_page_stops_the_making(sat: Sat, folder: Path) -> None:
    sat.only(WORKER)
    sat.presenter.ask_make(folder)
    sat.presenter.leave()
    sat.forms.answer()
    assert list(folder.iterdir()) == []
    assert sat.toasts == []


def test_a_page_that_was_left_is_shown_nothing_more(sat: Sat) -> None:
    before = sat.shown
    sat.presenter.leave()
    sat.presenter.load()
    sat.presenter.tell_passwords()
    assert sat.view.shown is before
    assert sat.toasts == []


def test_passwords_are_told_only_once_there_are_any(sat: Sat) -> None:
    sat.presenter.tell_passwords()
    assert sat.view.passwords == ()
    assert sat.toasts == ["No password was made yet. They come with the packs."]


def test_a_password_is_noted_as_told_then_replaced_and_shown(sat: Sat, folder: Path) -> None:
    sat.only(WORKER)
    sat.presenter.ask_make(folder)
    sat.forms.answer()
    ((_agency, old),) = sat.view.passwords
    assert sat.row(WORKER).to.password == PasswordNote(TODAY)
    sat.presenter.passwords.note_told(sat.row(WORKER))
    sat.forms.answer(how="")
    assert sat.forms.faults == {"how": "required"}
    sat.forms.answer(how="By telephone")
    assert sat.row(WORKER).to.password == PasswordNote(TODAY, TODAY, "By telephone")
    sat.presenter.passwords.replace(sat.row(WORKER))
    sat.forms.answer()
    assert sat.forms.is_open()
    sat.forms.answer(reason="The list was lost.")
    ((agency, new),) = sat.view.passwords
    assert agency == "Kerrow Homes"
    assert new != old
    assert sat.row(WORKER).to.password == PasswordNote(TODAY)


def test_a_deputys_pack_is_held_back_until_somebody_lets_it_go(sat: Sat, desk: Desk) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.add(Professional(id=DEPUTY, name="Tegan Opie", agency_id=HOUSING))
        tx.session.flush()
        seat = next(one.id for one in tx.meetings.seats() if one.holder_id == WORKER)
        tx.journal("test.deputy")
    name_deputy(desk, seat, DEPUTY)
    sat.presenter.load()
    assert DEPUTY not in [row.to.key for row in sat.shown.going]
    sat.presenter.hold_back(sat.row(DEPUTY))
    assert DEPUTY in [row.to.key for row in sat.shown.going]


def test_an_observer_is_invited_from_the_page_and_their_pack_is_among_those_to_go(
    sat: Sat,
) -> None:
    sat.presenter.ask_observer()
    sat.forms.answer(professional_id=None, name="", agency_id=POLICE, has_signed=True)
    assert set(sat.forms.faults) == {"name"}
    sat.forms.answer(professional_id=None, name="Ana Reis", agency_id=POLICE, has_signed=True)
    (row,) = [one for one in sat.shown.going if one.to.is_observer]
    assert (row.to.name, row.variant) == ("Ana Reis", PackVariant.LIMITED)
    sat.presenter.take_back(row)
    assert not [one for one in sat.shown.going if one.to.is_observer]


def test_an_observer_of_the_directory_is_of_their_own_agency_whatever_was_chosen_before(
    sat: Sat,
) -> None:
    sat.presenter.ask_observer()
    sat.forms.answer(professional_id=WORKER, name="Ana Reis", agency_id=POLICE, has_signed=True)
    with sat.jobs.desk.read() as look:
        (row,) = look.session.scalars(select(Presence))
    assert (row.name, row.agency_id) == ("Rhys Roskilly", HOUSING)
