"""The look in force: one for the whole process, as Qt's own palette is.

A look is colours, letters and the size of both. Whoever changes it builds the window anew, so that
lengths asked for with `px` are right everywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from coordinator.reference.resources import resource
from coordinator.ui.kit import drawing
from coordinator.ui.kit.tokens import BODY, SCHEMES, Scheme, Tokens

_PLAIN_LETTERS = ("Source Sans 3", "Noto Sans")
_CLEAR_LETTERS = ("Atkinson Hyperlegible Next", "Noto Sans")
_FONT_FILES = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-SemiBold.ttf",
    "SourceSans3-Bold.ttf",
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext-Bold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
)
_LENGTH = re.compile(r"\b(\d+)px\b")
_TOKEN = re.compile(r"@([a-z_]+)\b")
_IN_STYLE = "in_style"


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody chose: scheme, text scale (1.0 to 2.0), and the easier-to-read letters."""

    scheme: Scheme = Scheme.LIGHT
    scale: float = 1.0
    clear_letters: bool = False

    @property
    def tokens(self) -> Tokens:
        """The colours."""
        return SCHEMES[self.scheme]


@dataclass
class _InForce:
    look: Look


_in_force = _InForce(Look())


def tokens() -> Tokens:
    """Give the colours in force."""
    return _in_force.look.tokens


def px(length: float) -> int:
    """Scale a length given for text scale 1.0, in pixels."""
    return round(length * _in_force.look.scale)


def colour(token: str) -> QColor:
    """Give one colour in force by the name of its token."""
    return QColor(getattr(tokens(), token))


def application(arguments: Sequence[str]) -> QApplication:
    """Make the application in Fusion, the style that every look stands on.

    To set a style later loads all that Qt can say about styles, before the first page.
    """
    app = QApplication([*(arguments or ["coordinator"]), "-style", "fusion"])
    app.setProperty(_IN_STYLE, True)  # noqa: FBT003 - Qt's
    return app


def wear(app: QApplication, look: Look) -> None:
    """Put a look on: Fusion, palette, letters, and the style sheet of the application."""
    _in_force.look = look
    if not app.property(_IN_STYLE):
        app.setStyle("Fusion")
        app.setProperty(_IN_STYLE, True)  # noqa: FBT003 - Qt's
    dark = Qt.ColorScheme.Dark if look.scheme is Scheme.DARK else Qt.ColorScheme.Light
    hints = app.styleHints()  # kept: a temporary one is collected before it is asked
    hints.setColorScheme(dark)
    app.setPalette(palette_of(look.tokens))
    app.setFont(letters(look))
    app.setStyleSheet(style_sheet(look))


def system_scheme(app: QApplication) -> Scheme:
    """Tell whether the desktop is set to dark."""
    hints = app.styleHints()
    return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT


def palette_of(wanted: Tokens) -> QPalette:
    """Give Qt's palette for the tokens, for whatever no rule of the style sheet names."""
    role = QPalette.ColorRole
    roles = {
        role.Window: wanted.ground,
        role.WindowText: wanted.text,
        role.Base: wanted.surface,
        role.AlternateBase: wanted.sunk,
        role.Text: wanted.text,
        role.Button: wanted.surface,
        role.ButtonText: wanted.text,
        role.BrightText: wanted.urgent,
        role.Highlight: wanted.accent,
        role.HighlightedText: wanted.on_accent,
        role.PlaceholderText: wanted.quiet,
        role.Link: wanted.accent,
        role.LinkVisited: wanted.accent,
        role.ToolTipBase: wanted.surface,
        role.ToolTipText: wanted.text,
        role.Accent: wanted.accent,
        role.Light: wanted.surface,
        role.Mid: wanted.line,
        role.Dark: wanted.edge,
    }
    palette = QPalette()
    for name, value in roles.items():
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(wanted.quiet))
    return palette


def style_sheet(look: Look) -> str:
    """Fill the style sheet: `@token` becomes its colour, every length grows with the text."""
    colours = {one.name: getattr(look.tokens, one.name) for one in fields(Tokens)}
    images = {
        "image_box": drawing.image("square", look.tokens.edge),
        "image_ticked": drawing.image("square-check-big", look.tokens.accent),
        "image_round": drawing.image("circle", look.tokens.edge),
        "image_chosen": drawing.image("circle-dot", look.tokens.accent),
        "image_down": drawing.image("chevron-down", look.tokens.text),
        "image_up": drawing.image("chevron-up", look.tokens.text),
    }
    words = colours | images
    filled = _TOKEN.sub(lambda found: words[found[1]], _sheet())
    return _LENGTH.sub(lambda found: _scaled(int(found[1]), look.scale), filled)


def _scaled(length: int, scale: float) -> str:
    # Hairlines and focus rings stay as thin as they are; everything else grows.
    return f"{length if length <= 3 else round(length * scale)}px"  # noqa: PLR2004


@cache
def _sheet() -> str:
    return resource("style", "windows.qss").read_text(encoding="utf-8")


def letters(look: Look) -> QFont:
    """Give the letters of a look, in the size of plain text."""
    load_fonts()
    font = QFont()
    font.setFamilies(list(_CLEAR_LETTERS if look.clear_letters else _PLAIN_LETTERS))
    font.setPixelSize(round(BODY * look.scale))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def load_fonts() -> None:
    """Make the bundled letters known to Qt; once for the process."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
