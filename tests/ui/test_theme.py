"""The look: letters, lengths and colours as they reach Qt."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from coordinator.reference.resources import resource
from coordinator.ui.kit import drawing, theme
from coordinator.ui.kit.tokens import SCHEMES, Scheme
from tests.house.tree import PACKAGE, modules


@pytest.mark.parametrize("scheme", Scheme)
def test_every_word_of_the_style_sheet_is_filled(look: theme.Look, scheme: Scheme) -> None:
    assert "@" not in theme.style_sheet(theme.Look(scheme))


def test_lengths_grow_with_the_text_and_hairlines_do_not(look: theme.Look) -> None:
    large = theme.style_sheet(theme.Look(scale=2.0))
    assert "font-size: 52px" in large
    assert "border: 1px solid" in large
    assert "border: 3px solid" in large


def test_the_palette_follows_the_scheme(qapp: QApplication) -> None:
    theme.wear(qapp, theme.Look(Scheme.DARK))
    window = qapp.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == SCHEMES[Scheme.DARK].ground
    theme.wear(qapp, theme.Look())


@pytest.mark.parametrize(
    ("clear", "family"), [(False, "Source Sans 3"), (True, "Atkinson Hyperlegible Next")]
)
def test_the_bundled_letters_are_used(qapp: QApplication, clear: bool, family: str) -> None:
    theme.wear(qapp, theme.Look(clear_letters=clear))
    assert QFontInfo(qapp.font()).family() == family
    theme.wear(qapp, theme.Look())


def test_cornish_welsh_and_polish_letters_are_there(look: theme.Look) -> None:
    theme.load_fonts()
    for family in ("Source Sans 3", "Atkinson Hyperlegible Next"):
        systems = QFontDatabase.writingSystems(family)
        assert QFontDatabase.WritingSystem.Latin in systems


def test_every_icon_is_an_outline_that_takes_a_colour(look: theme.Look) -> None:
    icons = sorted(resource("icons").glob("*.svg"))
    assert len(icons) > 20
    for path in icons:
        assert "currentColor" in path.read_text(encoding="utf-8"), path.name
        drawn = drawing.icon(path.stem, "#FF0000", 16).pixmap(16, 16).toImage()
        inked = {drawn.pixelColor(x, y).red() for x in range(16) for y in range(16)}
        assert 255 in inked, path.name


def test_no_icon_is_carried_that_nobody_draws() -> None:
    sources = " ".join(path.read_text(encoding="utf-8") for path in modules(PACKAGE / "ui"))
    icons = [path.stem for path in resource("icons").glob("*.svg")]
    assert [name for name in icons if f'"{name}"' not in sources] == []
