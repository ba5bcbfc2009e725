"""Invented deliberations: councils, acts and their scans, with the true record of each."""
