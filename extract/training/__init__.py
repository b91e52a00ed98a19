"""Open data and marked news → weights; one command, its own optional dependencies; nothing else imports it."""
