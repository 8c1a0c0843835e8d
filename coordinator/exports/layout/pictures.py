"""Small pictures for easy reading, drawn by code: thick lines on a square of 24 by 24.

Each is tagged as a figure with a text that says what it shows. There is no file behind them and
nobody's licence: circles, lines and boxes.
"""

from collections.abc import Mapping
from types import MappingProxyType

from coordinator.domain.papers.own_plan import Picture
from coordinator.exports.layout.blocks import Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas, figure
from coordinator.exports.layout.tokens import ACCENT, INK, PAPER, WASH, operands
from coordinator.wording.translation import N_, _

_SQUARE = 24.0
_LINE = 1.7
_K = 0.5523  # Bezier handle of a quarter circle, as a part of its radius

ALTERNATIVES: Mapping[Picture, str] = MappingProxyType(
    {
        Picture.PAPER: N_("Picture: a sheet of paper"),
        Picture.EYE: N_("Picture: an eye"),
        Picture.HEART: N_("Picture: a heart"),
        Picture.STAR: N_("Picture: a star"),
        Picture.THUMB_UP: N_("Picture: a tick in a circle"),
        Picture.CROSS: N_("Picture: a cross in a circle"),
        Picture.FLAG: N_("Picture: a flag"),
        Picture.PEOPLE: N_("Picture: two people"),
        Picture.PERSON: N_("Picture: one person"),
        Picture.WARNING: N_("Picture: a warning sign"),
        Picture.ARROW: N_("Picture: an arrow that shows the way"),
        Picture.PHONE: N_("Picture: a telephone"),
        Picture.MONEY: N_("Picture: coins"),
        Picture.CALENDAR: N_("Picture: a calendar"),
        Picture.SPEECH: N_("Picture: a speech bubble"),
        Picture.BOOK: N_("Picture: an open book"),
        Picture.TICK_BOX: N_("A box to tick when it is done"),
        Picture.HAPPY: N_("A smiling face"),
        Picture.OK: N_("A face that neither smiles nor frowns"),
        Picture.NOT_HAPPY: N_("A sad face"),
    }
)


def _round(x: float, y: float, r: float) -> str:
    k = r * _K
    return (
        f"{x + r:g} {y:g} m {x + r:g} {y + k:g} {x + k:g} {y + r:g} {x:g} {y + r:g} c "
        f"{x - k:g} {y + r:g} {x - r:g} {y + k:g} {x - r:g} {y:g} c "
        f"{x - r:g} {y - k:g} {x - k:g} {y - r:g} {x:g} {y - r:g} c "
        f"{x + k:g} {y - r:g} {x + r:g} {y - k:g} {x + r:g} {y:g} c"
    )


def _path(*points: float, closed: bool = False) -> str:
    pairs = [f"{points[at]:g} {points[at + 1]:g}" for at in range(0, len(points), 2)]
    return f"{pairs[0]} m " + " ".join(f"{one} l" for one in pairs[1:]) + (" h" if closed else "")


def _face(mouth: str) -> str:
    return f"{_round(12, 12, 10)} B {_round(8.5, 14.5, 0.7)} S {_round(15.5, 14.5, 0.7)} S {mouth}"


def _person(x: float, y: float) -> str:
    body = f"{x - 5:g} {y - 12:g} m {x - 5:g} {y - 4:g} {x + 5:g} {y - 4:g} {x + 5:g} {y - 12:g} c"
    return f"{_round(x, y, 3.4)} B {body} h B"


