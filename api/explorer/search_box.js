// A combobox as in the ARIA Authoring Practices: what is typed goes to the server, arrows walk through what it found.
export default {
  template: `
    <form class="search" role="search" @submit.prevent="enter" @focusout="leave">
      <span class="material-icons icon" aria-hidden="true">search</span>
      <input ref="field" type="search" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
        :placeholder="hint" :aria-label="hint" aria-autocomplete="list" :aria-expanded="isOpen ? 'true' : 'false'"
        :aria-controls="listId" :aria-activedescendant="active >= 0 && isOpen ? optionId(active) : null"
        v-model="text" @input="typed" @focus="isShown = true" @keydown.down.prevent="walk(1)" @keydown.up.prevent="walk(-1)"
        @keydown.esc="isShown = false" />
      <kbd aria-hidden="true">/</kbd>
      <div class="found" v-show="isOpen" @mousedown.prevent>
        <ul :id="listId" role="listbox" aria-label="Found">
          <li v-for="(one, index) in found" :key="one.address" role="option" :id="optionId(index)"
            :aria-selected="index === active ? 'true' : 'false'" :class="{active: index === active}"
            @mousemove="active = index" @click="open(one)">
            <span class="dot" :class="one.kind"></span>
            <span class="found-text"><b v-if="one.title">{{ one.title }}</b>
              <span v-if="one.text">{{ one.text }}</span></span>
            <span class="found-detail">{{ one.detail }}</span>
          </li>
        </ul>
        <p v-if="found.length === 0" class="found-none" role="status">Nothing has these words.</p>
      </div>
    </form>`,
  props: { found: Array, asked: String, hint: String, first: String },
  emits: ["typed", "entered"],
  data() {
    return { text: this.first || "", active: -1, isShown: false, waiting: null, isEntered: false };
  },
  computed: {
    listId() {
      return `${this.$.uid}-found`;
    },
    isOpen() {
      return this.isShown && this.text.trim() !== "" && this.asked === this.text.trim();
    },
  },
  watch: {
    asked() {
      this.active = -1;
      if (this.isEntered) this.enter();
    },
  },
  methods: {
    optionId(index) {
      return `${this.listId}-${index}`;
    },
    typed() {
      clearTimeout(this.waiting);
      this.isShown = true;
      this.isEntered = false;
      this.waiting = setTimeout(() => this.$emit("typed", this.text.trim()), 90);
    },
    walk(step) {
      if (!this.isOpen || this.found.length === 0) return;
      this.active = (this.active + step + this.found.length + (this.active < 0 && step < 0 ? 1 : 0)) % this.found.length;
      this.$nextTick(() => document.getElementById(this.optionId(this.active))?.scrollIntoView({ block: "nearest" }));
    },
    enter() {
      const text = this.text.trim();
      if (!text) return;
      if (this.asked !== text) {
        this.isEntered = true; // what is found is not there yet: it is opened once it is
        clearTimeout(this.waiting);
        this.$emit("typed", text);
      } else if (this.found.length > 0) this.open(this.found[Math.max(this.active, 0)]);
      else this.isShown = true;
    },
    open(one) {
      location.assign(one.address);
    },
    leave(event) {
      if (!this.$el.contains(event.relatedTarget)) this.isShown = false;
    },
  },
};
