"""Several stations: the hub (NATS JetStream) that carries entries between them."""
