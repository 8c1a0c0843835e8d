"""Returns sheets: read for each agency by what it may be told, written, recorded as they leave."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from coordinator.casework.actions.lists import find_actions
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.disclosing.reading import next_disclosure_number
from coordinator.casework.disclosing.recording import MadePaper, record_disclosure
from coordinator.casework.disclosing.sendings import read_sending
from coordinator.casework.meetings.reading import next_meeting
from coordinator.casework.packs.paper_reads import read_audience_of, read_panel_face
from coordinator.casework.returns.marking import sheet_code
from coordinator.domain.actions.rows import ActionFilter, ActionRow, Cursor
from coordinator.domain.directory.rules import AgencyRow
from coordinator.domain.disclosing.log import numbered, references_in
from coordinator.domain.disclosing.sendings import (
    NOTHING_ASKED,
    Sending,
    SendingFacts,
    check_reason,
)
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.meetings.views import MeetingRow
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.papers.returns import ReturnLine, ReturnSheet
from coordinator.domain.person.case_sheets import Audience, PanelFace
from coordinator.domain.progress import Progress
from coordinator.domain.returns.codes import Basis
from coordinator.domain.roles import Right, check
from coordinator.exports.naming import file_name
from coordinator.papers import lines
from coordinator.papers.sendings import copy_words, write
from coordinator.papers.withholding import without_withheld
from coordinator.runtime.writing import free_path
from coordinator.wording.labels import label
from coordinator.wording.translation import _

USUALLY = timedelta(days=7)
"""How far ahead is asked when no meeting is in the calendar."""
PAPER = "returns"
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheets: of one agency or all, with what is due by the next meeting or all open."""

    agency: UUID | None = None
    all_open: bool = False


@dataclass(frozen=True, slots=True)
class ReturnDraft:
    """The sheet of one agency before it is written.

    Attributes:
        name: Of its file; never a person's.
        wanted: What was asked for: it is asked again before the sheet leaves.
        number: That stands at the foot of its pages.
        facts: What is asked before it goes out.
    """

    audience: Audience = field(repr=False)
    model: ReturnSheet = field(repr=False)
    name: str
    wanted: Wanted
    number: str = ""
    facts: SendingFacts = NOTHING_ASKED


@dataclass(frozen=True, slots=True)
class Going:
    """How sheets go out.

    Attributes:
        reasons: By agency, for those something is not as usual about.
        channel: How they go to agencies without secure e-mail; nothing when nobody said so.
    """

    proportionality: str = ""
    reasons: Mapping[UUID, str] = field(default_factory=dict)
    channel: Channel | None = None

    def to(self, draft: ReturnDraft) -> Sending:
        """Say it of one of them."""
        known = draft.facts.has_secure_email
        agency = draft.audience.agency
        return Sending(
            proportionality=self.proportionality,
            channel=Channel.SECURE_MAIL if known else self.channel,
            reason=self.reasons.get(agency, "") if agency else "",
        )


def draft_returns(desk: Desk, wanted: Wanted) -> tuple[ReturnDraft, ...]:
    """Read the sheet of every agency that has actions to ask about; overdue ones always.

    Raises:
        NotPermittedError: The role may send nothing out.
    """
    check(desk.sitter.role, Right.EXPORT_PANEL)
    asked = _Asked(read_panel_face(desk), next_meeting(desk), desk.today(), wanted)
    taken: set[str] = set()
    first = next_disclosure_number(desk)
    drafts: list[ReturnDraft] = []
    for agency in read_directory(desk).agencies:
        if wanted.agency not in {None, agency.id}:
            continue
        audience = read_audience_of(desk, agency.id)
        if rows := tuple(_rows(desk, asked, agency, audience)):
            name = _free(asked.name_for(agency), taken)
            model = _model(desk, asked, audience, rows)
            number = numbered(first, len(drafts))
            facts = _facts(desk, model, agency.id, asked.panel.prefix)
            drafts.append(ReturnDraft(audience, model, name, wanted, number, facts))
    return tuple(drafts)


def write_out(drafts: Sequence[ReturnDraft], progress: Progress) -> tuple[bytes, ...]:
    """Write the sheets in memory; needs no store.

    Raises:
        CancelledError: The person stopped it.
    """
    from coordinator.exports.files.return_sheet import (
        return_sheet,  # loads the writer of spreadsheets
    )

    written = []
    for done, draft in enumerate(drafts):
        progress.step(done, len(drafts))
        written.append(return_sheet(draft.model, copy_words(draft.number)))
    return tuple(written)


