"""Decisions: what a person (or a model, as a proposal) says became of a commitment or measure, kept in a YAML file."""
