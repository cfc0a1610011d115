"""A second writer of damaged workbooks, made without knowledge of the reader and of the first corpus.

Takes a seed, gives workbooks in published column layouts with what they truly say. Imports nothing of the reader.
"""
