"""The names of this computer itself, to which nothing needs to be encrypted."""

LOOPBACK = ("127.0.0.1", "localhost", "::1")
