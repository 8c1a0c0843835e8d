"""Settings: users, passphrases, backups, the look, this device."""
