"""What the page of the panel does. No Qt: texts save themselves, the rest is asked in forms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import change_panel, read_directory
from coordinator.casework.panel.letter_template import drop_letter_template, read_letter_template
from coordinator.casework.panel.settings import (
    add_line,
    change_line,
    put_back_lines,
    read_settings,
    remove_line,
    reorder_lines,
    restore_shipped,
    shipped_line,
)
from coordinator.casework.records.drafts import DraftView, read_drafts
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.errors import InvalidFieldsError, RuleError
from coordinator.domain.lists.panel import Topic
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.panel.settings import PanelLine, PanelSettings
from coordinator.domain.person.letters import LetterTemplate
from coordinator.domain.roles import Right, may
from coordinator.papers.letter_template import choose_letter_template
from coordinator.ui.lanes.autosave import Autosave, Slot
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.screens.panel import questions
from coordinator.ui.screens.panel.words import said
from coordinator.ui.shared.asking import ANEW, Asking, Values
from coordinator.wording.labels import label
from coordinator.wording.letters import template_fault
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _

TEXT = "panel_line.text"
"""Permanent name of the draft of a standing text."""
_SHOWN = (
    RecordKind.PANEL_LINE,
    RecordKind.PANEL,
    RecordKind.PROFESSIONAL,
    RecordKind.PANEL_TEMPLATE,
)
Toast = Callable[[str, Callable[[], object] | None], None]


@dataclass(frozen=True, slots=True)
class OpenPanel:
    """The panel with all it decided for itself."""

    directory: DirectoryPage
    settings: PanelSettings
    drafts: tuple[DraftView, ...]
    template: LetterTemplate | None
    today: date
    may_edit: bool


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_panel(self, opened: OpenPanel) -> None:
        """Show it; the texts come through `ui.autosave`."""

    def choose_line(self, line: UUID) -> None:
        """Put the keys on a line."""

    def show_template_fault(self, words: str) -> None:
        """Say why a file cannot be what letters are written on."""


class PanelPresenter:
    """The panel's own page."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        autosave: Autosave,
        notify: Notify,
        toast: Toast,
    ) -> None:
        self._jobs, self._view, self._asking, self._autosave = jobs, view, asking, autosave
        self._notify, self._toast = notify, toast
        self._opened: OpenPanel | None = None
        self._is_moving = False

    def load(self) -> None:
        """Read all of it."""
        self._jobs.query(_read, self._show, replaces="panel")

    def look_again(self, changes: Changes) -> None:
        """Read it again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def change_panel(self) -> None:
        """Ask what the panel is called and who runs it."""
        if (opened := self._opened) is None:
            return
        given = opened.settings.letters_given
        question = questions.change_panel(opened.directory, letters_given=given)

        def act(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            return partial(change_panel, seen=seen, **question.changed(values))

        card = opened.directory.panel
        self._asking.put(question, act, about=card.id, seen=card.revision)

    def add(self, topic: Topic) -> None:
        """Ask for another line of a list."""
        if self._opened is None:
            return
        question = questions.new_line(topic, self._opened.settings.lines[topic])
        act = partial(_adding, topic)
        self._asking.put(question, act, about=ANEW, then=self._view.choose_line)

    def change(self, line: PanelLine) -> None:
        """Ask what a line is to say."""
        question = questions.change_line(line)

        def act(values: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            changed = question.changed(values)
            return partial(change_line, topic=line.topic, line_id=line.id, seen=seen, **changed)

        self._asking.put(question, act, about=line.id, seen=line.revision)

    def remove(self, line: PanelLine) -> None:
        """Take a line away; it can be put back."""

        def tell(order: tuple[UUID, ...]) -> None:
            back = partial(put_back_lines, topic=line.topic, order=order)
            told = _("Taken away: {what}", what=said(line))
            self._toast(told, partial(self._command, back))

        act = partial(remove_line, topic=line.topic, line_id=line.id)
        self._jobs.command(act, then=tell, refused=self._refused)

    def move(self, line: PanelLine, by: int) -> None:
        """Move a line one place up or down; one order is written at a time."""
        if self._opened is None or self._is_moving:
            return
        order = [one.id for one in self._opened.settings.lines[line.topic]]
        at = order.index(line.id)
        if not 0 <= at + by < len(order):
            return
        order.insert(at + by, order.pop(at))
        self._is_moving = True
        act = partial(reorder_lines, topic=line.topic, order=order)
        self._jobs.command(act, then=self._moved, refused=self._not_moved)

    def restore(self, topic: Topic) -> None:
        """Take a list as it is shipped; that can be undone."""

        def tell(swapped: tuple[tuple[UUID, ...], tuple[UUID, ...]]) -> None:
            before, instead = swapped
            back = partial(put_back_lines, topic=topic, order=before, instead_of=instead)
            told = _("{list} as shipped.", list=label(topic))
            self._toast(told, partial(self._command, back))

        self._jobs.command(partial(restore_shipped, topic=topic), then=tell, refused=self._refused)

    def restore_line(self, line: PanelLine) -> None:
        """Let a text or a deadline say what it was shipped with; that can be undone."""
        if self._opened is None:
            return
        shipped = shipped_line(self._opened.settings, line)
        was = {"text": line.text, **line.details}

        def tell(revision: int) -> None:
            back = partial(_change, line=line, seen=revision, fields=was)
            self._toast(_("Says what it was shipped with."), partial(self._command, back))

        act = partial(_change, line=line, seen=line.revision, fields=shipped)
        self._jobs.command(act, then=tell, refused=self._refused)

    def switch(self, line: PanelLine, *, on: bool) -> None:
        """Switch something on or off."""
        if line.details.get("on") is not on:
            self._command(partial(_change, line=line, seen=line.revision, fields={"on": on}))

    def choose_template(self, file: Path) -> None:
        """Keep a file as what everybody's letters are written on."""

        def refused(error: Exception) -> bool:
            if not isinstance(error, InvalidFieldsError):
                return self._refused(error)
            self._view.show_template_fault(template_fault(error))
            return True

        self._jobs.command(partial(choose_letter_template, file=file), refused=refused)

    def drop_template(self) -> None:
        """Have letters written on a plain one again."""
        self._command(drop_letter_template)

    def _show(self, opened: OpenPanel) -> None:
        is_first = self._opened is None
        self._opened = opened
        self._view.show_panel(opened)
        for line in opened.settings.lines[Topic.TEXTS]:
            self._autosave.stand(Slot(line.id, TEXT), line.text, line.revision)
        if is_first and opened.may_edit:
            self._autosave.restore(opened.drafts)

    def _command(self, act: Callable[[Desk], Done[Any]]) -> None:
        self._jobs.command(act, refused=self._refused)

    def _moved(self, _result: None) -> None:
        self._is_moving = False

    def _not_moved(self, error: Exception) -> bool:
        self._is_moving = False
        return self._refused(error)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError):
            return False
        self._notify(notice_for(error))
        self.load()
        return True


def saving(slot: Slot, text: str, seen: int) -> Callable[[Desk], Done[int]]:
    """Make the act that gives a standing text its words."""
    words: dict[str, Any] = {slot.column: text}
    return partial(change_line, topic=Topic.TEXTS, line_id=slot.record, seen=seen, **words)


def _read(desk: Desk) -> OpenPanel:
    return OpenPanel(
        read_directory(desk),
        read_settings(desk),
        tuple(one for one in read_drafts(desk) if one.form == TEXT),
        read_letter_template(desk),
        desk.today(),
        may_edit=may(desk.sitter.role, Right.EDIT_DIRECTORY),
    )


def _adding(topic: Topic, values: Values, _seen: int) -> Callable[[Desk], Done[UUID]]:
    return partial(add_line, topic=topic, **_facts(topic, values))


def _facts(topic: Topic, values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what only a part of the panel's own has."""
    if topic is Topic.AGENDA and values.get("section") != "own":
        return {**values, "title": "", "text": ""}
    return dict(values)


def _change(desk: Desk, line: PanelLine, seen: int, fields: Mapping[str, Any]) -> Done[int]:
    return change_line(desk, line.topic, line.id, seen=seen, **fields)
