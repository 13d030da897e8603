import { CARDS } from './de/cards.ts';
import { FRAME } from './de/frame.ts';
import { PLUGIN } from './de/plugin.ts';
import { WORDS } from './de/words.ts';
import { flat } from './flat.ts';

/** German, as `createTranslationRef` loads it. */
export default flat({ ...WORDS, ...FRAME, cards: CARDS, plugin: PLUGIN });
