"""The bundled fonts: which one has a character, how wide a word is.

A character no font has is printed as an empty box (`REPLACEMENT`), so that nobody takes a gap for
the whole name. Fonts are loaded once per process, on first use.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics, ttfonts

from coordinator.domain.errors import ExportFontError

REPLACEMENT = "\u25a1"
_FOLDER = Path(__file__).resolve().parents[3] / "resources" / "fonts"
_FAMILIES = ("AtkinsonHyperlegibleNext", "NotoSans", "NotoSansHebrew", "NotoSansArabic")
_SIGNS = ("NotoSansSymbols2", "NotoSansSymbols", "NotoEmoji")
_MOST_WORDS = 100_000  # widths kept per font before starting afresh; about 10 MB


class Font(ttfonts.TTFont):
    """One bundled font, with the widths of the words it has measured."""

    def __init__(self, name: str, path: Path) -> None:
        try:
            super().__init__(name, str(path), asciiReadable=True)
        except (OSError, ttfonts.TTFError) as error:
            raise ExportFontError(path.name) from error
        self.glyphs: dict[int, int] = self.face.charToGlyph
        self._unit: dict[int, float] = {
            code: width / 1000 for code, width in self.face.charWidths.items()
        }
        self._words: dict[str, float] = {}

    def width(self, text: str) -> float:
        """How wide `text` is at one point; multiply by the size."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            unit = self._unit
            found = self._words[text] = sum([unit.get(ord(char), 0.0) for char in text])
        return found

    def splitString(  # noqa: N802 (overrides ReportLab's)
        self, text: str, doc: object, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """Printable ASCII always lies at its own codes in the first subset: no loop over it."""
        if text.isascii() and doc in self.state:
            return [(0, text.encode("ascii"))]
        found: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return found


def _to_unicode(fontname: str, subset: list[int]) -> str:
    """Write a font's table from codes to characters, in UTF-16 as PDF 1.7, 9.10.3 asks.

    ReportLab 5.1 writes five digits for characters above U+FFFF, which then read back as others.
    """
    rows = "\n".join(
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>"
        for code, char in enumerate(subset)
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo\n<< /Registry ({fontname})\n/Ordering ({fontname})\n"
        "/Supplement 0\n>> def\n"
        f"/CMapName /{fontname} def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange\n"
        f"{len(subset)} beginbfchar\n{rows}\nendbfchar\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


class Chain:
    """The fonts of one weight in the order they are asked for a character."""

    def __init__(self, fonts: tuple[Font, ...]) -> None:
        self.first = fonts[0]
        self._others = fonts[1:]
        self._found: dict[str, Font | None] = {" ": self.first, "\u00a0": self.first}

    def runs(self, text: str) -> Iterator[tuple[Font, str]]:
        """Cut `text` where its font changes; what no font has comes as `REPLACEMENT`."""
        if text.isascii():
            yield self.first, text
            return
        font, taken = self.first, ""
        for char in text:
            has = self._font_of(char)
            shown = char if has else REPLACEMENT
            has = has or self._font_of(REPLACEMENT) or self.first
            if has is not font and taken:
                yield font, taken
                taken = ""
            font, taken = has, taken + shown
        if taken:
            yield font, taken

    def _font_of(self, char: str) -> Font | None:
        if char not in self._found:
            code = ord(char)
            fonts = (self.first, *self._others)
            self._found[char] = next((f for f in fonts if code in f.glyphs), None)
        return self._found[char]


def _load(name: str, weight: str) -> Font:
    font = Font(f"{name}-{weight}", _FOLDER / f"{name}-{weight}.ttf")
    pdfmetrics.registerFont(font)
    return font


@cache
def chains() -> tuple[Chain, Chain]:
    """The regular and the bold fonts.

    Raises:
        ExportFontError: A font file is missing or damaged.
    """
    ttfonts.makeToUnicodeCMap = _to_unicode
    signs = tuple(_load(name, "Regular") for name in _SIGNS)
    regular, bold = (
        tuple(_load(name, weight) for name in _FAMILIES) for weight in ("Regular", "Bold")
    )
    return Chain(regular + signs), Chain(bold + signs)


def chain(*, bold: bool) -> Chain:
    """The fonts of one weight."""
    return chains()[bold]
