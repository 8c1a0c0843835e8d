"""A meeting's packs for everybody: who gets what, locked, stamped, recorded, and never more."""

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import change_agency, record_agreement
from coordinator.casework.directory.agency_passwords import (
    ensure_agency_passwords,
    read_agency_passwords,
)
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.directory.seats import name_deputy
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.db.models import Agency, DisclosedPerson, Disclosure, Professional
from coordinator.domain.disclosing.packs import LeftOut, PackRow, Refusal
from coordinator.domain.disclosing.sendings import Prompt
from coordinator.domain.errors import (
    CancelledError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
)
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.sharing import Channel, PackVariant
from coordinator.domain.roles import Right, Role
from coordinator.papers.pack_keeping import PackSending, keep_packs
from coordinator.papers.recipient_packs import (
    MadePack,
    PackOrder,
    draft_packs,
    lay_out_packs,
)
from tests.exports.reading import everything, pages, words
from tests.exports.structure import faults
from tests.packs import (
    BUYER,
    COMMISSIONER,
    COOK,
    FOOD,
    NAMES,
    SECRETS,
    Coming,
    coming_packs,
)
from tests.stores import (
    CHAIR,
    COORDINATOR,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    sitting,
)

WITH_ALL = PackSending(proportionality="They work with them.", mail=True, calendar=True)


DEPUTY = UUID(int=3 << 64 | 31)


@pytest.fixture
def coming(desk: Desk) -> Coming:
    return coming_packs(desk)


def rows(desk: Desk, coming: Coming) -> Mapping[UUID, PackRow]:
    return {row.to.key: row for row in read_pack_preview(desk, coming.meeting).rows}


def made(desk: Desk, coming: Coming, *keys: UUID) -> tuple[PackOrder, dict[UUID, MadePack]]:
    order = draft_packs(desk, coming.meeting, keys)
    locked = [row.to.agency for one in order.contents for row in one.rows if row.to.agency]
    passwords = ensure_agency_passwords(desk, locked).result
    return order, {one.row.to.key: one for one in lay_out_packs(order, passwords)}


def opened(desk: Desk, pack: MadePack) -> str:
    agency = pack.row.to.agency
    assert agency is not None
    password = read_agency_passwords(desk, [agency]).get(agency, "")
    return everything(pack.content, password if pack.is_locked else "")


def test_everybody_gets_the_variant_they_need_and_is_told_apart_by_why(
    desk: Desk, coming: Coming
) -> None:
    found = rows(desk, coming)
    assert {key: row.variant for key, row in found.items()} == {
        CHAIR: PackVariant.FULL,
        COORDINATOR: PackVariant.FULL,
        OFFICER: PackVariant.OWN_CASES,
        WORKER: PackVariant.OWN_CASES,
        NURSE: PackVariant.OWN_CASES,
        COOK: PackVariant.LIMITED,
        BUYER: PackVariant.STRATEGIC,
    }
    assert [one.reference for one in found[WORKER].people] == ["KP-0001", "KP-0003"]
    why = {person.reference: why for person, why in found[WORKER].left_out}
    assert why == {"KP-0002": LeftOut.NOT_TO_BE_TOLD, "KP-0004": LeftOut.NOT_THEIRS}
    assert {why for _person, why in found[BUYER].left_out} == {LeftOut.NO_NAMES}
    assert found[BUYER].people == ()
    assert NAMES[0] not in str(found[WORKER].people[0].name)
    assert found[NURSE].refused is Refusal.NOBODY_IN_IT
    assert {row.refused for key, row in found.items() if key != NURSE} == {None}


def test_what_the_agency_is_kept_at_decides_but_never_over_never_named(
    desk: Desk, coming: Coming
) -> None:
    _keep(desk, POLICE, pack_variant=PackVariant.FULL)
    _keep(desk, COMMISSIONER, pack_variant=PackVariant.FULL)
    _keep(desk, FOOD, agency_kind=AgencyKind.ELECTED_MEMBER, pack_variant=PackVariant.FULL)
    found = rows(desk, coming)
    assert found[OFFICER].variant is PackVariant.FULL
    assert len(found[OFFICER].people) == 4
    assert found[BUYER].variant is PackVariant.FULL
    assert found[COOK].variant is PackVariant.STRATEGIC


