"""The data of one ceremony: authorities, attendees, zones, imports."""
