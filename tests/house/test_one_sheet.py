"""What a lead professional takes along on paper fits one sheet, printed on both sides."""

import re
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from tests.house.tree import ROOT

PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=11, leading=14.5)
HEAD = ParagraphStyle("head", parent=PLAIN, fontName="Helvetica-Bold", fontSize=16, leading=22)
STEP = ParagraphStyle("step", parent=PLAIN, leftIndent=6 * mm)
MARGIN = 18 * mm
WIDTH = A4[0] - 2 * MARGIN - 12


def sides(markdown: str) -> int:
    """Lay a page of the handbook out plainly, at a size that is easy to read; count its sides."""
    shown: list[Flowable] = []
    for block in re.split(r"\n\s*\n", markdown.strip()):
        if block.startswith("|"):
            rows = [
                line.strip("| ").split(" | ") for line in block.splitlines() if "---" not in line
            ]
            cells = [[Paragraph(_plain(cell), PLAIN) for cell in row] for row in rows]
            shown.append(Table(cells, colWidths=[WIDTH * 0.3, WIDTH * 0.7]))
        elif re.match(r"\d\. ", block):
            steps = re.split(r"\n(?=\d\. )", block)
            shown += [Paragraph(_plain(one), STEP) for one in steps]
        else:
            style = HEAD if block.startswith("#") else PLAIN
            shown.append(Paragraph(_plain(block.lstrip("# ")), style))
        shown.append(Spacer(1, 3 * mm))
    made = SimpleDocTemplate(
        BytesIO(), pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN,
        topMargin=MARGIN, bottomMargin=MARGIN,
    )  # fmt: skip
    made.build(shown)
    return int(made.page)


def _plain(text: str) -> str:
    unlinked = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*`]", "", unlinked).replace("&", "&amp;").replace("<", "&lt;")


def test_the_page_for_a_lead_professional_fits_one_sheet() -> None:
    page = (ROOT / "docs" / "handbook" / "away.md").read_text(encoding="utf-8")
    assert sides(page) <= 2
    assert sides("\n\n".join([page] * 3)) > 2


def test_a_lead_needs_no_shell() -> None:
    page = (ROOT / "docs" / "handbook" / "away.md").read_text(encoding="utf-8")
    assert "coordinator workpack" not in page
    for words in ("I work away from a panel", "Open the first pack…", "Hand back…"):
        assert words in page
