"""The gateway websocket: connections, sessions, heartbeats, resuming, sharding and compression."""
