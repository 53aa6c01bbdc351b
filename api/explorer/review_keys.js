// Keys that judge the pair in which the focus is, or the first that is left; and the way on to the next one.
(() => {
  const questions = () => [...document.querySelectorAll("[data-pair]:not(.answered)")];
  window.streetgraphNextPair = () => {
    const [next] = questions();
    next?.querySelector(".answers button")?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.("input, textarea, select")) return;
    if (!["s", "d", "u", "z"].includes(event.key)) return;
    const answered = [...document.querySelectorAll("[data-pair].answered")];
    const here = document.activeElement?.closest("[data-pair]");
    const pair = event.key === "z" ? answered.at(-1) : here && !here.matches(".answered") ? here : questions()[0];
    pair?.dispatchEvent(new CustomEvent("judged-by-key", { detail: event.key }));
  });
})();
