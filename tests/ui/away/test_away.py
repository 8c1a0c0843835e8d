"""Away and back on two real stores: given, written away, handed back, looked at, taken over."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.app import _seat
from coordinator.casework.away.contacts import revoke_contact
from coordinator.casework.away.held import find_held_back
from coordinator.casework.desk import Sitter
from coordinator.casework.leads.agreeing import hand_over
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.stores.opening import Office, sit
from coordinator.db.models import ContactRow
from coordinator.domain.errors import NotPermittedError, PackRefusedError
from coordinator.domain.exchange.away_pages import AwayPage, OwnAway, PanelAway, Return
from coordinator.domain.roles import Right, Role
from coordinator.exchange.away import make_hand_back, make_take_away, open_take_away
from coordinator.exchange.lent import LentPacks
from coordinator.ui.kit import theme
from coordinator.ui.places.away import AwayPlace
from coordinator.ui.screens.away.presenter import AwayPresenter, Deed, Ways
from coordinator.ui.screens.away.view import AwayView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shell.dropping import place_of
from coordinator.ui.shell.offered import is_offered
from coordinator.ui.sitting import Sitting
from coordinator.wording.away_pages import held_lines
from tests.casework.away.planted import a_contact_with
from tests.exchange.away_stores import Both, both_stores
from tests.stores import HOUSING, NURSE, TODAY, WORKER, Clock
from tests.ui.desks import Forms, Told
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs


class Page:
    """The page as it would be shown, of an office."""

    def __init__(self, office: Office, folder: Path, *files: Path) -> None:
        self.forms, self.jobs, self.told = Forms(), ImmediateJobs(office.desk), Told()
        self.toasts: list[str] = []
        self.locked: list[bool] = []
        self.folder: Path | None = folder
        self.page: AwayPage | None = None
        self.found: Return | None = None
        ways = Ways(
            LentPacks(office),
            self.told.go,
            lambda words, _undo: self.toasts.append(words),
            self.told.tell,
            lambda: self.locked.append(True),
        )
        asking = Asking(self.jobs, self.forms)
        self.waiting: tuple[Path, ...] = ()
        place = AwayPlace(files[0] if files else None, more=files[1:])
        self.presenter = AwayPresenter(self.jobs, self, asking, ways, place)
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_page(self, page: AwayPage) -> None:
        self.page = page

    def show_reading(self) -> None:
        self.found = None

    def show_return(self, found: Return | None) -> None:
        self.found = found

    def show_waiting(self, files: Sequence[Path]) -> None:
        self.waiting = tuple(files)

    def ask_folder(self) -> Path | None:
        return self.folder

    def panel(self) -> PanelAway:
        assert isinstance(self.page, PanelAway)
        return self.page

    @property
    def own(self) -> OwnAway:
        assert isinstance(self.page, OwnAway)
        return self.page

    @property
    def back(self) -> Return:
        assert self.found is not None
        return self.found


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


def taken(both: Both, folder: Path) -> None:
    pack = make_take_away(both.hub.desk, both.lead, folder).result.path
    both.away, _done = open_take_away(both.away, pack)


def handed(both: Both, folder: Path, note: str = "Met by the quay") -> Path:
    new = a_contact_with(both.away.desk, both.kept.kezia, note=note)
    log_contact(both.away.desk, new)
    return make_hand_back(both.away.desk, folder).result.path


def notes(both: Both) -> list[str]:
    return [one.note for one in find_contacts(both.hub.desk, both.kept.kezia).rows]


def test_who_and_how_much_goes_is_said_before_it_is_saved(both: Both, tmp_path: Path) -> None:
    page = Page(both.hub, tmp_path / "out")
    assert page.panel().holders == ()
    page.presenter.do(Deed.GIVE)
    page.forms.answer(contact=both.lead)
    assert page.forms.question is not None
    about = page.forms.question.about
    assert "Kezia" in about
    assert "stay here" in about
    assert not (tmp_path / "out").exists()

    page.forms.answer(due=TODAY - timedelta(days=1))
    assert page.forms.faults == {"due": "in-the-past"}
    assert not list(tmp_path.glob("out/*"))

    due = TODAY + timedelta(days=9)
    page.forms.answer(due=due)
    (file,) = (tmp_path / "out").iterdir()
    assert file.name in page.toasts[-1]
    (holder,) = page.panel().holders
    assert (holder.name, holder.number, holder.due) == ("Rhys Roskilly", 1, due)
    assert [one.person for one in holder.people] == [both.kept.kezia]
    assert not page.forms.is_open()


def test_no_folder_gives_nothing_and_leaves_the_form(both: Both, tmp_path: Path) -> None:
    page = Page(both.hub, tmp_path)
    page.folder = None
    page.presenter.do(Deed.GIVE)
    page.forms.answer(contact=both.lead)
    page.forms.answer()
    assert page.forms.is_open()
    assert page.panel().holders == ()


def test_a_chair_says_why_it_leaves(both: Both, tmp_path: Path) -> None:
    page = Page(sit(both.hub, replace(both.hub.desk.sitter, role=Role.CHAIR)), tmp_path / "out")
    page.presenter.do(Deed.GIVE)
    page.forms.answer(contact=both.lead)
    page.forms.answer()
    assert page.forms.objections
    assert not list((tmp_path / "out").glob("*"))
    page.forms.answer(reason="She visits him tomorrow")
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_what_came_back_is_looked_at_and_only_then_taken_over(both: Both, tmp_path: Path) -> None:
    taken(both, tmp_path)
    page = Page(both.hub, tmp_path, handed(both, tmp_path))
    (first, *_more) = page.back.rows
    assert (first.person, first.kind, first.is_new) == (both.kept.kezia, "contact", True)
    assert page.back.sender == "Rhys Roskilly"
    assert "Met by the quay" not in notes(both)

    page.presenter.do(Deed.TAKE_OVER)
    assert "Met by the quay" in notes(both)
    assert page.found is None
    (holder,) = page.panel().holders
    assert holder.came_back is not None
    assert holder.accepted > 0
    page.presenter.do(Deed.TAKE_OVER)  # there is nothing left to take over
    assert page.jobs.failures == []


def test_what_is_left_changes_nothing(both: Both, tmp_path: Path) -> None:
    taken(both, tmp_path)
    page = Page(both.hub, tmp_path, handed(both, tmp_path))
    page.presenter.do(Deed.LEAVE)
    page.presenter.do(Deed.TAKE_OVER)
    assert page.found is None
    assert "Met by the quay" not in notes(both)


def test_a_pack_is_brought_in_twice_and_then_refused(both: Both, tmp_path: Path) -> None:
    taken(both, tmp_path)
    file = handed(both, tmp_path)
    page = Page(both.hub, tmp_path, file)
    page.presenter.do(Deed.TAKE_OVER)
    page.presenter.bring_in(file)
    assert [type(one) for one in page.jobs.failures] == [PackRefusedError]
    assert page.found is None


def test_what_is_kept_aside_is_taken_over_after_all_or_left_with_a_reason(
    both: Both, tmp_path: Path
) -> None:
    taken(both, tmp_path)
    file = handed(both, tmp_path)
    why = {"no-handover": "He left at once.", "not-told": "Not met yet."}
    hand_over(both.hub.desk, both.kept.case, NURSE, note="", reasons=why)
    page = Page(both.hub, tmp_path, file)
    assert page.back.rows == ()
    assert len(page.back.held) == 1
    page.presenter.do(Deed.TAKE_OVER)
    (entry,) = page.panel().held
    assert (entry.person, entry.by, entry.may_take) == (both.kept.kezia, "Rhys Roskilly", True)

    page.presenter.leave(entry)
    page.forms.answer(reason=" ")
    assert page.forms.is_open()
    assert len(page.panel().held) == 1
    page.presenter.take(entry)
    assert page.panel().held == ()
    assert "Met by the quay" in notes(both)
    assert find_held_back(both.hub.desk) == ()


def test_what_is_left_with_a_reason_waits_no_longer(both: Both, tmp_path: Path) -> None:
    taken(both, tmp_path)
    file = handed(both, tmp_path)
    why = {"no-handover": "He left at once.", "not-told": "Not met yet."}
    hand_over(both.hub.desk, both.kept.case, NURSE, note="", reasons=why)
    page = Page(both.hub, tmp_path, file)
    page.presenter.do(Deed.TAKE_OVER)
    page.presenter.leave(page.panel().held[0])
    page.forms.answer(reason="Written down by the nurse already")
    assert page.panel().held == ()
    assert "Met by the quay" not in notes(both)


def test_a_sender_who_was_revoked_is_marked_before_anything_is_taken_over(
    both: Both, tmp_path: Path, look: theme.Look, qtbot: QtBot, clock: Clock
) -> None:
    taken(both, tmp_path)
    file = handed(both, tmp_path)
    clock.move(days=2)
    revoke_contact(both.hub.desk, both.lead, on=clock.at.date(), reason="Left on a train")
    page = Page(both.hub, tmp_path, file)
    assert page.back.is_revoked
    view = shown(qtbot)
    view.show_return(page.back)
    assert any("Somebody else may have had" in one for one in texts(view))


def test_a_store_from_a_backup_takes_nothing_over_before_somebody_says_go_on(
    both: Both, tmp_path: Path
) -> None:
    taken(both, tmp_path)
    file = handed(both, tmp_path)
    with both.hub.desk.act(Right.SETTLE) as tx:  # as a backup from before that pack has it
        tx.session.get_one(ContactRow, both.lead).last_seq_sent = 0
        tx.journal("test.arranged")
    page = Page(both.hub, tmp_path, file)
    assert page.back.is_store_older
    page.presenter.do(Deed.TAKE_OVER)
    assert "Met by the quay" not in notes(both)
    page.forms.answer()
    assert "Met by the quay" in notes(both)


def test_a_lead_sees_what_waits_and_hands_it_back(both: Both, tmp_path: Path) -> None:
    page = Page(both.away, tmp_path)
    assert page.own.taken is None
    page.presenter.do(Deed.HAND_BACK)
    assert page.jobs.failures  # nothing was taken away yet

    taken(both, tmp_path)
    log_contact(
        both.away.desk, a_contact_with(both.away.desk, both.kept.kezia, note="By the quay")
    )
    page = Page(both.away, tmp_path / "out")
    (person,) = page.own.people
    assert person.person == both.kept.kezia
    assert person.changes > 0
    wrote = [line for one in page.own.written for line in held_lines(one, page.own.spoken)]
    assert any("By the quay" in line for line in wrote)
    page.presenter.do(Deed.HAND_BACK)
    (file,) = (tmp_path / "out").iterdir()
    assert page.own.handed is not None

    hub = Page(both.hub, tmp_path / "again", file)
    hub.presenter.do(Deed.TAKE_OVER)
    pack = make_take_away(both.hub.desk, both.lead, tmp_path / "again").result.path
    page.presenter.bring_in(pack)
    page.forms.answer()
    assert page.own.changes == 0
    assert page.own.written == ()
    assert page.locked == []
    assert "1 person" in page.told.notices[-1].what


def test_the_first_pack_says_who_sits_there_and_locks(both: Both, tmp_path: Path) -> None:
    pack = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    page = Page(both.away, tmp_path)
    page.presenter.bring_in(pack)
    page.forms.answer()
    assert page.locked == [True]


def test_only_whoever_may_settle_is_shown_a_panels_page(both: Both, tmp_path: Path) -> None:
    lead = Page(sit(both.hub, Sitter(WORKER, Role.LEAD_PROFESSIONAL, HOUSING)), tmp_path)
    assert lead.page is None
    assert [type(one) for one in lead.jobs.failures] == [NotPermittedError]
    offered = {role for role in Role if is_offered(role, AwayPlace())}
    assert offered == {Role.COORDINATOR, Role.CHAIR}
    assert is_offered(Role.LEAD_PROFESSIONAL, AwayPlace(), is_away=True)


def test_a_pack_that_is_dropped_leads_to_the_page(both: Both, tmp_path: Path) -> None:
    pack = make_take_away(both.hub.desk, both.lead, tmp_path).result.path
    place = place_of(pack)
    assert isinstance(place, AwayPlace)
    assert place.file == pack
    assert place_of(pack) != place  # dropped again, it is looked at again


def test_a_leads_own_store_is_seated_as_one(both: Both, tmp_path: Path) -> None:
    assert not seated(both.hub).is_away
    taken(both, tmp_path)
    assert seated(both.away).is_away


def seated(office: Office) -> Sitting:
    sitting = _seat(office)
    sitting.reading.store.close()
    return sitting


def test_the_page_shows_people_and_what_can_be_done(
    both: Both, tmp_path: Path, look: theme.Look, qtbot: QtBot
) -> None:
    taken(both, tmp_path)
    page = Page(both.hub, tmp_path, handed(both, tmp_path))
    view = shown(qtbot)
    view.show_page(page.panel())
    view.show_return(page.back)
    view.show_waiting([Path("panel-1.plan"), Path("panel-2.plan")])
    settle()
    assert any("Met by the quay" in one for one in texts(view))
    told = "2 more files wait to be looked at: panel-1.plan, panel-2.plan."
    assert told in texts(view)
    view.show_waiting([])
    assert told not in texts(view)
    names = {one.text() for one in view.findChildren(QPushButton) if one.isVisible()}
    assert {"Take away…", "Bring in what came back…", "Take it over", "Leave it"} <= names
    assert any("Kezia" in one and "since" in one for one in names)


def test_a_lead_reads_what_they_wrote_before_it_goes_home(
    both: Both, tmp_path: Path, look: theme.Look, qtbot: QtBot
) -> None:
    del look
    taken(both, tmp_path)
    for at in range(42):
        log_contact(
            both.away.desk, a_contact_with(both.away.desk, both.kept.kezia, note=f"Walk {at}")
        )
    view = shown(qtbot)
    view.show_page(Page(both.away, tmp_path / "out").own)
    told = "\n".join(texts(view))
    assert "What I wrote that is not with the panel yet" in told
    assert "Walk 41" in told
    assert "Walk 1\n" not in told
    assert "2 earlier entries go along." in told


def shown(qtbot: QtBot) -> AwayView:
    view = AwayView()
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    return view


def texts(view: AwayView) -> list[str]:
    settle()
    return [one.text() for one in view.findChildren(QLabel)]
