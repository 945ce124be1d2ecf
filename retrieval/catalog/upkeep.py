"""What of the catalog follows from its reports, made anew, and what is damaged: a connection in, terms and names out."""

from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, select, text, update

from corpus.organisations.report_regions import RULE, report_region
from retrieval.catalog.names import write_names
from retrieval.catalog.opening import batches
from retrieval.catalog.reports import passage_terms, report_from, write_fact
from retrieval.catalog.tables import names, passages, reports
from retrieval.catalog.terms import add_terms, clear_terms
from retrieval.lexical import tokenizer_name

_ROWS: Final = 1000
_REPORTS: Final = (
    select(reports).where(reports.c.id.in_(bindparam("ids", expanding=True))).order_by(reports.c.id)
)
_UNLIKE: Final = (
    select(passages.c.report)
    .join(reports)
    .where(
        func.substr(reports.c.text, passages.c.start + 1, passages.c.end - passages.c.start)
        != passages.c.text
    )
    .distinct()
    .order_by(passages.c.report)
)


def damage(connection: Connection) -> list[str]:
    """Return a sentence for what SQLite finds wrong with its file, and for each report that does not say what its passages say."""
    found = []
    if connection.dialect.name == "sqlite":
        told = str(connection.execute(text("PRAGMA integrity_check(1)")).scalar_one())
        if told != "ok":
            line = " ".join(told.split())
            found.append(f"数据库已损坏（{line}）：请放回备份 / the database is damaged: put a backup back")
    for key in connection.execute(_UNLIKE).scalars():
        found.append(
            f"报告 {key} 的文字已损坏：请删除后重新放入 / its text is damaged: remove it and ingest it again"
        )
    return found


def write_terms_anew(connection: Connection) -> None:
    """Make the lexical index anew from the passages."""
    clear_terms(connection)
    query = select(passages.c.id, passages.c.context, passages.c.text).order_by(passages.c.id)
    for rows in connection.execute(query).partitions(_ROWS):
        add_terms(connection, [(row.id, passage_terms(row.context, row.text)) for row in rows])
    write_fact(connection, "tokenizer", tokenizer_name())


def write_names_anew(connection: Connection) -> None:
    """Tell the region and the names of each report anew."""
    connection.execute(delete(names))
    ids = connection.execute(select(reports.c.id)).scalars().all()
    for part in batches(ids):
        for report in map(report_from, connection.execute(_REPORTS, {"ids": part}).mappings().all()):
            region = report_region(report)
            connection.execute(update(reports).where(reports.c.id == report.id).values(region=region))
            write_names(connection, report, region)
    write_fact(connection, "regions", str(RULE))
