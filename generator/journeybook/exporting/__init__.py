"""Journeys to take away: tables, pictures, one file to mail."""
