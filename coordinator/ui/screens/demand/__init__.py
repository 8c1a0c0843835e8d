"""How often services were needed, before and after, over the whole panel."""
