"""An extract of the audit log, as PDF, spreadsheet or separated values: recorded, written."""

from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.records.extracts import record_extract
from coordinator.casework.records.trail import read_extract
from coordinator.domain.papers.office import Listing, OfficePaper, OfficePart
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.records.trail import TrailFilter, TrailRow
from coordinator.exports.files.office_sheet import listing_sheet, listing_values
from coordinator.exports.layout.counting import page_count
from coordinator.exports.naming import file_name
from coordinator.papers import lines
from coordinator.runtime.writing import target_faults, write_atomically
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.trail import about_words, limits_words, narrowed_words, what_words
from coordinator.wording.translation import _

_A_QUARTER = timedelta(days=91)


class Form(StrEnum):
    """As what an extract is taken; also how its file ends."""

    PDF = "pdf"
    SHEET = "xlsx"
    VALUES = "csv"


def extract_model(desk: Desk, wanted: TrailFilter) -> OfficePaper:
    """Read the extract and put it into words; nothing is recorded or written yet.

    Raises:
        NotPermittedError: The role takes no extract.
        InvalidFieldsError, MissingRecordError: As for the audit log itself.
    """
    page = read_extract(desk, wanted)
    title = _("Audit log")
    listing = Listing(
        (_("No."), _("When"), _("Who"), _("What"), _("About"), _("Why")),
        (0, 0, 0, 1, 0, 0),
        tuple(_row(one) for one in page.rows),
    )
    parts = (
        OfficePart(
            narrowed_words(wanted),
            listing=listing,
            nothing=_("There is no entry of that kind in these days."),
        ),
        OfficePart(_("What this can show, and what not"), points=limits_words()),
    )
    imprint = lines.imprint(read_panel_face(desk), WHOLE_PANEL, title, desk.today())
    note = _("Newest first. Reasons stay in the store: they are somebody's own words.")
    if page.before is not None:
        note = " ".join((note, _("Older entries are left out: take a shorter time.")))
    return OfficePaper(imprint, title, dates.long_day(desk.today()), note, parts)


def audit_model(desk: Desk, _audience: Audience) -> OfficePaper:
    """Read the extract of the last quarter, as the command line takes it."""
    today = desk.today()
    return extract_model(desk, TrailFilter(first=today - _A_QUARTER, last=today))


def write_extract(model: OfficePaper, form: Form) -> bytes:
    """Write an extract as a table; a PDF is laid out elsewhere."""
    listing = model.parts[0].listing or Listing((), ())
    if form is Form.VALUES:
        return listing_values(listing)
    mark = model.imprint
    return listing_sheet(listing, model.title, on=mark.issued_on, marking=mark.marking)


def keep_extract(
    desk: Desk, wanted: TrailFilter, content: bytes, folder: Path, form: Form
) -> Path:
    """Record an extract and write it; gives its path.

    Raises:
        NotPermittedError, ReasonNeededError: As for `record_extract`.
        ExportTargetError: It could not be written there.
    """
    face = read_panel_face(desk)
    days = "_".join(day.isoformat() for day in (wanted.first, wanted.last) if day is not None)
    kind = "_".join(filter(None, ("audit-log", days.replace("_", " to "))))
    path = folder / file_name(
        face.prefix or "panel", kind, desk.today(), label(face.marking), form.value
    )
    pages = page_count(content) if form is Form.PDF else 1
    subject = _subject(wanted, desk.today())
    record_extract(desk, content, pages=pages, subject=subject, reference=wanted.reference)
    with target_faults(path):
        write_atomically(path, content)
    return path


def _subject(wanted: TrailFilter, today: date) -> str:
    last = wanted.last or today
    first = wanted.first.isoformat() if wanted.first else ""
    return " ".join(filter(None, (first, "to", last.isoformat())))


def _row(row: TrailRow) -> tuple[str, ...]:
    return (
        str(row.number),
        _("{day}, {time}", day=_day(row), time=dates.clock(row.at)),
        row.who,
        what_words(row),
        about_words(row),
        _("Given") if row.has_reason else "-",
    )


def _day(row: TrailRow) -> str:
    return dates.table_day(row.at.astimezone(dates.HOME).date())
