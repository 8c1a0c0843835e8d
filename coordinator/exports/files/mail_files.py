"""Files that go with a paper: an e-mail ready to send, and a meeting for a calendar.

Neither names anybody a panel is about: the subject is the marking, the panel and the day, the
calendar holds references alone. An e-mail is opened as a draft by the usual programs; nothing is
sent from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from coordinator.domain.directory.postal import mail_parts
from coordinator.exports.layout.safety import one_line

_LONGEST_LINE = 75  # octets of a content line; RFC 5545, 3.1
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail with one paper; `to` may be nothing, then whoever sends it says to whom."""

    to: str
    subject: str
    text: str = field(repr=False)
    file_name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A meeting in a calendar.

    Attributes:
        key: The same for the same meeting, so that a later file changes the entry.
        revision: Higher in a later file.
        starts: Aware; `ends` too.
        made: When the file is made; aware.
    """

    key: str
    revision: int
    title: str
    starts: datetime
    ends: datetime
    made: datetime
    place: str = ""
    text: str = ""


def mail_file(mail: Mail) -> bytes:
    """Write an e-mail as a file (.eml) that opens as a draft with its paper attached."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = one_line(mail.subject)
    if address := _address(mail.to):
        message["To"] = address
    message["X-Unsent"] = "1"  # what makes Outlook open it as a draft
    message.set_content(mail.text)
    message.add_attachment(
        mail.content, maintype="application", subtype="pdf", filename=mail.file_name
    )
    return message.as_bytes()


def _address(text: str) -> Address | None:
    """Give an address that can stand in a header; what was typed wrong is left out."""
    parts = mail_parts(text)
    return Address(username=parts[0], domain=parts[1]) if parts else None


def calendar_file(entry: CalendarEntry) -> bytes:
    """Write one meeting as a calendar file (.ics), its times in UTC; RFC 5545."""
    lines = "".join(_folded(line) for line in _lines(entry))
    return lines.encode("utf-8")


def _lines(entry: CalendarEntry) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//Coordinator//EN"
    yield "METHOD:PUBLISH"
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.key}"
    yield f"SEQUENCE:{entry.revision}"
    yield f"DTSTAMP:{_moment(entry.made)}"
    yield f"DTSTART:{_moment(entry.starts)}"
    yield f"DTEND:{_moment(entry.ends)}"
    yield f"SUMMARY:{_text(entry.title)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    if entry.text:
        yield f"DESCRIPTION:{_text(entry.text)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"
    yield "END:VCALENDAR"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    return words.translate(_ESCAPED)


def _folded(line: str) -> str:
    """Cut a line into pieces of at most 75 octets, never inside a letter."""
    pieces, piece = list[str](), ""
    for letter in line:
        room = _LONGEST_LINE - (1 if pieces else 0)
        if len((piece + letter).encode("utf-8")) > room:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece]) + "\r\n"
