"""Windows for the days before: bringing the lists in."""
