"""The records of one worker: one encrypted file, its key beside it, and nothing readable without the passphrase.

Everything outside enters by `door`; `records` keeps what any page may show, `restricted` what only asking shows.
One `with` is one transaction. Nothing kept is ever changed or deleted: the tables themselves refuse it.
Only this room knows SQLAlchemy, Alembic, SQLCipher and Argon2; whatever they raise leaves as a StoreError.
"""
