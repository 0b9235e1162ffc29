"""How results are drawn: one module a format."""
