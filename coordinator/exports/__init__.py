"""The document engine: papers as tagged, safe, reproducible PDF, and lists as spreadsheets."""