def keep_returns(
    desk: Desk,
    drafts: Sequence[ReturnDraft],
    contents: Sequence[bytes],
    folder: Path,
    going: Going | None = None,
) -> Done[tuple[Path, ...]]:
    """Record every sheet with its hash, then write it; gives the paths.

    Writing sheets takes a while: what an agency must not be told may have been noted meanwhile.

    Args:
        desk: Who sends them out.
        drafts: What was read.
        contents: The sheets, written.
        folder: Where they go.
        going: Why they go, and how.

    Raises:
        GuardError: `returns-changed`: a sheet would not hold the same rows now; `number-taken`:
            another paper got their number; none was written.
        ReasonNeededError: Something is not as usual about an agency, and nobody said why.
        ExportTargetError: One could not be written there, as the log says; those before it stay.
    """
    going = going or Going()
    _check_as_drafted(desk, drafts)
    for draft in drafts:
        check_reason(draft.facts.prompts, going.to(draft).reason)
    panel = read_panel_face(desk)
    paths = []
    for draft, content in zip(drafts, contents, strict=True):
        path = free_path(folder / draft.name)
        made = MadePaper(
            paper=PAPER,
            subject=draft.model.imprint.reference,
            marking=panel.marking,
            pages=1,
            content=content,
            recipient=draft.audience.name,
            agency=draft.audience.agency,
            references=references_in(draft.model, panel.prefix),
            sending=going.to(draft),
            number=draft.number,
        )
        paths.append(write(desk, path, content, record_disclosure(desk, made).result))
    return Done(tuple(paths), Changes(frozenset({RecordKind.DISCLOSURE})))


def _check_as_drafted(desk: Desk, drafts: Sequence[ReturnDraft]) -> None:
    """Refuse sheets of which one says something else, or nothing, when it is read again."""
    now: dict[tuple[UUID | None, Wanted], tuple[ReturnLine, ...]] = {}
    for wanted in {one.wanted for one in drafts}:
        for again in draft_returns(desk, wanted):
            now[again.audience.agency, wanted] = again.model.lines
    changed = [
        one for one in drafts if now.get((one.audience.agency, one.wanted)) != one.model.lines
    ]
    if changed:
        raise GuardError("returns-changed", len(changed))


def _facts(desk: Desk, model: ReturnSheet, agency: UUID, prefix: str) -> SendingFacts:
    return read_sending(desk, agency, references=references_in(model, prefix))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is the same for every sheet made at once."""

    panel: PanelFace
    meeting: MeetingRow | None
    today: date
    wanted: Wanted

    @property
    def until(self) -> date | None:
        """The last due date that is asked about; nothing for all that is open."""
        if self.wanted.all_open:
            return None
        return max(self.meeting.on, self.today) if self.meeting else self.today + USUALLY

    def name_for(self, agency: AgencyRow) -> str:
        """Name the file of an agency."""
        kind = f"{PAPER}_{agency.short_name or agency.name}"
        panel = self.panel.prefix or "panel"
        return file_name(panel, kind, self.today, label(self.panel.marking), "xlsx")


def _rows(desk: Desk, asked: _Asked, agency: AgencyRow, audience: Audience) -> Iterator[ActionRow]:
    wanted = ActionFilter(agency_id=agency.id, due_until=asked.until)
    after: Cursor | None = None
    while True:
        page = find_actions(desk, wanted, after=after, limit=_PAGE, reader=audience.reader)
        yield from page.rows
        after = page.after
        if after is None:
            return


def _model(
    desk: Desk, asked: _Asked, audience: Audience, rows: Sequence[ActionRow]
) -> ReturnSheet:
    panel, meeting = asked.panel, asked.meeting
    whole = ReturnSheet(
        imprint=lines.imprint(panel, audience, panel.prefix or _("Returns"), asked.today),
        agency=audience.name,
        code=sheet_code(desk, audience).text,
        lines=tuple(_line(row) for row in rows),
        meeting_on=meeting.on if meeting else None,
    )
    return without_withheld(desk, whole, audience)


def _line(row: ActionRow) -> ReturnLine:
    return ReturnLine(
        number=row.number,
        person=lines.in_a_list(row.reference, row.name) or _("The panel"),
        text=row.text,
        owner=row.owner.asked or _("Owner to agree"),
        due=row.due_on,
        stood=label(row.status),
        code=Basis(row.id, row.revision, row.status, row.due_on).text,
    )


def _free(name: str, taken: set[str]) -> str:
    """Give agencies of the same short name a file each."""
    stem, count = Path(name).stem, 1
    while name.casefold() in taken:
        count += 1
        name = f"{stem}_{count}.xlsx"
    taken.add(name.casefold())
    return name
