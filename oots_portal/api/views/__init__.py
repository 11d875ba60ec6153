"""Understand the question, ask the service, phrase the answer."""
