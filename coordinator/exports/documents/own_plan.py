"""My plan for the person: large type, one idea to a line, a picture left of the words."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from coordinator.domain.lists.plans import OwnView
from coordinator.domain.papers.imprint import Imprint, Tone
from coordinator.domain.papers.own_plan import OwnPlanPaper, OwnSection, Picture
from coordinator.domain.voice.own_plans import Deed
from coordinator.exports.layout.blocks import (
    BOUNDLESS,
    Blank,
    Block,
    Group,
    Room,
    Stack,
    Taken,
    stack,
    start_of,
)
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.panels import Panel
from coordinator.exports.layout.paragraphs import Text, line_at, shortened, width_of
from coordinator.exports.layout.pictures import ALTERNATIVES, PictureBlock, PicturePiece
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import ACCENT, INK, RULE, SOFT, Style, Type, operands
from coordinator.exports.layout.wrapping import Run
from coordinator.wording.dates import long_day
from coordinator.wording.own_plans import VIEWS
from coordinator.wording.translation import _

_MARGIN = 48.0
_ROOM = 58.0
_GAP = 18.0
_SIDE, _LARGE_SIDE = 60.0, 76.0
_LARGE = 1.4
_WRITE = 90.0

_BODY = Style(15, 22, after=9)
_TYPE = Type(
    title=Style(34, 41, bold=True, colour=ACCENT, after=4),
    subtitle=Style(19, 26, colour=INK, after=12),
    section=Style(20, 26, bold=True, colour=ACCENT, before=20, after=7),
    person=Style(17, 23, bold=True, before=14, after=4),
    minor=Style(16, 22, bold=True, before=8, after=3),
    body=_BODY,
    cell=Style(15, 21, after=3),
    label=Style(14, 19, bold=True, colour=ACCENT),
    small=Style(14, 20, colour=SOFT, after=8),
    chip=Style(14, 20, bold=True),
)
"""Nothing is smaller than 14 points; in large print nothing than 19.6, its sentences are 21."""

_FACES = {
    OwnView.HAPPY: Picture.HAPPY,
    OwnView.OK: Picture.OK,
    OwnView.NOT_HAPPY: Picture.NOT_HAPPY,
}


def own_plan_paper(plan: OwnPlanPaper) -> Paper:
    """Compose My plan."""
    type_ = _TYPE.scaled(_LARGE + 0.03) if plan.is_large else _TYPE
    made = _Maker(type_, _LARGE_SIDE if plan.is_large else _SIDE, pictures=plan.has_pictures)
    blocks: list[Block] = [
        *_front(plan, type_),
        *(block for one in plan.before for block in made.section(one)),
        *_deeds(plan, made),
        *(block for one in plan.after for block in made.section(one)),
        *made.section(OwnSection(_("If I need help now"), Picture.PHONE, plan.ring)),
        *_hard(plan, made),
        *_view(plan, made),
    ]
    room = _ROOM * (1.25 if plan.is_large else 1.0)
    return Paper(
        _("My plan"),
        plan.imprint,
        blocks,
        margin=_MARGIN,
        head=room,
        foot=room,
        furniture=partial(_furniture, type_.small.size),
    )


def _front(plan: OwnPlanPaper, type_: Type) -> list[Block]:
    name = Text(
        plan.called,
        replace(
            type_.subtitle,
            size=type_.subtitle.size * 1.25,
            leading=type_.subtitle.leading * 1.25,
            bold=True,
            after=6,
        ),
    )
    blocks: list[Block] = [
        Text(_("My plan"), type_.title, "H1", key="top", bookmark=0),
        name,
        Text(_("This is about me."), type_.body),
        Text(_("It was written on {day}.", day=long_day(plan.made_on)), type_.body),
    ]
    if plan.lead:
        blocks.append(Text(_("{name} looks after my plan.", name=plan.lead), type_.body))
    if plan.lead and plan.lead_phone:
        words = _("I can ring {name} on {phone}.", name=plan.lead, phone=plan.lead_phone)
        blocks.append(Text(words, type_.body))
    if plan.signed_by:
        blocks.append(Text(_("{name} signed my plan.", name=plan.signed_by), type_.body))
    if not plan.is_signed:
        told = Text(
            [Run(_("Draft.") + " ", bold=True), Run(_("Nobody has signed it off yet."))],
            replace(type_.body, after=0.0),
        )
        blocks.append(Panel([told], Tone.WARN))
    return blocks


class _Maker:
    """Makes parts of one paper in its type, with or without pictures."""

    def __init__(self, type_: Type, side: float, *, pictures: bool) -> None:
        self.type, self.side, self.has_pictures = type_, side, pictures

    def section(self, one: OwnSection) -> list[Block]:
        """A part with its picture, its title and its sentences."""
        said = [words for words in one.sentences if words.strip()]
        if not said:
            return []
        return [self.beside(one.picture, [self.head(one.title), *self.sentences(said)])]

    def beside(self, picture: Picture, blocks: Sequence[Block]) -> Block:
        """Blocks to the right of a picture; without pictures at the margin."""
        return _Beside(blocks, picture if self.has_pictures else None, self.side)

    def head(self, title: str) -> Text:
        """A title of a part."""
        return Text(title, self.type.section, "H2", key=title, bookmark=1)

    def sentences(self, said: Sequence[str]) -> list[Block]:
        """One sentence to a paragraph."""
        return [Text(words, self.type.body) for words in said]


def _deeds(plan: OwnPlanPaper, made: _Maker) -> list[Block]:
    if not plan.deeds:
        return []
    title = _("What will happen")
    head: Block = made.beside(
        Picture.PEOPLE,
        [made.head(title), Text(_("Tick the box when it is done."), made.type.body)],
    )
    head.keeps = True
    if plan.is_large:
        columns = [Column(_("Who does what, by when"), share=1)]
    else:
        columns = [
            Column(_("Who"), share=1.0),
            Column(_("What"), share=2.0),
            Column(_("By when"), share=1.0),
        ]
    columns.append(Column(_("Done"), width=made.type.cell.size * 4.4))
    return [head, Table(columns, [_deed(one, plan, made) for one in plan.deeds], made.type)]


def _deed(one: Deed, plan: OwnPlanPaper, made: _Maker) -> tuple[Cell, ...]:
    box = PictureBlock(Picture.TICK_BOX, made.type.cell.size * 1.5)
    if not plan.is_large:
        return one.who, one.what, one.by, [box]
    cell = made.type.cell
    parts: list[Block] = [Text(Run(one.who, bold=True), cell)] if one.who else []
    parts.append(Text(one.what, cell))
    if one.by:
        parts.append(Text(_("By {day}", day=one.by), cell))
    return parts, [box]


def _hard(plan: OwnPlanPaper, made: _Maker) -> list[Block]:
    if not plan.hard:
        return []
    told: list[Block] = [
        Text(
            [Run(f"{one.word[:1].upper()}{one.word[1:]}: ", bold=True), Run(one.meaning)],
            made.type.body,
        )
        for one in plan.hard
    ]
    return [made.beside(Picture.BOOK, [made.head(_("Hard words")), *told])]


def _view(plan: OwnPlanPaper, made: _Maker) -> list[Block]:
    ask = _("Put a ring around one face.") if made.has_pictures else _("Put a ring around one.")
    blocks: list[Block] = [
        made.beside(
            Picture.SPEECH,
            [made.head(_("What I think of my plan")), Text(ask, made.type.body)],
        )
    ]
    for view, picture in _FACES.items():
        words = Run(_(VIEWS[view]), bold=view is plan.view)
        blocks.append(made.beside(picture, [Text(words, made.type.body)]))
    more = Text(_("I also want to say:"), made.type.body)
    return [Group([*blocks, more, Panel([Blank(_WRITE)], Tone.PLAIN)])]


class _Beside(Block):
    """Blocks with a picture at their left; on the next page they stand in as far."""

    def __init__(
        self,
        blocks: Sequence[Block],
        picture: Picture | None,
        side: float,
        *,
        indent: float | None = None,
    ) -> None:
        self._blocks, self._picture, self._side = list(blocks), picture, side
        self._indent = (side + _GAP if picture else 0.0) if indent is None else indent
        self.before = max(self._blocks[0].before, 12.0) if self._blocks else 0.0
        self.after = self._blocks[-1].after if self._blocks else 0.0

    def take(self, room: Room, /) -> Taken:
        """Take what fits; the picture goes with the first of it."""
        inside = self._inside(room)
        least = self._side if self._picture else 0.0
        if least > room.left and room.left < room.full:
            return None, self
        piece, rest = stack(self._blocks, inside)
        if piece is None:
            return None, self
        made = _BesidePiece(piece, self._picture, self._side, self._indent)
        left = _Beside(rest, None, self._side, indent=self._indent) if rest else None
        return made, left

    def least(self, room: Room, /) -> float:
        """The picture, and the title with its first sentences; a short part stays whole."""
        inside = self._inside(room)
        whole = stack(self._blocks, inside._replace(left=BOUNDLESS))[0]
        high = max(whole.height if whole else 0.0, self._side if self._picture else 0.0)
        if high <= room.full * 0.45:
            return high
        return max(start_of(self._blocks, inside), self._side if self._picture else 0.0)

    def _inside(self, room: Room) -> Room:
        return room.narrowed(room.width - self._indent)


class _BesidePiece:
    __slots__ = ("_indent", "_picture", "_piece", "_side", "height")

    def __init__(self, piece: Stack, picture: Picture | None, side: float, indent: float) -> None:
        self._piece, self._picture, self._side, self._indent = piece, picture, side, indent
        self.height = max(piece.height, side if picture else 0.0)

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        if self._picture is not None:
            says = _(ALTERNATIVES[self._picture])
            PicturePiece(self._picture, self._side, says).draw(canvas, x, top)
        self._piece.draw(canvas, x + self._indent, top)


def _furniture(size: float, canvas: PaperCanvas, imprint: Imprint, margin: float) -> None:
    """Say on every page whose it is, and which page; large enough to be read."""
    width, height = canvas.size
    style = Style(size, size * 1.3, colour=SOFT)
    page, right = canvas.page, width - margin
    with canvas.decoration("<</Type/Pagination/Subtype/Header>>"):
        words = shortened(imprint.handling, style, width - 2 * margin)
        canvas.put(line_at(canvas, words, style, (margin, 0.0 + width - 2 * margin, height - 34)))
        low = height - 34 - size * 0.6
        canvas.put(f"0.8 w {operands(RULE)} RG {margin:.2f} {low:.2f} m {right:.2f} {low:.2f} l S")
    with canvas.decoration("<</Type/Pagination/Subtype/Footer>>"):
        room = width - 2 * margin - width_of(_("Page {page} of {pages}", page=99, pages=99), style)
        words = shortened(_("My plan"), style, room)
        canvas.put(line_at(canvas, words, style, (margin, room, 26)))
        canvas.put_late(lambda sheet: _page_of(sheet, page, style, right))


def _page_of(sheet: PaperCanvas, page: int, style: Style, right: float) -> str:
    words = _("Page {page} of {pages}", page=page, pages=sheet.pages)
    return line_at(sheet, words, style, (right, -right / 2, 26))
