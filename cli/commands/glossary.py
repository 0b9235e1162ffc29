"""`plancmp glossary`: the terms of the outputs and what they mean."""

from __future__ import annotations

from plancmp.cli import options
from plancmp.cli.output import write_output
from plancmp.cli.render import renderer

EXAMPLES = (
    "plancmp glossary",
    "plancmp glossary --lang zh --format markdown -o terms.md",
)


def glossary(
    *,
    output_format: options.FormatOption = None,
    output: options.OutputOption = None,
    language: options.LanguageOption = None,
    no_color: options.NoColorOption = False,
) -> None:
    """Explain the terms of every output.

    Each term stands in both languages, with what it means. In English the terms of
    the plans follow, as their glosses put them.
    """
    from plancmp.cli.views.glossary import glossary_document

    settled = options.output_options(output_format, output, language, no_color)
    document = glossary_document(settled.say)
    write_output(renderer(settled.format)(document, settled.render_options()), settled.file)