def _keep(desk: Desk, agency: UUID, **fields: object) -> None:
    with desk.read() as look:
        seen = look.get(Agency, agency).revision
    change_agency(desk, agency, seen=seen, **fields)


def test_each_pack_is_locked_with_its_agencys_password_and_stamped_on_every_page(
    desk: Desk, coming: Coming
) -> None:
    _order, packs = made(desk, coming, WORKER, OFFICER)
    passwords = read_agency_passwords(desk, [HOUSING, POLICE])
    for key, agency, name in (
        (WORKER, HOUSING, "Rhys Roskilly, Kerrow Homes"),
        (OFFICER, POLICE, "Dylan Ashdown, Kerrow Police"),
    ):
        content = packs[key].content
        with pytest.raises(Exception, match="assword"):
            words(content)
        told = pages(content, passwords[agency])
        assert [f"for: {name}" in page for page in told] == [True] * packs[key].pages
        assert len(passwords[agency]) == 24
    assert passwords[HOUSING] != passwords[POLICE]


def test_whoever_is_reached_by_secure_mail_gets_an_open_file_that_passes_every_check(
    desk: Desk, coming: Coming
) -> None:
    for agency in (HOUSING, FOOD, COMMISSIONER):
        _keep(desk, agency, secure_email=True)
    _order, packs = made(desk, coming, WORKER, COOK, BUYER)
    assert [one.is_locked for one in packs.values()] == [False] * 3
    assert [faults(one.content) for one in packs.values()] == [[], [], []]


def test_nothing_a_recipient_may_not_have_stands_anywhere_in_their_file(
    desk: Desk, coming: Coming
) -> None:
    _order, packs = made(desk, coming, CHAIR, WORKER, OFFICER, COOK, BUYER)
    said = {key: opened(desk, pack) for key, pack in packs.items()}

    full = [*SECRETS, "KP-0001", "KP-0002", "KP-0003", "KP-0004"]
    assert [word for word in full if word not in said[CHAIR]] == []
    for tell in (SECRETS[1], NAMES[1], "KP-0002", "A26-10"):
        assert tell not in said[WORKER]
        assert tell not in said[COOK]
    assert [word for word in SECRETS if word not in said[OFFICER]] == []
    assert "KP-0004" not in said[OFFICER]
    assert NAMES[0] not in said[COOK]
    assert f"Risk {SECRETS[0]}" not in said[COOK]
    assert f"Careful: {SECRETS[0]}" in said[COOK]
    for tell in (*SECRETS, *NAMES, "KP-000", "A26-"):
        assert tell not in said[BUYER]
    assert "fewer than 5" in said[BUYER]


def test_who_gets_the_same_shares_one_layout_and_nothing_else(desk: Desk, coming: Coming) -> None:
    order, packs = made(desk, coming, CHAIR, COORDINATOR, WORKER)
    shared = [[row.to.key for row in one.rows] for one in order.contents]
    assert shared == [[CHAIR, COORDINATOR], [WORKER]]
    assert packs[CHAIR].content != packs[COORDINATOR].content
    assert "Morwenna Tregear" in opened(desk, packs[CHAIR])
    assert "for: Morwenna" not in opened(desk, packs[COORDINATOR])


def test_every_copy_is_recorded_with_its_people_and_saved_under_a_name_without_any(
    desk: Desk, coming: Coming, tmp_path: Path
) -> None:
    order, packs = made(desk, coming, WORKER, BUYER)
    paths = keep_packs(desk, order, list(packs.values()), tmp_path / "packs", PackSending()).result

    assert [path.name for path in paths] == [
        f"M26-001_pack_Kerrow-Homes_own-cases_D26-0001_{TODAY}_OFFICIAL-SENSITIVE.pdf",
        f"M26-001_pack_Kerrow-Commissioning_strategic_D26-0002_{TODAY}_OFFICIAL-SENSITIVE.pdf",
    ]
    digest = hashlib.sha256(paths[0].read_bytes()).hexdigest()
    with desk.read() as look:
        row = look.session.scalars(select(Disclosure).where(Disclosure.sha256 == digest)).one()
        about = look.session.scalars(
            select(DisclosedPerson.person_id).where(DisclosedPerson.disclosure_id == row.id)
        )
        assert {*about} == {coming.people[0], coming.people[2]}
    assert (row.recipient_id, row.variant, row.channel, row.agency_id) == (
        WORKER,
        PackVariant.OWN_CASES,
        Channel.SEALED_PACK,
        HOUSING,
    )
    passwords = read_agency_passwords(desk, [HOUSING])
    assert row.number == "D26-0001"
    assert f"Copy {row.number} for: " in words(paths[0].read_bytes(), passwords[HOUSING])
    assert sorted(path.name for path in (tmp_path / "packs").iterdir()) == sorted(
        path.name for path in paths
    )


