"""Graph → one page of HTML that shows it to a person: opens from a file, asks no network."""
