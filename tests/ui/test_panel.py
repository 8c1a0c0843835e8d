"""The panel's own page: every change through its form or by itself, on a real store."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.panel.letter_template import (
    drop_letter_template,
    letter_template_content,
)
from coordinator.casework.panel.settings import (
    add_line,
    change_line,
    read_features,
    read_text,
    read_topic,
    start_as,
)
from coordinator.casework.people.entering import register_person
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.panel import Feature, TextKey, Topic
from coordinator.domain.panel.settings import PanelLine
from coordinator.domain.person.letters import LARGEST_TEMPLATE, LetterTemplate
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.lanes.autosave import Autosave, Clash, Slot, SlotState
from coordinator.ui.screens.panel.presenter import TEXT, OpenPanel, PanelPresenter, saving
from coordinator.ui.screens.panel.screen import build
from coordinator.ui.screens.panel.template import TemplateCard
from coordinator.ui.screens.panel.view import PanelView, Part
from coordinator.ui.shared.asking import Asking
from tests.stores import CHAIR, HEALTH, NURSE, OFFICER, POLICE, TODAY, sitting
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs


class Page:
    """The page as it would be shown."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.opened: OpenPanel | None = None
        self.chosen: UUID | None = None
        self.texts: dict[Slot, str] = {}
        self.clashes: dict[Slot, Clash | None] = {}
        self.template_fault = ""
        self.toasts: list[tuple[str, Any]] = []
        self.told, self.forms = Told(), Forms()
        self.jobs = ImmediateJobs(desk)
        self.autosave = Autosave(self.jobs, self, self.told.tell, saving)
        self.presenter = PanelPresenter(
            self.jobs,
            self,
            Asking(self.jobs, self.forms),
            self.autosave,
            self.told.tell,
            lambda text, undo: self.toasts.append((text, undo)),
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_panel(self, opened: OpenPanel) -> None:
        self.opened = opened

    def choose_line(self, line: UUID) -> None:
        self.chosen = line

    def show_template_fault(self, words: str) -> None:
        self.template_fault = words

    def show_text(self, slot: Slot, text: str) -> None:
        self.texts[slot] = text

    def show_state(self, slot: Slot, state: SlotState) -> None:
        pass

    def show_clash(self, slot: Slot, clash: Clash | None) -> None:
        self.clashes[slot] = clash

    def lines(self, topic: Topic) -> tuple[PanelLine, ...]:
        assert self.opened is not None
        return self.opened.settings.lines[topic]

    def text(self, key: TextKey) -> tuple[PanelLine, Slot]:
        line = next(one for one in self.lines(Topic.TEXTS) if one.key == key)
        return line, Slot(line.id, TEXT)


@pytest.fixture
def page(desk: Desk) -> Page:
    return Page(desk)


def said(page: Page, topic: Topic) -> list[str]:
    return [line.text for line in page.lines(topic)]


def test_a_phrase_is_added_and_the_keys_are_on_it(page: Page) -> None:
    page.presenter.add(Topic.PHRASES)
    page.forms.answer(text="Ring the lead on Mondays", agency_kind="probation", action_kind=None)
    assert said(page, Topic.PHRASES)[-1] == "Ring the lead on Mondays"
    assert page.chosen == page.lines(Topic.PHRASES)[-1].id


def test_what_is_missing_is_said_in_the_form(page: Page) -> None:
    page.presenter.add(Topic.PHRASES)
    page.forms.answer(text=" ")
    assert page.forms.faults == {"text": "required"}
    assert len(page.lines(Topic.PHRASES)) == 40


@pytest.mark.parametrize("topic", [one for one in Topic if one is not Topic.KIND])
def test_every_line_fits_the_form_that_changes_it(page: Page, topic: Topic) -> None:
    for line in page.lines(topic):
        if topic in {Topic.TEXTS, Topic.FEATURES}:
            continue
        page.presenter.change(line)
        question = page.forms.question
        assert question is not None
        known = {"text": line.text, **line.details}
        for ask in question.asks:
            assert (ask.value or None) == (known[ask.name] or None)
            if ask.choices:
                assert ask.value in [value for value, _words in ask.choices]


def test_a_deadline_moves_and_goes_back_to_what_was_shipped(page: Page) -> None:
    line = page.lines(Topic.TIMES)[0]
    page.presenter.change(line)
    page.forms.answer(number=5)
    changed = page.lines(Topic.TIMES)[0]
    assert changed.details["number"] == 5

    page.presenter.restore_line(changed)
    assert page.lines(Topic.TIMES)[0].details["number"] == line.details["number"]
    page.toasts[-1][1]()
    assert page.lines(Topic.TIMES)[0].details["number"] == 5


def test_a_line_moves_goes_and_comes_back(page: Page) -> None:
    before = said(page, Topic.LADDER)
    page.presenter.move(page.lines(Topic.LADDER)[0], 1)
    assert said(page, Topic.LADDER)[:2] == [before[1], before[0]]
    page.presenter.move(page.lines(Topic.LADDER)[0], -1)  # it is the first: nothing happens
    page.presenter.remove(page.lines(Topic.LADDER)[0])
    assert said(page, Topic.LADDER) == [before[0], *before[2:]]
    page.toasts[-1][1]()
    assert said(page, Topic.LADDER)[0] == before[1]


def test_a_list_is_taken_as_shipped_and_back(page: Page) -> None:
    page.presenter.remove(page.lines(Topic.RETENTION)[0])
    own = said(page, Topic.RETENTION)
    page.presenter.restore(Topic.RETENTION)
    assert len(page.lines(Topic.RETENTION)) == 5
    page.toasts[-1][1]()
    assert said(page, Topic.RETENTION) == own


def test_a_part_of_the_agenda_is_one_that_is_missing_or_the_panels_own(page: Page) -> None:
    learning = next(
        one for one in page.lines(Topic.AGENDA) if one.details["section"] == "learning"
    )
    page.presenter.remove(learning)
    page.presenter.add(Topic.AGENDA)
    assert page.forms.question is not None
    offered = [value for value, _words in page.forms.question.asks[0].choices]
    assert offered == ["own", "learning"]
    page.forms.answer(section="own", title="Attendance", text="Empty seats", minutes=3)
    page.presenter.add(Topic.AGENDA)
    page.forms.answer(section="learning", title="left over", text="left over", minutes=3)
    own, back = page.lines(Topic.AGENDA)[-2:]
    assert (own.details["title"], own.text) == ("Attendance", "Empty seats")
    assert (back.details["title"], back.text) == ("", "")


def test_a_text_saves_itself_and_two_hands_are_shown_both(page: Page, chair: Desk) -> None:
    line, slot = page.text(TextKey.STATEMENT)
    page.autosave.typed(slot, "We meet in")
    page.autosave.leave(slot, "We meet in confidence.")
    assert read_text(page.desk, TextKey.STATEMENT) == "We meet in confidence."

    seen = page.text(TextKey.STATEMENT)[0].revision
    page.autosave.typed(slot, "Mine")
    change_line(chair, Topic.TEXTS, line.id, seen=seen, text="Theirs")
    page.autosave.leave(slot, "Mine")
    clash = page.clashes[slot]
    assert clash is not None
    assert (clash.mine, clash.theirs) == ("Mine", "Theirs")
    page.autosave.take_theirs(slot)
    assert page.texts[slot] == "Theirs"


def test_words_of_a_letter_that_cannot_be_are_told_and_not_kept(page: Page) -> None:
    _line, slot = page.text(TextKey.LETTER_CLOSED)
    before = read_text(page.desk, TextKey.LETTER_CLOSED)
    page.autosave.leave(slot, "Dear {name}")
    assert "in braces that this letter does not know" in str(page.told.notices[-1])
    assert read_text(page.desk, TextKey.LETTER_CLOSED) == before
    page.autosave.leave(slot, "Ring {panel}.")
    assert read_text(page.desk, TextKey.LETTER_CLOSED) == "Ring {panel}."
    page.presenter.restore_line(page.text(TextKey.LETTER_CLOSED)[0])
    assert read_text(page.desk, TextKey.LETTER_CLOSED) == before


def test_typing_broken_off_goes_on_where_it_was(page: Page) -> None:
    _line, slot = page.text(TextKey.PURPOSE)
    page.autosave.typed(slot, "People who")
    again = Page(page.desk)
    assert again.texts[slot] == "People who"
    assert read_text(page.desk, TextKey.PURPOSE) != "People who"


def test_a_switch_is_kept(page: Page) -> None:
    line = next(one for one in page.lines(Topic.FEATURES) if one.key == Feature.OFFERS)
    page.presenter.switch(line, on=False)
    assert read_features(page.desk) == {Feature.LONG_PLAN}


def test_the_panel_is_renamed_and_given_a_vice_chair(page: Page) -> None:
    page.presenter.change_panel()
    page.forms.answer(name="Kerrow Hub", prefix="kh", vice_chair_id=OFFICER, quorum=4)
    panel = read_directory(page.desk).panel
    assert (panel.name, panel.prefix, panel.quorum) == ("Kerrow Hub", "KH", 4)
    assert (panel.chair_id, panel.vice_chair_id) == (CHAIR, OFFICER)


def test_the_letters_are_not_asked_for_once_somebody_has_them(page: Page) -> None:
    register_person(page.desk, given_name="Tomos")
    page.presenter.load()
    page.presenter.change_panel()
    assert page.forms.question is not None
    assert "prefix" not in {ask.name for ask in page.forms.question.asks}


def test_a_list_somebody_else_changed_is_told_and_read_again(page: Page, chair: Desk) -> None:
    add_line(chair, Topic.LADDER, text="The mayor", aim="", working_days=5)
    page.presenter.move(page.lines(Topic.LADDER)[0], 1)
    assert page.told.notices
    assert said(page, Topic.LADDER)[-1] == "The mayor"
    page.presenter.move(page.lines(Topic.LADDER)[-1], -1)
    assert said(page, Topic.LADDER)[-2] == "The mayor"


def test_a_number_no_deadline_can_have_is_refused_in_the_form(page: Page) -> None:
    page.presenter.change(page.lines(Topic.TIMES)[0])
    page.forms.answer(number=400)
    assert page.forms.faults == {"number": "out-of-range"}


@pytest.fixture
def view(qtbot: QtBot, look: theme.Look, desk: Desk) -> PanelView:
    jobs = ImmediateJobs(desk)
    screen = build(jobs, lambda _notice: None, lambda _text, _undo: None)
    jobs.listeners.append(screen.look_again)
    assert isinstance(screen.widget, PanelView)
    screen.widget.screen_ = screen  # type: ignore[attr-defined]
    qtbot.addWidget(screen.widget)
    screen.widget.resize(1024, 700)
    screen.widget.show()
    return screen.widget


def button(view: PanelView, topic: Topic, words: str) -> QPushButton:
    found = view.lists[topic].findChildren(QPushButton)
    return next(one for one in found if one.text() == words)


def test_one_part_is_seen_at_a_time(view: PanelView) -> None:
    assert not view.lists[Topic.AGENDA].isVisible()
    view.parts[Part.AGENDA].setChecked(True)
    assert view.lists[Topic.AGENDA].isVisible()
    assert not view.lists[Topic.PHRASES].isVisible()
    QAbstractItemModelTester(view.lists[Topic.AGENDA].table.rows)


def test_keys_move_a_line_and_it_stays_chosen(view: PanelView, qtbot: QtBot, desk: Desk) -> None:
    view.show_part(Part.LADDER)
    shown = view.lists[Topic.LADDER]
    shown.table.choose(0)
    first = shown.chosen()
    assert first is not None
    button(view, Topic.LADDER, "Down").click()
    assert shown.chosen() is not None
    assert shown.chosen().id == first.id  # type: ignore[union-attr]
    assert read_topic(desk, Topic.LADDER)[1].id == first.id
    shown.table.setFocus()
    qtbot.keyClick(shown.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert read_topic(desk, Topic.LADDER)[0].id == first.id
    assert not button(view, Topic.LADDER, "Up").isEnabled()
    qtbot.keyClick(shown.table, Qt.Key.Key_Delete)
    assert first.id not in {one.id for one in read_topic(desk, Topic.LADDER)}


def test_as_shipped_is_offered_where_something_was_changed(view: PanelView) -> None:
    view.show_part(Part.LADDER)
    shipped = button(view, Topic.LADDER, "As shipped")
    assert not shipped.isVisible()
    view.lists[Topic.LADDER].table.choose(0)
    button(view, Topic.LADDER, "Take it away").click()
    assert shipped.isVisible()
    shipped.click()
    assert not shipped.isVisible()


def test_a_switch_is_a_box_with_a_sentence(view: PanelView, desk: Desk) -> None:
    boxes = {one.text(): one for one in view.findChildren(QCheckBox)}
    assert boxes["What agencies offer"].isChecked()
    assert boxes["What agencies offer"].accessibleDescription()
    boxes["What agencies offer"].click()
    assert read_features(desk) == {Feature.LONG_PLAN}


def test_who_may_not_change_it_reads_it(qtbot: QtBot, look: theme.Look, desk: Desk) -> None:
    start_as(desk, "marm")
    for other in (
        sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH),
        sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE),
    ):
        screen = build(ImmediateJobs(other), lambda _notice: None, lambda _text, _undo: None)
        qtbot.addWidget(screen.widget)
        assert isinstance(screen.widget, PanelView)
        screen.widget.show()
        for part in Part:
            screen.widget.show_part(part)
            offered = [
                one.text()
                for one in screen.widget.findChildren(QPushButton)
                if one.isVisible() and not one.isCheckable()
            ]
            assert offered == []


