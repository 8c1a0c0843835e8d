"""What goes out says how and why, bears its number, and is in the log as what became of it."""

import errno
import os
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.disclosing.sendings import read_sending
from coordinator.casework.need_to_know.bases import record_basis, withdraw_basis
from coordinator.casework.packs.paper_reads import find_person, read_case_facts
from coordinator.db.models import Agency, Disclosure, Professional
from coordinator.domain.disclosing.log import DisclosureRow
from coordinator.domain.disclosing.sendings import Prompt, Sending
from coordinator.domain.errors import (
    ExportTargetError,
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
)
from coordinator.domain.lists.sharing import Channel, Gateway, LawfulBasis
from coordinator.domain.progress import Unwatched
from coordinator.domain.roles import Right
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers import sendings
from coordinator.papers.drafting import draft_papers
from coordinator.papers.lines import basis_line
from coordinator.papers.making import keep_paper, keep_sheet, keep_word, record_printing
from coordinator.papers.orders import Draft, Order
from coordinator.papers.returns import Going, Wanted, draft_returns, keep_returns, write_out
from coordinator.wording.disclosures import end_words
from tests.exports.reading import words
from tests.meetings import add_action, add_case
from tests.stores import HOUSING, NURSE, TODAY, WORKER

SENT = Sending("They run the hostel.", Channel.SECURE_MAIL, WORKER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where papers go; empty."""
    made = tmp_path / "papers"
    made.mkdir()
    return made


@pytest.fixture
def tracker(desk: Desk) -> tuple[Draft, bytes]:
    """The tracker of the landlord, who does something for one person."""
    person, _case = add_case(desk)
    record_basis(
        desk,
        person,
        lawful_basis=LawfulBasis.PUBLIC_TASK,
        gateway=Gateway.HOMELESSNESS_REDUCTION,
    )
    add_action(desk, person, TODAY)
    order = Order(PaperKind.TRACKER, Path(), agency="Kerrow Homes")
    (draft,) = draft_papers(desk, order)
    return draft, lay_out(draft.kind, draft.model)


def newest(desk: Desk) -> DisclosureRow:
    return max(find_disclosures(desk).rows, key=lambda row: row.number)


def unsigned(desk: Desk) -> None:
    """Let the agreement with the landlord run out, and nobody there have signed."""
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Agency, HOUSING).agreement_expires_on = TODAY - timedelta(days=1)
        tx.get(Professional, WORKER).confidentiality_signed_on = None
        tx.journal("test.unsigned")


def test_a_paper_that_goes_out_is_logged_like_a_pack(
    desk: Desk, tracker: tuple[Draft, bytes], folder: Path
) -> None:
    draft, laid = tracker
    keep_paper(desk, draft, laid, folder, sending=SENT)
    row = newest(desk)
    assert (row.channel, row.proportionality) == (Channel.SECURE_MAIL, "They run the hostel.")
    assert row.recipient == "Rhys Roskilly, Kerrow Homes"
    assert (row.lawful_basis, row.gateway) == (
        LawfulBasis.PUBLIC_TASK,
        Gateway.HOMELESSNESS_REDUCTION,
    )
    with desk.read() as look:
        assert look.session.scalars(select(Disclosure.recipient_id)).one() == WORKER


def test_papers_print_the_power_to_share_beside_the_lawful_basis(
    desk: Desk, tracker: tuple[Draft, bytes]
) -> None:
    del tracker
    person = find_person(desk, "KP-0001")
    facts = read_case_facts(desk, [person])[person]
    powers = "Homelessness Reduction Act 2017, duty to refer"
    assert basis_line(facts, desk.today()).startswith(f"Public task, Article 6(1)(e); {powers}")


def test_without_words_of_its_own_it_says_the_panels(
    desk: Desk, tracker: tuple[Draft, bytes], folder: Path
) -> None:
    keep_paper(desk, *tracker, folder)
    assert newest(desk).proportionality == read_sending(desk, HOUSING).proportionality
    assert "nothing else" in newest(desk).proportionality


def test_the_panels_own_copy_is_logged_and_asks_nothing(desk: Desk, folder: Path) -> None:
    person, _case = add_case(desk)
    add_action(desk, person, TODAY)
    (draft,) = draft_papers(desk, Order(PaperKind.TRACKER, Path()))
    keep_paper(desk, draft, lay_out(draft.kind, draft.model), folder)
    row = newest(desk)
    assert (row.number, row.channel, row.proportionality) == ("D26-0001", None, "")


def test_what_is_printed_is_logged_as_printed_and_why(
    desk: Desk, tracker: tuple[Draft, bytes]
) -> None:
    draft, laid = tracker
    printed = record_printing(desk, draft, laid, replace(SENT, channel=None)).result
    row = newest(desk)
    assert (row.channel, row.proportionality) == (Channel.PRINTED, "They run the hostel.")
    assert row.number in words(printed)


def test_the_number_stands_on_every_page_and_in_what_goes_beside(
    desk: Desk, tracker: tuple[Draft, bytes], folder: Path
) -> None:
    draft, laid = tracker
    path = keep_paper(desk, draft, laid, folder, "gorse and slate", SENT)
    told = f"Copy {newest(desk).number} for: Rhys Roskilly, Kerrow Homes"
    assert told in words(path.read_bytes(), "gorse and slate")
    sheet = keep_sheet(desk, draft, folder, SENT)
    assert sheet is not None
    with ZipFile(sheet) as book:
        assert newest(desk).number.encode() in book.read("xl/worksheets/sheet1.xml")


def test_a_word_document_bears_its_number_at_the_foot(desk: Desk, folder: Path) -> None:
    from tests.meetings import add_seats, opened_meeting

    add_seats(desk)
    opened_meeting(desk)
    (draft,) = draft_papers(desk, Order(PaperKind.AGENDA, Path(), agency="Kerrow Police"))
    path = keep_word(desk, draft, folder)
    assert path is not None
    with ZipFile(path) as file:
        feet = b"".join(file.read(one) for one in file.namelist() if "footer" in one)
    assert f"Copy {newest(desk).number} for: Kerrow Police".encode() in feet


def test_what_is_not_as_usual_wants_a_reason_for_a_single_paper_too(
    desk: Desk, tracker: tuple[Draft, bytes], folder: Path
) -> None:
    unsigned(desk)
    asked = (Prompt.AGREEMENT_EXPIRED.value, Prompt.CONFIDENTIALITY_NOT_SIGNED.value)
    with pytest.raises(ReasonNeededError) as refused:
        keep_paper(desk, *tracker, folder, sending=SENT)
    assert refused.value.prompts == asked
    with pytest.raises(ReasonNeededError):
        record_printing(desk, *tracker)
    assert list(folder.iterdir()) == []
    keep_paper(desk, *tracker, folder, sending=replace(SENT, reason="Signed on Monday"))
    assert newest(desk).reason == "Signed on Monday"


def test_a_paper_that_names_nobody_wants_no_reason(desk: Desk, folder: Path) -> None:
    unsigned(desk)
    (draft,) = draft_papers(desk, Order(PaperKind.TRACKER, Path(), agency="Kerrow Homes"))
    keep_paper(desk, draft, lay_out(draft.kind, draft.model), folder)
    assert newest(desk).reason == ""


def test_nobody_is_sent_what_they_must_not_be_told_or_what_is_another_agencys(
    desk: Desk, tracker: tuple[Draft, bytes], folder: Path
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        keep_paper(desk, *tracker, folder, sending=replace(SENT, recipient=NURSE))
    assert refused.value.fields == {"recipient": "not-in-list"}
    (line,) = tracker[0].model.actions  # type: ignore[union-attr]
    (reference,) = re.findall(r"KP-\d{4}", line.person)
    exclude_worker(desk, find_person(desk, reference), professional_id=WORKER, reason="A cousin")
    with pytest.raises(GuardError, match="worker-not-told"):
        keep_paper(desk, *tracker, folder, sending=SENT)
    assert find_disclosures(desk).rows == ()


def test_a_file_that_could_not_be_written_is_in_the_log_as_not_made(
    desk: Desk, tracker: tuple[Draft, bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(sendings, "write_atomically", full)
        with pytest.raises(ExportTargetError):
            keep_paper(desk, *tracker, folder, sending=SENT)
    row = newest(desk)
    assert (row.was_not_made, row.came_back) == (True, True)
    assert end_words(row, TODAY) == "The file could not be written: nothing left"
    assert list(folder.iterdir()) == []
    keep_paper(desk, *tracker, folder, sending=SENT)
    assert (newest(desk).number, newest(desk).was_not_made) == ("D26-0002", False)


def test_returns_sheets_say_why_and_how_they_go(
    desk: Desk, tracker: tuple[Draft, bytes], folder: Path
) -> None:
    unsigned(desk)
    drafts = draft_returns(desk, Wanted())
    sheets = write_out(drafts, Unwatched())
    with pytest.raises(ReasonNeededError):
        keep_returns(desk, drafts, sheets, folder)
    assert find_disclosures(desk).rows == ()
    going = Going("They report on it.", {HOUSING: "Signed on Monday"}, Channel.PRINTED)
    (path,) = keep_returns(desk, drafts, sheets, folder, going).result
    row = newest(desk)
    assert (row.channel, row.proportionality, row.reason) == (
        Channel.PRINTED,
        "They report on it.",
        "Signed on Monday",
    )
    with ZipFile(path) as book:
        assert row.number.encode() in book.read("xl/worksheets/sheet1.xml")


def test_a_paper_for_a_whole_agency_asks_why_where_one_of_its_workers_must_not_be_told(
    desk: Desk, tracker: tuple[Draft, bytes], folder: Path
) -> None:
    draft, content = tracker
    assert Prompt.COLLEAGUE_NOT_TOLD not in sendings.sending_of(desk, draft).prompts
    with desk.store.transaction(desk.stamp()) as tx:
        other = Professional(id=desk.new_id(), agency_id=HOUSING, name="Loveday Hext", job="Clerk")
        tx.add(other)
        tx.journal("test.colleague")
    person = find_person(desk, "KP-0001")
    exclude_worker(desk, person, professional_id=other.id, reason="They are related")
    facts = sendings.sending_of(desk, draft)
    assert Prompt.COLLEAGUE_NOT_TOLD in facts.prompts
    assert [one.name for one in facts.people] == ["Rhys Roskilly"]  # nor is it offered to them
    with pytest.raises(ReasonNeededError) as wanted:
        keep_paper(desk, draft, content, folder)
    assert wanted.value.prompts == ("colleague-not-told",)
    keep_paper(desk, draft, content, folder, "", Sending(reason="By hand to Rhys"))
    assert newest(desk).reason == "By hand to Rhys"


def test_a_basis_that_was_withdrawn_is_not_cited(
    desk: Desk, tracker: tuple[Draft, bytes], folder: Path
) -> None:
    keep_paper(desk, *tracker, folder)
    assert newest(desk).lawful_basis is LawfulBasis.PUBLIC_TASK
    withdraw_basis(desk, find_person(desk, "KP-0001"), reason="Asked us to stop")
    keep_paper(desk, *tracker, folder)
    assert newest(desk).lawful_basis is None
