"""Figures derived from the catalog, one file for each question. No author ever types them."""
