"""The sheet a paper is drawn on: marked content, decoration, links, and numbers known late.

One pass: page numbers and page totals are left open while drawing and filled in just before
saving. Every stroke of the pen is either content of an element or decoration (an artefact).
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFPage
from reportlab.pdfgen.canvas import Canvas

from coordinator.exports.layout.fonts import Font, chain
from coordinator.exports.layout.tagging import Element, Structure, utf16

# A character that `clean` never lets through, so that no text can pose as an open number.
_OPEN = re.compile("\x00([0-9]+)\x00")
_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\"})

rl_config.useA85 = 0  # pages as bytes, not as letters: a seventh of the time, a fifth of the size

Late = Callable[["PaperCanvas"], str]


class PaperCanvas(Canvas):
    """A ReportLab canvas that knows structure; measures in points from the lower left corner."""

    # What ReportLab keeps to itself and its stubs do not tell.
    _doc: Any
    _code: list[str]
    _pageNumber: int  # noqa: N815 (ReportLab's name)
    _pagesize: tuple[float, float]
    _annotationrefs: list[object]
    _bookmarkReference: Callable[[str], object]  # noqa: N815 (ReportLab's name)
    _addAnnotation: Callable[[PDFDictionary, str], None]  # noqa: N815 (ReportLab's name)

    def __init__(self, size: tuple[float, float]) -> None:
        self._target = BytesIO()
        name = chain(bold=False).first.fontName
        super().__init__(
            self._target,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=name,  # type: ignore[arg-type]  # a name; the stubs say a number
            pdfVersion=(1, 7),
        )
        self.structure = Structure(self._doc)
        self.page_of: dict[str, int] = {}
        self._outline_level = -1
        self._links = 0
        self._names: dict[Font, str] = {}
        self._late: list[Late] = []
        self._finished: list[PDFPage] = []

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 1."""
        return self._pageNumber

    @property
    def pages(self) -> int:
        """How many pages are finished."""
        return len(self._finished)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page being drawn."""
        return self._pagesize

    def put(self, operators: str) -> None:
        """Write drawing operators as they are."""
        self._code.append(operators)

    def put_content(self, element: Element, operators: str) -> None:
        """Write operators as content of `element`, or as decoration while nothing is tagged."""
        if self.structure.is_silent:
            self.put(operators)
            return
        number = self.structure.mark(element, self.page)
        self._code.append(f"/{element.kind} <</MCID {number}>> BDC\n{operators}\nEMC")

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile is content of `element`."""
        if self.structure.is_silent:
            yield
            return
        number = self.structure.mark(element, self.page)
        self.put(f"/{element.kind} <</MCID {number}>> BDC")
        yield
        self.put("EMC")

    @contextmanager
    def decoration(self, kind: str = "") -> Iterator[None]:
        """What is drawn meanwhile is not read out: rules, grounds, headers and footers."""
        if self.structure.is_silent:
            yield
            return
        self.put(f"/Artifact {kind} BDC" if kind else "/Artifact BMC")
        with self.structure.silence():
            yield
        self.put("EMC")

    def glyphs(self, font: Font, size: float, text: str) -> str:
        """Operators that show `text` where the pen stands, inside a text object."""
        if (name := self._names.get(font)) and text.isascii():
            return f"{name} {size:.4g} Tf ({text.translate(_ESCAPED)}) Tj"
        shown = []
        for subset, codes in font.splitString(text, self._doc):
            name = font.getSubsetInternalName(subset, self._doc)
            shown.append(f"{name} {size:.4g} Tf ({_escape(codes)}) Tj")
            if subset == 0:
                self._names[font] = name  # where plain letters lie at their own codes
        return " ".join(shown)

    def spoken(self, operators: str, text: str) -> str:
        """Operators that show something which is to be read out and copied as `text`."""
        return f"/Span <</ActualText {utf16(text).decode()}>> BDC {operators} EMC"

    def put_late(self, write: Late) -> None:
        """Leave a place open; `write` fills it when all pages are known."""
        self._code.append(f"\x00{len(self._late)}\x00")
        self._late.append(write)

    def name_place(self, key: str, top: float) -> None:
        """Let links and bookmarks lead to this height of this page."""
        self.page_of[key] = self.page
        self.bookmarkHorizontalAbsolute(key, min(top + 8, self.size[1]))

    def bookmark(self, title: str, key: str, level: int) -> None:
        """List a place in the reader's side bar; levels start at 0 and never jump down two."""
        self._outline_level = min(level, self._outline_level + 1)
        self.addOutlineEntry(title, key, self._outline_level, closed=self._outline_level > 0)

    def link(self, element: Element, key: str, box: tuple[float, float, float, float]) -> None:
        """Make a box of this page lead to a named place; `element` is the Link it belongs to."""
        self._links += 1
        name = f"Link{self._links}"
        annotation = PDFDictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": "[{:.2f} {:.2f} {:.2f} {:.2f}]".format(*box),
                "Border": "[0 0 0]",
                "F": "4",
                "Contents": utf16(element.alternative).decode(),
                "Dest": self._bookmarkReference(key),
            }
        )
        self._addAnnotation(annotation, name)
        number = self._doc.idToObjectNumberAndVersion[f"Annot.{name}"][0]
        annotation["StructParent"] = self.structure.link(element, self.page, number)

    def end_page(self, following: tuple[float, float] | None = None) -> None:
        """Finish this page; the next one has the size `following`, if given."""
        self.structure.end_page()
        self.showPage()
        if following is not None:
            self.setPageSize(following)

    def close(self) -> bytes:
        """Fill what was left open and give the file, not yet finished for its reader."""
        for page in self._finished:
            page.stream = _OPEN.sub(self._fill, page.stream)
        self.structure.close()
        self.save()
        return self._target.getvalue()

    def _fill(self, found: re.Match[str]) -> str:
        return self._late[int(found.group(1))](self)

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802 (overrides ReportLab's)
        page.Annots = self._annotationrefs
        self._finished.append(page)


def _escape(codes: bytes) -> str:
    text = codes.decode("latin-1")
    if text.isascii() and text.isprintable():
        return text.translate(_ESCAPED)
    return "".join(
        [
            char.translate(_ESCAPED)
            if char.isascii() and char.isprintable()
            else f"\\{ord(char):03o}"
            for char in text
        ]
    )


@contextmanager
def figure(
    canvas: PaperCanvas, words: str, box: tuple[float, float, float, float]
) -> Iterator[None]:
    """What is drawn meanwhile is one figure, read out in words.

    Args:
        canvas: Where it is drawn.
        words: What is read out in its place.
        box: Its left, bottom, right and top.
    """
    if canvas.structure.is_silent:
        yield
        return
    corners = " ".join(f"{one:.1f}" for one in box)
    attributes = f"/O/Layout/Placement/Block/BBox[{corners}]"
    with canvas.content(canvas.structure.element("Figure", attributes, words)):
        yield
