"""What the page on learning does: lists a part, asks, and does what is said. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from coordinator.casework.learning.programmes import leave_programme
from coordinator.casework.need_to_know.naming import find_names
from coordinator.domain.errors import MissingRecordError, RuleError
from coordinator.domain.learning.themes import suggested
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place, place_of_action
from coordinator.ui.places.learning import LearningPart, LearningPlace
from coordinator.ui.screens.learning import questions
from coordinator.ui.screens.learning.deeds import Asked, asked_of
from coordinator.ui.screens.learning.entries import Deed, Entry, Line
from coordinator.ui.screens.learning.listing import Listed, read_listed
from coordinator.ui.shared.asking import ANEW, Asking
from coordinator.ui.shared.names_meant import NOBODY
from coordinator.wording.gaps import warnings
from coordinator.wording.learning import suggestion_words
from coordinator.wording.refusals.notices import notice_for

Toast = Callable[[str, Callable[[], object] | None], None]
_SHOWN = (
    RecordKind.LEARNING_NOTE,
    RecordKind.LEARNING_REVIEW,
    RecordKind.PROGRAMME,
    RecordKind.PROGRAMME_PLACE,
    RecordKind.THEME,
    RecordKind.THEME_LINK,
    RecordKind.ACTION,
    RecordKind.CASE,
    RecordKind.MEETING,
    RecordKind.PERSON,
)
_NAMELESS = {"told_without_names", "recommendation", "measure", "title", "unknowns"}
_NAMELESS |= {"description", "overall_reason"}
_BANDS = ("to_public", "to_partnership", "mitigation")


@dataclass(frozen=True, slots=True)
class Around:
    """Where the page leads and whom it tells; see `Workplace`."""

    go: Callable[[Place], None]
    moved: Callable[[Place], None]
    toast: Toast
    notify: Notify


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_listed(self, listed: Listed, place: LearningPlace) -> None:
        """Show a part."""

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say in the open form what tells of somebody."""

    def tell(self, sentences: Mapping[str, str]) -> None:
        """Say something quietly in the open form."""


class LearningPresenter:
    """What is learnt."""

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, around: Around, place: LearningPlace
    ) -> None:
        self._jobs, self._view, self._asking, self._around = jobs, view, asking, around
        self._place = place
        self._listed: Listed | None = None

    def load(self) -> None:
        """Read the part."""
        read = partial(read_listed, place=self._place)
        self._jobs.query(read, self._show, replaces="learning")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def narrow(self, **wanted: Any) -> None:
        """Show another part, or other entries of it."""
        self._place = replace(self._place, **wanted)
        self._around.moved(self._place)
        self.load()

    def choose_part(self, part: LearningPart) -> None:
        """Show another part, all of it."""
        self.narrow(part=part, tag=None, about=None)

    def do(self, deed: Deed, entry: Entry | None = None) -> None:
        """Ask for what an act needs, then do it."""
        if self._listed is None:
            return
        asked = asked_of(deed, self._place.part, self._listed, entry.row if entry else None)
        if asked is not None:
            self._put(asked)

    def leave(self, line: Line) -> None:
        """Ask until when somebody belonged to a programme."""
        if self._listed is None or (place := line.row) is None:
            return

        def act(values: Mapping[str, Any], seen: int) -> Any:
            return partial(leave_programme, place_id=place.id, seen=seen, **values)

        question = questions.leave(place, self._listed.today)
        self._asking.put(question, act, about=place.id, seen=place.revision)

    def open_line(self, line: Line) -> None:
        """Open an action of a review, or somebody of a programme."""
        if line.action is not None:
            self._around.go(place_of_action(line.action, None))
        elif line.person is not None:
            self._around.go(PersonPlace(line.person))

    def open_paper(self) -> None:
        """Show the report on learning and gaps of the last quarter."""
        self._around.go(PapersPlace(kind="learning"))

    def typed(self, values: Mapping[str, Any]) -> None:
        """Look whether what is typed names somebody, and tell what tables made of three bands."""
        if "overall" in values:
            bands = [values.get(name) for name in _BANDS]
            said = suggestion_words(suggested(*bands)) if all(bands) else ""
            self._view.tell({"overall": said})
        texts = {name: str(one or "") for name, one in values.items() if name in _NAMELESS}
        if texts and NOBODY in values:
            read = partial(find_names, texts=texts)
            self._jobs.query(
                read, lambda found: self._view.warn(warnings(found)), replaces="names"
            )

    def _put(self, asked: Asked) -> None:
        if asked.question is None:
            self._jobs.command(asked.act({}, asked.seen), refused=self._refused)
            return
        about = asked.about or ANEW
        self._asking.put(asked.question, asked.act, about=about, seen=asked.seen)

    def _show(self, listed: Listed) -> None:
        self._listed = listed
        self._view.show_listed(listed, self._place)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._around.notify(notice_for(error))
        self.load()
        return True
