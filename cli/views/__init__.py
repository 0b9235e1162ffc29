"""What is shown of each result: a result goes in, a `Document` comes out that any format can draw."""
