"""Measurements of time and of other methods on real and generated plans: `python -m tools.benchmarks`."""
