"""journeybook: customer journeys kept as text, validated, linked and published as a static site."""

__version__ = "0.1.0"
