"""The journey map: read for one audience, cut into stretches a page can hold, put into words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.packs.paper_reads import read_case_facts, read_panel_face
from coordinator.casework.person.journeys import read_journey
from coordinator.domain.papers.journey import (
    JourneyBar,
    JourneyChart,
    JourneyLane,
    JourneyMap,
    JourneyMark,
    JourneyRow,
)
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.person.journeys import (
    DAYS_A_MONTH,
    Happened,
    Journey,
    Lane,
    Span,
    charts_of,
    month_of,
    tries_by_month,
)
from coordinator.exports.composing import PaperKind
from coordinator.papers import lines
from coordinator.papers.bare import check_leaves
from coordinator.wording import dates
from coordinator.wording.journeys import (
    lane_words,
    month_words,
    months_words,
    span_words,
    tries_words,
    turn_words,
    what_words,
)
from coordinator.wording.translation import _, ngettext

_LEAST_DAYS = 30
_MIDDLE = 15  # of a month, in days


def journey_model(
    desk: Desk, person: UUID, audience: Audience, *, for_learning: bool = False
) -> JourneyMap:
    """Read the journey of a person for an audience.

    Args:
        desk: Who asks.
        person: Whose.
        audience: For whom.
        for_learning: Told by lists and months alone: no name, no day, no place, nobody's words.

    Raises:
        MissingRecordError: No such person.
        WithheldError: The audience may not see them.
        BasisLackingError: Without a complete basis they are told of by initials only.
    """
    journey = read_journey(desk, person, reader=audience.reader)
    check_leaves(desk, PaperKind.JOURNEY, person)
    facts = read_case_facts(desk, [person], reader=audience.reader)[person]
    who = lines.in_a_list(facts.reference, facts.name)
    named = _("A journey, for learning") if for_learning else _("Journey of {who}", who=who)
    subject = _("Journey") if for_learning else f"{facts.reference} {_('journey')}"
    mark = lines.imprint(read_panel_face(desk), audience, subject, desk.today())
    telling = _Telling(journey, for_learning=for_learning)
    return JourneyMap(
        imprint=mark,
        title=named,
        person="" if for_learning else facts.reference,
        subtitle=telling.whole(),
        charts=tuple(telling.charts()),
        note=_(
            "Without names, dates, places or anybody's words. Few people have had such a journey:"
            " whoever knows them may know them from it."
        )
        if for_learning
        else "",
    )


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: int
    event: Happened


class _Telling:
    """Puts one journey into words and places, with days or with months alone."""

    def __init__(self, journey: Journey, *, for_learning: bool) -> None:
        self._journey, self._for_learning = journey, for_learning
        self._began, self._ended = journey.began, journey.ended
        self._events = [_Numbered(at, one) for at, one in enumerate(journey.happened, 1)]
        leads = [one for one in journey.spans if one.lane is Lane.LEAD]
        names = dict.fromkeys(one.words for one in leads)
        self._turns = {name: at for at, name in enumerate(names, 1)}

    def whole(self) -> str:
        """Say how long it is, and from when to when where that may be said."""
        months = ngettext("{count} month", "{count} months", month_of(self._ended, self._began))
        if self._for_learning:
            return months
        return f"{dates.period(self._began, self._ended)}, {months}"

    def charts(self) -> Iterator[JourneyChart]:
        """Give each stretch with its lanes and its table."""
        for first, last in charts_of(self._began, self._ended):
            yield self._chart(_Stretch(first, last))

    def _chart(self, at: "_Stretch") -> JourneyChart:
        lanes = tuple(one for lane in Lane if (one := self._lane(lane, at)))
        return JourneyChart(
            title=self._span(at.first, at.last),
            lanes=lanes,
            ticks=tuple(self._ticks(at)),
            rows=tuple(self._rows(at)),
            words=self._alternative(lanes, at),
        )

    def _lane(self, lane: Lane, at: "_Stretch") -> JourneyLane | None:
        bars = tuple(
            JourneyBar(
                at.place(self._drawn_at(one.since)),
                at.place(self._drawn_until(at.after(one))),
                self._short(one),
            )
            for one in self._spans(lane, at)
        )
        marks = tuple(
            JourneyMark(at.place(self._drawn_at(one.event.on, _MIDDLE)), one.number)
            for one in self._events
            if one.event.lane is lane and at.holds(one.event.on)
        )
        density = tuple(self._density(at)) if lane is Lane.CONTACT else ()
        if not (bars or marks or density):
            return None
        return JourneyLane(lane_words(lane), bars, marks, density)

    def _drawn_at(self, on: date, into: int = 0) -> date:
        """Give the day something is drawn at; for learning no nearer than its month."""
        if not self._for_learning:
            return on
        return self._month_begins(month_of(on, self._began)) + timedelta(days=into)

    def _drawn_until(self, on: date) -> date:
        if not self._for_learning:
            return on
        return self._month_begins(month_of(on - timedelta(days=1), self._began) + 1)

    def _density(self, at: "_Stretch") -> Iterator[tuple[float, float, int, int]]:
        counted = tries_by_month(self._journey.tries, self._began, at.first, at.last)
        for month, tried, met in counted:
            begins, ends = self._month_begins(month), self._month_begins(month + 1)
            yield at.place(begins), at.place(ends), tried, met

    def _month_begins(self, month: int) -> date:
        return self._began + timedelta(days=round((month - 1) * DAYS_A_MONTH))

    def _spans(self, lane: Lane, at: "_Stretch") -> list[Span]:
        return [
            one
            for one in self._journey.spans
            if one.lane is lane and one.since <= at.last and at.after(one) > at.first
        ]

    def _short(self, one: Span) -> str:
        if one.lane is Lane.LEAD:
            return self._lead(one)
        return what_words(one.what)

    def _lead(self, one: Span) -> str:
        return turn_words(self._turns[one.words]) if self._for_learning else one.words

    def _ticks(self, at: "_Stretch") -> Iterator[tuple[float, str]]:
        """Name the months: of the calendar, or of the journey."""
        if not self._for_learning:
            on = at.first.replace(day=1)
            while on <= at.last:
                if at.holds(on):
                    yield at.place(on), dates.month(on)
                on = (on + timedelta(days=32)).replace(day=1)
            return
        month = month_of(at.first, self._began)
        while (on := self._month_begins(month)) <= at.last:
            if at.holds(on):
                yield at.place(on), str(month)
            month += 1

    def _rows(self, at: "_Stretch") -> Iterator[JourneyRow]:
        for lane in Lane:
            for span in self._spans(lane, at):
                told = self._span(span.since, span.until)
                when = f"{told[:1].upper()}{told[1:]}"
                yield JourneyRow("", when, lane_words(lane), self._short(span))
            if lane is Lane.CONTACT:
                yield from self._contacts(at)
            for one in self._events:
                event = one.event
                if event.lane is lane and at.holds(event.on):
                    when = self._day(event.on)
                    yield JourneyRow(str(one.number), when, lane_words(lane), self._told(event))

    def _contacts(self, at: "_Stretch") -> Iterator[JourneyRow]:
        counted = tries_by_month(self._journey.tries, self._began, at.first, at.last)
        for month, tried, met in counted:
            begins = self._month_begins(month)
            ends = min(self._month_begins(month + 1) - timedelta(days=1), self._ended)
            told = self._span(begins, begins if self._for_learning else ends)
            yield JourneyRow("", told, lane_words(Lane.CONTACT), tries_words(tried, met))

    def _told(self, event: Happened) -> str:
        what = what_words(event.what)
        if self._for_learning or not event.words.strip():
            return what
        return f"{what}: {event.words}"

    def _day(self, on: date) -> str:
        return month_words(on, self._began) if self._for_learning else dates.plain_day(on)

    def _span(self, since: date, until: date | None) -> str:
        if self._for_learning:
            return months_words(since, until, self._began)
        return span_words(since, until)

    def _alternative(self, lanes: tuple[JourneyLane, ...], at: "_Stretch") -> str:
        return _(
            "Chart of {span}, in lanes: {lanes}. The table under it says the same.",
            span=self._span(at.first, at.last),
            lanes=", ".join(one.name for one in lanes) or _("nothing"),
        )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The days of one chart, both ends in it."""

    first: date
    last: date

    def holds(self, on: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= on <= self.last

    def place(self, on: date) -> float:
        """Say where a day stands, from 0 to 1; a stretch is never shorter than a month."""
        days = max((self.last - self.first).days + 1, _LEAST_DAYS)
        return min(max((on - self.first).days / days, 0.0), 1.0)

    def after(self, one: Span) -> date:
        """Give the day after a span, as far as this stretch goes."""
        last = min(one.until, self.last) if one.until is not None else self.last
        return last + timedelta(days=1)
