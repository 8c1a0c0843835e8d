"""What stands in the list of each part, and what can be done with it. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from coordinator.domain.learning.notes import NoteRow
from coordinator.domain.learning.programmes import PlaceRow, ProgrammeRow
from coordinator.domain.learning.reviews import MOVES, ReviewRow
from coordinator.domain.learning.themes import ThemeRow
from coordinator.domain.learning.views import Shared
from coordinator.domain.lists.learning import LearningTag, SharedWith
from coordinator.domain.long_over import is_long_over
from coordinator.domain.states import ReviewStatus
from coordinator.ui.places.learning import LearningPart
from coordinator.wording import dates
from coordinator.wording import learning as words
from coordinator.wording.labels import label as words_for
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import N_, _, ngettext

Row = NoteRow | ReviewRow | ProgrammeRow | ThemeRow | Shared


class Deed(Enum):
    """One thing that can be done on this page."""

    ADD = "add"
    TAKE_UP = "take_up"
    CHANGE = "change"
    SHARE = "share"
    END = "end"
    RECOMMEND = "recommend"
    REPORT = "report"
    CLOSE = "close"
    REOPEN = "reopen"
    JOIN = "join"
    BAND = "band"
    COUNT_PERSON = "count_person"
    COUNT_GAP = "count_gap"


DEEDS = {
    Deed.TAKE_UP: N_("Make a note of it"),
    Deed.SHARE: N_("Share it without names"),
    Deed.RECOMMEND: N_("Add a recommendation"),
    Deed.REPORT: N_("It was reported"),
    Deed.CLOSE: N_("Close it"),
    Deed.REOPEN: N_("Take it up again"),
    Deed.JOIN: N_("Somebody joins"),
    Deed.BAND: N_("Enter how grave it is"),
    Deed.COUNT_PERSON: N_("Count somebody"),
    Deed.COUNT_GAP: N_("Count a gap"),
    Deed.CHANGE: N_("Change"),
    Deed.END: N_("End it"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line below an entry: an action of a review, or who belongs to a programme."""

    words: str = field(repr=False)
    row: PlaceRow | None = None
    action: UUID | None = None
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, as words.

    Attributes:
        cells: What stands in its columns.
        facts: Said in one line below its title.
        texts: What was written, each with what it is.
    """

    row: Row
    title: str = field(repr=False)
    cells: tuple[str, str, str] = field(repr=False)
    facts: tuple[str, ...] = field(repr=False)
    texts: tuple[tuple[str, str], ...] = field(repr=False)
    deeds: tuple[Deed, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What it is known by when the list is read again."""
        of = self.row.subject if isinstance(self.row, NoteRow) else None
        return self.row.id, of

    @property
    def is_open(self) -> bool:
        """Whether a review is still to be brought to its end; of other entries nothing is."""
        return isinstance(self.row, ReviewRow) and self.row.closed_on is None

    def is_long_over(self, today: date) -> bool:
        """Whether it was written, or closed, more than a year ago."""
        match self.row:
            case NoteRow() | Shared():
                return is_long_over(self.row.noted_on, today)
            case ReviewRow(closed_on=date() as closed):
                return is_long_over(closed, today)
            case _:  # what of programmes and themes ended is asked for beside the list
                return False


def headings_of(part: LearningPart) -> tuple[str, str, str, str]:
    """Name the columns of a part."""
    named = {
        LearningPart.NOTES: (_("What happened"), _("About"), _("Tag"), _("Told to")),
        LearningPart.REVIEWS: (_("Review"), _("Of"), _("Status"), _("Recommendations")),
        LearningPart.PROGRAMMES: (_("Programme"), _("From"), _("Until"), _("People now")),
        LearningPart.THEMES: (_("Theme"), _("Overall"), _("People"), _("Gaps")),
    }
    return named[part]


