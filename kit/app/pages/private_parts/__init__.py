"""Parts of the private page."""
