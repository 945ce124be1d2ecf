"""Commands that ask the index: ask and search, one by one and in batches. Each returns an exit status."""

from time import monotonic

from bot.answering.pipeline import Answerer
from bot.commands.batches import BatchLine, run_lines
from bot.commands.sessions import read_session, write_session
from bot.conversation.conversation import Conversation
from bot.conversation.state import State
from bot.generation.chat_models import open_chat_model
from bot.library.opening import chosen_reports, open_index
from bot.messages import say
from bot.programs.json_shapes import answer_shape, hit_shape
from bot.rendering import rendered_answer
from bot.settings import Settings
from bot.terminal import print_json, print_table, print_text
from corpus.errors import UnusableInput


def run_ask(
    settings: Settings, question: str | None, reports: tuple[str, ...], *, session: str, json: bool
) -> int:
    """Answer one turn, which may lean on those of its session."""
    if question is None:
        raise UnusableInput(say("error.no_question", settings.language))
    with open_index(settings) as index:
        conversation = Conversation(Answerer(index, open_chat_model(settings)))
        chosen = chosen_reports(index, reports)
        state = read_session(settings.home, session) if session else State()
        heard = conversation.hear(question, state, chosen)
        answer = heard.answer
    if session:
        write_session(settings.home, session, heard.state)
    if json:
        print_json(answer_shape(answer))
    else:
        print_text(rendered_answer(answer))
    return 0


def run_ask_batch(settings: Settings, batch: str, reports: tuple[str, ...]) -> int:
    """Answer the turns of a JSON Lines file; 2 when a line could not be used. Lines of one session are one talk."""
    talks: dict[str, State] = {}
    with open_index(settings) as index:
        chosen = chosen_reports(index, reports)
        conversation = Conversation(Answerer(index, open_chat_model(settings)))

        def heard(line: BatchLine) -> tuple[dict[str, object], int]:
            named = chosen_reports(index, line.reports) or chosen
            state = talks.get(line.session, State()) if line.session else State()
            for earlier in line.after:
                state = conversation.hear(earlier, state, named, written=False).state
            reply = conversation.hear(line.text, state, named)
            if line.session:
                talks[line.session] = reply.state
            return answer_shape(reply.answer), 0

        return run_lines(batch, "question", heard)


def run_search(settings: Settings, query: str | None, k: int, reports: tuple[str, ...], *, json: bool) -> int:
    """Find the passages nearest to a query."""
    if query is None or not query.strip():
        raise UnusableInput(say("error.no_query", settings.language))
    began = monotonic()
    with open_index(settings) as index:
        hits = index.search(query, k=k, reports=chosen_reports(index, reports))
    if json:
        shapes = [hit_shape(hit) for hit in hits]
        print_json({"query": query, "hits": shapes, "seconds": round(monotonic() - began, 3)})
    elif not hits:
        print_text(say("search.none", settings.language))
    else:
        columns = ("title", "section", "quote")
        print_table(
            [say(f"table.{column}", settings.language) for column in columns],
            [[hit.title, hit.section, hit.text] for hit in hits],
        )
    return 0


def run_search_batch(settings: Settings, batch: str, k: int, reports: tuple[str, ...]) -> int:
    """Search for the queries of a JSON Lines file; 2 when a line could not be used."""
    with open_index(settings) as index:
        chosen = chosen_reports(index, reports)

        def found(line: BatchLine) -> tuple[dict[str, object], int]:
            hits = index.search(line.text, k=k, reports=chosen_reports(index, line.reports) or chosen)
            return {"query": line.text, "hits": [hit_shape(hit) for hit in hits]}, 0

        return run_lines(batch, "query", found)