def test_packs_of_one_agency_are_told_apart_by_what_they_are_for_and_by_nobodys_name(
    desk: Desk, coming: Coming, tmp_path: Path
) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.add(
            Professional(
                id=DEPUTY, name="Tegan Opie", agency_id=HOUSING, confidentiality_signed_on=TODAY
            )
        )
        tx.session.flush()
        seat = next(one.id for one in tx.meetings.seats() if one.holder_id == WORKER)
        tx.journal("test.deputy")
    name_deputy(desk, seat, DEPUTY)
    order, packs = made(desk, coming, CHAIR, COORDINATOR, WORKER, DEPUTY)
    paths = keep_packs(desk, order, list(packs.values()), tmp_path, PackSending()).result
    told = [path.name.removeprefix("M26-001_pack_Kerrow-").split(f"_{TODAY}")[0] for path in paths]
    assert told == [
        "Council_chair_full_D26-0001",
        "Council_coordinator_full_D26-0002",
        "Homes_own-cases_D26-0003",
        "Homes_deputy_own-cases_D26-0004",
    ]


def test_a_copy_for_an_agency_with_a_worker_who_must_not_be_told_says_for_whom_it_is(
    desk: Desk, coming: Coming, tmp_path: Path
) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        other = Professional(id=desk.new_id(), agency_id=HOUSING, name="Loveday Hext", job="Clerk")
        tx.add(other)
        tx.journal("test.colleague")
    before = rows(desk, coming)[WORKER]
    assert Prompt.COLLEAGUE_NOT_TOLD not in before.prompts
    exclude_worker(desk, coming.people[0], professional_id=other.id, reason="They are related")
    row = rows(desk, coming)[WORKER]
    assert (row.not_for_all, row.prompts) == (1, (*before.prompts, Prompt.COLLEAGUE_NOT_TOLD))
    assert row.people == before.people
    order, packs = made(desk, coming, WORKER)
    with pytest.raises(ReasonNeededError) as wanted:
        keep_packs(desk, order, list(packs.values()), tmp_path / "packs", PackSending())
    assert "colleague-not-told" in wanted.value.prompts
    record_leaving(desk, other.id)
    row = rows(desk, coming)[WORKER]
    assert (row.not_for_all, row.prompts) == (0, before.prompts)  # only who is there counts


def test_an_agreement_that_ran_out_and_a_missing_signature_want_a_reason(
    desk: Desk, coming: Coming, tmp_path: Path
) -> None:
    record_agreement(
        desk,
        HOUSING,
        signed_on=TODAY - timedelta(days=400),
        expires_on=TODAY - timedelta(days=9),
    )
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).confidentiality_signed_on = None
        tx.journal("test.unsigned")
    prompts = rows(desk, coming)[WORKER].prompts
    assert prompts == (Prompt.AGREEMENT_EXPIRED, Prompt.CONFIDENTIALITY_NOT_SIGNED)
    order, packs = made(desk, coming, WORKER)

    with pytest.raises(ReasonNeededError) as wanted:
        keep_packs(
            desk, order, list(packs.values()), tmp_path / "packs", PackSending({WORKER: "  "})
        )
    assert wanted.value.prompts == ("agreement-expired", "confidentiality-unsigned")
    assert not (tmp_path / "packs").exists()
    keep_packs(
        desk,
        order,
        list(packs.values()),
        tmp_path,
        PackSending({WORKER: "Renewal is signed Monday."}),
    )
    with desk.read() as look:
        assert look.session.scalars(select(Disclosure.reason)).all() == [
            "Renewal is signed Monday."
        ]


