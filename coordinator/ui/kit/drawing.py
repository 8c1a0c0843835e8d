"""Icons: bundled SVG outlines in the colour asked for, and as files for the style sheet."""

from functools import lru_cache
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from coordinator.reference.resources import resource

_DENSITIES = (1.0, 1.5, 2.0, 3.0)


def icon(name: str, tint: str, size: int, gap: int = 0) -> QIcon:
    """Draw an icon.

    Args:
        name: As its file in `resources/icons`.
        tint: `#RRGGBB`.
        size: In pixels, already scaled.
        gap: Empty pixels after it: style sheets have no room between icon and words.
    """
    return _drawn(name, tint, size, gap)


@lru_cache(maxsize=512)
def _drawn(name: str, tint: str, size: int, gap: int) -> QIcon:
    renderer = QSvgRenderer(QByteArray(_svg(name, tint).encode()))
    made = QIcon()
    for density in _DENSITIES:
        picture = QPixmap(round((size + gap) * density), round(size * density))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, size * density, size * density))
        painter.end()
        picture.setDevicePixelRatio(density)
        made.addPixmap(picture)
    return made


@lru_cache(maxsize=256)
def image(name: str, tint: str) -> str:
    """Write an icon where the style sheet can find it; a rule there takes a file only.

    Returns:
        Its path with forward slashes; nothing when no cache can be written (then it is not drawn).
    """
    file = cache_folder() / f"{name}-{tint[1:]}.svg"
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_svg(name, tint), encoding="utf-8")
    except OSError:
        return ""
    return file.as_posix()


def cache_folder() -> Path:
    """Tell where drawn icons are kept; holds nothing else."""
    return platformdirs.user_cache_path("coordinator", appauthor=False) / "icons"


@lru_cache(maxsize=256)
def _svg(name: str, tint: str) -> str:
    drawn = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return drawn.replace("currentColor", tint)
