"""What the page of the tools does: everything is a form, or one press. No Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from coordinator.casework.assessments.reading import read_tools
from coordinator.casework.assessments.tools import add_tool, change_tool, end_tool, take_up_tool
from coordinator.domain.assessments.rules import Band, Item, Tool
from coordinator.domain.assessments.views import ToolRow, ToolsPage
from coordinator.domain.errors import InvalidFieldsError, MissingRecordError, RuleError
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.every import PanelPlace, Place
from coordinator.ui.screens.tools import questions
from coordinator.ui.shared.asking import ANEW, Asking
from coordinator.wording.refusals.notices import notice_for

Change = Callable[[Mapping[str, Any]], Tool]
_SHOWN = (
    RecordKind.ASSESSMENT,
    RecordKind.ASSESSMENT_SCORE,
    RecordKind.ASSESSMENT_TOOL,
    RecordKind.TOOL_ITEM,
    RecordKind.TOOL_BAND,
    RecordKind.CASE,
    RecordKind.PANEL_LINE,
)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_tools(self, shown: ToolsPage) -> None:
        """Show them; the one that is looked at stays."""

    def choose(self, row: ToolRow) -> None:
        """Look at another one."""


class ToolsPresenter:
    """The panel's tools."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        notify: Notify,
        go: Callable[[Place], None],
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._notify, self._go = notify, go

    def load(self) -> None:
        """Read them."""
        self._jobs.query(read_tools, self._view.show_tools, replaces="tools")

    def look_again(self, changes: Changes) -> None:
        """Read them again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def open_panel(self) -> None:
        """Open the panel's page, where assessments are switched on and off."""
        self._go(PanelPlace())

    def add(self) -> None:
        """Ask for a tool."""

        def act(values: Mapping[str, Any], _seen: int) -> Any:
            return partial(add_tool, tool=questions.made(values))

        self._asking.put(questions.new_tool(), act, about=ANEW)

    def change(self, row: ToolRow) -> None:
        """Ask what a tool is called and whose it is."""
        self._put(questions.change_tool(row.tool), row, partial(questions.with_facts, row.tool))

    def end(self, row: ToolRow) -> None:
        """Ask why a tool is used no more."""

        def act(values: Mapping[str, Any], _seen: int) -> Any:
            return partial(end_tool, tool_id=row.id, reason=values["reason"])

        self._asking.put(questions.end_tool(row.tool), act, about=row.id)

    def take_up(self, row: ToolRow) -> None:
        """Use a tool again."""
        self._jobs.command(partial(take_up_tool, tool_id=row.id), refused=self._refused)

    def write_item(self, row: ToolRow, one: Item | None) -> None:
        """Ask for an item, or for what changes about one."""
        change = partial(questions.with_item, row.tool, one)
        self._put(questions.item(row.tool, one), row, change)

    def write_band(self, row: ToolRow, one: Band | None) -> None:
        """Ask for a band, or for what changes about one."""
        change = partial(questions.with_band, row.tool, one)
        self._put(questions.band(row.tool, one), row, change)

    def take_off(self, row: ToolRow, one: Item | Band) -> None:
        """Take an item or a band off."""
        self._say(row, questions.without(row.tool, one))

    def move(self, row: ToolRow, one: Item, places: int) -> None:
        """Move an item up or down."""
        self._say(row, questions.moved(row.tool, one, places))

    def _put(self, question: Any, row: ToolRow, change: Change) -> None:
        def act(values: Mapping[str, Any], seen: int) -> Any:
            return partial(change_tool, tool_id=row.id, tool=change(values), seen=seen)

        self._asking.put(question, act, about=row.id, seen=row.revision)

    def _say(self, row: ToolRow, tool: Tool) -> None:
        act = partial(change_tool, tool_id=row.id, tool=tool, seen=row.revision)
        self._jobs.command(act, refused=self._refused)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError | InvalidFieldsError):
            return False
        self._notify(notice_for(error))
        self.load()
        return True
