"""What is sent to other services: decided here, carried out by `commands` and `effects`."""
