"""Comparing a plan with a reference: pure functions that know no file and no terminal."""
