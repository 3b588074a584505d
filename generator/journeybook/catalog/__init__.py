"""What the documents of a site mean together: every reference resolved in both directions."""
