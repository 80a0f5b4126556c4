"""The reception desk: ticket codes, scanners, rules, search, badges."""
