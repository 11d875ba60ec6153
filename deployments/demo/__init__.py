"""`make demo`: one command that prepares, starts, watches and stops every process of the platform.

Standard library only, so that watching costs no memory.
"""
