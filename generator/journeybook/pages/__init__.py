"""Every page of the site: what there is, where it stands, and what its template may see."""
