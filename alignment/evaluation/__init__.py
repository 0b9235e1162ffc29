"""Evaluation: how far verdicts agree with what careful readers found, and beside them simple baselines."""
