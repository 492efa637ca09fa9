() => {
  const limit = LIMIT_CHARACTERS;
  const largest = LARGEST_MEGABYTES;
  const find = (selector, root = document) => root.querySelector(selector);
  const box = () => find("#question textarea");
  const number = (n) => n.toLocaleString("en-GB");

  // what this tab keeps for itself while it is open: what is being typed, and the key to its conversation
  const store = (() => { try { return window.sessionStorage; } catch { return null; } })();
  const talked = store?.getItem("alvh-talked") === "1";
  let draft = store?.getItem("alvh-draft") ?? "";
  const redraft = () => {
    if (!draft || !box()) return;
    if (!box().value) { box().value = draft; box().dispatchEvent(new Event("input", { bubbles: true })); }
    draft = "";
  };
  // a copied tab has the key too, but not the lock on it: it begins afresh. Where there are no locks, only loading again keeps the key
  const hold = (key) => new Promise((held) => {
    if (!navigator.locks) held(performance.getEntriesByType("navigation")[0]?.type === "reload");
    else navigator.locks.request(key, { signal: AbortSignal.timeout(1500) }, () => { held(true); return new Promise(() => {}); }).catch(() => held(false));
  });
  let key = store?.getItem("alvh-key");
  const enter = async () => {
    while (!window.alvhEnter) await new Promise((wait) => setTimeout(wait, 30));
    window.alvhEnter({}); // at once, so that the program knows a page that it never saw arrive
    const same = Boolean(key) && await hold(key);
    if (!same) {
      key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      store?.setItem("alvh-key", key);
      hold(key);
    }
    window.alvhEnter({ key, talked: same && talked });
  };

  // the counter; Send is off while the question is empty or too long
  const count = () => {
    const text = box()?.value ?? "";
    if (box() && !draft) store?.setItem("alvh-draft", text.slice(0, 20 * limit));
    const over = text.length - limit;
    const counter = find("#counter");
    if (!counter) return;
    counter.textContent = over > 0
      ? `${number(text.length)} / ${number(limit)}: please shorten it by ${number(over)}`
      : `${number(text.length)} / ${number(limit)}`;
    counter.classList.toggle("over", over > 0);
    counter.classList.toggle("near", over <= 0 && over > -100);
    const send = find("#send");
    const off = over > 0 || !text.trim();
    if (send) { send.classList.toggle("off", off); send.setAttribute("aria-disabled", String(off)); }
    box()?.setAttribute("aria-describedby", "counter");
  };
  const blocked = () => { const text = box()?.value ?? ""; return text.length > limit || !text.trim(); };
  document.addEventListener("input", (event) => { if (event.target === box()) count(); }, true);
  document.addEventListener("keydown", (event) => {
    if (event.target === box() && event.key === "Enter" && !event.shiftKey && blocked()) {
      event.preventDefault(); event.stopImmediatePropagation(); count();
    }
    if ((event.key === "Enter" || event.key === " ") && event.target.matches?.("[role=button].title")) event.preventDefault();
  }, true);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#send") && blocked()) { event.preventDefault(); event.stopImmediatePropagation(); count(); box()?.focus(); }
  }, true);

  // a mark opens its source; the full disclaimer opens About; a click beside the dialog closes it
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("a.mark");
    if (mark) {
      event.preventDefault();
      const source = document.getElementById(mark.getAttribute("href").slice(1));
      if (source) {
        source.open = true;
        follow = false;
        source.scrollIntoView({ block: "nearest", behavior: "smooth" });
        find("summary", source)?.focus({ preventScroll: true });
      }
    }
    if (event.target.closest?.("[data-opens-about]")) find("#about dialog")?.showModal();
    if (event.target.matches?.("#about dialog, #save dialog")) event.target.close();
  });

  // Esc stops the answer that is being made; Stop gives way to Send, so the box takes the focus it would lose
  const answering = () => document.body.classList.contains("answering");
  const toBox = () => { if (matchMedia("(pointer: fine)").matches) box()?.focus({ preventScroll: true }); };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && answering() && !find("dialog[open]")) { event.preventDefault(); find("#stop")?.click(); }
  });
  const busy = () => {
    const rows = [...document.querySelectorAll("#chat .message-row")];
    const last = rows.findLastIndex((row) => row.classList.contains("user-row"));
    const now = last >= 0 && !rows.slice(last + 1).some((row) => find("p.disclaimer", row));
    const before = answering();
    document.body.classList.toggle("answering", now);
    if (before && !now && (document.activeElement === document.body || document.activeElement?.id === "stop")) toBox();
  };

  // the Python of an answer, to the clipboard
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("#chat button.copy");
    const code = button && find("pre code", button.closest(".python"));
    if (!code) return;
    await navigator.clipboard.writeText(code.textContent).then(() => { button.textContent = "Copied"; }, () => {
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    });
    setTimeout(() => { button.textContent = "Copy"; }, 1600);
  });

  // a loaded file is chosen by its name; a conversation is saved as a file of the browser's
  document.addEventListener("click", (event) => {
    const chip = event.target.closest?.("#tables [data-table]");
    if (chip) window.alvhTable?.({ place: Number(chip.dataset.table) });
    const form = event.target.closest?.("#save [data-saves]")?.dataset.saves;
    if (form) { find("#saved").textContent = ""; window.alvhSave?.({ form }); }
  });
  window.alvhKeep = (file) => {
    find("#saved").textContent = file?.said ?? "";
    if (!file?.text) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file.text], { type: file.type }));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  // the newest question stays at the top while its answer grows, until the reader takes the view in hand. That the view has
  // moved says nothing of the reader: charts above are drawn again with each question, and the view moves with their height
  let follow = false, asked = 0, still = 0, opening = "", placed = -1, changed = 0;
  const scroller = () => find("#chat .bubble-wrap");
  const settled = 10000; // milliseconds after an answer in which its charts, and those above it, are drawn at the latest
  const align = () => {
    const questions = document.querySelectorAll("#chat .user-row");
    document.body.classList.toggle("talking", questions.length > 0);
    if (opening && questions.length && questions[0].textContent !== opening) window.alvhEnter?.({ key }); // the program was started again
    opening = questions[0]?.textContent ?? "";
    if (questions.length !== asked) {
      store?.setItem("alvh-talked", questions.length ? "1" : "0");
      document.body.classList.remove("reading"); follow = questions.length > asked; asked = questions.length; still = 0;
    }
    const view = scroller();
    if (!follow || !view || !questions.length) return;
    if (!answering()) still ||= performance.now();
    if (still && performance.now() - still > settled) { follow = false; return; }
    const { top, bottom } = questions[questions.length - 1].getBoundingClientRect();
    const from = view.getBoundingClientRect().top - view.scrollTop;
    // of a question as long as the window its end is shown: what the reader waits for stands below it
    view.scrollTop = Math.max(0, top - from - 16, bottom - from - 0.4 * view.clientHeight);
    placed = view.scrollTop;
  };
  document.addEventListener("scroll", (event) => {
    if (event.target !== scroller() || Math.abs(event.target.scrollTop - placed) <= 2) return;
    if (answering() || performance.now() - changed < 300) align(); else follow = false;
  }, true);
  for (const kind of ["wheel", "touchmove"]) document.addEventListener(kind, () => { follow = false; }, { passive: true });
  for (const kind of ["pointerdown", "focusin"]) document.addEventListener(kind, (event) => { if (event.target.closest?.("#chat")) follow = false; }, true);
  document.addEventListener("keydown", (event) => { if (event.target !== box() && /^(Page|Arrow|Home|End| )/.test(event.key)) follow = false; }, true);

  // a file may be dropped anywhere; one that is too large, or of another kind, is refused here, before it travels
  const kinds = FILE_TYPES;
  const unfit = (file) => file.size > largest * 1024 * 1024 || !kinds.some((kind) => file.name.toLowerCase().endsWith(kind));
  document.addEventListener("change", (event) => {
    if (!event.target.matches?.("#add-data input[type=file], input[type=file]")) return;
    const files = [...(event.target.files ?? [])];
    const refused = files.filter(unfit);
    if (refused.length) {
      const held = new DataTransfer();
      for (const file of files) if (!unfit(file)) held.items.add(file);
      event.target.files = held.files;
      window.alvhRefuse?.({ files: refused.map((file) => ({ name: file.name, megabytes: file.size / 1024 / 1024 })) });
    }
    if (refused.length === files.length) event.stopImmediatePropagation();
    else document.body.classList.add("reading");
  }, true);
  const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  let depth = 0;
  const dropping = (on) => document.body.classList.toggle("dropping", on);
  document.addEventListener("dragenter", (event) => { if (holdsFiles(event)) { depth += 1; dropping(true); } });
  document.addEventListener("dragleave", (event) => { if (holdsFiles(event) && --depth <= 0) { depth = 0; dropping(false); } });
  document.addEventListener("dragover", (event) => { if (holdsFiles(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault(); depth = 0; dropping(false);
    const input = find("input[data-testid='file-upload'], #composer input[type=file]");
    if (input) { input.files = event.dataTransfer.files; input.dispatchEvent(new Event("change", { bubbles: true })); }
  });

  // the framework labels each message with its source text, marks and all: a screen reader should read the message instead
  const unlabel = () => {
    document.querySelectorAll("#chat [data-testid=bot][aria-label], #chat [data-testid=user][aria-label]").forEach((message) => message.removeAttribute("aria-label"));
    document.querySelectorAll("#chat .thought-group .arrow button").forEach((arrow) => { arrow.disabled = true; arrow.setAttribute("aria-hidden", "true"); });
    document.querySelectorAll("#chat .thought-group [role=button].title").forEach((title) => title.setAttribute("aria-expanded", String(title.classList.contains("expanded"))));
    find("#chat [role=log]")?.setAttribute("tabindex", "0");
    find("#chat .examples[role=list]")?.removeAttribute("role");
  };
  // the script that draws charts is large: fetched while the reader reads, it is there when the first chart comes
  const chartScript = "CHART_SCRIPT";
  const idle = window.requestIdleCallback ?? ((run) => setTimeout(run, 200));
  if (chartScript) setTimeout(() => idle(() => { import(new URL(chartScript, document.baseURI).href).catch(() => {}); }), 1200);

  const settle = () => { redraft(); count(); busy(); align(); unlabel(); };
  let due = false;
  new MutationObserver(() => { changed = performance.now(); if (!due) { due = true; requestAnimationFrame(() => { due = false; settle(); }); } })
    .observe(document.body, { childList: true, subtree: true, characterData: true });
  settle();
  enter();
}
