"""How values look in JSON; the schema is generated from these."""
