"""The same papers as anybody would write them with Platypus first: the limit ours is held against.

A `Paragraph` for each text and cell, `multiBuild` for the contents, a canvas that keeps its pages
to print their total. No tags, no fallback fonts, texts escaped; the content is the read model's.
"""

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from coordinator.domain.papers.imprint import ActionLine
from coordinator.domain.papers.minutes import DiscussedPerson, Minutes
from coordinator.domain.papers.pack import CaseSheet, Pack
from coordinator.exports.layout.fonts import chains

_BODY, _BOLD = "AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"
_TEXT = ParagraphStyle("Text", fontName=_BODY, fontSize=12, leading=16.5, spaceAfter=6)
_CELL = ParagraphStyle("Cell", fontName=_BODY, fontSize=11, leading=14.5)
_HEAD = ParagraphStyle("Head", parent=_CELL, fontName=_BOLD)
_H1 = ParagraphStyle("H1", parent=_TEXT, fontName=_BOLD, fontSize=25, leading=30)
_H2 = ParagraphStyle("H2", parent=_TEXT, fontName=_BOLD, fontSize=16, leading=21)
_H3 = ParagraphStyle("H3", parent=_TEXT, fontName=_BOLD, fontSize=13, leading=18)
_WIDTH = A4[0] - 102


class _Numbered(Canvas):
    """Keeps every page to print how many there are."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 (overrides ReportLab's)
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # ReportLab's own, not in its stubs

    def save(self) -> None:
        for number, page in enumerate(self._kept, 1):
            self.__dict__.update(page)
            self.setFont(_BODY, 9.5)
            self.drawRightString(A4[0] - 51, 26, f"Page {number} of {len(self._kept)}")
            super().showPage()
        super().save()


class _Document(BaseDocTemplate):
    def __init__(self, target: io.BytesIO, marking: str) -> None:
        super().__init__(target, pagesize=A4)
        frame = Frame(51, 52, _WIDTH, A4[1] - 100, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("all", [frame], onPage=self._header))
        self._marking = marking

    def _header(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFont(_BOLD, 10.5)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 26, self._marking)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (overrides ReportLab's)
        if isinstance(flowable, Paragraph) and flowable.style.name in {"H2", "H3"}:
            level = 0 if flowable.style.name == "H2" else 1
            self.notify("TOCEntry", (level, flowable.getPlainText(), self.page))


def _text(words: str, style: ParagraphStyle = _TEXT) -> Paragraph:
    return Paragraph(escape(words) or "Not recorded", style)


def _labelled(label: str, words: str) -> Paragraph:
    return Paragraph(f'<font name="{_BOLD}">{escape(label)}</font> {escape(words)}', _TEXT)


def _items(items: Sequence[str]) -> list[Flowable]:
    return [Paragraph(escape(item), _TEXT, bulletText="\u2022") for item in items]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]) -> Table:
    cells: list[list[Any]] = [[_text(words, _HEAD) for words in head]]
    cells += [[_text(words, _CELL) for words in row] for row in rows]
    widths = [_WIDTH * share / sum(shares) for share in shares]
    style = TableStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.6, "#B9C6CC"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return Table(cells, colWidths=widths, repeatRows=1, style=style)


def _actions(actions: Sequence[ActionLine]) -> Table:
    rows = [
        (a.number, a.text, f"{a.owner}, {a.agency}", str(a.due), a.status.text) for a in actions
    ]
    return _table(("No.", "Action", "Who", "By when", "Status"), rows, (1, 2.4, 1.4, 1, 1))


def _build(title: str, marking: str, story: list[Flowable]) -> bytes:
    chains()  # registers the fonts
    pdfmetrics.getFont(_BODY)
    target = io.BytesIO()
    contents = TableOfContents()
    contents.levelStyles = [_TEXT, _TEXT]
    opening: list[Flowable] = [_text(title, _H1), contents, PageBreak()]
    _Document(target, marking).multiBuild([*opening, *story], canvasmaker=_Numbered)
    return target.getvalue()


def naive_minutes(minutes: Minutes) -> bytes:
    """The minutes, written without a thought for speed."""
    story: list[Flowable] = [_labelled("Confidentiality.", minutes.statement)]
    rows = [(a.agency, f"{a.name}, {a.role}", a.result.text) for a in minutes.attendance]
    story += [
        _text("Who took part", _H2),
        _table(("Agency", "Name", "Attendance"), rows, (1, 1, 1)),
    ]
    story += [_text("Actions from earlier meetings", _H2)]
    story += [_actions([*minutes.could_not, *minutes.not_done, *minutes.done])]
    story += [_text("People discussed", _H2)]
    for person in minutes.people:
        story += _discussed(person)
    return _build("Minutes", minutes.imprint.marking, story)


def naive_entries(title: str, entries: Sequence[Sequence[str]]) -> bytes:
    """A heading, then two paragraphs for each entry: its facts in a line, and its text."""
    story: list[Flowable] = [_text(title, _H2)]
    for entry in entries:
        story += [_labelled(entry[0], "; ".join(entry[1:-1])), _text(entry[-1], _CELL)]
    return _build(title, "OFFICIAL-SENSITIVE", story)


def _discussed(person: DiscussedPerson) -> list[Flowable]:
    facts = (("Lead professional", person.lead), ("Present", person.present))
    story: list[Flowable] = [_text(f"{person.reference} {person.name}", _H3)]
    story += [_table([label for label, _ in facts], [[value for _, value in facts]], (1, 1))]
    story += [_labelled("Why listed.", person.why_listed), _text(person.summary)]
    story += _items([f"{note.agency}: {note.text}" for note in person.notes])
    story += [_text(person.own_view), *_items(person.risks), *_items(person.strengths)]
    for decision in person.decisions:
        story += [_labelled("Decision.", decision.text), _labelled("Why.", decision.reason)]
        story += [_labelled("How.", decision.how), _labelled("Differs:", decision.dissent)]
    return [*story, _actions(person.actions), _text(person.basis)]


def naive_pack(pack: Pack) -> bytes:
    """The pack, written without a thought for speed."""
    story: list[Flowable] = []
    if pack.tracker is not None:
        story += [_text("Action tracker", _H2), _actions(pack.tracker.actions), PageBreak()]
    story += [_text("People", _H2)]
    for case in pack.cases:
        story += [*_case(case), PageBreak()]
    return _build("Meeting pack", pack.imprint.marking, story)


def _case(case: CaseSheet) -> list[Flowable]:
    head = ("Lead professional", "Where it stands", "On the list", "Last seen", "Basis")
    facts = (case.lead, case.phase, str(case.days_on_list), str(case.last_seen), case.basis)
    story: list[Flowable] = [_text(f"{case.reference} {case.name}", _H3)]
    story += [_table(head, [facts], (1, 1, 1, 1, 1)), *_items(case.warnings)]
    story += [_text("Since last time", _H3), *_items(case.changes)]
    story += [_text("Strengths", _H3), *_items([f"{s.text} ({s.level})" for s in case.strengths])]
    story += [_text("Risks", _H3), *_items([f"{r.text} ({r.level})" for r in case.risks[:3]])]
    story += [
        _text("Goals", _H3),
        *_items([f"{g.own_words} ({g.status.text})" for g in case.goals]),
    ]
    story += [_text("Open actions", _H3), _actions(case.actions)]
    story += _items([f"{b.category}: {b.text} ({b.agency})" for b in case.barriers])
    story += _items([f"{e.reference}: {e.ask} ({e.to})" for e in case.escalations])
    return [*story, _labelled("Question.", case.question), _labelled("Last:", case.last_decision)]
