"""Small widgets shared by every window. They paint themselves from the theme and know no service."""
