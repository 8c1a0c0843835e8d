"""Names and notes that try a program's patience; each belongs to somebody in a large demo."""

from collections.abc import Mapping
from types import MappingProxyType

from coordinator.demo.outline import Oddity

_NAMES: Mapping[Oddity, tuple[str, str]] = MappingProxyType(
    {
        Oddity.LONG_NAME: (
            "Maximiliana Persephone Rosenwyn Thomasine",
            "Featherstonehaugh-Polkinghorne-Trevanion-Wolstenholme of Upper Penhallowick",
        ),
        Oddity.APOSTROPHE: ("Niamh", "O'Driscoll-D'Arcy"),
        Oddity.CORNISH: ("Myghal", "Penn-an-Dre Ŵella"),
        Oddity.WELSH: ("Siôn Llŷr", "ap Gruffŷdd"),
        Oddity.POLISH: ("Święcisława", "Źrebiec-Błażejowska"),
        Oddity.RIGHT_TO_LEFT: ("سمير", "الحكيم"),
    }
)
LONG_NOTE_WORDS = 2_000


def name_of(oddity: Oddity | None) -> tuple[str, str] | None:
    """Give given and family name where the name is what is odd."""
    return _NAMES.get(oddity) if oddity else None
