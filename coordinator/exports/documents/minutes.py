"""Minutes: what was decided and who does what by when, not what everybody said."""

from itertools import count

from coordinator.domain.papers.imprint import ActionLine, Fact, Tone
from coordinator.domain.papers.minutes import Minutes, MinutesStage, NotedLine
from coordinator.exports.documents.actions import agreed_actions, outstanding_actions
from coordinator.exports.documents.discussed import (
    discussed,
    restricted_sheet,
    topics_apart,
    was_not_taken,
)
from coordinator.exports.documents.escalations import escalation_table
from coordinator.exports.documents.meetings import came, meeting_facts, meeting_line, name_and_role
from coordinator.exports.documents.opening import (
    facts,
    flush,
    known,
    labelled,
    listed,
    note,
    opening,
    prose,
    section,
    subsection,
)
from coordinator.exports.layout.blocks import Block, Group
from coordinator.exports.layout.fitting import height_of
from coordinator.exports.layout.lists import bullets
from coordinator.exports.layout.panels import Panel
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import PAGE, Paper
from coordinator.exports.layout.safety import paragraphs
from coordinator.exports.layout.tables import Column, Table
from coordinator.exports.layout.tokens import TYPE
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import clock, long_day
from coordinator.wording.translation import _

_WHOLE = 0.48
"""Of a page: what was said of one person is not parted where it takes no more."""
_TONES = {
    MinutesStage.DRAFT: Tone.WARN,
    MinutesStage.ISSUED: Tone.NOTE,
    MinutesStage.APPROVED: Tone.GOOD,
}


def minutes_paper(minutes: Minutes) -> Paper:
    """Compose the minutes of one meeting."""
    meeting = minutes.meeting
    talked_about = sum(not was_not_taken(person) for person in minutes.people)
    counted = _("Discussed, in this copy") if minutes.is_part else _("People discussed")
    blocks: list[Block] = [
        *opening(minutes.imprint, _("Minutes"), meeting_line(meeting)),
        Panel([_stage_line(minutes)], _TONES[minutes.stage]),
        facts([*meeting_facts(meeting), Fact(counted, str(talked_about))]),
        *_statement(minutes),
        *_corrections(minutes),
    ]
    numbers = count(1)
    for part in _PARTS:
        title, made = part(minutes)
        if made:
            blocks.append(section(f"{next(numbers)}. {title}", key=part.__name__, level=1))
            blocks.extend(made)
    for person in minutes.people:
        blocks.extend(restricted_sheet(person))
    blocks.extend(topics_apart(minutes.apart))
    name = _("{panel}: minutes of {day}", panel=minutes.imprint.panel, day=long_day(meeting.day))
    return Paper(name, minutes.imprint, blocks)


def _stage_line(minutes: Minutes) -> Text:
    if minutes.stage is MinutesStage.DRAFT:
        lead, rest = _("Draft."), _("Not issued yet; nothing in it is final.")
    elif minutes.stage is MinutesStage.ISSUED:
        lead = _("Issued {day}.", day=long_day(minutes.issued_on))
        rest = _("The chair has not approved them yet.")
    else:
        lead, rest = _("Approved."), approval_words(minutes)
    return Text([Run(lead + " ", bold=True), Run(rest)], flush(TYPE.body))


def _statement(minutes: Minutes) -> list[Block]:
    at = minutes.statement_read_at
    read = (
        _("Read and agreed at {time}.", time=clock(at))
        if at
        else _("The time it was read is not recorded.")
    )
    return [note(_("Confidentiality."), f"{read} {minutes.statement}")]


def _corrections(minutes: Minutes) -> list[Block]:
    """Corrections made after approval, each with its day; the minutes themselves stay."""
    if not minutes.corrections:
        return []
    lines = [
        [
            Run(long_day(made.on) + ": ", bold=True),
            Run(made.text + (f" ({made.by})" if made.by else "")),
        ]
        for made in minutes.corrections
    ]
    return [
        section(_("Corrections since approval"), key="corrections", level=1),
        *bullets(lines, TYPE.body),
    ]


Part = tuple[str, list[Block]]
"""A section's title and what it holds; a section that holds nothing is left out."""


def _attendance(minutes: Minutes) -> Part:
    title = _("Who took part")
    if not minutes.attendance:
        return title, [Text(_("Nobody is recorded as present."), TYPE.body)]
    columns = [
        Column(_("Agency"), share=1, bold=True),
        Column(_("Name and role"), share=1.1),
        Column(_("Attendance"), share=1),
    ]
    rows = [(line.agency, name_and_role(line), came(line)) for line in minutes.attendance]
    return title, [Table(columns, rows, TYPE)]


