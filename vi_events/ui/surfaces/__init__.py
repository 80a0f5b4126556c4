"""What the audience sees: the public screen, how its frames are drawn, and the display it is bound to."""