def test_what_changes_while_packs_are_made_lets_none_be_saved(
    desk: Desk, coming: Coming, tmp_path: Path
) -> None:
    order, packs = made(desk, coming, WORKER, OFFICER)
    exclude_agency(desk, coming.people[0], agency_id=HOUSING, reason="Said so on Monday")
    with pytest.raises(GuardError):
        keep_packs(desk, order, list(packs.values()), tmp_path / "packs", PackSending())
    assert not (tmp_path / "packs").exists()
    with desk.read() as look:
        assert look.session.scalars(select(Disclosure)).all() == []


def test_bad_orders_are_refused_before_anything_is_laid_out(desk: Desk, coming: Coming) -> None:
    with pytest.raises(InvalidFieldsError):
        draft_packs(desk, coming.meeting, [])
    with pytest.raises(GuardError):
        draft_packs(desk, coming.meeting, [WORKER, NURSE])
    order = draft_packs(desk, coming.meeting, [WORKER])
    with pytest.raises(InvalidFieldsError):
        lay_out_packs(order, {HOUSING: "ü" * 64})


@pytest.mark.parametrize(
    ("who", "role", "agency"),
    [(NURSE, Role.LEAD_PROFESSIONAL, HEALTH), (OFFICER, Role.REPRESENTATIVE, POLICE)],
)
def test_only_whoever_runs_the_meetings_sends_packs(
    desk: Desk, coming: Coming, who: UUID, role: Role, agency: UUID
) -> None:
    with pytest.raises(NotPermittedError):
        read_pack_preview(sitting(desk, who, role, agency), coming.meeting)
    with pytest.raises(NotPermittedError):
        draft_packs(sitting(desk, who, role, agency), coming.meeting, [who])


def test_a_pack_that_is_stopped_leaves_nothing(desk: Desk, coming: Coming) -> None:
    class Stopped:
        def step(self, done: int, total: int) -> None:
            del total
            if done:
                raise CancelledError

    order = draft_packs(desk, coming.meeting, [WORKER, OFFICER])
    passwords = ensure_agency_passwords(desk, [HOUSING, POLICE]).result
    with pytest.raises(CancelledError):
        lay_out_packs(order, passwords, Stopped())


def test_a_password_is_made_once_and_stays_out_of_the_log(desk: Desk, coming: Coming) -> None:
    del coming
    first = ensure_agency_passwords(desk, [HOUSING]).result
    again = ensure_agency_passwords(desk, [HOUSING, POLICE]).result
    assert again[HOUSING] == first[HOUSING]
    with desk.read() as look:
        logged = " ".join(str(one.value) for one in look.history.changes_of(HOUSING))
    assert first[HOUSING] not in logged


def test_an_e_mail_and_a_calendar_file_go_with_the_packs_and_name_nobody(
    desk: Desk, coming: Coming, tmp_path: Path
) -> None:
    _keep(desk, HOUSING, email="panel@homes.example.org")
    order, packs = made(desk, coming, WORKER)
    paths = keep_packs(desk, order, list(packs.values()), tmp_path, WITH_ALL).result

    calendar, pack, mail = paths
    with desk.read() as look:
        (row,) = look.session.scalars(select(Disclosure)).all()
        assert (row.proportionality, row.number) == ("They work with them.", "D26-0001")
    assert [path.suffix for path in paths] == [".ics", ".pdf", ".eml"]
    read = message_from_bytes(mail.read_bytes(), policy=default)
    (attached,) = read.iter_attachments()
    assert attached.get_content() == pack.read_bytes()
    assert read["To"] == "panel@homes.example.org"
    assert read["Subject"] == (
        "OFFICIAL-SENSITIVE: Kerrow Complex Needs Panel, papers for Thu 19 November 2026"
    )
    told = calendar.read_text() + str(read.get_body())
    assert "M26-001" in told
    for tell in (*NAMES, *SECRETS, "KP-000", read_agency_passwords(desk, [HOUSING])[HOUSING]):
        assert tell not in told
