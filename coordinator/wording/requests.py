"""The words of a request for information: its columns, and the message it goes out with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.information_requests import AgencyReply
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import N_, _, ngettext

HEADINGS: Mapping[str, str] = {
    "number": N_("No."),
    "reference": N_("Reference"),
    "family_name": N_("Family name"),
    "given_name": N_("Given name"),
    "known_as": N_("Known as"),
    "born_on": N_("Date of birth"),
    "answer": N_("Known to you?"),
    "note": N_("One line"),
}
"""Field to heading, in the order of the sheet."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is copied into a mail; neither part ever holds a name."""

    subject: str
    text: str


def request_message(
    panel: str, meeting: str, meeting_on: date, answer_by: date, agency: str, count: int
) -> Message:
    """Write the message to one agency."""
    subject = _(
        "{meeting}: request for information, by {day}", meeting=meeting, day=dates.day(answer_by)
    )
    words = {
        "panel": panel,
        "agency": agency,
        "day": dates.long_day(meeting_on),
        "by": dates.long_day(answer_by),
    }
    people = ngettext(
        "The attached sheet names {count} person.",
        "The attached sheet names {count} people.",
        count,
    )
    parts = (
        _("{panel} meets on {day}.", **words),
        people,
        _(
            "Please say for each whether they are known to {agency}: {answers}. One line beside"
            " the answer is enough.",
            agency=agency,
            answers=answers_in_a_row(),
        ),
        _("Please send the sheet back by {by}, by secure e-mail.", **words),
        _("Put no name in the subject line or in the message. Delete the sheet when you have"
          " answered."),
    )  # fmt: skip
    return Message(subject, "\n\n".join((parts[0] + " " + parts[1], *parts[2:])))


def answers_in_a_row() -> str:
    """List the answers: *known; known, will share; ...*."""
    return "; ".join(_lowered(label(answer)) for answer in Known)


def known_line(replies: Sequence[AgencyReply]) -> str:
    """Write what agencies answered about somebody: *Known to: ...; no reply: ...*."""
    said = {
        Known.WILL_SHARE: N_("Known to, will share: {agencies}"),
        Known.KNOWN: N_("Known to: {agencies}"),
        Known.CANNOT_SHARE: N_("Known to, cannot share: {agencies}"),
        Known.NOT_KNOWN: N_("Not known to: {agencies}"),
        None: N_("No reply: {agencies}"),
    }
    named = {
        words: ", ".join(one.agency for one in replies if one.answer is answer)
        for answer, words in said.items()
    }
    parts = [_(words, agencies=names) for words, names in named.items() if names]
    return "; ".join(_lowered(part) if place else part for place, part in enumerate(parts))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
