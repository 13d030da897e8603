import { describe, expect, it } from 'vitest';
import { colourOf, contrast, type Colour } from '../src/host/contrast.ts';
import { dressingOf, type Look } from '../src/host/look.ts';
import { PALETTES } from '../../../dashboard/ui/palette.ts';

const LOOKS: Readonly<Record<string, Look>> = {
  'Backstage, light': {
    ground: 'rgb(248, 248, 248)',
    surface: 'rgb(255, 255, 255)',
    text: 'rgba(0, 0, 0, 0.87)',
    primary: 'rgb(31, 84, 147)',
  },
  'Backstage, dark': {
    ground: 'rgb(51, 51, 51)',
    surface: 'rgb(66, 66, 66)',
    text: 'rgb(255, 255, 255)',
    primary: 'rgb(156, 201, 255)',
  },
  'yellow on white': { ground: '#ffffff', surface: '#ffffff', text: '#333333', primary: '#ffdd00' },
  'dark blue on black': { ground: '#000000', surface: '#0a0a0a', text: '#dddddd', primary: '#10104a' },
  'nearly no contrast of its own': { ground: '#f0f0f0', surface: '#fafafa', text: '#6e6e6e', primary: '#6e6e6e' },
};

function colour(text: string | undefined): Colour {
  const found = colourOf(text ?? '');
  expect(found).not.toBeNull();
  return found as Colour;
}

describe.each(Object.entries(LOOKS))('cards in a portal that is %s', (_, look) => {
  const { theme, colours } = dressingOf(look);
  const palette = { ...PALETTES[theme], ...colours };
  const least = (names: readonly (keyof typeof palette)[], grounds: readonly (keyof typeof palette)[]): number =>
    Math.min(...names.flatMap(name => grounds.map(ground => contrast(colour(palette[name]), colour(palette[ground])))));

  it('texts_areReadable', () => {
    const texts = ['text', 'quiet', 'accent', 'bad', 'good', 'warning'] as const;
    // Colours are rounded when they are written.
    expect(least(texts, ['surface', 'sunken', 'infoGround'])).toBeGreaterThanOrEqual(4.45);
    expect(least(['onAccent'], ['accent'])).toBeGreaterThanOrEqual(4.45);
  });

  it('marks_areTold', () => {
    expect(least(['first', 'second', 'third', 'before', 'border'], ['surface'])).toBeGreaterThanOrEqual(2.95);
  });
});

describe('the look of a portal', () => {
  it('its own colours are kept where they can be read', () => {
    const { theme, colours } = dressingOf(LOOKS['Backstage, light'] as Look);
    expect(theme).toBe('light');
    expect(colours).toMatchObject({ surface: '#ffffff', accent: '#1f5493', first: '#1f5493', ground: '#f8f8f8' });
    expect(dressingOf(LOOKS['Backstage, dark'] as Look)).toMatchObject({
      theme: 'dark',
      colours: { surface: '#424242', accent: '#9cc9ff' },
    });
  });

  it.each([
    { ground: '', surface: '', text: '', primary: '' },
    { ground: '', surface: 'color(display-p3 1 0 0)', text: 'rgb(0, 0, 0)', primary: '' },
    { ground: '#777777', surface: '#777777', text: '#787878', primary: '#ffffff' },
  ])('what cannot be read of %o is the dashboard’s', look => {
    expect(dressingOf(look)).toEqual({ theme: 'light', colours: {} });
  });
});
