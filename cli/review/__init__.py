"""Reviewing: the loop that asks for decisions and knows no terminal, the terminal that shows and asks, and files."""
