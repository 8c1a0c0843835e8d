"""What an agency copies into its own system, person by person in plain text; and that it left."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from uuid import UUID

from coordinator.casework.actions.lists import find_actions, find_open_actions, read_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.disclosing.recording import MadePaper, record_disclosure
from coordinator.casework.disclosing.sendings import read_sending
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.need_to_know.naming import with_initials
from coordinator.casework.need_to_know.withholding import hide_withheld
from coordinator.casework.packs.paper_reads import (
    read_audience,
    read_audience_of,
    read_case_facts,
    read_panel_face,
)
from coordinator.domain.actions.rows import ActionFilter, ActionRow
from coordinator.domain.disclosing.log import references_in
from coordinator.domain.disclosing.sendings import Sending, usual_channel
from coordinator.domain.errors import GuardError, MissingRecordError, WithheldError
from coordinator.domain.outcomes import Done
from coordinator.domain.person.case_sheets import Audience, CaseFacts
from coordinator.domain.roles import Right, check
from coordinator.domain.states import AgencyStatus, DecisionStatus
from coordinator.papers import lines
from coordinator.papers.bare import told_actions
from coordinator.wording.copies import Heading, action_block, agreed_block, block_text


@dataclass(frozen=True, slots=True)
class CopyOut:
    """The text for one agency; `count` is of its own open actions, `still` writes it anew."""

    agency: str
    count: int
    text: str = field(repr=False)
    still: "Still | None" = field(default=None, repr=False, compare=False)


Write = Callable[[Desk, Audience], CopyOut | None]
Still = Callable[[Desk], str]
"""What a text would say now."""


def read_copies(desk: Desk, person: UUID) -> tuple[CopyOut, ...]:
    """Write what was last agreed about somebody, for each agency that may be told of them.

    An agency reads its own actions first, then those of the others that it may have.

    Raises:
        NotPermittedError: The role may send nothing out.
    """
    return _each_agency(desk, partial(_of_person, person=person))


def read_copies_of_action(desk: Desk, action_id: UUID) -> tuple[CopyOut, ...]:
    """Write how one action stands and what was last reported of it, for each agency that may.

    Raises:
        NotPermittedError: The role may send nothing out.
        MissingRecordError, WithheldError: No such action, or not theirs to see.
    """
    check(desk.sitter.role, Right.EXPORT)
    row = read_action(desk, action_id).row
    if row.person_id is None:
        return ()
    return _each_agency(desk, partial(_of_action, action=row.id, person=row.person_id))


def read_copies_of_meeting(
    desk: Desk, meeting_id: UUID, item_id: UUID | None = None
) -> tuple[CopyOut, ...]:
    """Write what a meeting decided and agreed about people, for each agency that may be told.

    Args:
        desk: Who asks.
        meeting_id: Which.
        item_id: Only what was said about this item.

    Raises:
        NotPermittedError: The role may send nothing out.
        MissingRecordError: No such meeting.
    """
    return _each_agency(desk, partial(_of_meeting, meeting=meeting_id, item=item_id))


def _each_agency(desk: Desk, write: Write) -> tuple[CopyOut, ...]:
    check(desk.sitter.role, Right.EXPORT)
    found = []
    for agency in read_directory(desk).agencies:
        if agency.status is AgencyStatus.ACTIVE:
            made = write(desk, read_audience_of(desk, agency.id))
            still = partial(_still, write=write, agency=agency.id)
            found += [replace(made, still=still)] if made is not None else []
    return tuple(found)


def _still(desk: Desk, write: Write, agency: UUID) -> str:
    made = write(desk, read_audience_of(desk, agency))
    return made.text if made is not None else ""


def check_still_said(desk: Desk, text: str, still: Still | None) -> None:
    """Refuse to let a text be copied that would say something else now.

    Between opening it and copying it somebody may have restricted what it says, or kept it from
    whom it is for.

    Raises:
        GuardError: `text-outdated`; or what writing it anew raises.
        NotPermittedError: The role may send nothing out.
    """
    try:
        now = still(desk) if still is not None else text
    except (MissingRecordError, WithheldError):
        now = ""
    if now != text:
        raise GuardError("text-outdated")


def keep_copy(
    desk: Desk,
    agency: str,
    text: str,
    *,
    person: UUID | None = None,
    reason: str = "",
    recipient: str = "",
) -> Done[UUID]:
    """Record that a text is copied for an agency: its hash, and everybody it speaks of.

    How it goes on from the clipboard is known where the agency has secure e-mail only.

    Args:
        desk: Who copies it.
        agency: For whom, by its name; nothing where `recipient` is of no agency.
        text: What it says.
        person: About whom it is, if it is about one.
        reason: Why it goes although something is not as usual.
        recipient: Who reads it, where that is not just the agency.

    Raises:
        NotPermittedError, MissingRecordError, WithheldError, ReasonNeededError: As for
            `record_disclosure`.
    """
    face = read_panel_face(desk)
    audience = read_audience(desk, agency) if agency else Audience(recipient)
    known = read_sending(desk, audience.agency)
    channel = usual_channel(has_secure_email=known.has_secure_email, is_locked=False)
    made = MadePaper(
        paper="copy-out",
        subject=face.prefix or "panel",
        marking=face.marking,
        pages=0,
        content=text.encode(),
        recipient=recipient or audience.name,
        agency=audience.agency,
        person=person,
        references=references_in(text, face.prefix),
        sending=Sending(known.proportionality if not agency else "", channel, reason=reason),
    )
    return record_disclosure(desk, made)


def _of_person(desk: Desk, audience: Audience, person: UUID) -> CopyOut | None:
    facts = read_case_facts(desk, [person], reader=audience.reader).get(person)
    if facts is None:
        return None
    rows = find_open_actions(desk, [person], reader=audience.reader).get(person, ())
    ordered = _own_first(told_actions(rows, {person: facts}, audience), audience)
    text = block_text(_heading(desk, audience, facts), [facts.last_decision], ordered)
    return _clean(desk, audience, text, {person: facts}, ordered)


def _of_action(desk: Desk, audience: Audience, action: UUID, person: UUID) -> CopyOut | None:
    facts = read_case_facts(desk, [person], reader=audience.reader).get(person)
    if facts is None:
        return None
    wanted = ActionFilter(action_id=action, open_only=False)
    found = find_actions(desk, wanted, limit=1, reader=audience.reader).rows
    row = next(told_actions(found, {person: facts}, audience), None)
    if row is None:
        return None
    return _clean(
        desk, audience, action_block(_heading(desk, audience, facts), row), {person: facts}, [row]
    )


def _of_meeting(
    desk: Desk, audience: Audience, meeting: UUID, item: UUID | None
) -> CopyOut | None:
    record = read_meeting(desk, meeting, reader=audience.reader)
    items = [
        one
        for one in record.items
        if one.entry.person and item in {None, one.entry.id} and (one.decisions or one.actions)
    ]
    people = [one.entry.person.id for one in items if one.entry.person]
    facts = read_case_facts(desk, people, reader=audience.reader)
    blocks: list[str] = []
    rows: list[ActionRow] = []
    for one in items:
        known = facts.get(one.entry.person.id) if one.entry.person else None
        if known is not None:
            made = one.decisions if known.show_detail else ()
            standing = [d.text for d in made if d.status is DecisionStatus.MADE]
            told = list(told_actions(one.actions, facts, audience))
            heading = _heading(desk, audience, known, on=record.header.row.on)
            blocks.append(agreed_block(heading, standing, _own_first(told, audience)))
            rows += told
    return _clean(desk, audience, "\n\n".join(blocks), facts, rows) if blocks else None


def _own_first(rows: Iterable[ActionRow], audience: Audience) -> list[ActionRow]:
    return sorted(rows, key=lambda row: row.owner.agency_id != audience.agency)


def _heading(desk: Desk, audience: Audience, facts: CaseFacts, on: date | None = None) -> Heading:
    who = lines.in_a_list(facts.reference, facts.name)
    return Heading(read_panel_face(desk).name, audience.name, on or desk.today(), who)


def _clean(
    desk: Desk,
    audience: Audience,
    text: str,
    facts: Mapping[UUID, CaseFacts],
    rows: Sequence[ActionRow],
) -> CopyOut:
    """Give a text without names, and without whom the agency may not know of."""
    (clean,) = with_initials(desk, [text], people=set(facts), reader=audience.reader)
    if audience.reader is not None:
        about = {one.reference for one in facts.values()}
        clean = hide_withheld(desk, clean, audience.reader, about)
    own = [row for row in rows if row.owner.agency_id == audience.agency]
    return CopyOut(audience.name, len(own), clean)
