"""What authors wrote, one file at a time: text in, frozen documents and findings out."""
