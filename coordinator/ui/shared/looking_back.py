"""Pages of figures: read again only while somebody looks, and of chosen days. No Qt."""

from collections.abc import Callable, Collection
from datetime import date
from typing import ClassVar, Protocol

from coordinator.domain.accountability import Period, check_period
from coordinator.domain.errors import RuleError
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.ui.shared.asking import Answered, Asking, Values
from coordinator.ui.shared.spans import Span, other_days, period_of, span_of


class SeenView(Protocol):
    """What it is asked of the widgets."""

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody sees the page."""


class ReadWhileSeen:
    """Reads again only while somebody looks: a meeting that goes on writes all the time.

    Attributes:
        SHOWN: What is counted on the page.
    """

    SHOWN: ClassVar[Collection[RecordKind]] = ()

    def __init__(self, view: SeenView) -> None:
        self._seen = view
        self._is_stale = False

    def read(self) -> None:
        """Ask for what is shown."""
        raise NotImplementedError

    def load(self) -> None:
        """Read what is shown."""
        self._is_stale = False
        self.read()

    def look_again(self, changes: Changes) -> None:
        """Read it again when something counted was written, as soon as somebody looks."""
        if changes.touch(*self.SHOWN):
            self._is_stale = True
            if self._seen.is_looked_at:
                self.load()

    def come_back(self) -> None:
        """Somebody looks at the page again."""
        if self._is_stale:
            self.load()


class LookingBack(ReadWhileSeen):
    """Looks back on days: a span up to today, or others that are asked for.

    Args:
        view: The widgets.
        asking: For the form with other days.
        moved: Is told which days are looked back on now; nothing for the usual.
        period: Which days at first.
    """

    def __init__(
        self,
        view: SeenView,
        asking: Asking,
        moved: Callable[[Period | None], None],
        period: Period | None,
    ) -> None:
        super().__init__(view)
        self._asking, self._tell, self._period = asking, moved, period

    def days(self) -> tuple[Period, date] | None:
        """Give the days that are shown, and on which day they were read; nothing before."""
        raise NotImplementedError

    def show_again(self) -> None:
        """Show what was read once more."""
        raise NotImplementedError

    @property
    def span(self) -> Span:
        """What the days that are shown are called."""
        found = self.days()
        return span_of(*found) if found else Span.QUARTER

    def choose(self, span: Span) -> None:
        """Look back on something else; other days are asked for."""
        if (found := self.days()) is None:
            return
        if span is not Span.OTHER:
            self.look_at(period_of(span, found[1]))
            return
        self.show_again()  # until it is said, nothing has changed
        self._asking.hear(other_days(*found), self._take_days)

    def look_at(self, period: Period | None) -> None:
        """Look back on these days."""
        self._period = period
        self._tell(period)
        self.load()

    def _take_days(self, said: Values, form: Answered) -> None:
        period, found = Period(said["from_on"], said["until_on"]), self.days()
        try:
            check_period(period, found[1] if found else date.max)
        except RuleError as error:
            form.refused(error)
            return
        form.done()
        self.look_at(period)
