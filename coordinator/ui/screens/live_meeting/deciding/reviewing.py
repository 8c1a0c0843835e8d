"""When the panel looks again: weeks by one digit, or a day. No Qt."""

import re
from datetime import date, timedelta
from functools import partial

from coordinator.casework.discussions import set_next_review
from coordinator.domain.live_views import LiveAround, LiveItem
from coordinator.ui.screens.live_meeting.deciding.days import understood_day
from coordinator.ui.screens.live_meeting.questions import Asked, Meant, Objection, Ready, Step
from coordinator.wording import dates
from coordinator.wording.translation import _

_WEEKS = re.compile(r"(?:in\s+)?(\d{1,2})\s*(?:w|wk|wks|weeks?)?", re.IGNORECASE)
_MOST_WEEKS = 52
_OFFERED = (1, 2, 4)


class ReviewDay:
    """Reads when the panel looks again, from the day of the meeting."""

    def __init__(self, held_on: date, around: LiveAround) -> None:
        self._held_on, self._around = held_on, around

    def on(self, text: str) -> "date | Objection":
        """Give the day that words say."""
        if found := _WEEKS.fullmatch(text.strip()):
            weeks = int(found.group(1))
            if 0 < weeks <= _MOST_WEEKS:
                return self._held_on + timedelta(weeks=weeks)
            return Objection(_("Weeks from {first} to {last}.", first=1, last=_MOST_WEEKS))
        understood = understood_day(text, self._held_on, self._around)
        if isinstance(understood, str):
            return Objection(understood)
        if understood <= self._held_on:
            return Objection(_("The panel looks again after the day of this meeting."))
        return understood

    def meant(self, text: str) -> Meant:
        """Tell which day words say, and what is on it; offer a few weeks while nothing is said."""
        if not text.strip():
            return Meant("", tuple(self._offer(weeks) for weeks in _OFFERED))
        on = self.on(text)
        if isinstance(on, Objection):
            return Meant(on.sentence)
        return Meant(" ".join(filter(None, (self.said(on), *self._about(on)))))

    def said(self, on: date) -> str:
        """Write a day and how far it is."""
        far = dates.span((on - self._held_on).days)
        return _("{day}, in {time}.", day=dates.day(on, self._around.today), time=far)

    def _offer(self, weeks: int) -> tuple[str, object]:
        on = self._held_on + timedelta(weeks=weeks)
        return dates.day(on, self._around.today), on

    def _about(self, on: date) -> list[str]:
        around, said = self._around, []
        if on in around.closed_days:
            said.append(_("That is a bank holiday."))
        elif on.weekday() >= 5:  # noqa: PLR2004 - Saturday
            said.append(_("Offices are shut at the weekend."))
        if around.next_meeting_on == on:
            said.append(_("The panel meets that day."))
        elif around.next_meeting_on is not None and on < around.next_meeting_on:
            day = dates.day(around.next_meeting_on, around.today)
            said.append(_("The panel next meets on {day}.", day=day))
        return said


class ReviewFlow:
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
            hint=_("1, 2 or 4 weeks, or a day such as 10/12/2026"),
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
