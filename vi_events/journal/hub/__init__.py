"""The hub's server: a NATS JetStream server of our own, supervised, and who may say what on it."""
