"""The sheet an agency gets holds the names it may have and no sign of anybody else."""

import hashlib
import io
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from coordinator.casework.asking.requests import note_replies
from coordinator.casework.asking.returns import match_replies, read_replies_file
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import withdraw_from_agenda
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.people.entering import correct_person
from coordinator.db.models import Disclosure
from coordinator.domain.errors import ExportTargetError, GuardError, SheetError
from coordinator.domain.lists.sharing import Channel, Known
from coordinator.domain.meetings.information_requests import LONGEST_NOTE, NewReply, RequestState
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.states import MeetingStatus
from coordinator.exports.files.request_sheet import request_sheet
from coordinator.papers.packs import pack_model
from coordinator.papers.requests import RequestDraft, draft_requests, send_requests
from tests.casework.entries_on_file import a_meeting
from tests.meetings import add_case, items_of, keep_from
from tests.requests import ANSWER_BY, cell_of, coming_meeting, known_case, row_of
from tests.stores import COUNCIL, HEALTH, HOUSING, POLICE, TODAY, Clock

FIRST_ROW, ANSWER, NOTE = 5, 7, 8


def named(desk: Desk, name: str, family: str, **fields: object) -> UUID:
    person = known_case(desk, name)
    correct_person(desk, person, seen=1, family_name=family, **fields)
    return person


def drafts(desk: Desk, meeting: UUID, *agencies: UUID) -> tuple[RequestDraft, ...]:
    return draft_requests(desk, meeting, agencies, ANSWER_BY)


def sent(desk: Desk, meeting: UUID, folder: Path, *agencies: UUID) -> list[Path]:
    found = drafts(desk, meeting, *agencies)
    done = send_requests(
        desk,
        meeting,
        found,
        answer_by=ANSWER_BY,
        how=Channel.SECURE_MAIL,
        folder=folder,
    )
    return list(done.result)


