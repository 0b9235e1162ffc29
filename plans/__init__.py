"""Policy plans: the model, the YAML files, and the way from an official document to a file."""
