"""Keys and seals: passphrases, recovery codes, signatures. Bytes only, never people."""