def everything_in(content: bytes) -> str:
    """Give every byte of every part of a spreadsheet, unpacked, as text."""
    with ZipFile(io.BytesIO(content)) as parts:
        return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def filled(path: Path, answers: dict[int, tuple[str, str]], into: Path) -> Path:
    """Fill in a sheet as an agency would; rows count from 0."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row, (answer, note) in answers.items():
        sheet.cell(FIRST_ROW + row, ANSWER).value = answer
        sheet.cell(FIRST_ROW + row, NOTE).value = note
    book.save(into)
    return into


@pytest.fixture
def two_known(desk: Desk) -> tuple[UUID, UUID, UUID]:
    """A meeting to come with Kerra and Tomos on its agenda."""
    kerra = named(desk, "Kerra", "Heronwater", born_on=TODAY - timedelta(days=12_000))
    tomos = named(desk, "Tomos", "Nightjar", preferred_name="Tommo")
    return coming_meeting(desk), kerra, tomos


def test_the_sheet_names_who_may_be_named_with_their_day_of_birth(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    (path,) = sent(desk, two_known[0], tmp_path, POLICE)
    sheet = load_workbook(path).worksheets[0]
    rows = [[cell.value for cell in row][:6] for row in sheet.iter_rows(min_row=FIRST_ROW)]
    assert [row[2:5] for row in rows] == [
        ["Heronwater", "Kerra", None],
        ["Nightjar", "Tomos", "Tommo"],
    ]
    born = rows[0][5]
    assert isinstance(born, datetime)
    assert born.date() == TODAY - timedelta(days=12_000)
    assert [row[0] for row in rows] == [1, 2]


def test_an_agency_not_to_be_told_gets_no_trace_of_the_person_in_any_byte(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    meeting, kerra, _tomos = two_known
    keep_from(desk, kerra, POLICE)
    police, homes = sent(desk, meeting, tmp_path, POLICE, HOUSING)
    told = everything_in(police.read_bytes()).casefold()
    for trace in ("heronwater", "kerra", "kp-0001", kerra.hex, str(kerra)):
        assert trace not in told
    assert "nightjar" in told
    assert "heronwater" in everything_in(homes.read_bytes()).casefold()


def test_leaving_somebody_out_leaves_no_gap(
    desk: Desk, two_known: tuple[UUID, UUID, UUID]
) -> None:
    """The sheet is the same, byte for byte, as if the person were not on the agenda at all."""
    meeting, kerra, tomos = two_known
    (item,) = [one for one in items_of(desk, meeting) if one.person_id == kerra]
    keep_from(desk, kerra, POLICE)
    (left_out,) = drafts(desk, meeting, POLICE)
    withdraw_from_agenda(desk, item.id, reason="Next time")
    (not_there,) = drafts(desk, meeting, POLICE)
    assert left_out.people == (tomos,)
    assert request_sheet(left_out.model) == request_sheet(not_there.model)
    assert left_out.message == not_there.message
    sheet = load_workbook(io.BytesIO(request_sheet(left_out.model))).worksheets[0]
    assert sheet.cell(FIRST_ROW, 1).value == 1
    assert sheet.max_row == FIRST_ROW


def test_an_agency_without_an_agreement_or_with_nobody_left_gets_no_sheet(
    desk: Desk, two_known: tuple[UUID, UUID, UUID]
) -> None:
    meeting, kerra, tomos = two_known
    for person in (kerra, tomos):
        keep_from(desk, person, HEALTH)
    assert [one.recipient for one in drafts(desk, meeting, COUNCIL, HEALTH, POLICE)] == [
        "Kerrow Police"
    ]


def test_no_name_stands_in_the_message_the_subject_or_the_name_of_the_file(
    desk: Desk, two_known: tuple[UUID, UUID, UUID]
) -> None:
    for one in drafts(desk, two_known[0], POLICE, HOUSING):
        told = f"{one.message.subject} {one.message.text} {one.name}".casefold()
        for name in ("kerra", "heronwater", "tomos", "nightjar", "tommo", "kp-0"):
            assert name not in told
        assert one.name.startswith("M26-001_information-request_Kerrow-")
        assert "secure" in told
        assert one.message.subject == "M26-001: request for information, by Tue 24 Nov"


def test_a_name_that_looks_like_a_formula_stays_a_name(desk: Desk) -> None:
    named(desk, "=1+1", "@SUM(A1)")
    (draft,) = drafts(desk, coming_meeting(desk), POLICE)
    sheet = load_workbook(io.BytesIO(request_sheet(draft.model))).worksheets[0]
    for column in (3, 4):
        cell = sheet.cell(FIRST_ROW, column)
        assert cell.data_type == "s"
        assert str(cell.value).startswith("'")


def test_the_answers_are_offered_as_a_list_and_only_they_and_the_line_can_be_filled(
    desk: Desk, two_known: tuple[UUID, UUID, UUID]
) -> None:
    (draft,) = drafts(desk, two_known[0], POLICE)
    book = load_workbook(io.BytesIO(request_sheet(draft.model)))
    sheet = book.worksheets[0]
    (choice,) = sheet.data_validations.dataValidation
    assert str(choice.sqref) == "G5:G6"
    assert [cell.value for (cell,) in book["Lists"].iter_rows()] == [
        "Known",
        "Known, will share",
        "Known, cannot share",
        "Not known",
    ]
    free = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    assert free == {"G5", "H5", "G6", "H6"}


def test_the_same_request_gives_the_same_bytes(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    (draft,) = drafts(desk, two_known[0], POLICE)
    first = request_sheet(draft.model)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert request_sheet(draft.model) == first


def test_saving_records_what_each_agency_was_told_with_the_hash_of_its_sheet(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    paths = sent(desk, two_known[0], tmp_path, POLICE, HOUSING)
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    with desk.store.reading() as look:
        rows = list(look.session.query(Disclosure))
    assert {row.sha256 for row in rows} == hashes
    assert len(rows) == 2
    assert row_of(desk, two_known[0], POLICE).state is RequestState.WAITING


def test_a_folder_that_cannot_be_written_to_leaves_nothing_asked(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    with pytest.raises(ExportTargetError):
        sent(desk, two_known[0], blocked, POLICE)
    assert row_of(desk, two_known[0], POLICE).request is None


def test_a_draft_looked_at_before_an_exclusion_never_becomes_a_file(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    meeting, kerra, _tomos = two_known
    found = drafts(desk, meeting, POLICE)
    exclude_agency(desk, kerra, agency_id=POLICE, reason="They asked for it")
    with pytest.raises(GuardError):
        send_requests(
            desk, meeting, found, answer_by=ANSWER_BY, how=Channel.PRINTED, folder=tmp_path
        )
    assert list(tmp_path.glob("*.xlsx")) == []


def test_agencies_asked_by_telephone_need_no_sheet(
    desk: Desk, two_known: tuple[UUID, UUID, UUID]
) -> None:
    meeting = two_known[0]
    found = drafts(desk, meeting, POLICE)
    done = send_requests(desk, meeting, found, answer_by=ANSWER_BY, how=Channel.SPOKEN)
    assert done.result == ()
    request = row_of(desk, meeting, POLICE).request
    assert request is not None
    assert request.how is Channel.SPOKEN


def test_a_second_request_names_only_those_still_missing(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path, clock: Clock
) -> None:
    meeting, kerra, tomos = two_known
    sent(desk, meeting, tmp_path, POLICE)
    back = filled(
        next(tmp_path.glob("*.xlsx")),
        {0: ("Known, will share", "Two reports")},
        tmp_path / "back.xlsx",
    )
    note_replies(desk, match_replies(desk, meeting, read_replies_file(back)).new)
    clock.move(days=1)
    (again,) = drafts(desk, meeting, POLICE)
    assert again.people == (tomos,)
    reply = cell_of(desk, meeting, POLICE, kerra).reply
    assert reply is not None
    assert (reply.answer, reply.note) == (Known.WILL_SHARE, "Two reports")


def test_a_sheet_that_lies_there_already_is_never_written_over(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    (first,) = sent(desk, two_known[0], tmp_path, POLICE)
    first.write_bytes(b"filled in by the agency")
    (second,) = sent(desk, two_known[0], tmp_path, POLICE)
    assert first.read_bytes() == b"filled in by the agency"
    assert second.name == f"{first.stem}_2.xlsx"


def test_a_sheet_that_came_back_is_held_against_what_was_asked(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    meeting, kerra, tomos = two_known
    (path,) = sent(desk, meeting, tmp_path, POLICE)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(FIRST_ROW, ANSWER).value = "known - CANNOT share."
    sheet.cell(FIRST_ROW, NOTE).value = "Open\ninvestigation"
    sheet.cell(FIRST_ROW + 1, ANSWER).value = "perhaps"
    sheet.cell(FIRST_ROW + 2, 2).value = "KP-9999"
    sheet.cell(FIRST_ROW + 2, ANSWER).value = "Known"
    book.save(tmp_path / "back.xlsx")
    back = match_replies(desk, meeting, read_replies_file(tmp_path / "back.xlsx"))
    assert back.agency == "Kerrow Police"
    (line,) = back.lines
    assert (line.person.id, line.answer, line.note) == (
        kerra,
        Known.CANNOT_SHARE,
        "Open investigation",
    )
    assert (back.unread, back.strange, back.missing) == ((6,), (7,), 1)
    note_replies(desk, back.new)
    again = match_replies(desk, meeting, read_replies_file(tmp_path / "back.xlsx"))
    assert again.new == ()
    assert cell_of(desk, meeting, POLICE, tomos).is_missing


def test_no_line_is_cut_short_and_no_answer_is_chosen_between_two(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    meeting, _kerra, tomos = two_known
    (path,) = sent(desk, meeting, tmp_path, POLICE)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(FIRST_ROW, ANSWER).value = "Known"
    sheet.cell(FIRST_ROW, NOTE).value = "x" * (LONGEST_NOTE + 1)
    sheet.cell(FIRST_ROW + 1, ANSWER).value = "Known"
    sheet.cell(FIRST_ROW + 2, 2).value = sheet.cell(FIRST_ROW + 1, 2).value
    sheet.cell(FIRST_ROW + 2, ANSWER).value = "Not known"
    book.save(tmp_path / "back.xlsx")
    back = match_replies(desk, meeting, read_replies_file(tmp_path / "back.xlsx"))
    assert (back.lines, back.unread, back.strange) == ((), (5, 6, 7), ())
    assert cell_of(desk, meeting, POLICE, tomos).is_missing


def test_an_agency_owes_nothing_about_somebody_it_must_not_be_told_of_now(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    meeting, _kerra, tomos = two_known
    sent(desk, meeting, tmp_path, POLICE)
    exclude_agency(desk, tomos, agency_id=POLICE, reason="a relative works there")
    cell = cell_of(desk, meeting, POLICE, tomos)
    assert (cell.is_missing, cell.is_to_ask) == (False, False)


def test_a_sheet_of_another_meeting_or_another_file_is_refused(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    meeting, _kerra, _tomos = two_known
    (path,) = sent(desk, meeting, tmp_path, POLICE)
    (tmp_path / "other.csv").write_text("Name,Action\nX,Y\n")
    with pytest.raises(SheetError) as no_request:
        read_replies_file(tmp_path / "other.csv")
    assert no_request.value.fault == "not-a-request"
    other = a_meeting(
        desk, "M26-099", on=TODAY + timedelta(days=14), status=MeetingStatus.SCHEDULED
    )
    with pytest.raises(GuardError) as refused:
        match_replies(desk, other, read_replies_file(path))
    assert refused.value.guard == "sheet-of-another-meeting"


def test_a_sheet_that_lost_its_code_is_read_for_the_agency_somebody_chose(
    desk: Desk, two_known: tuple[UUID, UUID, UUID], tmp_path: Path
) -> None:
    meeting, _kerra, tomos = two_known
    (path,) = sent(desk, meeting, tmp_path, POLICE)
    reference = cell_of(desk, meeting, POLICE, tomos).person.reference
    bare = tmp_path / "bare.csv"
    bare.write_text(f"Reference,Known to you?,One line\n{reference},no,\n")
    sheet = read_replies_file(bare)
    with pytest.raises(GuardError) as refused:
        match_replies(desk, meeting, sheet)
    assert refused.value.guard == "agency-not-asked"
    (line,) = match_replies(desk, meeting, sheet, POLICE).lines
    assert line.answer is Known.NOT_KNOWN
    assert path.exists()


def test_nobody_without_a_basis_is_on_any_sheet(desk: Desk) -> None:
    bare, _case = add_case(desk, "Ithel", may_work=False, next_review_on=TODAY)
    known_case(desk, "Tomos")
    meeting = coming_meeting(desk)
    for one in drafts(desk, meeting, POLICE, HOUSING, HEALTH):
        assert bare not in one.people
        assert "ithel" not in everything_in(request_sheet(one.model)).casefold()


def test_the_case_sheet_says_who_knows_the_person_and_who_has_not_replied(
    desk: Desk, two_known: tuple[UUID, UUID, UUID]
) -> None:
    meeting, kerra, _tomos = two_known
    keep_from(desk, kerra, HEALTH)
    found = drafts(desk, meeting, POLICE, HOUSING, HEALTH)
    send_requests(desk, meeting, found, answer_by=ANSWER_BY, how=Channel.SPOKEN)
    reply = cell_of(desk, meeting, POLICE, kerra).reply
    assert reply is not None
    note_replies(desk, [NewReply(reply.id, reply.revision, Known.WILL_SHARE)])
    sheets = {one.name: one for one in pack_model(desk, meeting, WHOLE_PANEL).cases}
    assert sheets["Kerra Heronwater"].known_to == (
        "Known to, will share: Kerrow Police; no reply: Kerrow Homes"
    )
    assert "Kerrow Mental Health" in sheets["Tommo Nightjar"].known_to


def test_an_agency_hears_nothing_of_replies_about_somebody_it_must_not_be_told_about(
    desk: Desk, two_known: tuple[UUID, UUID, UUID]
) -> None:
    meeting, kerra, _tomos = two_known
    found = drafts(desk, meeting, POLICE, HOUSING)
    send_requests(desk, meeting, found, answer_by=ANSWER_BY, how=Channel.SPOKEN)
    keep_from(desk, kerra, HOUSING)
    for entry in read_agenda(
        desk, meeting, reader=read_audience(desk, "Kerrow Homes").reader
    ).entries:
        assert entry.person is None or entry.person.id != kerra