def template_shown(page: Page) -> LetterTemplate | None:
    assert page.opened is not None
    return page.opened.template


def test_a_template_of_letters_is_kept_for_everybody_once_it_is_a_word_document(
    desk: Desk, tmp_path: Path
) -> None:
    page = Page(desk)
    assert template_shown(page) is None
    wrong, large, good = (tmp_path / name for name in ("a.docx", "b.docx", "letters.docx"))
    wrong.write_bytes(b"no document")
    large.write_bytes(bytes(LARGEST_TEMPLATE + 1))
    Document().save(str(good))
    for file, fault in (
        (tmp_path / "gone.docx", "The file is not there, or cannot be read."),
        (wrong, "That is no Word document. Choose a .docx or .dotx file."),
        (large, "That file is too large: a template has at most 2 MB."),
    ):
        page.presenter.choose_template(file)
        assert (page.template_fault, template_shown(page)) == (fault, None)
    page.presenter.choose_template(good)
    assert template_shown(page) == LetterTemplate("letters.docx", TODAY, "Aled Hâf")
    assert letter_template_content(desk) == good.read_bytes()
    good.unlink()
    other = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    assert letter_template_content(other)
    with pytest.raises(NotPermittedError):
        drop_letter_template(other)
    page.presenter.drop_template()
    assert (template_shown(page), letter_template_content(desk)) == (None, b"")


def test_what_letters_are_written_on_stands_on_the_page(qtbot: QtBot, look: theme.Look) -> None:
    made: list[Path] = []
    card = TemplateCard(lambda _on: Path("letters.docx"))
    qtbot.addWidget(card)
    card.chosen.connect(made.append)
    card.show_template(LetterTemplate("ours.docx", TODAY, "Aled Hâf"), TODAY, may_edit=True)
    card.show()
    told = [one.text() for one in card.findChildren(QLabel) if one.isVisible()]
    assert "ours.docx, chosen Thu 19 Nov by Aled Hâf" in told
    choose, plain = card.findChildren(QPushButton)
    choose.click()
    assert (made, plain.isVisible()) == ([Path("letters.docx")], True)
    card.show_template(None, TODAY, may_edit=False)
    assert not choose.isVisible()
