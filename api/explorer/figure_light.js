// Pointing at a figure, in the words or in the table, lights it in both.
(() => {
  const light = (event) => {
    const figure = event.target.closest?.("[data-figure]")?.dataset.figure;
    for (const one of document.querySelectorAll("[data-figure]")) one.classList.toggle("lit", one.dataset.figure === figure);
  };
  addEventListener("mouseover", light);
  addEventListener("focusin", light);
})();
