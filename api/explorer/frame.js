// The frame of every page: what a form or a click in it does to the address, and the keys that lead to the search.
(() => {
  const systemIsDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

  function toggleTheme() {
    const next = document.body.classList.contains("body--dark") ? "light" : "dark";
    const isAsSystem = (next === "dark") === systemIsDark();
    document.cookie = `streetgraph_theme=${isAsSystem ? "auto" : next};path=/;max-age=31536000;samesite=strict`;
    Quasar.Dark.set(isAsSystem ? "auto" : next === "dark");
    dispatchEvent(new Event("theme"));
  }

  function addressAt(days) {
    const address = new URL(location.href);
    for (const [name, value] of days) value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    return address;
  }

  addEventListener("submit", (event) => {
    if (!event.target.matches("[data-moment]")) return;
    event.preventDefault();
    location.assign(addressAt(new FormData(event.target)));
  });

  addEventListener("click", (event) => {
    const target = event.target.closest?.("[data-theme-toggle],[data-now]");
    if (target?.matches("[data-theme-toggle]")) toggleTheme();
    if (target?.matches("[data-now]")) {
      event.preventDefault();
      location.assign(addressAt([["as_of", ""], ["known_at", ""]]));
    }
    for (const open of document.querySelectorAll("details.moment[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });

  addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      document.querySelector(".search input")?.focus();
    }
    if (event.key === "Escape") for (const open of document.querySelectorAll("details.moment[open]")) open.open = false;
  });

  // Whose key was revoked, or whose session ended with the server, gets no socket, and nothing that they press has an
  // answer: the page, asked for again, then leads to where one signs in.
  async function leaveIfTurnedAway() {
    const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null); // null: nobody is there
    if (answer?.type === "opaqueredirect") location.reload();
  }

  addEventListener("load", () => window.socket?.on("connect_error", leaveIfTurnedAway));

  // A page is filled after it has come, so that the browser's own way back to where one was ends too high.
  const placeHere = () => `place ${location.href}`;
  addEventListener("pagehide", () => sessionStorage.setItem(placeHere(), scrollY));

  function comeBackTo(place) {
    const growing = new ResizeObserver(() => {
      if (document.documentElement.scrollHeight < place + innerHeight) return;
      scrollTo(0, place);
      if (!document.querySelector(".loading")) growing.disconnect();
    });
    growing.observe(document.documentElement);
    for (const begun of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(begun, () => growing.disconnect(), { once: true, passive: true });
    }
  }

  const [arrival] = performance.getEntriesByType("navigation");
  const place = Number(sessionStorage.getItem(placeHere()));
  if (arrival?.type === "back_forward" && place) comeBackTo(place);
})();
