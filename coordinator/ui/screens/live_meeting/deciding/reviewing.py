"""When the panel looks again: weeks by one digit, or a day. No Qt."""

from datetime import date, timedelta
from functools import partial

from coordinator.casework.meetings.discussions import set_next_review
from coordinator.domain.meetings.live_views import LiveAround, LiveItem
from coordinator.ui.screens.live_meeting.deciding.days import read_review, sentence
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Flow,
    Meant,
    Objection,
    Ready,
    Step,
)
from coordinator.wording import dates
from coordinator.wording.translation import _

_OFFERED = (1, 2, 4)


class ReviewDay:
    """Reads when the panel looks again, from the day of the meeting."""

    def __init__(self, held_on: date, around: LiveAround) -> None:
        self._held_on, self._around = held_on, around

    def on(self, text: str) -> "date | Objection":
        """Give the day that words say; what can be two days is asked."""
        day = read_review(text, self._held_on, self._around)
        if day is None or day.on is None:
            return Objection(sentence(day, text, self._around.today))
        if day.on <= self._held_on:
            return Objection(_("The panel looks again after the day of this meeting."))
        return day.on

    def meant(self, text: str) -> Meant:
        """Tell which day words say, and what is on it; offer a few weeks while nothing is said."""
        if not text.strip():
            return Meant("", tuple(self._offer(self._in(weeks)) for weeks in _OFFERED))
        day = read_review(text, self._held_on, self._around)
        asked = sentence(day, text, self._around.today)
        offered = tuple(self._offer(on) for on in day.choices) if day is not None else ()
        if day is None or day.on is None:
            return Meant(asked, offered)
        told = (self.said(day.on), asked, self._about(day.on))
        return Meant(" ".join(filter(None, told)), offered)

    def said(self, on: date) -> str:
        """Write a day and how far it is."""
        far = dates.ago(on, self._held_on)
        return _("{day}, {time}.", day=dates.day(on, self._around.today), time=far)

    def _in(self, weeks: int) -> date:
        return self._held_on + timedelta(weeks=weeks)

    def _offer(self, on: date) -> tuple[str, object]:
        return dates.day(on, self._around.today), on

    def _about(self, on: date) -> str:
        coming = self._around.next_meeting_on
        if coming == on:
            return _("The panel meets that day.")
        if coming is not None and on < coming:
            day = dates.day(coming, self._around.today)
            return _("The panel next meets on {day}.", day=day)
        return ""


class ReviewFlow(Flow):
    """The next review of one item."""

    name = "review"

    def __init__(self, held_on: date, around: LiveAround, item: LiveItem) -> None:
        self._day = ReviewDay(held_on, around)
        self._item = item

    def asked(self) -> Asked:
        """Tell what is asked now."""
        standing = self._item.record.entry.next_review_on
        return Asked(
            _("When does the panel look again?"),
            name="review",
            is_typed_over=True,
            hint=_("1, 2 or 4 weeks, or a day such as Thu 10 Dec"),
            told=_("Agreed: {day}", day=self._day.said(standing)) if standing else "",
        )

    def typed(self, text: str) -> Meant:
        """Tell which day is meant."""
        return self._day.meant(text)

    def enter(self, text: str) -> Step:
        """Take the day."""
        if not text.strip():
            return Objection(_("Type 1, 2 or 4 for weeks, or a day."))
        on = self._day.on(text)
        return on if isinstance(on, Objection) else self._ready(on)

    def choose(self, value: object) -> Step:
        """Take a day that was offered."""
        return self._ready(value) if isinstance(value, date) else None

    def _ready(self, on: date) -> Step:
        entry = self._item.record.entry
        act = partial(set_next_review, item_id=entry.id, seen=entry.revision, on=on)
        return Ready(act, _("Next review set"), ("review",))
