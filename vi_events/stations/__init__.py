"""Several stations on one edition: joining a host, hosting, handing the hosting over.

``network.Network`` is what the window and ``hub serve`` use; ``journal.hub`` below speaks with the server.
"""
