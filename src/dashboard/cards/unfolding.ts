import type { Child } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import type { Tools } from './card.ts';

/** A long list, of which the first are shown until somebody wants all. */
export class Unfolding {
  #open = false;

  constructor(private readonly first: number) {}

  /** The list, and a button below it where it has more. */
  show<T>(items: readonly T[], draw: (shown: readonly T[]) => HTMLElement, tools: Tools): readonly Child[] {
    if (items.length <= this.first) {
      return [draw(items)];
    }
    const holder = h('div', {});
    const button = h('button', { type: 'button', class: 'plain' });
    const update = (): void => {
      const { showAll, showLess } = tools.texts.card;
      holder.replaceChildren(draw(this.#open ? items : items.slice(0, this.first)));
      button.textContent = this.#open ? showLess : showAll(tools.format.count(items.length));
      button.setAttribute('aria-expanded', String(this.#open));
    };
    button.addEventListener('click', () => {
      this.#open = !this.#open;
      update();
    });
    update();
    return [holder, h('div', {}, button)];
  }
}
