"""`journeybook explain`: what the code of a finding means, why it matters, a bad and a good example."""

from __future__ import annotations

import sys

import click

from journeybook.commands.options import wants_colour


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Tell what the code of a finding means, why it matters, and show a bad and a good example.

    \b
    Examples:
      journeybook explain JB102
      journeybook explain unknown-reference
      journeybook explain                   lists all codes
    """
    from journeybook.checks.explain import all_explanations, explanation
    from journeybook.diagnostics import did_you_mean
    from journeybook.text import visible

    everything = sorted(all_explanations(), key=lambda known: known.code)
    if code is None:
        for known in everything:
            click.echo(f"{known.code}  {known.severity:<8} {known.name:<28} {known.title}")
        return 0
    known_one = explanation(code.upper()) or explanation(code.lower())
    if known_one is None:
        names = [name for known in everything for name in (known.code, known.name)]
        hint = did_you_mean(code.upper(), names) or did_you_mean(code.lower(), names)
        raise click.UsageError(f"no finding is called `{code}`" + (f"; {hint}" if hint else ""))
    bold = (lambda text: f"\x1b[1m{text}\x1b[0m") if wants_colour(sys.stdout) else str
    click.echo(
        f"{bold(f'{known_one.code} {known_one.name}')} ({known_one.severity})\n\n{known_one.title}\n\n{known_one.why}"
    )
    for label, text in (("Bad:", known_one.bad), ("Good:", known_one.good)):
        if text.strip():
            shown = "\n".join(f"    {visible(line)}" for line in text.rstrip("\n").split("\n"))
            click.echo(f"\n{bold(label)}\n{shown}")
    return 0
