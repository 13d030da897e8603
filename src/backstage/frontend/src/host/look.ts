import type { Palette, Theme } from '../../../../dashboard/ui/palette.ts';
import { PALETTES } from '../../../../dashboard/ui/palette.ts';
import { colourOf, contrast, luminance, mixed, readable, written, type Colour } from './contrast.ts';

/** How the portal looks, as its browser computes it. */
export interface Look {
  readonly ground: string;
  /** Of cards. */
  readonly surface: string;
  readonly text: string;
  /** Of a button that is to be pressed. */
  readonly primary: string;
}

/** What cards are drawn with. */
export interface Dressing {
  readonly theme: Theme;
  readonly colours: Partial<Palette>;
}

/** As WCAG AA wants it, of texts and of marks. */
const TEXT = 4.5;
const MARK = 3;

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];

/**
 * The portal's own colours for cards: its surfaces, its text, and its primary colour for what can be pressed and for
 * the figures that lead. Colours that could not be read on its surfaces are moved towards the text's.
 */
export function dressingOf(look: Look): Dressing {
  const surface = colourOf(look.surface) ?? colourOf(look.ground);
  const text = surface && colourOf(look.text, surface);
  if (surface === null || text === null || contrast(surface, text) < TEXT) {
    return { theme: 'light', colours: {} };
  }
  const theme = luminance(surface) < luminance(text) ? 'dark' : 'light';
  return { theme, colours: coloursOn(surface, text, look, theme) };
}

function coloursOn(surface: Colour, hostText: Colour, look: Look, theme: Theme): Partial<Palette> {
  const own = (name: keyof Palette): Colour => colourOf(PALETTES[theme][name]) ?? hostText;
  const primary = colourOf(look.primary, surface) ?? own('accent');
  const sunken = mixed(surface, hostText, 0.05);
  const infoGround = mixed(surface, primary, 0.1);
  const grounds = [surface, sunken, infoGround];
  const text = readable(hostText, theme === 'dark' ? WHITE : BLACK, grounds, TEXT);
  const tinted = (name: 'badGround' | 'warningGround', tone: 'bad' | 'warning'): [string, string] => [
    name,
    written(mixed(surface, own(tone), 0.1)),
  ];
  const accent = readable(primary, text, grounds, TEXT);
  const onAccent = contrast(accent, WHITE) >= contrast(accent, BLACK) ? WHITE : BLACK;
  const mark = (name: keyof Palette): [string, string] => [name, written(readable(own(name), text, [surface], MARK))];
  const words = (name: keyof Palette): [string, string] => [name, written(readable(own(name), text, grounds, TEXT))];
  return {
    ...Object.fromEntries([
      ...(['second', 'third', 'before'] as const).map(mark),
      ...(['bad', 'warning', 'good'] as const).map(words),
      tinted('badGround', 'bad'),
      tinted('warningGround', 'warning'),
    ]),
    ground: written(colourOf(look.ground) ?? surface),
    surface: written(surface),
    sunken: written(sunken),
    line: written(mixed(surface, text, 0.15)),
    border: written(readable(mixed(surface, text, 0.4), text, [surface], MARK)),
    text: written(text),
    quiet: written(readable(mixed(text, surface, 0.35), text, grounds, TEXT)),
    accent: written(accent),
    onAccent: written(onAccent),
    first: written(readable(primary, text, [surface, sunken], MARK)),
    fourth: written(mixed(surface, primary, 0.45)),
    infoGround: written(infoGround),
  };
}
