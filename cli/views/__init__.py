"""What outputs show: results as values that every format draws."""
