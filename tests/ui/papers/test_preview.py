"""The preview: pages drawn from memory, zoom, search, and the keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coordinator.ui.kit import theme
from coordinator.ui.kit.documents import Document
from coordinator.ui.kit.preview import MOST, Preview
from coordinator.ui.places.every import PapersPlace
from coordinator.ui.screens.papers.kinds import OF_MEETINGS
from coordinator.ui.screens.papers.view import PapersView
from tests.ui.driving import settle
from tests.ui.pages.meeting_pages import agenda_of
from tests.ui.panels import MadeUp


@pytest.fixture
def content(panel: MadeUp) -> bytes:
    return agenda_of(panel.office.desk, "last")


@pytest.fixture
def preview(content: bytes, look: theme.Look, qapp: QApplication) -> Preview:
    del look, qapp
    made = Preview()
    made.resize(700, 500)
    made.show()
    made.show_document(Document(content))
    settle()
    return made


def test_words_are_found_where_they_stand_whatever_their_capitals(content: bytes) -> None:
    document = Document(content)
    found = document.find("AGENDA")
    assert found
    assert found == document.find("agenda")
    wide, high = document.sizes[found[0].page]
    for left, top, right, bottom in found[0].boxes:
        assert 0 <= left < right <= wide
        assert 0 <= top < bottom <= high
    assert document.find("  ") == ()
    assert document.find("zzzz") == ()
    document.close()


def test_a_page_is_drawn_at_the_size_asked_for(content: bytes) -> None:
    document = Document(content)
    wide, high = document.sizes[0]
    picture = document.picture(0, 0.5)
    assert abs(picture.width - wide / 2) <= 1
    assert abs(picture.height - high / 2) <= 1
    assert len(set(picture.pixels)) > 2
    document.close()


def test_the_page_in_sight_is_told_and_read_out(preview: Preview) -> None:
    told: list[tuple[int, int]] = []
    preview.page_shown.connect(lambda page, pages: told.append((page, pages)))
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert told[-1] == (preview.pages, preview.pages)
    assert f"page {preview.pages} of {preview.pages}" in preview.accessibleName()
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert told[-1][0] == 1
    assert "Agenda" in preview.accessibleDescription()


def test_zoom_has_its_limits_and_keeps_the_page(preview: Preview) -> None:
    preview.go_to_page(preview.pages - 1)
    for _time in range(20):
        preview.zoom_by(1.25)
    assert preview.zoom == MOST
    assert f"page {preview.pages} of" in preview.accessibleName()
    preview.fit()
    assert preview.zoom < MOST
    assert preview.horizontalScrollBar().maximum() == 0


def test_search_goes_round(preview: Preview) -> None:
    count = preview.search("the")
    assert count > 1
    assert preview.step(-1) == count
    assert preview.step(1) == 1
    assert preview.search("zzzz") == 0
    assert preview.step(1) == 0


def test_the_tools_wait_for_the_paper(content: bytes, look: theme.Look, tmp_path: Path) -> None:
    del look
    view = PapersView(lambda _parent: tmp_path)
    chosen: list[tuple[object, str]] = []
    folders: list[Path] = []
    view.chosen.connect(lambda kind, agency: chosen.append((kind, agency)))
    view.folder_chosen.connect(folders.append)
    view.show_choices(PapersPlace(None, "M26-001", "agenda"), OF_MEETINGS, ("Kerrow Police",))
    assert not view.save.isEnabled()
    view.show_paper(content)
    assert view.save.isEnabled()
    view.save.click()
    assert folders == [tmp_path]
    view._kinds.buttons()[1].click()
    assert chosen == [(OF_MEETINGS[1], "")]
    view.show_none(stopped=True)
    assert not view.save.isEnabled()
    view.deleteLater()
