import { h } from '../ui/h.ts';

/** A select with its label. */
export class Choices {
  readonly element: HTMLElement;
  readonly select: HTMLSelectElement;

  constructor(id: string, label: string, choose: (value: string) => void) {
    this.select = h('select', { id, onchange: () => choose(this.select.value) });
    this.element = h('div', { class: 'field' }, h('label', { for: id }, label), this.select);
  }

  /** Offers values with their names, of which one is chosen. */
  offer(options: readonly (readonly [string, string])[], chosen: string): void {
    this.select.replaceChildren(...options.map(([value, name]) => h('option', { value }, name)));
    this.select.value = chosen;
  }
}

/** A field for a date with its label. */
export function dateField(
  id: string,
  label: string,
): { readonly element: HTMLElement; readonly input: HTMLInputElement } {
  const input = h('input', { id, type: 'date', min: '2000-01-01', max: '2199-12-31', required: true });
  return { element: h('div', { class: 'field' }, h('label', { for: id }, label), input), input };
}
