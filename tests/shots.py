"""Pictures of every screen, to be looked at: `python -m tests.shots [WORD ...]` into build/shots.

Every screen of a made-up panel in light, dark and high contrast, in the smallest window and a
usual one, with the text as it is and at 1.6; the meeting that is held as on a projector too. Words
narrow the run to names that hold them.
Nothing is compared pixel by pixel; what can be asserted is in `tests/ui/test_every_screen.py`.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from coordinator.ui.kit import theme
from coordinator.ui.kit.tokens import Scheme
from coordinator.ui.shell.window import ROOM_TEXT
from tests.ui.driving import Shown, clear_away, settle
from tests.ui.pages.every_page import every_page
from tests.ui.panels import demo_panel

FOLDER = Path("build") / "shots"
SIZES = ((1024, 700), (1440, 900))
PROJECTOR = (1920, 1080)
SCALES = (1.0, 1.6)


def looks() -> Iterator[tuple[str, theme.Look, tuple[int, int]]]:
    """Every look at every size, by a name for the file."""
    for scheme, scale, size in product(Scheme, SCALES, SIZES):
        yield f"{scheme.value}-{size[0]}-{scale}", theme.Look(scheme, scale), size
    for scheme in Scheme:
        name = f"{scheme.value}-{PROJECTOR[0]}-{ROOM_TEXT}"
        yield name, theme.Look(scheme, ROOM_TEXT), PROJECTOR


def main(words: list[str]) -> None:
    """Paint what the words ask for."""
    app = QApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        panel = demo_panel(Path(place) / "store", date(2026, 11, 16))
        try:
            for name, look, size in looks():
                theme.wear(app, look)
                for shown in every_page(panel, look):
                    file = f"{shown.name}-{name}.png"
                    is_in_room = shown.name.startswith("live-")
                    if size == PROJECTOR and not is_in_room:
                        continue  # only a meeting is read by a whole room
                    if all(word in file for word in words):
                        _paint(shown, size, FOLDER / file)
        finally:
            panel.close()
    _write_index()


def _paint(shown: Shown, size: tuple[int, int], file: Path) -> None:
    widget: QWidget = shown.make()
    if not isinstance(widget, QDialog):
        widget.resize(*size)
    widget.show()
    settle()
    widget.grab().save(str(file))
    clear_away()


def _write_index() -> None:
    pictures = sorted(path.name for path in FOLDER.glob("*.png"))
    lines = [f"<h2>{name}</h2><img src='{name}' style='max-width:100%'>" for name in pictures]
    (FOLDER / "index.html").write_text("<title>Screens</title>\n" + "\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
