"""What writes the figures, the generated pages and the tables of measurements; `make help` lists how to run it.

Nothing here is installed. Tests import from here what they keep in step; documents and plans to measure on are theirs.
"""
