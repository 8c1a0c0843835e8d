"""What leaves is checked as it leaves: what was looked at may not be so any more."""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agency_passwords import (
    ensure_agency_passwords,
    read_agency_passwords,
)
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.disclosing.recording import record_disclosure
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.sharing import Channel, PackVariant
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.copies import keep_copy, read_copies
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import keep_paper, keep_sheet, record_printing
from coordinator.papers.orders import Draft, Order
from coordinator.papers.pack_keeping import PackSending, keep_packs
from coordinator.papers.recipient_packs import draft_packs, lay_out_packs
from tests.casework.counting import queries
from tests.casework.disclosing.test_disclosure_log import PAPER
from tests.meetings import add_action, add_case
from tests.packs import coming_packs
from tests.stores import HOUSING, OFFICER, POLICE, TODAY, WORKER

SENT = Sending("They run the hostel.", Channel.SECURE_MAIL)


@dataclass(frozen=True)
class Looked:
    """The landlord's tracker as it was looked at, with the one action in it."""

    person: UUID
    action: UUID
    draft: Draft
    laid: bytes


@pytest.fixture
def looked(desk: Desk) -> Looked:
    person, _case = add_case(desk)
    action = add_action(desk, person, TODAY)
    (draft,) = draft_papers(desk, Order(PaperKind.TRACKER, Path(), agency="Kerrow Homes"))
    return Looked(person, action, draft, lay_out(draft.kind, draft.model))


def restrict(desk: Desk, action: UUID) -> None:
    set_sensitivity(desk, RecordKind.ACTION, action, Sensitivity.SERIOUS_HARM, seen=1)


def test_a_paper_looked_at_before_a_restriction_does_not_leave_after_it(
    desk: Desk, looked: Looked, tmp_path: Path
) -> None:
    restrict(desk, looked.action)
    for leave in (
        lambda: keep_paper(desk, looked.draft, looked.laid, tmp_path, sending=SENT),
        lambda: keep_sheet(desk, looked.draft, tmp_path, SENT),
        lambda: record_printing(desk, looked.draft, looked.laid, SENT),
    ):
        with pytest.raises(GuardError, match="paper-outdated"):
            leave()
    assert find_disclosures(desk).rows == ()
    assert list(tmp_path.glob("*KP*")) == []


def test_a_paper_looked_at_before_an_exclusion_does_not_leave_after_it(
    desk: Desk, looked: Looked, tmp_path: Path
) -> None:
    exclude_agency(desk, looked.person, agency_id=HOUSING, reason="Their neighbour works there.")
    with pytest.raises(GuardError, match="agency-not-told"):
        keep_paper(desk, looked.draft, looked.laid, tmp_path, sending=SENT)
    with pytest.raises(GuardError, match="agency-not-told"):
        record_printing(desk, looked.draft, looked.laid, SENT)
    assert find_disclosures(desk).rows == ()


def test_what_is_recorded_as_leaving_is_refused_for_whom_must_not_be_told(
    desk: Desk, looked: Looked
) -> None:
    exclude_agency(desk, looked.person, agency_id=HOUSING, reason="Their neighbour works there.")
    for variant in (None, PackVariant.OWN_CASES):
        made = replace(PAPER, person=looked.person, agency=HOUSING, variant=variant)
        with pytest.raises(GuardError, match="agency-not-told"):
            record_disclosure(desk, made)
    assert find_disclosures(desk).rows == ()


def test_the_panels_own_copy_stays_and_is_not_asked_about_again(
    desk: Desk, looked: Looked, tmp_path: Path
) -> None:
    (draft,) = draft_papers(desk, Order(PaperKind.TRACKER, Path()))
    restrict(desk, looked.action)
    keep_sheet(desk, draft, tmp_path)
    assert len(find_disclosures(desk).rows) == 1


def test_a_text_copied_for_an_agency_after_an_exclusion_is_refused(
    desk: Desk, looked: Looked
) -> None:
    (text,) = (one for one in read_copies(desk, looked.person) if one.agency == "Kerrow Homes")
    exclude_agency(desk, looked.person, agency_id=HOUSING, reason="Their neighbour works there.")
    with pytest.raises(GuardError, match="agency-not-told"):
        keep_copy(desk, text.agency, text.text)
    assert find_disclosures(desk).rows == ()


def test_packs_laid_out_before_a_restriction_are_not_saved_after_it(
    desk: Desk, tmp_path: Path
) -> None:
    coming = coming_packs(desk)
    order = draft_packs(desk, coming.meeting, (OFFICER,))
    made = lay_out_packs(order, ensure_agency_passwords(desk, [POLICE]).result)
    with desk.read() as look:
        action = next(
            one
            for one in look.actions.open_of([coming.people[0]])
            if one.owner_agency_id == POLICE
        )
    restrict(desk, action.id)
    with pytest.raises(GuardError, match="pack-outdated"):
        keep_packs(desk, order, made, tmp_path / "packs", PackSending())
    assert find_disclosures(desk).rows == ()


def test_nothing_is_read_again_while_nobody_has_done_anything(desk: Desk, tmp_path: Path) -> None:
    coming = coming_packs(desk)
    ensure_agency_passwords(desk, [HOUSING, POLICE])
    agencies = read_agency_passwords(desk, [HOUSING, POLICE])
    with queries(desk) as drafting:
        order = draft_packs(desk, coming.meeting, [WORKER, OFFICER])
    made = lay_out_packs(order, agencies)
    with queries(desk) as keeping:
        keep_packs(desk, order, made, tmp_path, PackSending())
    agendas = [
        len([one for one in some if "FROM agenda_item" in one]) for some in (drafting, keeping)
    ]
    assert agendas[0] > 0
    assert agendas[1] == 0
    assert len(keeping) < len(drafting) / 2


def test_an_agenda_is_read_once_for_each_pack(desk: Desk) -> None:
    coming = coming_packs(desk)
    with queries(desk) as whole:
        read_pack_preview(desk, coming.meeting)
    with queries(desk) as one:
        draft_packs(desk, coming.meeting, [WORKER])
    with queries(desk) as agenda:
        read_agenda(desk, coming.meeting)
    for table in ("agenda_item", "seat"):
        told = [len([q for q in some if f"FROM {table} " in q]) for some in (one, whole, agenda)]
        assert told[0] - told[1] <= told[2] + 1


def test_a_paper_is_not_read_again_while_nobody_has_done_anything(
    desk: Desk, looked: Looked, tmp_path: Path
) -> None:
    with queries(desk) as drafting:
        (draft,) = draft_papers(desk, Order(PaperKind.TRACKER, Path(), agency="Kerrow Homes"))
    with queries(desk) as keeping:
        keep_paper(desk, draft, looked.laid, tmp_path, sending=SENT)
    tracked = ["FROM action " in one.replace("\n", " ") for one in drafting]
    assert any(tracked)
    again = [one for one in keeping if "action.due_on" in one.replace("\n", " ")]
    assert again == []
