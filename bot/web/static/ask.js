// The chat: a question is shown at once, its answer as it comes, and put in its place when it is whole.

import { ask, made } from "./page.js";

const list = document.getElementById("exchanges");
const composer = document.getElementById("composer");
const text = composer.elements.text;

/** Yields the events of a stream: their names and what they carry. */
async function* events(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    held += value;
    const whole = held.split("\n\n");
    held = whole.pop();
    for (const one of whole) {
      const [name, data] = one.split("\n");
      yield [name.replace("event: ", ""), JSON.parse(data.replace("data: ", ""))];
    }
  }
}

function pending(question) {
  const article = document.createElement("article");
  article.className = "exchange pending";
  const asked = document.createElement("h2");
  asked.className = "question";
  asked.textContent = question;
  const said = document.createElement("div");
  said.className = "said";
  said.textContent = composer.dataset.waiting;
  const answer = document.createElement("div");
  answer.className = "answer";
  answer.append(said);
  article.append(asked, answer);
  list.append(article);
  article.scrollIntoView({ block: "start", behavior: "smooth" });
  return [article, said];
}

async function put(form) {
  const question = form.elements.text.value.trim();
  if (!question) return;
  document.querySelector(".welcome")?.remove();
  const [article, said] = pending(question);
  const sent = new URLSearchParams(new FormData(form));
  if (form === composer) { text.value = ""; grow(); }
  try {
    const answer = await ask("/ask", { method: "POST", body: sent });
    if (!answer.ok) throw new Error((await answer.json()).error);
    let grown = "";
    for await (const [name, data] of events(answer)) {
      if (name === "part") { grown += data; said.textContent = grown; }
      else {
        const whole = made(data);
        const answered = whole.querySelector(".exchange");
        article.replaceWith(whole);
        answered?.scrollIntoView({ block: "start", behavior: "smooth" });
      }
    }
  } catch (error) {
    article.classList.remove("pending");
    said.textContent = error instanceof TypeError ? composer.dataset.failed : error.message || composer.dataset.failed;
  }
  if (form === composer) text.focus({ preventScroll: true });
}

function grow() {
  if (CSS.supports("field-sizing", "content")) return;
  text.rows = Math.min(6, text.value.split("\n").length);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("form[data-ask]")) {
    event.preventDefault();
    put(form);
  } else if (form.matches("form[data-rate]")) {
    event.preventDefault();
    rate(form, event.submitter);
  }
});

async function rate(form, button) {
  const sent = new URLSearchParams(new FormData(form, button));
  const answer = await ask(form.getAttribute("action"), { method: "POST", body: sent });
  if (!answer.ok) return;
  form.querySelector('[role="status"]').textContent = await answer.text();
  for (const one of form.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one === button));
}

text.addEventListener("input", grow);
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    composer.requestSubmit();
  }
});
document.getElementById("latest")?.nextElementSibling?.scrollIntoView({ block: "start" });
