"""Setting words in type for a picture of 1920 x 1080: how wide they are, in which size and lines they fit, many in
columns. Pure, below the edition; the public screen and the overlays share it. Badges, in dots, have their own.
"""
