"""What draws reports."""
