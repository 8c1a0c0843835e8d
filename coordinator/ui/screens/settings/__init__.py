"""Settings: who may open the store, backups, the look, this device."""
