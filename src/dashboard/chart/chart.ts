import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { h } from '../ui/h.ts';

/** An image of figures; what it shows is in its label, and all figures in the card's table. */
export class Chart extends HTMLElement {
  #option: EChartsCoreOption = {};
  #chart: EChartsType | null = null;
  readonly #resized = new ResizeObserver(() => this.#chart?.resize());

  /** What to draw, in the words of ECharts. */
  set option(option: EChartsCoreOption) {
    this.#option = option;
    this.#chart?.setOption(option, true);
  }

  connectedCallback(): void {
    void this.#draw();
  }

  disconnectedCallback(): void {
    this.#resized.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  async #draw(): Promise<void> {
    const init = await engine();
    if (init === null) {
      this.textContent = this.getAttribute('aria-label');
    } else if (this.isConnected && this.#chart === null) {
      this.#chart = init(this, null, { renderer: 'svg' });
      [this, ...this.querySelectorAll('svg')].forEach(emptied);
      this.#chart.setOption(this.#option);
      this.#resized.observe(this);
    }
  }
}

/** Null where the file is not there any more: the server has another version of the page. The label has to do then. */
async function engine(): Promise<typeof import('./engine.ts').init | null> {
  try {
    return (await import('./engine.ts')).init;
  } catch {
    return null;
  }
}

/** ECharts empties its elements by `innerHTML`, which Trusted Types forbid for whatever text, the empty one too. */
function emptied(element: Element): void {
  Object.defineProperty(element, 'innerHTML', { set: () => element.replaceChildren() });
}

if (customElements.get('hc-chart') === undefined) {
  customElements.define('hc-chart', Chart);
}

/** A chart with a label for those who do not see it. */
export function chart(option: EChartsCoreOption, label: string): HTMLElement {
  const element = h('hc-chart', { role: 'img', 'aria-label': label }) as Chart;
  element.option = option;
  return element;
}
