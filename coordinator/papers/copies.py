"""What an agency copies into its own system: plain text about one person, and that it left."""

from dataclasses import dataclass, field
from uuid import UUID

from coordinator.casework.action_lists import find_open_actions
from coordinator.casework.desk import Desk
from coordinator.casework.directory import read_directory
from coordinator.casework.disclosures import MadePaper, record_disclosure
from coordinator.casework.naming import with_initials
from coordinator.casework.paper_reads import (
    read_audience,
    read_audience_of,
    read_case_facts,
    read_panel_face,
)
from coordinator.casework.sendings import read_sending
from coordinator.casework.withholding import hide_withheld
from coordinator.domain.case_sheets import Audience, CaseFacts
from coordinator.domain.disclosures import references_in
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right, check
from coordinator.domain.sendings import Sending, usual_channel
from coordinator.domain.states import AgencyStatus
from coordinator.papers import lines
from coordinator.wording.copies import block_text


@dataclass(frozen=True, slots=True)
class CopyOut:
    """The text for one agency; `count` is of its own open actions."""

    agency: str
    count: int
    text: str = field(repr=False)


def read_copies(desk: Desk, person: UUID) -> tuple[CopyOut, ...]:
    """Write what was last agreed about somebody, for each agency that may be told of them.

    An agency reads its own actions first, then those of the others that it may have.

    Raises:
        NotPermittedError: The role may send nothing out.
    """
    check(desk.sitter.role, Right.EXPORT)
    found = []
    for agency in read_directory(desk).agencies:
        if agency.status is not AgencyStatus.ACTIVE:
            continue
        audience = read_audience_of(desk, agency.id)
        facts = read_case_facts(desk, [person], reader=audience.reader).get(person)
        if facts is not None:
            found.append(_copy(desk, facts, audience))
    return tuple(found)


def keep_copy(
    desk: Desk, agency: str, text: str, *, person: UUID | None = None, reason: str = ""
) -> Done[UUID]:
    """Record that a text is copied for an agency: its hash, and everybody it speaks of.

    How it goes on from the clipboard is known where the agency has secure e-mail only.

    Args:
        desk: Who copies it.
        agency: For whom, by its name.
        text: What it says.
        person: About whom it is, if it is about one.
        reason: Why it goes although something is not as usual.

    Raises:
        NotPermittedError, MissingRecordError, WithheldError, ReasonNeededError: As for
            `record_disclosure`.
    """
    face, audience = read_panel_face(desk), read_audience(desk, agency)
    known = read_sending(desk, audience.agency).has_secure_email
    channel = usual_channel(has_secure_email=known, is_locked=False)
    made = MadePaper(
        paper="copy-out",
        subject=face.prefix or "panel",
        marking=face.marking,
        pages=0,
        content=text.encode(),
        recipient=audience.name,
        agency=audience.agency,
        person=person,
        references=references_in(text, face.prefix),
        sending=Sending(channel=channel, reason=reason),
    )
    return record_disclosure(desk, made)


def _copy(desk: Desk, facts: CaseFacts, audience: Audience) -> CopyOut:
    person = facts.person
    rows = find_open_actions(desk, [person], reader=audience.reader).get(person, ())
    own = [row for row in rows if row.owner.agency_id == audience.agency]
    ordered = [*own, *(row for row in rows if row not in own)]
    text = block_text(
        panel=read_panel_face(desk).name,
        agency=audience.name,
        on=desk.today(),
        who=lines.in_a_list(facts.reference, facts.name),
        decision=facts.last_decision,
        actions=ordered,
    )
    (clean,) = with_initials(desk, [text], people={person}, reader=audience.reader)
    if audience.reader is not None:
        clean = hide_withheld(desk, clean, audience.reader, {facts.reference})
    return CopyOut(audience.name, len(own), clean)
