"""Machine translation of free text; none by default."""
