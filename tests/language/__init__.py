"""Dates, money, stance and qualifiers."""
