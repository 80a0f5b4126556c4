"""The window of the streaming operator."""
