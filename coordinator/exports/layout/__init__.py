"""How a page is made: type, tables, charts, what is tagged, from blocks to a file."""
