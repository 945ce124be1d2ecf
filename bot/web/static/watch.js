// A check under way: how far it is, and the problems that were found so far.

const watch = document.getElementById("watch");
const bar = document.getElementById("progress");
const told = document.getElementById("progress-text");
const found = document.getElementById("found");
const stream = new EventSource(watch.dataset.events);

function finding(one) {
  const article = document.createElement("article");
  article.className = `finding ${one.tone} v-${one.kind}`;
  const head = document.createElement("header");
  const raw = document.createElement("b");
  raw.className = "raw";
  raw.textContent = one.raw;
  const tag = document.createElement("span");
  tag.className = `tag ${one.tone} v-${one.kind}`;
  tag.textContent = one.verdict;
  const why = document.createElement("p");
  why.className = "why";
  why.textContent = one.explanation;
  head.append(raw, tag);
  article.append(head, why);
  return article;
}

stream.addEventListener("progress", (event) => {
  const { done, total, problems } = JSON.parse(event.data);
  if (total) {
    bar.max = total;
    bar.value = done;
    told.textContent = watch.dataset.words.replace("{done}", done).replace("{total}", total);
  }
  found.append(...problems.map(finding));
});
stream.addEventListener("done", () => {
  stream.close();
  location.reload();
});
