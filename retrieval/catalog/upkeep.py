"""What of the catalog follows from its reports, made anew: a connection in a transaction in, terms and names out."""

from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, update

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
