"""Bytes too large or too private for a row: encrypted files, whose digest the database keeps."""