def _previous(minutes: Minutes) -> Part:
    return _("Minutes of the last meeting"), prose(minutes.previous, TYPE.body)


def _outstanding(minutes: Minutes) -> Part:
    """Kept apart: what could not be done is nobody's fault, what was not done is to be asked."""
    stood = _action_part(_("Could not be done: something stood in the way"), minutes.could_not)
    waits = _action_part(_("Not done yet"), minutes.not_done)
    done = _action_part(_("Finished since the last meeting"), minutes.done)
    return _("Actions from earlier meetings"), stood + waits + (done if minutes.done else [])


def _action_part(title: str, actions: tuple[ActionLine, ...]) -> list[Block]:
    if not actions:
        return [subsection(title), Text(_("None."), TYPE.body)]
    return [subsection(title), outstanding_actions(actions, TYPE)]


def _people(minutes: Minutes) -> Part:
    parts: list[Block] = []
    for person in minutes.people:
        made = discussed(person, minutes.imprint.issued_on)
        is_short = height_of(made, PAGE) <= PAGE.full * _WHOLE
        parts += [Group(made)] if is_short else made
    if not parts:
        nobody = _("Nobody this copy tells of.") if minutes.is_part else _("Nobody was discussed.")
        return _("People discussed"), [Text(nobody, TYPE.body)]
    told = [Text(minutes.presence, TYPE.body)] if minutes.presence else []
    return _("People discussed"), [*told, *parts]


def _other_actions(minutes: Minutes) -> Part:
    title = _("Other actions agreed")
    if not minutes.other_actions:
        return title, []
    today = minutes.imprint.issued_on
    return title, [agreed_actions(minutes.other_actions, TYPE, today, named=True)]


def _escalations(minutes: Minutes) -> Part:
    title = _("Escalations agreed")
    if not minutes.escalations:
        return title, []
    return title, [escalation_table(minutes.escalations, TYPE, minutes.imprint.issued_on)]


def _noted(minutes: Minutes) -> Part:
    """What stands in the way of whom, and the gaps of the system that were raised."""
    parts: list[Block] = []
    for title, found in (
        (_("In the way"), minutes.barriers),
        (_("Gaps raised"), minutes.gaps),
    ):
        if found:
            parts += [subsection(title), *bullets(list(map(_noted_line, found)), TYPE.body)]
    return _("Barriers and gaps noted"), parts


def _noted_line(one: NotedLine) -> list[Run]:
    lead = ", ".join(filter(None, (one.person, one.number)))
    runs = [Run(f"{lead}: ", bold=True)] if lead else []
    agency = f" ({one.agency})" if one.agency else ""
    return [*runs, Run(" ".join(paragraphs(one.text)) + agency)]


def _topics(minutes: Minutes) -> Part:
    parts: list[Block] = []
    for topic in minutes.topics:
        parts += labelled(topic.title + ".", topic.text, TYPE.body)
    return _("Other points"), parts


def _sign_off(minutes: Minutes) -> Part:
    is_draft = minutes.stage is MinutesStage.DRAFT
    grid = facts(
        [
            Fact(_("Chair"), minutes.meeting.chair),
            Fact(_("Issued"), _("Not yet") if is_draft else long_day(minutes.issued_on)),
            Fact(_("Next meeting"), long_day(minutes.meeting.next_day)),
        ]
    )
    parts: list[Block] = [grid, _approval(minutes)]
    if minutes.distribution:
        title = _("To be sent to") if is_draft else _("Sent to")
        parts += [subsection(title), *listed(minutes.distribution, TYPE.body)]
    return _("Sign-off"), [Group(parts)]


_PARTS = (
    _attendance,
    _previous,
    _outstanding,
    _people,
    _other_actions,
    _escalations,
    _noted,
    _topics,
    _sign_off,
)


def _approval(minutes: Minutes) -> Text:
    if minutes.stage is not MinutesStage.APPROVED:
        return Text(_("Waiting for the chair's approval."), TYPE.body)
    words = _("Approved as a true record.")
    kept = [approval_words(minutes), *paragraphs(minutes.approval_note)]
    return Text(" ".join([words, *kept]), TYPE.body)


def approval_words(minutes: Minutes) -> str:
    """Who approved them and when, as far as it is known."""
    return _(
        "By {name}, {day}.", name=known(minutes.approved_by), day=long_day(minutes.approved_on)
    )
