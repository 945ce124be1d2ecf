"""``/chart``: figures of one metric as a picture, with the table and the sources in its caption."""

from bot.chat.drawing import draw
from bot.chat.reply import Reply, notice
from bot.chat.request import Ask
from bot.chat.rich_text import RichText, bold, join_words, shorten
from bot.chat.series import Series, find_statements, series_of


async def chart(ask: Ask) -> list[Reply]:
    """Draw the figures of one metric across organisations or periods."""
    if not ask.text:
        return notice(ask.say("chart_what"))
    found = await ask.desk.check(lambda: series_of(find_statements(ask.desk.index, ask.text)))
    if found is None:
        return notice(ask.say("compare_none", words=ask.text))
    titles = list(dict.fromkeys(mark.statement.title for mark in found.marks))
    sources = ask.say("chart_source", titles="、".join(f"《{shorten(title, 60)}》" for title in titles))
    picture = await ask.desk.check(draw, found, sources)
    await ask.audit("chart", f"{len(found.marks)} figures", ask.text)
    return [Reply(_table(found, sources), file=picture, name="chart.png")]


def _table(series: Series, sources: str) -> RichText:
    rows = [f"{mark.label}：{mark.statement.figure.raw}" for mark in series.marks]
    return join_words("\n", [bold(series.metric), *rows, "", sources])
