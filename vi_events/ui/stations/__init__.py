"""The other stations, in the windows: the network lamp, the stations panel, joining, inviting, handing over."""
