import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ALLOW_LIST } from '../src/scrub/allowList.js';
import { scrub, type Content } from '../src/scrub/scrubber.js';

interface Vector {
  name: string;
  event: Content;
  expected: Partial<Content>;
}

const file = JSON.parse(readFileSync(new URL('../../test/vectors/scrub.json', import.meta.url), 'utf8'));
const vectors: Vector[] = file.vectors;

/** What a vector leaves out is the event's own action, or empty. */
function whole({ event, expected }: Vector): Content {
  return {
    action: event.action,
    subject: '',
    attributes: {},
    context: {},
    ...expected,
  };
}

describe('credentials', () => {
  it.each([`Basic ${btoa('alice:s3cret')}`, `basic ${btoa('hc:tok')}`, 'Bearer abc123def456', 'bearer 1a2b3c4d5e'])(
    'replaces %s',
    subject => expect(scrub({ action: 'search', subject }, DEFAULT_ALLOW_LIST).subject).toBe('<secret>'),
  );
});

describe('shared vectors', () => {
  it('keeps what the server keeps', () => {
    expect(DEFAULT_ALLOW_LIST).toEqual(file.allowList);
  });

  it.each(vectors)('$name', vector => {
    expect(scrub(vector.event, DEFAULT_ALLOW_LIST)).toEqual(whole(vector));
  });

  it.each(file.stay as string[])('keeps %s', subject => {
    expect(scrub({ action: 'search', subject }, DEFAULT_ALLOW_LIST).subject).toBe(subject);
  });

  it.each(vectors)('scrubbed again: $name', vector => {
    expect(scrub(whole(vector), DEFAULT_ALLOW_LIST)).toEqual(whole(vector));
  });
});
