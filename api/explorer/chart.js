// A drawing by ECharts that takes its colours from the page: any text `var(--name)` in the options is what the style
// sheet says it is, and is looked up again when the page turns dark or light. Clicks and double clicks are told apart.
import { echarts } from "nicegui-echart";

const VARIABLE = /^var\((--[\w-]+)\)$/;
const CLICK_MS = 230;

function painted(value, style) {
  if (Array.isArray(value)) return value.map((one) => painted(one, style));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, painted(one, style)]));
  const name = typeof value === "string" && value.match(VARIABLE)?.[1];
  return name ? style.getPropertyValue(name).trim() : value;
}

function escaped(text) {
  return String(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

export default {
  template: `<div class="chart" role="img" :aria-label="label"></div>`,
  props: { options: Object, label: String },
  emits: ["picked", "opened"],
  mounted() {
    this.chart = echarts.init(this.$el, null, { renderer: "canvas" });
    this.chart.on("click", (event) => this.clicked(event));
    this.chart.on("dblclick", (event) => {
      clearTimeout(this.waiting);
      this.$emit("opened", this.told(event));
    });
    this.resizing = new ResizeObserver(() => this.chart.resize());
    this.resizing.observe(this.$el);
    this.turning = new MutationObserver(() => this.draw(true));
    this.turning.observe(document.body, { attributes: true, attributeFilter: ["class"] });
    this.draw(true);
  },
  beforeUnmount() {
    this.resizing.disconnect();
    this.turning.disconnect();
    this.chart.dispose();
  },
  watch: {
    options() {
      this.draw(false);
    },
  },
  methods: {
    told(event) {
      return { type: event.dataType || event.componentType, data: event.data };
    },
    clicked(event) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.$emit("picked", this.told(event)), CLICK_MS);
    },
    draw(isAnew) {
      const dark = document.body.classList.contains("body--dark");
      if (isAnew && this.dark === dark) return;
      this.dark = dark;
      const style = getComputedStyle(document.body);
      const options = painted(this.options, style);
      const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
      options.animation = !isStill && options.animation !== false;
      for (const one of options.series) if (one.force) one.force.layoutAnimation = !isStill && one.data.length < 150;
      options.tooltip = { ...options.tooltip, formatter: (at) => [at.data?.hint].flat().filter(Boolean).map(escaped).join("<br>") };
      options.textStyle = { fontFamily: style.fontFamily, color: style.getPropertyValue("--ink").trim() };
      this.chart.setOption(options, { replaceMerge: ["series"] });
    },
    save(name) {
      const background = getComputedStyle(document.body).getPropertyValue("--card").trim();
      const link = document.createElement("a");
      link.href = this.chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: background });
      link.download = name;
      link.click();
    },
  },
};
