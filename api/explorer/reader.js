// A text with marks beside lists of them. Pointing at a claim, on either side, lights its words and its line in the list;
// choosing one keeps it lit, brings both into view, and writes it into the address.
export default {
  template: `
    <div class="reader" @mouseover="point" @mouseleave="light(null)" @focusin="point" @focusout="light(null)" @click="click"
      @keydown.esc="choose(null)">
      <div class="reader-text card" ref="text"></div>
      <aside class="reader-side" aria-label="What was read out">
        <section class="card"><h2>Claims <small>{{ counts.claims.toLocaleString("en") }}</small></h2>
          <div v-show="counts.claims" class="reader-claims" ref="claims"><ol class="extracted" ref="lines" aria-label="Claims"></ol></div>
          <p v-if="!counts.claims" class="soft">Nothing is claimed in it.</p></section>
        <section class="card"><h2>Named <small>{{ counts.entities.toLocaleString("en") }}</small></h2>
          <div v-html="entities"></div></section>
      </aside>
    </div>`,
  props: { text: Array, claims: Array, counts: Object, entities: String, chosen: String },
  data() {
    return { current: "" };
  },
  async mounted() {
    await Promise.all([this.fill(this.$refs.text, this.text), this.fill(this.$refs.lines, this.claims)]);
    if (this.chosen) this.choose(this.chosen, "instant");
  },
  methods: {
    // Block by block, so that the beginning can be read while the rest of a long text still comes.
    async fill(place, blocks) {
      for (const block of blocks) {
        place.insertAdjacentHTML("beforeend", block);
        if (block !== blocks.at(-1)) await new Promise((go) => setTimeout(go, 40)); // in which it is drawn
      }
    },
    // The claims that are pointed at: those under the pointer, the shortest first, or the one of a line in the list.
    claimsAt(target) {
      const line = target.closest("[data-claim]");
      if (line) return [line.dataset.claim];
      return target.closest("[data-claims]")?.dataset.claims.split(" ") ?? [];
    },
    wordsOf(claim) {
      return this.$refs.text.querySelectorAll(`[data-claims~="${CSS.escape(claim)}"]`);
    },
    lineOf(claim) {
      return this.$refs.claims?.querySelector(`[data-claim="${CSS.escape(claim)}"]`);
    },
    point(event) {
      const entity = event.target.closest("[data-entity]")?.dataset.entity;
      const isListed = event.target.closest(".named-list") !== null;
      this.light(this.claimsAt(event.target)[0] ?? null, isListed ? entity : null);
    },
    light(claim, entity = null) {
      for (const lit of this.$el.querySelectorAll(".lit")) lit.classList.remove("lit");
      if (claim) {
        for (const words of this.wordsOf(claim)) words.classList.add("lit");
        this.lineOf(claim)?.classList.add("lit");
      }
      if (entity) {
        const names = this.$refs.text.querySelectorAll(`[data-entity="${CSS.escape(entity)}"]`);
        for (const name of names) name.classList.add("lit");
      }
    },
    click(event) {
      if (event.target.closest("a")) return; // links lead on
      const claims = this.claimsAt(event.target);
      if (claims.length === 0) return;
      const next = claims[(claims.indexOf(this.current) + 1) % claims.length]; // a second click takes the one around it
      this.choose(next === this.current && event.target.closest(".reader-text") ? null : next);
    },
    choose(claim, behavior = "smooth") {
      for (const old of this.$el.querySelectorAll(".chosen")) old.classList.remove("chosen");
      this.current = claim ?? "";
      this.note(claim);
      if (!claim) return;
      const words = this.wordsOf(claim);
      for (const some of words) some.classList.add("chosen");
      const line = this.lineOf(claim);
      line?.classList.add("chosen");
      if (line) this.bringIntoList(line);
      if (words.length) this.bring(words[0], behavior);
    },
    bringIntoList(line, attempts = 5) {
      const list = this.$refs.claims, { top, bottom } = line.getBoundingClientRect(), around = list.getBoundingClientRect();
      if (list.scrollHeight <= list.clientHeight || (top >= around.top && bottom <= around.bottom)) return;
      list.scrollTop += top - around.top - 60;
      if (attempts) requestAnimationFrame(() => this.bringIntoList(line, attempts - 1)); // what was not drawn had no true height
    },
    bring(words, behavior, attempts = 5) {
      const { top, bottom } = words.getBoundingClientRect();
      if (top > 90 && bottom < innerHeight - 90) return;
      const isNear = Math.abs(top) < 3 * innerHeight;
      words.scrollIntoView({ block: "center", behavior: isNear ? behavior : "instant" });
      if (attempts && !(isNear && behavior === "smooth")) requestAnimationFrame(() => this.bring(words, "instant", attempts - 1));
    },
    note(claim) {
      const address = new URL(location.href);
      claim ? address.searchParams.set("claim", claim) : address.searchParams.delete("claim");
      history.replaceState(history.state, "", address);
    },
  },
};
