"""Spreadsheets as other agencies send them, read into rows with their problems named."""
