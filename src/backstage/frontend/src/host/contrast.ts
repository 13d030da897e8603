/** A colour: red, green and blue from 0 to 255. */
export type Colour = readonly [number, number, number];

/** What browsers write as a computed colour; its alpha is 1 where none is said. */
const COMPUTED = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+))?\s*\)$/;
const HEX = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;

/** A computed colour, over a ground where one shines through; null for what is none, such as nothing at all. */
export function colourOf(text: string, ground: Colour = [255, 255, 255]): Colour | null {
  const hex = HEX.exec(text);
  if (hex !== null) {
    return channels(hex.slice(1, 4).map(part => Number.parseInt(part, 16)));
  }
  const computed = COMPUTED.exec(text);
  if (computed === null) {
    return null;
  }
  const alpha = Number(computed[4] ?? 1);
  return alpha === 0 ? null : mixed(ground, channels(computed.slice(1, 4).map(Number)), alpha);
}

function channels([red = 0, green = 0, blue = 0]: readonly number[]): Colour {
  return [red, green, blue];
}

/** One colour with a share of another, from 0 to 1. */
export function mixed(one: Colour, other: Colour, share: number): Colour {
  return channels(one.map((value, place) => value + ((other[place] ?? 0) - value) * share));
}

/** As sheets take it. */
export function written(colour: Colour): string {
  const parts = colour.map(value => Math.round(value).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}

/** Relative luminance as WCAG 2.2 defines it, from 0 to 1. */
export function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast as WCAG 2.2 defines it, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const STEPS = 20;

/** A colour, with as much of the text's as it takes to be told from each ground. */
export function readable(colour: Colour, text: Colour, grounds: readonly Colour[], least: number): Colour {
  for (let step = 0; step <= STEPS; step++) {
    const tried = mixed(colour, text, step / STEPS);
    if (grounds.every(ground => contrast(tried, ground) >= least)) {
      return tried;
    }
  }
  return text;
}
