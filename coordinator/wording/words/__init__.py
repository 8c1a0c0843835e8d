"""The words for stored values, one table per enumeration; read them through `wording.labels`."""
