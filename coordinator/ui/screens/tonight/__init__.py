"""Who holds tonight: the whole caseload until the next panel."""
