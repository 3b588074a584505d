"""What is sent to other services: decided here, sent by `commands` and `effects`."""
