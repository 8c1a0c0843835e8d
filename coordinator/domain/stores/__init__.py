"""A store as a whole: its backups, its check."""
