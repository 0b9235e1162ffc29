"""The floor for start-up: a ten-line typer app that imports rich.table, yaml and rapidfuzz and prints one row."""

import typer

app = typer.Typer()


@app.command()
def show() -> None:
    """Print one row."""
    import rapidfuzz  # noqa: F401
    import yaml  # noqa: F401
    from rich.console import Console
    from rich.table import Table

    table = Table("measure")
    table.add_row("1.1")
    Console().print(table)


if __name__ == "__main__":
    app()
