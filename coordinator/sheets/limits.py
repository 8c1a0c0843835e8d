"""How large a spreadsheet may be; beyond it nothing is read, so that a hostile file costs little.

Ours, generous against what panels send: a county's whole history is about 10,000 rows.
"""

MOST_BYTES = 50_000_000
"""Size of the file itself."""

MOST_UNPACKED_BYTES = 150_000_000
"""Size of an .xlsx or .ods once unpacked, all parts together."""

MOST_PARTS = 2_000
"""Files inside an .xlsx or .ods."""

MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
MOST_CELLS = 5_000_000
"""Rows times columns of one sheet, empty cells included."""

MOST_TEXT = 200_000_000
"""Characters of one workbook, a text that many cells share counted once for each."""

MOST_FORMULAS = 10_000
"""Formulas without a result that are told, of one sheet; whoever sends more knows by then."""

LONGEST_CELL = 20_000
"""Characters one cell may give us; about 3,000 words. Longer ones are left out and told."""

LONGEST_SHARED_TEXT = 32_767
"""Characters a cell can hold in the spreadsheet programs themselves (Excel specifications)."""

MOST_MEMORY = 3_000_000_000
"""Bytes the process that reads an .xls may ask for; the largest such sheet needs a third of it."""

MOST_SECONDS = 60
"""Time that process may take; the largest such sheet takes about two."""
