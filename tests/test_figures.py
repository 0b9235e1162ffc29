"""The figures in docs/ show what the commands print now."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from tools.figures import FIGURES, Figure, draw


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_the_figure_is_what_make_figures_draws_now(figure: Figure) -> None:
    assert figure.path.is_file(), f"docs/{figure.path.name} is missing: `make figures` draws it"
    assert figure.path.read_text("utf-8") == draw(figure), f"docs/{figure.path.name}: run `make figures`"


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_every_wide_character_has_its_own_place_and_nothing_is_fetched(figure: Figure) -> None:
    svg = draw(figure)
    assert "url(" not in svg
    assert "href" not in svg
    texts = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    places = {element.text: element.get("x", "").split() for element in texts}
    wide = {text: found for text, found in places.items() if text and cell_len(text) == 2 * len(text) > 2}
    assert wide
    assert all(len(found) == len(text) for text, found in wide.items())
    assert len(places["✓"]) == 1
