"""Bring in: people and actions from a spreadsheet, looked at before anything is written."""
