// A claim as it is cited, in the form that is chosen, and a button that copies it.
export default {
  template: `
    <div class="citation">
      <div class="choice" role="radiogroup" aria-label="Form">
        <label v-for="(_, name) in forms" :key="name"><input type="radio" v-model="form" :value="name"><span>{{ name }}</span></label>
      </div>
      <pre ref="words" tabindex="0" aria-label="Citation">{{ forms[form] }}</pre>
      <div class="row">
        <button type="button" class="button" @click="copy"><span class="material-icons icon" aria-hidden="true">{{ told ? "check" : "content_copy" }}</span>Copy</button>
        <span class="soft" role="status">{{ told }}</span>
      </div>
    </div>`,
  props: { forms: Object },
  data() {
    return { form: Object.keys(this.forms)[0], told: "" };
  },
  watch: {
    form() {
      this.told = "";
    },
  },
  methods: {
    async copy() {
      try {
        await navigator.clipboard.writeText(this.forms[this.form]);
        this.told = "Copied";
      } catch {
        this.told = this.copySelected() ? "Copied" : "Press Ctrl+C to copy";
      }
    },
    copySelected() {
      // Browsers give pages that came over plain HTTP from another machine no clipboard of their own.
      getSelection().selectAllChildren(this.$refs.words);
      return document.execCommand("copy");
    },
  },
};
