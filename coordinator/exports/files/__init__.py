"""What other programs open and go on writing: spreadsheets, Word documents, messages."""
