"""Journeys exported to other formats: tables, images, self-contained pages."""
