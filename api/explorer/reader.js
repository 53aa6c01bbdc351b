// A text with marks beside lists of them. Pointing at a claim, on either side, lights its words and its line in the list;
// choosing one keeps it lit, brings both into view, and writes it into the address.
export default {
  template: `
    <div class="reader" @mouseover="point" @mouseleave="light(null)" @focusin="point" @focusout="light(null)" @click="click"
      @keydown.esc="choose(null)">
      <div class="reader-text card" ref="text" v-html="text"></div>
      <aside class="reader-side" aria-label="What was read out">
        <section class="card"><h2>Claims <small>{{ counted("claims", "<li") }}</small></h2>
          <div v-if="hasClaims" class="reader-claims" ref="claims" v-html="claims"></div>
          <p v-else class="soft">Nothing is claimed in it.</p></section>
        <section class="card"><h2>Named <small>{{ counted("entities", "<li") }}</small></h2>
          <div v-html="entities"></div></section>
      </aside>
    </div>`,
  props: { text: String, claims: String, entities: String, chosen: String },
  data() {
    return { current: "" };
  },
  computed: {
    hasClaims() {
      return this.claims.includes("<li");
    },
  },
  mounted() {
    if (this.chosen) this.choose(this.chosen, { behavior: "instant" });
  },
  methods: {
    counted(list, tag) {
      return (this[list].split(tag).length - 1).toLocaleString("en");
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
    choose(claim, scrolling = { behavior: "smooth" }) {
      for (const old of this.$el.querySelectorAll(".chosen")) old.classList.remove("chosen");
      this.current = claim ?? "";
      this.note(claim);
      if (!claim) return;
      const words = this.wordsOf(claim);
      for (const some of words) some.classList.add("chosen");
      const line = this.lineOf(claim);
      line?.classList.add("chosen");
      this.bringIntoList(line);
      if (words.length && !this.isSeen(words[0])) words[0].scrollIntoView({ block: "center", ...scrolling });
    },
    bringIntoList(line) {
      const list = this.$refs.claims;
      if (!line || list.scrollHeight <= list.clientHeight) return; // on a narrow page the line shows by itself
      list.scrollTop += line.getBoundingClientRect().top - list.getBoundingClientRect().top - 60;
    },
    isSeen(element) {
      const { top, bottom } = element.getBoundingClientRect();
      return top > 90 && bottom < innerHeight - 90;
    },
    note(claim) {
      const address = new URL(location.href);
      claim ? address.searchParams.set("claim", claim) : address.searchParams.delete("claim");
      history.replaceState(history.state, "", address);
    },
  },
};
