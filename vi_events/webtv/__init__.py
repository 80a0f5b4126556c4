"""The webtv: what stands over the stream, the link with OBS, the pages OBS shows, chapters for the replay."""
