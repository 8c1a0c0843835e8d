"""What the papers of a meeting share: its facts, and who came."""

from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.meeting import AttendanceLine, MeetingFacts
from coordinator.exports.documents.opening import started
from coordinator.exports.layout.blocks import Block
from coordinator.exports.layout.panels import Chip
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.tokens import SOFT, TYPE, Type
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import clock, long_day
from coordinator.wording.translation import _


def meeting_line(meeting: MeetingFacts) -> str:
    """The kind of meeting and its day."""
    return ", ".join(part for part in (meeting.kind, long_day(meeting.day)) if part)


def meeting_facts(meeting: MeetingFacts) -> list[Fact]:
    """When, where, who leads and who writes."""
    return [
        Fact(_("Time"), _times(meeting)),
        Fact(_("Place"), meeting.place),
        Fact(_("Chair"), meeting.chair),
        Fact(_("Minutes by"), meeting.minute_taker),
        Fact(_("Quorum"), meeting.quorum),
    ]


def _times(meeting: MeetingFacts) -> str:
    if meeting.starts is None:
        return ""
    if meeting.ends is None:
        return _("from {start}", start=clock(meeting.starts))
    return _("{start} to {end}", start=clock(meeting.starts), end=clock(meeting.ends))


def name_and_role(line: AttendanceLine, type_: Type = TYPE) -> list[Block]:
    """The member, the role under the name."""
    parts: list[Block] = [Text(started(line.name), type_.cell, kind="")]
    if line.role:
        parts.append(Text(Run(line.role, colour=SOFT), type_.cell, kind=""))
    return parts


def came(line: AttendanceLine) -> list[Block]:
    """Present, absent or represented; what was sent under it."""
    parts: list[Block] = [Chip(line.result, TYPE.chip)] if line.result.text else []
    if line.information:
        parts.append(Text(Run(line.information, colour=SOFT), TYPE.cell, kind=""))
    return parts or [Text(started(""), TYPE.cell, kind="")]
