"""The rows of an edition's database. Their migrations are in ``migrations.py``."""

from sqlalchemy import Column, Index, UniqueConstraint
from sqlalchemy.types import BigInteger, Boolean, Integer, Text
from sqlmodel import Field, SQLModel


class EntryRow(SQLModel, table=True):
    """The journal itself: rows are inserted, never changed, but for ``personal`` which erasure empties."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("station", "seq", name="entry_station_seq"),
        Index("entry_subject", "subject"),
    )
    id: str = Field(sa_column=Column(Text, primary_key=True))
    station: str = Field(sa_column=Column(Text, nullable=False))
    seq: int = Field(sa_column=Column(BigInteger, nullable=False))
    hlc: int = Field(sa_column=Column(BigInteger, nullable=False))
    session: str = Field(sa_column=Column(Text, nullable=False))
    operator: str = Field(sa_column=Column(Text, nullable=False))
    kind: str = Field(sa_column=Column(Text, nullable=False))
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    subject: str = Field(sa_column=Column(Text, nullable=False))
    payload: str = Field(sa_column=Column(Text, nullable=False))
    personal: str | None = Field(sa_column=Column(Text, nullable=True))


class StateRow(SQLModel, table=True):
    """The folded state of one subject, and the order of the newest entry in it.

    ``number`` stands for the subject in lookups; it means nothing outside this database.
    """

    __tablename__ = "state"
    number: int = Field(sa_column=Column(Integer, primary_key=True))
    subject: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    data: str = Field(sa_column=Column(Text, nullable=False))
    personal: str | None = Field(sa_column=Column(Text, nullable=True))
    refold: bool = Field(sa_column=Column(Boolean, nullable=False))
    hlc: int = Field(sa_column=Column(BigInteger, nullable=False))
    station: str = Field(sa_column=Column(Text, nullable=False))
    seq: int = Field(sa_column=Column(BigInteger, nullable=False))


class LookupRow(SQLModel, table=True):
    """Where subjects are found (``code:…``); derived from the states.

    A number where the subject would be: keys like ticket codes fall anywhere in the table, and every page that it is
    shorter by is one less to write for each part of an import.
    """

    __tablename__ = "lookup"
    __table_args__ = {"sqlite_with_rowid": False}
    key: str = Field(sa_column=Column(Text, primary_key=True))
    number: int = Field(sa_column=Column(Integer, primary_key=True))


class TallyRow(SQLModel, table=True):
    """How many subjects there are under each counted key (``#in:…``); derived from the states."""

    __tablename__ = "tally"
    __table_args__ = {"sqlite_with_rowid": False}
    key: str = Field(sa_column=Column(Text, primary_key=True))
    total: int = Field(sa_column=Column(BigInteger, nullable=False))
