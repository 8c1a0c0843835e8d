"""E-mails ready to send and meetings for a calendar: they open elsewhere, and name nobody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.exports.files.mail_files import CalendarEntry, Mail, calendar_file, mail_file

TEN = datetime(2026, 11, 19, 10, 0, tzinfo=UTC)
MAIL = Mail(
    to="housing@example.org",
    subject="OFFICIAL-SENSITIVE: Kerrow panel, papers for Thu 19 November 2026",
    text="The pack is attached.\nIts password comes another way.",
    file_name="M26-001_pack_Kerrow-Homes.pdf",
    content=b"%PDF-1.7 \x00\xff",
)
ENTRY = CalendarEntry(
    key="meeting@panel",
    revision=3,
    title="Kerrow panel, M26-001",
    starts=TEN,
    ends=TEN + timedelta(minutes=90),
    made=TEN,
    place="Room 2; town hall, Kerrow",
    text="Weekly tasking meeting\nM26-001",
)


def test_an_e_mail_opens_as_a_draft_with_its_paper() -> None:
    read = message_from_bytes(mail_file(MAIL), policy=default)
    (paper,) = read.iter_attachments()
    body = read.get_body()
    assert body is not None
    assert (read["To"], read["Subject"], read["X-Unsent"]) == (MAIL.to, MAIL.subject, "1")
    assert body.get_content().splitlines() == MAIL.text.splitlines()
    assert (paper.get_filename(), paper.get_content_type()) == (MAIL.file_name, "application/pdf")
    assert paper.get_content() == MAIL.content


@pytest.mark.parametrize(
    "wrong", ["", "nobody", "a@b, c@d", "x@y\nBcc: z@z", "Ann <a@b>", "ärger@example.org"]
)
def test_an_address_that_is_none_is_left_for_whoever_sends_it(wrong: str) -> None:
    read = message_from_bytes(mail_file(replace(MAIL, to=wrong)), policy=default)
    assert read["To"] is None
    assert read["Bcc"] is None


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_subject_stays_on_its_own_line(words: str) -> None:
    read = message_from_bytes(mail_file(replace(MAIL, subject=words)), policy=default)
    assert {*read.keys()} >= {"Subject", "X-Unsent", "To"}
    assert len(list(read.iter_attachments())) == 1


def test_a_calendar_file_says_when_and_where() -> None:
    lines = calendar_file(ENTRY).decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART:20261119T100000Z" in lines
    assert "DTEND:20261119T113000Z" in lines
    assert "SEQUENCE:3" in lines
    assert r"LOCATION:Room 2\; town hall\, Kerrow" in lines
    assert r"DESCRIPTION:Weekly tasking meeting\nM26-001" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_line_of_a_calendar_is_too_long_and_none_begins_another(words: str) -> None:
    written = calendar_file(replace(ENTRY, title=words, place="", text=""))
    lines = written.split(b"\r\n")
    unfolded = written.replace(b"\r\n ", b"").split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert sum(line.startswith(b"SUMMARY:") for line in unfolded) == 1
    assert len(unfolded) == 15
