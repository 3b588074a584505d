"""What authors meant, over the whole site: every reference resolved both ways."""
