// A draft beside its findings: each shows the other, filters, keys, and decisions without leaving the page.

import { ask, made } from "./page.js";

const review = document.getElementById("review");
const draft = review.querySelector(".pane.draft");
const findings = review.querySelector(".pane.findings");
const nothing = findings.querySelector(".nothing");
const left = document.getElementById("left");
let here = 0;

const figure = (n) => document.getElementById(`f${n}`);
const finding = (n) => document.getElementById(`n${n}`);
const all = () => [...findings.querySelectorAll(".finding")];
const shown = () => all().filter((one) => !one.hidden);

function matches(one, filter) {
  return filter === "all" || (filter === "problems" ? one.dataset.needs === "yes" : one.dataset.verdict === filter);
}

function filterBy(filter) {
  review.dataset.show = filter;
  for (const button of review.querySelectorAll("button[data-filter]")) {
    button.setAttribute("aria-pressed", String(button.dataset.filter === filter));
  }
  let any = false;
  for (const one of all()) {
    one.hidden = !matches(one, filter);
    any ||= !one.hidden;
    figure(one.dataset.n)?.classList.toggle("dim", one.hidden && filter !== "problems");
  }
  nothing.hidden = any;
}

function showPane(name) {
  review.dataset.pane = name;
  for (const button of review.querySelectorAll(".tabs button")) {
    button.setAttribute("aria-pressed", String(button.dataset.pane === name));
  }
}

/** Marks a figure and its finding, and brings both into view; on a phone the one that was not clicked. */
function select(n, pane) {
  const one = finding(n);
  if (!one) return;
  if (one.hidden) filterBy("all");
  for (const old of review.querySelectorAll(".here")) old.classList.remove("here");
  here = Number(n);
  if (pane) showPane(pane);
  for (const part of [figure(n), one]) {
    part?.classList.add("here");
    part?.scrollIntoView({ block: "center" });
  }
}

function step(by) {
  const open = shown().filter((one) => one.dataset.open === "yes");
  const among = open.length ? open : shown();
  if (!among.length) return;
  const later = by > 0 ? among.find((one) => Number(one.dataset.n) > here)
    : among.findLast((one) => Number(one.dataset.n) < here);
  const next = later ?? (by > 0 ? among[0] : among.at(-1));
  select(next.dataset.n, "findings");
}

async function decide(form, button) {
  const article = form.closest(".finding");
  const n = article.dataset.n;
  const sent = new URLSearchParams(new FormData(form, button));
  if (!sent.has("note")) sent.set("note", form.querySelector("[data-note]").dataset.note);
  const answer = await ask(form.getAttribute("action"), { method: "POST", body: sent });
  if (!answer.ok) {
    alert((await answer.json()).error);
    return;
  }
  article.replaceWith(made(await answer.text()));
  left.textContent = answer.headers.get("x-left");
  for (const id of ["need", "problems"]) {
    const told = document.getElementById(id);
    if (told) told.textContent = answer.headers.get("x-need");
  }
  figure(n)?.classList.toggle("done", button.value !== "reopen");
  select(n);
}

/** Opens a field for a note in the form of a finding. */
function writeNote(form) {
  if (!form.elements.note) {
    const button = form.querySelector("[data-note]");
    const field = document.createElement("textarea");
    field.name = "note";
    field.rows = 2;
    field.maxLength = 2000;
    field.value = button.dataset.note;
    const raw = form.closest(".finding").querySelector(".raw").textContent;
    field.setAttribute("aria-label", review.dataset.noteLabel.replace("{raw}", raw));
    const keep = document.createElement("button");
    keep.name = "ruling";
    keep.value = "note";
    keep.textContent = review.dataset.keep;
    form.append(field, keep);
  }
  form.elements.note.focus();
}

review.addEventListener("click", (event) => {
  const note = event.target.closest("[data-note]");
  if (note) writeNote(note.form);
  const link = event.target.closest("a[data-n]");
  if (link) {
    event.preventDefault();
    select(link.dataset.n, link.classList.contains("fig") ? "findings" : "draft");
    return;
  }
  const filter = event.target.closest("button[data-filter]");
  if (filter) filterBy(filter.dataset.filter);
  const pane = event.target.closest(".tabs button");
  if (pane) showPane(pane.dataset.pane);
});

review.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-decide]")) return;
  event.preventDefault();
  decide(event.target, event.submitter);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const form = here ? finding(here)?.querySelector("form[data-decide]") : null;
  const press = (ruling) => form?.querySelector(`button[value="${ruling}"]`)?.click();
  const deeds = {
    n: () => step(1),
    p: () => step(-1),
    a: () => press("accept"),
    r: () => press("reject"),
    e: () => {
      if (!form) return;
      showPane("findings");
      writeNote(form);
    },
  };
  if (deeds[event.key]) {
    event.preventDefault();
    deeds[event.key]();
  }
});

const asked = location.hash.match(/^#[nf](\d+)$/);
if (asked) select(asked[1], "findings");