def of_note(row: NoteRow, *, may_edit: bool, may_share: bool) -> Entry:
    """Show a note, or what was said at a closing or a meeting."""
    deeds: list[Deed] = []
    if may_edit and row.id is None:
        deeds = [Deed.TAKE_UP]
    elif may_edit and row.stands:
        deeds = [*([Deed.SHARE] if may_share else []), Deed.CHANGE, Deed.END]
    beyond = row.shared_with is not SharedWith.PANEL
    return Entry(
        row,
        row.happened,
        (
            words.about_words(row),
            words_for(row.tag) if row.tag else "",
            words_for(row.shared_with) if row.id else _("Not a note yet"),
        ),
        tuple(words.note_facts(row)),
        (
            (_("What we would do differently"), row.differently),
            (_("Told without names"), row.telling if beyond else ""),
        ),
        tuple(deeds),
    )


def of_shared(row: Shared) -> Entry:
    """Show what is told beyond the panel of what was learnt."""
    tag = words_for(row.tag) if row.tag else ""
    facts = (dates.plain_day(row.noted_on), *filter(None, (tag,)))
    return Entry(row, row.telling, ("", tag, words_for(row.shared_with)), facts, ())


def of_review(row: ReviewRow) -> Entry:
    """Show a review, with what it recommended and what came of it."""
    moves = MOVES[row.status]
    is_open = row.status is not ReviewStatus.CLOSED
    deeds = (
        *((Deed.RECOMMEND, Deed.CHANGE) if is_open else ()),
        *((Deed.REPORT,) if ReviewStatus.REPORTED in moves else ()),
        *((Deed.CLOSE,) if ReviewStatus.CLOSED in moves else ()),
        *((Deed.REOPEN,) if ReviewStatus.BEGUN in moves else ()),
    )
    return Entry(
        row,
        row.title,
        (
            row.who or words_for(row.review_kind),
            words_for(row.status),
            words.acted_on_words(row.recommended),
        ),
        tuple(words.review_facts(row)),
        ((_("What it found"), row.found), (_("Why it was closed"), row.close_reason)),
        deeds,
        tuple(Line(words.recommended_words(one), action=one.action_id) for one in row.recommended),
    )


def of_programme(row: ProgrammeRow, today: date, *, may_edit: bool) -> Entry:
    """Show a programme with who belongs to it."""
    runs = may_edit and row.ended_on is None
    now = row.now(today)
    count = ngettext("{count} person now", "{count} people now", len(now))
    ended = _("Ended: {why}", why=row.end_reason) if row.ended_on else ""
    return Entry(
        row,
        row.name,
        (_day(row.from_on), _day(row.to_on), str(len(now))),
        tuple(filter(None, (count, ended))),
        ((_("Note"), row.note),),
        (Deed.JOIN, Deed.CHANGE, Deed.END) if runs else (),
        tuple(_place(one) for one in row.places),
    )


def of_theme(row: ThemeRow, *, may_edit: bool) -> Entry:
    """Show a theme; who is counted in it is named nowhere."""
    deeds = (Deed.BAND, Deed.COUNT_PERSON, Deed.COUNT_GAP, Deed.CHANGE, Deed.END)
    return Entry(
        row,
        row.title,
        (words.overall_words(row), number_words(row.people), str(row.gaps)),
        tuple(words.theme_facts(row)),
        (
            (_("What it is"), row.description),
            (_("Overall"), words.overall_words(row) if row.is_banded else ""),
            (_("Why"), row.overall_reason),
            (_("What we do not know"), row.unknowns),
        ),
        deeds if may_edit and row.ended_on is None else (),
    )


def tags() -> Iterable[tuple[LearningTag | None, str]]:
    """List what notes may be narrowed to."""
    yield None, _("All notes")
    for one in LearningTag:
        yield one, words_for(one)


def _place(one: PlaceRow) -> Line:
    since = dates.plain_day(one.from_on)
    if one.to_on is None:
        told = _("{who}, since {day}", who=one.reference, day=since)
    else:
        until = dates.plain_day(one.to_on)
        told = _("{who}, {day} to {until}", who=one.reference, day=since, until=until)
    return Line(told, one if one.to_on is None else None, person=one.person_id)


def _day(day: date | None) -> str:
    return dates.plain_day(day) if day is not None else ""
