"""Which pages a wiki gets, and how they are named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PageChoice:
    """What a target asks for."""

    stages: bool = False
    channels: bool = False
    mermaid: bool = False
    """Whether the wiki draws Mermaid; then diagrams come without a picture."""
    prefix: str = ""
    suffix: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of pages, those above others first."""
        more = (("stage",) if self.stages else ()) + (("channel",) if self.channels else ())
        return ("persona", "journey", "touchpoint", *more)
