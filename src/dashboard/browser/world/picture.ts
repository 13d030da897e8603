import type { Page } from 'playwright-core';

/**
 * A picture of what is in the window, as an SVG of rectangles, texts and the charts' own SVG: text that git can keep, and
 * that shows the page wherever pictures are shown, without script, fonts of others or HTML in it.
 *
 * @param height - of the picture, in pixels
 */
export function pictureOf(page: Page, height: number): Promise<string> {
  return page.evaluate(draw, height);
}

/** Runs in the page, and has only what is within it. */
function draw(height: number): string {
  const parts: string[] = [];
  const width = document.documentElement.clientWidth;
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const round = (value: number): string => String(Math.round(value * 10) / 10);
  const isClear = (colour: string): boolean => /^(transparent|rgba\(.*, 0\))$/.test(colour);

  const box = (element: Element, style: CSSStyleDeclaration): void => {
    const { x, y, width: w, height: h } = element.getBoundingClientRect();
    const border = parseFloat(style.borderTopWidth);
    const framed = border > 0 && style.borderTopStyle !== 'none' && !isClear(style.borderTopColor);
    const filled = !isClear(style.backgroundColor);
    if (w <= 0 || h <= 0 || y > height || !(framed || filled)) {
      edge(element, style);
      return;
    }
    const inset = framed ? border / 2 : 0;
    const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, w / 2, h / 2);
    parts.push(
      `<rect x="${round(x + inset)}" y="${round(y + inset)}" width="${round(w - 2 * inset)}" ` +
        `height="${round(h - 2 * inset)}"${radius > 0 ? ` rx="${round(radius)}"` : ''} ` +
        `fill="${filled ? style.backgroundColor : 'none'}"` +
        `${framed ? ` stroke="${style.borderTopColor}" stroke-width="${round(border)}"` : ''}/>`,
    );
    edge(element, style);
  };

  /** A line below, of what has no frame. */
  const edge = (element: Element, style: CSSStyleDeclaration): void => {
    const size = parseFloat(style.borderBottomWidth);
    if (size > 0 && parseFloat(style.borderTopWidth) !== size && !isClear(style.borderBottomColor)) {
      const { x, bottom, width: w } = element.getBoundingClientRect();
      parts.push(
        `<rect x="${round(x)}" y="${round(bottom - size)}" width="${round(w)}" height="${round(size)}" ` +
          `fill="${style.borderBottomColor}"/>`,
      );
    }
  };

  const text = (node: Text, style: CSSStyleDeclaration): void => {
    const range = document.createRange();
    let line = '';
    let at: DOMRect | null = null;
    const flush = (): void => {
      if (at !== null && line.trim() !== '' && at.y < height) {
        put(line, at.x, at, style);
      }
      line = '';
    };
    for (let i = 0; i < node.data.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rect = range.getClientRects()[0];
      if (rect === undefined || rect.width === 0) {
        continue;
      }
      if (at !== null && Math.abs(rect.y - at.y) > 2) {
        flush();
        at = null;
      }
      const letter = node.data[i] ?? '';
      if (at === null && letter.trim() === '') {
        continue; // SVG leaves it out, and all that follows would move into its place
      }
      at ??= rect;
      line += letter;
    }
    flush();
  };

  const put = (line: string, x: number, at: DOMRect, style: CSSStyleDeclaration): void => {
    const size = parseFloat(style.fontSize);
    const weight = Number(style.fontWeight) >= 600 ? ' font-weight="bold"' : '';
    const line_ = style.textDecorationLine === 'underline' ? ' text-decoration="underline"' : '';
    parts.push(
      `<text x="${round(x)}" y="${round(at.y + at.height / 2 + size * 0.36)}" font-size="${round(size)}"${weight}${line_} ` +
        `fill="${style.color}">${escape(line.replace(/\s+/g, ' ').trimEnd())}</text>`,
    );
  };

  /** What somebody may type or choose is in no text of the document. */
  const field = (element: HTMLInputElement | HTMLSelectElement, style: CSSStyleDeclaration): void => {
    const value =
      element instanceof HTMLSelectElement
        ? (element.selectedOptions[0]?.text ?? '')
        : element.value || element.placeholder;
    const { x, y, height: h, right } = element.getBoundingClientRect();
    put(value, x + parseFloat(style.paddingLeft) + 2, new DOMRect(x, y, 0, h), style);
    if (element instanceof HTMLSelectElement) {
      const [a, b] = [right - 18, y + h / 2 - 2];
      parts.push(
        `<path d="M${round(a)} ${round(b)}l4 4l4 -4" fill="none" stroke="${style.color}" stroke-width="1.5"/>`,
      );
    }
  };

  const chart = (svg: SVGSVGElement): void => {
    const { x, y, width: w, height: h } = svg.getBoundingClientRect();
    if (y < height) {
      const short = (number: string): string => String(Math.round(Number(number) * 10) / 10);
      const inner = new XMLSerializer()
        .serializeToString(svg)
        .replace(/^<svg[^>]*>|<\/svg>$/g, '')
        .replace(/-?\d+\.\d{2,}/g, short)
        .replace(
          / (style="[^"]*(pointer-events|user-select)[^"]*"|ecmeta_[a-z_]+="[^"]*"|class="[^"]*")/g,
          '',
        );
      parts.push(
        `<svg x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}">${inner}</svg>`,
      );
    }
  };

  const walk = (node: Node): void => {
    if (node instanceof Text) {
      const parent = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
      text(node, getComputedStyle(parent));
    } else if (node instanceof SVGSVGElement) {
      chart(node);
    } else if (node instanceof Element) {
      const style = getComputedStyle(node);
      const { width: w, height: h } = node.getBoundingClientRect();
      const cut = style.clipPath !== 'none' || (style.position === 'absolute' && w <= 1 && h <= 1);
      // What is folded away has a place and a style all the same: the browser alone knows that it is not painted.
      if (cut || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
        return;
      }
      if (!['BODY', 'HTML'].includes(node.tagName)) {
        box(node, style);
      }
      if (node instanceof HTMLInputElement || node instanceof HTMLSelectElement) {
        field(node, style);
      } else {
        (node.shadowRoot ?? node).childNodes.forEach(walk);
      }
    }
  };

  scrollTo(0, 0);
  walk(document.body);
  const page = getComputedStyle(document.body).backgroundColor;
  const root = getComputedStyle(document.documentElement).backgroundColor;
  const back = isClear(page) ? (isClear(root) ? '#fff' : root) : page;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" ` +
    `height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', Roboto, sans-serif">` +
    `<title>The dashboard's first page, with a made-up portal</title>` +
    `<rect width="${width}" height="${height}" fill="${back}"/>\n${parts.join('\n')}\n</svg>\n`
  );
}
