"""What is held: judge, withdraw, report."""
