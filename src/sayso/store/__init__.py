"""Keeps a case in one file and fetches from it.

`protocol.py` says what a store does; `case_file.open_store` opens one; `pack.py` makes of a read file what `record`
inserts; `condition.py` is what lists are asked with. Nothing is imported here, so that workers, which only pack, do
not load the database library.
"""
