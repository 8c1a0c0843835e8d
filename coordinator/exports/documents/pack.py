"""The meeting pack: cover, contents, agenda, attendance sheet, tracker, a sheet a person."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from coordinator.domain.papers.imprint import Fact
from coordinator.domain.papers.meeting import AttendanceLine
from coordinator.domain.papers.pack import CaseSheet, ContactLine, Pack, ReferralSheet
from coordinator.exports.documents.agenda import agenda_section
from coordinator.exports.documents.case_sheets import case_sheet, closure_sheet, referral_sheet
from coordinator.exports.documents.escalations import escalation_table
from coordinator.exports.documents.meetings import meeting_line, name_and_role
from coordinator.exports.documents.opening import (
    facts,
    hidden,
    labelled,
    note,
    opening,
    section,
    started,
)
from coordinator.exports.documents.sheet_cuts import CUTS
from coordinator.exports.documents.tracker import tracker_blocks
from coordinator.exports.layout.blocks import Blank, Block, Group, NewPage
from coordinator.exports.layout.contents import contents
from coordinator.exports.layout.fitting import Fitting, height_of, run_over
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import PAGE, Paper
from coordinator.exports.layout.stamping import CopyLine
from coordinator.exports.layout.tables import Cell, Column, Table, fitted
from coordinator.exports.layout.tokens import A4, A4_LANDSCAPE, TYPE, Type
from coordinator.wording.dates import long_day
from coordinator.wording.translation import _, ngettext

_SIGNATURE = 24.0  # points of height to sign in
_VISITORS = 2  # empty lines on the attendance sheet
_ABREAST = (1, 2, 3)  # people on a line of the contents
_MOST_LEFT = 0.7  # of the last page of the contents

Entry = tuple[str, str, int]
"""A line of the contents: words, key and level."""


def pack_paper(pack: Pack) -> Paper:
    """Compose the pack of one meeting."""
    entries: list[Entry] = []
    body: list[Block] = []
    for name, part in _PARTS.items():
        if name not in pack.without:
            body += part(pack, entries)
    cover = _cover(pack)
    blocks = [*cover, *_contents(entries, cover), *body]
    day = long_day(pack.agenda.meeting.day)
    name = _("{panel}: pack for {day}", panel=pack.imprint.panel, day=day)
    return Paper(name, pack.imprint, blocks)


def _cover(pack: Pack) -> list[Block]:
    title = f"{_('Meeting pack')}: {pack.variant}" if pack.variant else _("Meeting pack")
    destroy = long_day(pack.destroy_by) if pack.destroy_by else ""
    told = pack.counts or (Fact(_("In this copy"), _people_in(pack)),)
    copy = [] if pack.is_stamped else [Fact(_("Copy for"), pack.imprint.recipient)]
    return [
        *opening(pack.imprint, title, meeting_line(pack.agenda.meeting)),
        *([CopyLine()] if pack.is_stamped else []),
        facts([*copy, *told, Fact(_("Return or destroy by"), destroy)]),
        note(_("Confidentiality."), pack.statement),
    ]


def _people_in(pack: Pack) -> str:
    """Count whom the copy is about, so that its reader sees whether a sheet is missing."""
    people, new, ready = len(pack.cases), len(pack.referrals), len(pack.closures)
    parts = [ngettext("{count} person", "{count} people", people)]
    if new:
        parts.append(ngettext("{count} new referral", "{count} new referrals", new))
    if ready:
        parts.append(_("{count} ready to step down", count=ready))
    return ", ".join(parts)


def _contents(entries: Sequence[Entry], cover: Sequence[Block]) -> list[Block]:
    """List them under the cover; people stand abreast where a page would end in few lines."""
    ways = []
    for columns in _ABREAST:
        pages, left = run_over([*cover, *_listed(entries, columns)], PAGE)
        if pages == 1 or left < PAGE.full * _MOST_LEFT:
            ways.append((pages, columns))
    if not ways:
        return [NewPage(), *_listed(entries, _ABREAST[-1])]
    _pages, columns = min(ways)
    return _listed(entries, columns)


def _listed(entries: Sequence[Entry], columns: int) -> list[Block]:
    return [section(_("Contents")), *contents(entries, TYPE.body, columns)]


def _start(words: str, key: str, entries: list[Entry]) -> Text:
    """The heading of a section, listed in the contents and in the side bar."""
    entries.append((words, key, 0))
    return section(words, key=key, level=1)


def _agenda(pack: Pack, entries: list[Entry]) -> list[Block]:
    title, key = _("Agenda"), "agenda"
    entries.append((title, key, 0))
    heading = partial(section, title, key=key, level=1)
    return [NewPage(), *agenda_section(pack.agenda, heading)]


def _attendance(pack: Pack, entries: list[Entry]) -> list[Block]:
    heading = _start(_("Attendance sheet"), "attendance", entries)
    if not pack.attendance:
        return [NewPage(), heading, Text(_("No seat is recorded."), TYPE.body)]
    page = PAGE.without(height_of([heading], PAGE) + TYPE.section.after)
    table = Fitting(TYPE).largest(lambda type_: [_signatures(pack.attendance, type_)], page)
    return [NewPage(), heading, *table]


def _signatures(seats: Sequence[AttendanceLine], type_: Type) -> Table:
    """A row to sign in for each seat and for some visitors."""
    columns = [
        Column(_("Agency or seat"), share=1.2, bold=True),
        Column(_("Name and role"), share=1.2),
        Column(_("Conflict of interest?"), share=0.7),
        Column(_("Signed: I keep the statement"), share=1),
    ]
    blank = Blank(_SIGNATURE)
    rows = [(line.agency, name_and_role(line, type_), blank, blank) for line in seats]
    rows += [(_("Visitor"), [blank], blank, blank)] * _VISITORS
    return Table(columns, rows, type_)


def _tracker(pack: Pack, entries: list[Entry]) -> list[Block]:
    if pack.tracker is None:
        return []
    tracker = pack.tracker
    heading = _start(_("Action tracker"), "tracker", entries)
    told = "; ".join(part for part in (tracker.agency, tracker.scope) if part.strip())
    scope = [Text(told, TYPE.small)] if told else []
    return [NewPage(A4_LANDSCAPE), heading, *scope, *tracker_blocks(tracker)]


def _people(pack: Pack, entries: list[Entry]) -> list[Block]:
    today = pack.imprint.issued_on
    sheets = [
        Sheet(one.reference, one.initials, partial(_on_one_side, one, today), is_bare=one.is_bare)
        for one in pack.cases
    ]
    return _sheets(_("People"), "people", sheets, entries)


def _referrals(pack: Pack, entries: list[Entry]) -> list[Block]:
    today = pack.imprint.issued_on
    sheets = [
        Sheet(
            one.reference,
            one.initials,
            _in_whole(partial(referral_sheet, one, today=today)),
            is_bare=one.is_bare,
        )
        for one in pack.referrals
    ]
    follows = _has_bare(pack.cases)
    return _sheets(_("New referrals"), "referrals", sheets, entries, follows=follows)


def _closures(pack: Pack, entries: list[Entry]) -> list[Block]:
    sheets = [
        Sheet(one.reference, one.initials, _in_whole(partial(closure_sheet, one)))
        for one in pack.closures
    ]
    return _sheets(_("Ready to step down?"), "closures", sheets, entries)


Fit = Callable[[Fitting, Sequence[Block]], list[Block]]
"""Makes a sheet in the largest type that leaves it on one page under what stands above it."""


class Sheet(NamedTuple):
    """Reference and initials for the contents, and what makes the sheet."""

    reference: str
    initials: str
    make: Fit
    is_bare: bool = False


def _on_one_side(
    case: CaseSheet, today: date, fitting: Fitting, above: Sequence[Block]
) -> list[Block]:
    """The sheet as large as fits; where the smallest type is too large, less is listed."""
    blocks: list[Block] = []
    for cut in CUTS:
        make = partial(case_sheet, case, today=today, cut=cut)
        blocks = _in_whole(make)(fitting, above)
        if height_of(blocks, PAGE) <= PAGE.left:
            break
    return blocks


def _in_whole(make: Callable[[Type], list[Block]]) -> Fit:
    return lambda fitting, above: fitting.largest(lambda type_: [*above, *make(type_)], PAGE)


def _has_bare(sheets: Iterable[CaseSheet | ReferralSheet]) -> bool:
    """Whether a section ends with somebody of whom next to nothing may be printed."""
    return any(one.is_bare for one in sheets)


def _sheets(
    title: str,
    key: str,
    sheets: Sequence[Sheet],
    entries: list[Entry],
    *,
    follows: bool = False,
) -> list[Block]:
    """Sheets of one section, each on a page of its own, its type as large as the page allows.

    Those of whom next to nothing may be printed come last and share a page. If the section
    `follows` on others of these, and begins with such a one, it shares theirs.
    """
    if not sheets:
        return []
    heading = _start(title, key, entries)
    blocks: list[Block] = []
    fitting = Fitting(TYPE)
    ordered = sorted(sheets, key=lambda one: one.is_bare)
    for place, one in enumerate(ordered):
        entries.append((hidden(one.reference, one.initials), f"person-{one.reference}", 1))
        above: list[Block] = [] if place else [heading]
        made = one.make(fitting, above)
        shares = one.is_bare and (ordered[place - 1].is_bare if place else follows)
        blocks += [Group(made)] if shares else [NewPage(A4), *made]
    return blocks


def _escalations(pack: Pack, entries: list[Entry]) -> list[Block]:
    if not pack.escalations:
        return []
    heading = _start(_("Escalations"), "escalations", entries)
    table = escalation_table(pack.escalations, TYPE, pack.imprint.issued_on)
    shares = not pack.closures and _has_bare(pack.referrals or pack.cases)
    high = height_of([heading, table], PAGE) if shares else None
    return [NewPage(A4, unless=high), heading, table]


def _terms(pack: Pack, entries: list[Entry]) -> list[Block]:
    if not pack.terms:
        return []

    def make(type_: Type) -> list[Block]:
        blocks: list[Block] = []
        for term in pack.terms:
            blocks += labelled(term.label + ".", term.value, type_.body)
        return blocks

    heading = _start(_("Terms of reference"), "terms", entries)
    blocks = [heading, *Fitting(TYPE).largest(make, PAGE.without(TYPE.section.leading * 2))]
    return [NewPage(A4, unless=height_of(blocks, PAGE)), *blocks]


def _contacts(pack: Pack, entries: list[Entry]) -> list[Block]:
    if not pack.contacts:
        return []
    heading = _start(_("Contacts"), "contacts", entries)
    table = _contact_table(pack.contacts)
    return [NewPage(A4, unless=height_of([heading, table], PAGE)), heading, table]


def _contact_table(contacts: Sequence[ContactLine]) -> Table:
    """Who is reached how; without a column for e-mail where nobody's is on file."""
    with_email = any(line.email for line in contacts)
    columns = [
        Column(_("Agency or seat"), share=0.9, bold=True),
        Column(_("Name and role"), share=0.9),
        fitted(_("Telephone"), [line.phone or started("") for line in contacts], TYPE),
        *([Column(_("E-mail"), share=1.5)] if with_email else []),
    ]
    rows: list[Sequence[Cell]] = [
        (
            started(line.agency),
            name_and_role(AttendanceLine(line.agency, line.name, line.role)),
            _reached(line, line.phone),
            *([_reached(line, line.email)] if with_email else []),
        )
        for line in contacts
    ]
    return Table(columns, rows, TYPE)


def _reached(line: ContactLine, by: str) -> str:
    return by or ("" if line.is_vacant else started(""))


_PARTS = {
    "agenda": _agenda,
    "attendance": _attendance,
    "tracker": _tracker,
    "people": _people,
    "referrals": _referrals,
    "closures": _closures,
    "escalations": _escalations,
    "terms": _terms,
    "contacts": _contacts,
}
"""The parts in their order, by the names under which they can be left out."""
