// Three ways to bring documents in. Files are sent as soon as they are chosen, in as many requests as it takes.
const MOST_FILES = 50; // in one request

// All files in what was dropped, which may be folders; what a system hides is left out.
async function* filesIn(entry) {
  if (entry.name.startsWith(".")) return;
  if (entry.isFile) yield await new Promise((found, failed) => entry.file(found, failed));
  if (!entry.isDirectory) return;
  const reader = entry.createReader();
  const some = () => new Promise((found, failed) => reader.readEntries(found, failed));
  for (let part = await some(); part.length; part = await some()) for (const one of part) yield* filesIn(one);
}

export default {
  template: `
    <div class="load" :class="{dragging: isDragging}">
      <div class="choice" role="radiogroup" aria-label="What to load">
        <label v-for="(title, name) in ways" :key="name">
          <input type="radio" v-model="open" :value="name" :disabled="isSending"><span>{{ title }}</span></label>
      </div>

      <div v-if="open === 'files'" class="drop">
        <span class="material-icons icon" aria-hidden="true">upload_file</span>
        <p><label class="button primary"><input type="file" multiple class="hidden" ref="files" :disabled="isSending"
          @change="sendFiles([...$event.target.files])"><span>Choose files</span></label>
          <label class="button"><input type="file" webkitdirectory class="hidden" ref="folder" :disabled="isSending"
          @change="sendFiles([...$event.target.files])"><span>Choose a folder</span></label> or drop them anywhere on this page</p>
        <p class="soft">Text, Markdown, web pages, PDF, Word, e-mail, feeds, tables, JSON lines, and archives of them.</p>
      </div>

      <form v-else-if="open === 'text'" class="load-form" @submit.prevent="sendText">
        <label class="field"><span class="field-label">Text</span>
          <textarea class="input" name="text" rows="9" required v-model="text.text" placeholder="Paste an article or a note, without its title"></textarea></label>
        <div class="load-fields">
          <label class="field"><span class="field-label">Title</span><input class="input" v-model="text.title" maxlength="1000"></label>
          <label class="field"><span class="field-label">Publisher</span><input class="input" v-model="text.publisher" maxlength="300"></label>
          <label class="field"><span class="field-label">Published on</span><input class="input" type="date" v-model="text.published_at"></label>
          <label class="field"><span class="field-label">Address</span><input class="input" type="url" v-model="text.url" placeholder="https://" maxlength="2000">
            <span class="field-hint">Noted as where it is from, not visited.</span></label>
        </div>
        <div><button class="button primary" :disabled="isSending">Read it</button></div>
      </form>

      <form v-else-if="isFetching" class="load-form" @submit.prevent="sendAddress">
        <label class="field"><span class="field-label">Address</span>
          <input class="input" type="url" required v-model="address" placeholder="https://" maxlength="2000">
          <span class="field-hint">Of a page, a file or a feed. This server fetches it.</span></label>
        <div><button class="button primary" :disabled="isSending">Fetch and read it</button></div>
      </form>
      <p v-else class="state-hint">This server visits no addresses. Whoever runs it allows it with
        <code>STREETGRAPH_FETCH_POSTED=true</code>; until then, save the page and load the file.</p>

      <p v-if="isSending" class="sending" role="status">{{ sending }}</p>
      <div v-if="problem" class="problem" role="alert"><b>{{ problem.title }}</b><span>{{ problem.detail }}</span>
        <a v-if="jobs.length" class="button" :href="watching()">Watch what was sent</a></div>
    </div>`,
  props: { target: String, way: String, mostBytes: Number, isFetching: Boolean },
  data() {
    return {
      ways: { files: "Files", text: "Text", address: "Address" },
      open: this.way, isDragging: false, isSending: false, sending: "", problem: null, jobs: [],
      text: { text: "", title: "", publisher: "", published_at: "", url: "" }, address: "",
    };
  },
  watch: {
    open(way) {
      this.problem = null;
      const address = new URL(location.href);
      address.searchParams.set("from", way);
      history.replaceState(history.state, "", address);
    },
  },
  mounted() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      this.isDragging = true;
    }, { signal });
    addEventListener("dragleave", (event) => { if (!event.relatedTarget) this.isDragging = false; }, { signal });
    addEventListener("drop", (event) => {
      this.isDragging = false;
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      if (this.isSending) {
        this.problem = { title: "Something else is being sent", detail: "This was left out: drop it again once that is done." };
        return;
      }
      this.open = "files";
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
      if (entries.some((entry) => entry.isDirectory)) this.sendFolders(entries);
      else this.sendFiles([...event.dataTransfer.files]);
    }, { signal });
  },
  unmounted() {
    this.listening.abort();
  },
  methods: {
    async sendFolders(entries) {
      const files = [];
      this.isSending = true;
      this.problem = null;
      this.sending = "Looking through the folder …";
      try {
        for (const entry of entries) for await (const file of filesIn(entry)) files.push(file);
      } catch (problem) {
        this.problem = { title: "The folder could not be read", detail: problem.message };
        return;
      } finally {
        this.isSending = false;
      }
      this.sendFiles(files);
    },
    sendFiles(chosen) {
      if (this.isSending) return;
      for (const input of [this.$refs.files, this.$refs.folder]) if (input) input.value = ""; // to choose the same again
      const files = chosen.filter((file) => !/(^|\/)\./.test(file.webkitRelativePath));
      if (!files.length) {
        this.problem = { title: "There is nothing to load", detail: "No file was found in it." };
        return;
      }
      const tooLarge = files.find((file) => file.size > this.mostBytes);
      if (tooLarge) {
        const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
        this.problem = { title: "A file is too large", detail:
          `${tooLarge.name} has ${megabytes(tooLarge.size)}; this server takes ${megabytes(this.mostBytes)} at once. Load it on the command line, or split it.` };
        return;
      }
      const parts = this.inParts(files);
      this.send(parts.map((part) => () => {
        const form = new FormData();
        for (const file of part) form.append("files", file, file.name);
        return { body: form };
      }), files.length === 1 ? files[0].name : `${files.length} files`);
    },
    inParts(files) {
      const parts = [[]];
      let bytes = 0;
      for (const file of files) {
        if (parts.at(-1).length === MOST_FILES || (bytes + file.size > this.mostBytes && parts.at(-1).length)) {
          parts.push([]);
          bytes = 0;
        }
        parts.at(-1).push(file);
        bytes += file.size;
      }
      return parts;
    },
    sendText() {
      const given = Object.fromEntries(Object.entries(this.text).filter(([, value]) => value.trim() !== ""));
      this.sendJson(given, "the text");
    },
    sendAddress() {
      this.sendJson({ url: this.address.trim() }, "the address");
    },
    sendJson(given, name) {
      this.send([() => ({ body: JSON.stringify(given), headers: { "Content-Type": "application/json" } })], name);
    },
    async send(requests, name) {
      this.isSending = true;
      this.problem = null;
      for (const [number, request] of requests.entries()) {
        this.sending = requests.length === 1 ? `Sending ${name} …` : `Sending ${name}, part ${number + 1} of ${requests.length} …`;
        try {
          const response = await fetch(this.target, { method: "POST", ...request() });
          const answer = await response.json();
          if (!response.ok) throw answer;
          this.jobs.push(answer.job);
        } catch (problem) {
          this.problem = problem.detail ? problem : { title: "It could not be sent", detail: "The server cannot be reached. Is it still running?" };
          this.isSending = false;
          return;
        }
      }
      location.assign(this.watching());
    },
    watching() {
      return `${this.target}?job=${this.jobs.join(",")}`;
    },
  },
};
