"""Every figure we quote: `./run bench [NAME ...]` prints a table of each family, or those named.

`COORDINATOR_BENCH` says how large a panel is measured: small, county or large; large when nothing
is said. Ratios within one run against the nearest limit (plain SQLite, naive pages), never a timed
test.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

import tests.benchmarks as here
from tests.benchmarks.measuring import Row

_NOT_MEASURED = {"__main__", "measuring"}


def families(wanted: list[str]) -> Iterator[str]:
    """Name the modules that have figures: all, or those asked for."""
    for module in pkgutil.iter_modules(here.__path__):
        name = module.name
        if (
            name not in _NOT_MEASURED
            and not name.startswith("_")
            and (not wanted or name in wanted)
        ):
            yield name


def main(words: list[str]) -> None:
    console, known = Console(), [*families([])]
    if strange := [word for word in words if word not in known]:
        sys.exit(f"Not measured: {', '.join(strange)}. There is: {', '.join(known)}.")
    for name in families(words):
        module = importlib.import_module(f"tests.benchmarks.{name}")
        if not hasattr(module, "rows"):
            continue
        table = Table(title=name, title_justify="left")
        for heading in ("what", "ours", "limit", "ratio", "the limit is"):
            table.add_column(
                heading, justify="left" if heading in {"what", "the limit is"} else "right"
            )
        for row in module.rows():
            table.add_row(*_cells(row))
        console.print(table)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        f"{row.ours:,.2f} {row.unit}",
        f"{row.limit:,.2f} {row.unit}",
        f"{row.ratio:.2f}",
        row.limit_is,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
