"""``/chart``: figures of one metric as a picture, with the table and the sources in its caption."""

from bot.chat.drawing import draw
from bot.chat.reply import Reply, notice
from bot.chat.series import Series, find_statements, series_of
from bot.telegram.asking import Ask
from bot.telegram.markup import LONGEST_CAPTION, bold, escape, shorten, split_html


async def chart(ask: Ask) -> list[Reply]:
    """Draw the figures of one metric across organisations or periods."""
    if not ask.text:
        return notice(ask.say("chart_what"))
    found = await ask.desk.check(lambda: series_of(find_statements(ask.desk.index, ask.text)))
    if found is None:
        return notice(ask.say("compare_none", words=ask.text))
    titles = list(dict.fromkeys(mark.statement.title for mark in found.marks))
    sources = ask.say_plain("chart_source", titles="、".join(f"《{shorten(title, 60)}》" for title in titles))
    picture = await ask.desk.check(draw, found, sources)
    await ask.audit("chart", f"{len(found.marks)} figures", ask.text)
    caption, *rest = split_html(_table(found, sources), LONGEST_CAPTION)
    return [Reply(caption, file=picture, name="chart.png"), *(Reply(part, plain=True) for part in rest)]


def _table(series: Series, sources: str) -> str:
    rows = [f"{escape(mark.label)}：{escape(mark.statement.figure.raw)}" for mark in series.marks]
    return "\n".join([bold(series.metric), *rows, "", escape(sources)])
