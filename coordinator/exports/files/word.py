"""A paper as a document an office goes on writing (.docx): the same blocks, another press.

What people typed is text in it and nothing else: no field, link or macro comes from it. Nobody's
name is in what the file says about itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import singledispatchmethod

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from docx.table import Table as Grid
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from coordinator.domain.papers.imprint import Label, Tone
from coordinator.exports.files.word_files import opened, packed
from coordinator.exports.layout.blocks import Blank, Block, Group, NewPage, Story
from coordinator.exports.layout.lists import Item
from coordinator.exports.layout.panels import Chip, Columns, Facts, Panel
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.safety import one_line, paragraphs
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import TINTS
from coordinator.exports.layout.wrapping import Run

_HEADINGS = {"H1": "Heading 1", "H2": "Heading 2", "H3": "Heading 3", "H4": "Heading 4"}
_HEADED = frozenset(_HEADINGS.values())
_GRID = "Table Grid"
_INDENT = 18.0  # points
_LABELS = 0.32  # part of the width that labels beside their values take
_ROOMIER = 1.25  # an office's letters are wider than ours
_LINE = 14.0  # points of room to write in that one empty line stands for


def word_document(paper: Paper, template: bytes = b"", copy: str = "") -> bytes:
    """Write a paper as a Word document; the same content and template give the same bytes.

    Args:
        paper: Composed, as for the other press.
        template: A .docx or .dotx whose styles, margins, header and footer are kept; what is
            written in its body is not. A plain one when empty.
        copy: Number of the copy and whose it is, for the foot of its pages.

    Raises:
        InvalidFieldsError: The template is no document, is too large, holds macros, or fetches
            something from elsewhere.
    """
    document = opened(template, paper.imprint, copy)
    # Looked up once: the library searches its styles anew for every paragraph and cell.
    styles = {style.name: style.style_id for style in document.styles if style.name}
    _Pen(document, document, styles).write(paper.blocks)
    return packed(document, one_line(paper.title), paper.day)


class _Pen:
    """Writes blocks one after the other into a document or into a cell of one."""

    def __init__(
        self, document: Document, into: "Document | _Cell", styles: Mapping[str, str]
    ) -> None:
        self._document, self._into, self._styles = document, into, styles
        self._first = into.paragraphs[0] if isinstance(into, _Cell) else None
        self._tone: Tone | None = None

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks in reading order."""
        for block in blocks:
            self._put(block)

    @singledispatchmethod
    def _put(self, block: Block) -> None:
        """Write one block; a kind that is not known here is a bug, never a silent gap."""
        raise TypeError(type(block).__name__)

    @_put.register
    def _text(self, block: Text) -> None:
        made = self._paragraph(_HEADINGS.get(block.kind, "Normal"))
        self._runs(made, block.runs, bold=block.style.bold and block.kind not in _HEADINGS)

    @_put.register
    def _item(self, block: Item) -> None:
        made = self._paragraph("Normal")
        made.paragraph_format.left_indent = Pt(_INDENT)
        made.paragraph_format.first_line_indent = Pt(-_INDENT)
        made.paragraph_format.tab_stops.add_tab_stop(Pt(_INDENT))
        made.add_run(f"{block.sign}\t")
        self._runs(made, block.text.runs, bold=False)

    @_put.register
    def _chip(self, block: Chip) -> None:
        self._status(block.label)

    @_put.register(Group)
    @_put.register(Story)
    def _together(self, block: Group | Story) -> None:
        self.write(block.blocks)

    @_put.register
    def _columns(self, block: Columns) -> None:
        for story in block.stories:
            self.write(story)

    @_put.register
    def _panel(self, block: Panel) -> None:
        before, self._tone = self._tone, block.tone
        self.write(block.blocks)
        self._tone = before

    @_put.register
    def _facts(self, block: Facts) -> None:
        rows: list[tuple[Cell, ...]] = [(fact.label, fact.value) for fact in block.facts]
        self._grid([Column("", share=_LABELS, bold=True), Column("", share=1 - _LABELS)], rows)

    @_put.register
    def _table(self, block: Table) -> None:
        self._grid(block.book.columns, block.book.rows, heads=True)

    @_put.register
    def _blank(self, block: Blank) -> None:
        for _at in range(max(1, round(block.points / _LINE))):
            self._paragraph("Normal")

    @_put.register
    def _page(self, block: NewPage) -> None:
        if block.unless is None:
            self._paragraph("Normal").add_run().add_break(WD_BREAK.PAGE)

    def _paragraph(self, style: str) -> Paragraph:
        made: Paragraph = self._first or self._into.add_paragraph()
        self._first = None
        if style in _HEADED and style in self._styles:
            made._p.style = self._styles[style]  # noqa: SLF001 - as `styles` above
        if self._tone is not None:
            _shade(made, TINTS[self._tone].wash, TINTS[self._tone].ink)
        return made

    def _runs(self, made: Paragraph, runs: tuple[Run, ...], *, bold: bool) -> None:
        for run in runs:
            put = made.add_run(run.text)
            wanted = bold if run.bold is None else run.bold
            if wanted:
                put.bold = True

    def _status(self, label: Label) -> None:
        if label.text.strip():
            self._paragraph("Normal").add_run(one_line(label.text)).bold = True

    def _grid(
        self, listed: Sequence[Column], rows: Iterable[Sequence[Cell]], *, heads: bool = False
    ) -> None:
        table = self._new_table(len(listed))
        if _GRID in self._styles:
            table.style = _GRID
        if heads:
            top = _new_row(table)
            _keep_row(top, is_head=True)
            for cell, column in zip(top.cells, listed, strict=True):
                cell.paragraphs[0].add_run(one_line(column.title)).bold = True
        for row in rows:
            made = _new_row(table)
            _keep_row(made, is_head=False)
            for cell, value, column in zip(made.cells, row, listed, strict=True):
                self._fill(cell, value, bold=column.bold)
        self._widths(table, listed)
        self._paragraph("Normal")  # two tables that touch would become one

    def _new_table(self, columns: int) -> Grid:
        self._first = None
        return self._into.add_table(0, columns)

    def _fill(self, cell: _Cell, value: Cell, *, bold: bool) -> None:
        pen = _Pen(self._document, cell, self._styles)
        if isinstance(value, Label):
            pen._status(value)
        elif isinstance(value, str):
            for line in paragraphs(value):
                pen._paragraph("Normal").add_run(line).bold = bold or None
        elif isinstance(value, Block):
            pen._put(value)
        else:
            pen.write(value)

    def _widths(self, table: Grid, columns: Sequence[Column]) -> None:
        section = self._document.sections[-1]
        page, left, right = section.page_width, section.left_margin, section.right_margin
        if page is None or left is None or right is None:
            return
        wide = (page - left - right) / 12700  # points
        fixed = sum(min(_ROOMIER * column.width, wide / 2) for column in columns)
        shares = sum(column.share for column in columns) or 1.0
        for column, made in zip(columns, table.columns, strict=True):
            share = max(wide - fixed, wide * 0.3) * column.share / shares
            made.width = Pt(min(_ROOMIER * column.width, wide / 2) or share)


def _shade(made: Paragraph, wash: str, ink: str) -> None:
    """Put a paragraph on a tinted ground with a bar at its left."""
    properties = made._p.get_or_add_pPr()  # noqa: SLF001 - the library has no word for it
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "24"), ("space", "6"), ("color", ink[1:])):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", wash[1:])):
        ground.set(qn(f"w:{name}"), value)
    properties.insert_element_before(borders, *_AFTER_BORDERS)
    properties.insert_element_before(ground, *_AFTER_BORDERS[1:])


_AFTER_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
    "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd",
    "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap",
    "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What may follow in a paragraph's properties: the format fixes their order."""


def _new_row(table: Grid) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _keep_row(row: _Row, *, is_head: bool) -> None:
    """Do not cut a row at the end of a page; repeat the headings on the next."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no word for it
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
