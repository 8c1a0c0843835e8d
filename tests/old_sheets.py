"""Cells as they are copied from the spreadsheets panels kept before: nobody in them is real."""

PEOPLE = (
    "Ref\tInitials\tDOB\tDate accepted\tNext review\tLives in\n"
    "CN-001\tKT\t14/05/1981\t03/03/2026\t26/11/2026\tKerrow\n"
    "CN-002\tJB\t2/11/90\t14/04/2026\t\tKerrow\n"
    "CN-003\tKezia Moyle\t\t12/05/2026\t10/12/2026\tPolwen\n"
    "CN-004\tKT\t14/05/1981\t\t\tPolwen\n"
    "\tWA\t31/02/1975\t\t\t\n"
    "CN-006\tAP and RP\t\t\t\t\n"
    "CN-007\tGN\t\t01/06/2026\t\tKerrow\n"
)
"""Seven rows: one of initials without a number, one of two people, two with the same initials."""

TRACKER = (
    "Ref\tInitials\tAction agreed\tBy whom\tAgency\tBy when\tStatus\tComments\n"
    'CN-001\tKT\t"Ring the landlord,\nthen write to him"\tJo Carne\tKerrow Homes\t27/11/2026'
    "\tOngoing\tLeft a message\n"
    "CN-002\tJB\tBook the dentist\tAmeen Rowe\tKerrow Health\t20/11/2026\tOutstanding\t\n"
    "CN-003\tKM\tAsk for a room\tJo Carne\tKerrow Homes\t\tNew\t\n"
    "\tGN\tGo along to court\tPip Lanyon\t\t01/12/2026\tOpen\t\n"
    "CN-002\tJB\tBring forms\tAll\t\t01/12/2026\tOpen\t\n"
)
"""Five rows: one without a date, one owner without an agency, one row for everybody."""

STRANGE = (
    "List of 2019\n\nPunter\tBorn in the year\tBirthday\tStaying with\n"
    "KT\t1981\t14/05/1981\tA friend\nJB\t1990\t02/11/1990\t\n"
)
"""Column names nobody could know."""
