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
      options.tooltip = { ...options.tooltip, formatter: (at) => [at.data?.hint].flat().filter(Boolean).map(escaped).join("<br>") };
      options.textStyle = { fontFamily: style.fontFamily, color: style.getPropertyValue("--ink").trim() };
      if (this.$el.clientWidth < 500) for (const one of options.series) if (one.labelLayout) one.labelLayout.hideOverlap = true;
      this.chart.setOption(options, { replaceMerge: ["series"] });
      if (options.series[0]?.type === "graph") this.fit(options.series[0].data.length);
    },
    // Move and shrink a graph so that all of it is seen, once it has other nodes than before.
    fit(number) {
      if (this.fitted === number) return;
      this.fitted = number;
      const series = this.chart.getModel().getSeriesByIndex(0);
      const nodes = series.getData();
      const places = [...Array(nodes.count()).keys()].map((at) => series.coordinateSystem.dataToPoint(nodes.getItemLayout(at)));
      const [left, right] = [0, 1].map((end) => Math[end ? "max" : "min"](...places.map((place) => place[0])));
      const [top, bottom] = [0, 1].map((end) => Math[end ? "max" : "min"](...places.map((place) => place[1])));
      const [width, height] = [this.chart.getWidth(), this.chart.getHeight()];
      const zoom = Math.min((width - Math.min(190, width * 0.38)) / Math.max(right - left, 1), (height - 90) / Math.max(bottom - top, 1), 1.4);
      const roam = { type: "graphRoam", seriesIndex: 0 };
      const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
      this.chart.dispatchAction({ ...roam, zoom, originX: middleX, originY: middleY });
      this.chart.dispatchAction({ ...roam, dx: width / 2 - Math.min(40, width * 0.11) - middleX, dy: height / 2 - middleY });
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
