"""What the pages on learning say: of notes, reviews, programmes and themes."""

from collections.abc import Iterable, Sequence

from coordinator.domain.learning.notes import About, NoteRow
from coordinator.domain.learning.reviews import (
    Recommended,
    RecommendedAction,
    ReviewRow,
    count_acted_on,
)
from coordinator.domain.learning.themes import ThemeRow
from coordinator.domain.lists.learning import Overall
from coordinator.domain.states import ReviewStatus
from coordinator.wording import dates
from coordinator.wording.labels import inline
from coordinator.wording.labels import label as words_for
from coordinator.wording.small_numbers import number_words
from coordinator.wording.translation import _, ngettext


def about_words(row: NoteRow) -> str:
    """Say what a note is about."""
    told = {
        About.CASE: _("The case of {what}", what=row.about),
        About.MEETING: _("The meeting {what}", what=row.about),
        About.GAP: _("The gap {what}", what=row.about),
        About.REVIEW: _("The review {what}", what=row.about),
        About.PANEL: _("The panel's own work"),
    }
    return told[row.kind]


def note_facts(row: NoteRow) -> Iterable[str]:
    """Say when and by whom a note was written, and who is told."""
    day = dates.plain_day(row.noted_on)
    if row.id is None:
        said = _("Said at the closing of the case, {day}", day=day)
        yield said if row.kind is About.CASE else _("Said at the meeting, {day}", day=day)
        yield _("Not a note yet")
        return
    who = row.noted_by
    yield _("{who}, {day}", who=who, day=day) if who else day
    if row.tag is not None:
        yield words_for(row.tag)
    yield _("Told to: {who}", who=inline(row.shared_with))
    if row.ended_on is not None:
        yield _("Taken back: {why}", why=row.end_reason)


def review_facts(row: ReviewRow) -> Iterable[str]:
    """Say what is looked back on, since when and how far it has come."""
    yield row.number
    yield words_for(row.review_kind)
    if row.who:
        yield row.who
    yield _("Begun {day}", day=dates.plain_day(row.begun_on))
    if row.led_by:
        yield _("Led by {who}", who=row.led_by)
    if row.reference:
        yield _("Known as {what}", what=row.reference)
    if row.status is ReviewStatus.REPORTED:  # of the others the day says it
        yield words_for(row.status)
    if row.closed_on is not None:
        yield _("Closed {day}", day=dates.plain_day(row.closed_on))


def acted_on_words(recommended: Sequence[Recommended]) -> str:
    """Say how many of a review's recommendations were acted on."""
    if not recommended:
        return _("Nothing recommended yet")
    many, done = len(recommended), count_acted_on(recommended)
    return ngettext("{done} of {count} acted on", "{done} of {count} acted on", many, done=done)


def recommended_words(one: RecommendedAction) -> str:
    """Say what was recommended, whose it is and whether it was acted on, and when."""
    who = ", ".join(filter(None, (one.owner, one.agency)))
    if one.acted_on and one.done_on is not None:
        came = _("acted on {day}", day=dates.plain_day(one.done_on))
    else:
        came = _("{status}, due {day}", status=inline(one.status), day=dates.plain_day(one.due_on))
    return _(
        "{what} {number}, {who}: {came}.",
        what=one.recommendation.rstrip(".") + ".",
        number=one.number,
        who=who,
        came=came,
    )


def theme_facts(row: ThemeRow) -> Iterable[str]:
    """Say how grave a theme is taken to be, by whom, and where it is seen."""
    if row.to_public and row.to_partnership and row.mitigation:
        yield _("Risk to the public: {band}", band=inline(row.to_public))
        yield _("Risk to the partnership: {band}", band=inline(row.to_partnership))
        yield _("Ability to mitigate: {band}", band=inline(row.mitigation))
    if row.overall is not None and row.banded_on is not None:
        day = dates.plain_day(row.banded_on)
        yield _("Entered by {who}, {day}", who=row.banded_by, day=day)
    yield _("Seen with people: {count}", count=number_words(row.people))
    yield ngettext("Seen with {count} gap", "Seen with {count} gaps", row.gaps)
    if row.review_on is not None:
        yield _("Look again {day}", day=dates.plain_day(row.review_on))
    if row.ended_on is not None:
        yield _("Off the register: {why}", why=row.end_reason)


def overall_words(row: ThemeRow) -> str:
    """Say the overall as somebody entered it."""
    return words_for(row.overall) if row.overall is not None else _("Not entered yet")


def suggestion_words(found: Sequence[tuple[Overall, int]]) -> str:
    """Say what agencies' published tables made of the same bands; a suggestion only."""
    if not found:
        return _(
            "Agencies' published tables have no row with these three bands: nothing is suggested."
        )
    rows = sum(count for _overall, count in found)
    told = (
        _("{overall} ({count} of {rows})", overall=words_for(one), count=count, rows=rows)
        for one, count in found
    )
    return _(
        "Agencies' published tables gave: {what}. A suggestion only.", what=_(" or ").join(told)
    )
