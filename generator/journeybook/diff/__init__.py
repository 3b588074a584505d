"""What changed between two states of a site, in the customer's terms."""
