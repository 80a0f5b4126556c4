"""The windows of the reception desk."""
