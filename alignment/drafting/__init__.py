"""Drafting: which clauses of a running official text promise something, and which of them another place could copy."""
