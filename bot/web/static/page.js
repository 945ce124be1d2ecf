// What every page does: files dropped, passages opened beside the page, forms that take a while, links copied.

document.documentElement.classList.add("scripted");

export const token = document.querySelector('meta[name="csrf"]').content;

/** Asks the server for a part of a page, as a script of ours. */
export function ask(address, options = {}) {
  const headers = { "x-hedui": "script", "x-csrf-token": token, accept: "text/html", ...options.headers };
  return fetch(address, { credentials: "same-origin", ...options, headers });
}

/** Makes an element of a part that the server wrote. */
export function made(text) {
  const template = document.createElement("template");
  template.innerHTML = text.trim();
  return template.content;
}

const panel = document.getElementById("panel");

async function openPassage(address) {
  const answer = await ask(address);
  if (!answer.ok || answer.redirected) {
    location.href = address;
    return;
  }
  panel.querySelector(".inside").replaceChildren(made(await answer.text()));
  panel.showModal();
  panel.scrollTop = 0;
  panel.querySelector("#cited")?.scrollIntoView({ block: "center" });
}

document.addEventListener("click", (event) => {
  const passage = event.target.closest("a[data-passage]");
  if (passage && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openPassage(passage.getAttribute("href"));
    return;
  }
  if (event.target === panel || event.target.closest("[data-close]")) panel.close();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const copied = event.target.closest("[data-copy]");
  if (copied) {
    const shown = copied.previousElementSibling;
    shown.select();
    (navigator.clipboard?.writeText(copied.dataset.copy) ?? Promise.reject())
      .catch(() => document.execCommand("copy"))
      .finally(() => { copied.textContent = copied.dataset.copied; });
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sure && !confirm(form.dataset.sure)) {
    event.preventDefault();
    return;
  }
  const busy = form.querySelector(".busy");
  if (busy) {
    busy.hidden = false;
    setTimeout(() => { for (const button of form.querySelectorAll("button")) button.disabled = true; });
  }
});

for (const select of document.querySelectorAll("form[data-auto] select")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

for (const drop of document.querySelectorAll("form[data-drop]")) {
  const files = drop.querySelector('input[type="file"]');
  files.addEventListener("change", () => { if (files.files.length) drop.requestSubmit(); });
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    files.files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}
