"""What whoever runs the server sees of it and can set: logs, metrics, headers, fresh answers."""
