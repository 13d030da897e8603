/** What an element may hold: texts stay texts. */
export type Child = Node | string | null | undefined | false;

type Listener = (event: Event) => void;
type Value = string | number | boolean | null | undefined | Listener;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. An attribute that is `false`, `null` or `undefined` is left out, `true` is the empty text; a name
 * that begins with `on` takes a listener.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Readonly<Record<string, Value>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K];
export function h(
  tag: string,
  attributes?: Readonly<Record<string, Value>>,
  ...children: readonly Child[]
): HTMLElement;
export function h(
  tag: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElement {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): SVGElement {
  return filled(document.createElementNS(SVG, tag) as SVGElement, attributes, children);
}

function filled<E extends Element>(
  element: E,
  attributes: Readonly<Record<string, Value>>,
  children: readonly Child[],
): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => child instanceof Node || !!child));
  return element;
}

/** A text that leads somewhere, or only the text. */
export function linked(text: string, href: string | null): Node | string {
  return href === null ? text : h('a', { href }, text);
}

/** Sets a custom property: through the object model, which the content's policy allows; a style attribute it does not. */
export function styled<E extends HTMLElement | SVGElement>(
  element: E,
  name: `--${string}`,
  value: string,
): E {
  element.style.setProperty(name, value);
  return element;
}
