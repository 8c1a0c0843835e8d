"""What the information-governance officer is given, and extracts of the audit log."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.leaving import say_why_papers_leave
from coordinator.casework.disclosing.office import (
    note_restore_test,
    read_office_facts,
    read_papers_out,
)
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.disclosing.recording import note_return
from coordinator.casework.need_to_know.bases import record_basis, withdraw_basis
from coordinator.casework.person.pages import read_person, say_why_opened
from coordinator.db.models import Disclosure
from coordinator.domain.disclosing.log import DisclosureFilter
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
)
from coordinator.domain.lists.sharing import (
    Gateway,
    LawfulBasis,
    ScheduleCondition,
    SpecialCondition,
)
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.records.trail import TrailFilter, TrailKind
from coordinator.domain.roles import Role
from coordinator.exports.composing import OF_THE_OFFICE, PaperKind
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.office import (
    holders_model,
    impact_model,
    privacy_model,
    processing_model,
)
from coordinator.papers.orders import Order
from coordinator.papers.trail import Form, extract_model, keep_extract, write_extract
from coordinator.wording.dates import plain_day
from tests.based import known_person
from tests.casework.test_nothing_leaks import words_in
from tests.exports.reading import everything
from tests.papers.conftest import Held
from tests.stores import CHAIR, COUNCIL, HEALTH, NURSE, OFFICER, sitting

NAMES = ("Tomos", "Anna")


@pytest.fixture(scope="module")
def texts(held: Held, tmp_path_factory: pytest.TempPathFactory) -> dict[PaperKind, str]:
    """Everything each paper says, in its text, titles, bookmarks and metadata."""
    note_restore_test(held.desk)
    folder = tmp_path_factory.mktemp("office")
    made = make_papers(held.desk, [Order(kind, folder) for kind in OF_THE_OFFICE])
    return {
        kind: everything(path.read_bytes()) for kind, path in zip(OF_THE_OFFICE, made, strict=True)
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PaperKind.IMPACT, ["Impact assessment", "Without a recorded basis", "To be decided"]),
        (PaperKind.PROCESSING, ["Record of processing", "Purpose", "The program sends nothing"]),
        (
            PaperKind.PRIVACY,
            [
                "Draft: do not use it yet",
                "Draft privacy notice, draft",
                "What you can ask for",
                "0303 123 1113",
            ],
        ),
        (PaperKind.HOLDERS, ["Who holds which copies", "reference only"]),
        (PaperKind.ENCRYPTION, ["SQLCipher", "last opened and checked", "2026 at"]),
        (PaperKind.USERS, ["no wall", "See restricted entries"]),
    ],
)
def test_each_says_what_it_is_for_and_names_nobody(
    texts: dict[PaperKind, str], kind: PaperKind, expected: list[str]
) -> None:
    said = " ".join(texts[kind].split())
    assert [part for part in expected if part not in said] == []
    assert [name for name in NAMES if name in said] == []


def test_they_are_for_those_who_manage_the_store(held: Held) -> None:
    nurse = sitting(held.desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    for kind in OF_THE_OFFICE:
        with pytest.raises(NotPermittedError):
            list(draft_papers(nurse, Order(kind, Path())))


def test_none_of_them_is_made_for_an_agency(held: Held) -> None:
    for kind in (*OF_THE_OFFICE, PaperKind.AUDIT_LOG):
        with pytest.raises(GuardError, match="panel-only"):
            list(draft_papers(held.desk, Order(kind, Path(), agency="Kerrow Police")))


def test_only_what_others_hold_is_listed_as_held(held: Held, tmp_path: Path) -> None:
    make_papers(held.desk, [Order(PaperKind.COVER, tmp_path)])
    before = read_papers_out(held.desk)
    assert all(one.agency or one.recipient for one in before)
    make_papers(held.desk, [Order(PaperKind.COVER, tmp_path, agency="Kerrow Homes")])
    after = read_papers_out(held.desk)
    assert len(after) == len(before) + 1
    ask = after[0].id
    note_return(held.desk, ask, returned_on=held.desk.today())
    assert ask not in {one.id for one in read_papers_out(held.desk)}


def test_the_day_a_backup_was_tried_is_the_last_one(held: Held) -> None:
    note_restore_test(held.desk)
    assert read_office_facts(held.desk).restore_tested_at == held.desk.now()


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.AUDITOR, Role.REPRESENTATIVE])
def test_who_does_not_keep_the_store_vouches_for_no_backup(held: Held, role: Role) -> None:
    before = read_office_facts(held.desk).restore_tested_at
    later = replace(held.desk, now=lambda: datetime(2027, 3, 1, 12, tzinfo=UTC))
    with pytest.raises(NotPermittedError):
        note_restore_test(sitting(later, OFFICER, role, HEALTH))
    assert read_office_facts(held.desk).restore_tested_at == before


def test_an_extract_is_recorded_and_holds_no_name_and_nobodys_words(
    held: Held, tmp_path: Path
) -> None:
    read_person(held.desk, held.person)
    say_why_opened(held.desk, held.person, reason="Tomos asked about Anna")
    auditor = sitting(held.desk, OFFICER, Role.AUDITOR, HEALTH)
    wanted = TrailFilter(kind=TrailKind.READ)
    model = extract_model(auditor, wanted)
    made = [
        keep_extract(auditor, wanted, write_extract(model, form), tmp_path, form)
        for form in (Form.SHEET, Form.VALUES)
    ]
    assert [path.suffix for path in made] == [".xlsx", ".csv"]
    assert made[0].name.startswith("KP_audit-log_2026-")
    text = made[1].read_text(encoding="utf-8-sig")
    assert "Looked at this person" in text
    assert "KP-0001" in text
    assert [word for word in (*NAMES, "asked about") if word in text] == []
    with held.desk.read() as look:
        rows = look.session.scalars(select(Disclosure).where(Disclosure.paper == "audit-log"))
        assert {one.made_by_id for one in rows} >= {OFFICER}
    with held.desk.store.reading() as look:
        assert look.history.acts(limit=1)[0].name == "trail.extracted"


def test_an_extract_about_one_person_is_among_what_left_about_them(
    held: Held, tmp_path: Path
) -> None:
    wanted = TrailFilter(reference="kp-0001")
    model = extract_model(held.desk, wanted)
    about = DisclosureFilter(person=held.person, limit=1_000)
    before = {row.id for row in find_disclosures(held.desk, about).rows}
    keep_extract(held.desk, wanted, write_extract(model, Form.VALUES), tmp_path, Form.VALUES)
    (row,) = (one for one in find_disclosures(held.desk, about).rows if one.id not in before)
    assert (row.paper, len(row.people)) == ("audit-log", 1)


def test_an_entry_of_a_summer_night_stands_on_its_own_day(held: Held) -> None:
    night = replace(held.desk, now=lambda: datetime(2027, 6, 30, 23, 30, tzinfo=UTC), opened=set())
    read_person(night, held.person)
    model = extract_model(night, TrailFilter(kind=TrailKind.READ, limit=1))
    listing = model.parts[0].listing
    assert listing is not None
    assert listing.rows[0][1] == "1 Jul 2027, 00:30"


def test_whoever_may_take_no_extract_gets_none(held: Held) -> None:
    for role in (Role.LEAD_PROFESSIONAL, Role.REPRESENTATIVE, Role.COMMISSIONER):
        with pytest.raises(NotPermittedError):
            extract_model(sitting(held.desk, NURSE, role, HEALTH), TrailFilter())


def test_the_chair_says_why_before_anything_leaves(held: Held, tmp_path: Path) -> None:
    chair = sitting(held.desk, CHAIR, Role.CHAIR, COUNCIL)
    order = Order(PaperKind.GAPS, tmp_path)
    with pytest.raises(ReasonNeededError):
        make_papers(chair, [order])
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ReasonNeededError):
        say_why_papers_leave(chair, reason=" ")
    say_why_papers_leave(chair, reason="The coordinator is ill")
    assert len(make_papers(chair, [order])) == 1
    again = replace(chair, opened=set())  # another sitting
    with pytest.raises(ReasonNeededError):
        make_papers(again, [order])


def test_days_the_wrong_way_round_are_refused(held: Held) -> None:
    today = held.desk.today()
    with pytest.raises(InvalidFieldsError):
        extract_model(held.desk, TrailFilter(first=today, last=today.replace(year=2020)))


def test_powers_and_conditions_are_counted_whole_and_what_was_withdrawn_is_not(
    desk: Desk,
) -> None:
    kept, gone = known_person(desk, given_name="Tomos"), known_person(desk, given_name="Anna")
    record_basis(desk, kept, more_gateways=(Gateway.DOMESTIC_ABUSE,), offence_data=True)
    record_basis(desk, gone, more_gateways=(Gateway.CHILDREN_ACT,))
    withdraw_basis(desk, gone, reason="They asked for it")
    facts = read_office_facts(desk)
    assert (facts.people, facts.without_basis, facts.offence_data) == (2, 1, 1)
    assert facts.bases == {LawfulBasis.PUBLIC_TASK: 1}
    assert facts.gateways == {Gateway.CRIME_AND_DISORDER: 1, Gateway.DOMESTIC_ABUSE: 1}
    assert facts.conditions == {
        SpecialCondition.SUBSTANTIAL_PUBLIC_INTEREST: 1,
        ScheduleCondition.SAFEGUARDING: 1,
    }
    for model in (impact_model, processing_model, privacy_model):
        said = " ".join(words_in(model(desk, WHOLE_PANEL))).casefold()
        assert "domestic abuse act" in said
        assert "article 9(2)(g)" in said
        assert "paragraph 18" in said
        assert "article 10" in said
        assert "children act" not in said


def test_what_is_recorded_stands_basis_first_then_conditions_then_powers(held: Held) -> None:
    (bases,) = [one for one in processing_model(held.desk, WHOLE_PANEL).parts if one.texts]
    assert bases.listing is not None
    kinds = [row[0] for row in bases.listing.rows]
    order = ["Lawful basis", "Condition", "Power to share"]
    assert [*dict.fromkeys(kinds)] == [one for one in order if one in kinds]
    assert kinds[0] == "Lawful basis"


def test_who_holds_what_says_days_with_their_year_and_no_prefix_of_the_panel(
    held: Held, tmp_path: Path
) -> None:
    make_papers(held.desk, [Order(PaperKind.TRACKER, tmp_path, agency="Kerrow Homes")])
    (part,) = holders_model(held.desk, WHOLE_PANEL).parts
    assert part.listing is not None
    assert (plain_day(held.desk.today()), "Action tracker") in [
        row[1:3] for row in part.listing.rows
    ]
