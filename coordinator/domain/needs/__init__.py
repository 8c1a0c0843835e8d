"""How much of each need somebody has, found again and again; whether past harm was asked about."""