# From the lower left corner; B fills and draws, S draws. The pen stands at the thickness of _LINE.
_DRAWN: Mapping[Picture, str] = MappingProxyType(
    {
        Picture.PAPER: f"{_path(5, 2, 5, 22, 15, 22, 19, 18, 19, 2, closed=True)} B "
        f"{_path(8.5, 15, 15.5, 15)} S {_path(8.5, 11, 15.5, 11)} S {_path(8.5, 7, 13, 7)} S",
        Picture.EYE: "1.5 12 m 6 19.5 18 19.5 22.5 12 c 18 4.5 6 4.5 1.5 12 c B "
        f"{_round(12, 12, 3.4)} S",
        Picture.HEART: "12 3.5 m 3 10 1 14 2.5 17.5 c 4.5 22 10 21.5 12 17 c "
        "14 21.5 19.5 22 21.5 17.5 c 23 14 21 10 12 3.5 c h B",
        Picture.STAR: _path(
            *(12, 22.5, 15, 15.6, 22.4, 14.9, 16.8, 10, 18.5, 2.7, 12, 6.6),
            *(5.5, 2.7, 7.2, 10, 1.6, 14.9, 9, 15.6),
            closed=True,
        )
        + " B",
        Picture.THUMB_UP: f"{_round(12, 12, 10)} B {_path(7, 12, 10.7, 8.2, 17.2, 16)} S",
        Picture.CROSS: f"{_round(12, 12, 10)} B {_path(8, 8, 16, 16)} S {_path(8, 16, 16, 8)} S",
        Picture.FLAG: f"{_path(5, 1.5, 5, 22.5)} S "
        f"{_path(5, 21.5, 20, 21.5, 16.5, 16, 20, 10.5, 5, 10.5, closed=True)} B",
        Picture.PEOPLE: f"{_person(7, 17.5)} {_person(17, 17.5)}",
        Picture.PERSON: _person(12, 17.5),
        Picture.WARNING: f"{_path(12, 22, 23, 3, 1, 3, closed=True)} B {_path(12, 15.5, 12, 9.5)}"
        f" S {_round(12, 6.3, 0.5)} S",
        Picture.ARROW: f"{_path(2, 12, 21, 12)} S {_path(14, 19, 21.5, 12, 14, 5)} S",
        Picture.PHONE: f"{_path(6.5, 1.5, 6.5, 22.5, 17.5, 22.5, 17.5, 1.5, closed=True)} B "
        f"{_path(6.5, 6, 17.5, 6)} S {_round(12, 3.8, 0.5)} S",
        Picture.MONEY: f"{_round(9.5, 14, 7.5)} B {_round(16, 8.5, 6.3)} B "
        "18.6 11.2 m 17 12.8 14.6 12 14.6 9.8 c 14.6 7.8 14.9 6.6 13.7 5.6 c 18.8 5.6 l S "
        f"{_path(13.2, 8.8, 17.2, 8.8)} S",
        Picture.CALENDAR: f"{_path(3, 2.5, 3, 20, 21, 20, 21, 2.5, closed=True)} B "
        f"{_path(3, 15, 21, 15)} S {_path(8, 22.5, 8, 18)} S {_path(16, 22.5, 16, 18)} S "
        f"{_path(8.5, 8.5, 11, 6, 15.5, 11)} S",
        Picture.SPEECH: f"{_path(2, 21, 22, 21, 22, 8, 12, 8, 6, 2.5, 6, 8, 2, 8, closed=True)}"
        f" B {_path(6.5, 16.5, 17.5, 16.5)} S {_path(6.5, 12.5, 14, 12.5)} S",
        Picture.BOOK: "12 4 m 9 6.5 5 6.5 1.5 5.5 c 1.5 20 l 5 21 9 21 12 18.5 c "
        "15 21 19 21 22.5 20 c 22.5 5.5 l 19 6.5 15 6.5 12 4 c h B 12 4 m 12 18.5 l S",
        Picture.TICK_BOX: f"{_path(3, 3, 3, 21, 21, 21, 21, 3, closed=True)} B",
        Picture.HAPPY: _face("6.8 10 m 8.5 5.6 15.5 5.6 17.2 10 c S"),
        Picture.OK: _face("7.5 8 m 16.5 8 l S"),
        Picture.NOT_HAPPY: _face("7 6.4 m 9 10 15 10 17 6.4 c S"),
    }
)


def drawn(picture: Picture, box: tuple[float, float, float], *, is_chosen: bool = False) -> str:
    """Operators that draw a picture.

    Args:
        picture: Which.
        box: Left, bottom and side.
        is_chosen: Drawn on a darker ground with a thicker line.
    """
    x, y, side = box
    scale = side / _SQUARE
    plain = picture is Picture.TICK_BOX
    ground = PAPER if plain else WASH
    line = 2.6 if is_chosen else _LINE
    ink = INK if is_chosen or plain else ACCENT
    return (
        f"q {scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f} cm {line} w 1 J 1 j "
        f"{operands(ink)} RG {operands(ground)} rg {_DRAWN[picture]} Q"
    )


class PictureBlock(Block):
    """One picture by itself, read out as a figure."""

    def __init__(self, picture: Picture, side: float, *, says: str = "") -> None:
        self._picture, self._side = picture, side
        self._says = says or _(ALTERNATIVES[picture])

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        if self._side > room.left:
            return None, self
        return PicturePiece(self._picture, self._side, self._says), None


class PicturePiece:
    """A picture, ready to draw."""

    __slots__ = ("_picture", "_says", "_side", "height")

    def __init__(self, picture: Picture, side: float, says: str) -> None:
        self._picture, self._side, self._says = picture, side, says
        self.height = side

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        """Draw it, tagged."""
        low = top - self._side
        with figure(canvas, self._says, (x, low, x + self._side, top)):
            canvas.put(drawn(self._picture, (x, low, self._side)))
