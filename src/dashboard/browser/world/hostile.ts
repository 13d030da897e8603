import type { Server } from './server.js';
import { TOKENS } from './server.js';

/** Texts that want to be more than texts. */
export const TEXTS = [
  '<img src=x onerror="window.pwned=1">',
  '"><script>window.pwned=1</script>',
  "'; window.pwned=1; '",
  '{{constructor.constructor("window.pwned=1")()}}',
  '\u202Etxet tfel-ot-thgir',
  'שלום עולם',
  `${'very-long-'.repeat(18)}end`,
  '=HYPERLINK("http://evil.test")',
];

/** So many people do each thing that none of it is hidden. */
const PEOPLE = 6;

/** Fills an empty server that wants tokens with names of that kind, wherever the API takes a name. */
export async function fillWithHostile(server: Server): Promise<void> {
  await push(server);
  const now = Date.now();
  const day = 86_400_000;
  const events = TEXTS.flatMap((text, index) =>
    Array.from({ length: PEOPLE }, (_, person) => {
      const at = (minutes: number) => now - 2 * day + (index * PEOPLE + person) * 600_000 + minutes * 60_000;
      const user = `user:default/p${person}`;
      const one = { user, sessionId: `s${person}-${index}` };
      return [
        { ...one, action: 'search', subject: text, value: index % 2, timestamp: at(0) },
        { ...one, action: 'navigate', subject: `/${encodeURIComponent(text)}`, timestamp: at(1) },
        { ...one, action: 'navigate', subject: `/catalog/default/component/c${index}`, timestamp: at(2) },
        { ...one, action: 'navigate', subject: `/docs/default/component/c${index}`, timestamp: at(3) },
        { ...one, action: 'not-found', subject: `/x/${text}`, timestamp: at(4) },
      ];
    }).flat(),
  );
  for (let start = 0; start < events.length; start += 200) {
    await server.ask('/collect', {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKENS.write}`, 'content-type': 'application/json' },
      body: JSON.stringify({ events: events.slice(start, start + 200) }),
    });
  }
}

async function push(server: Server): Promise<void> {
  const people = Array.from({ length: PEOPLE }, (_, person) => ({
    kind: 'User',
    metadata: { name: `p${person}`, namespace: 'default' },
    relations: TEXTS.map((_, index) => ({ type: 'memberOf', targetRef: `group:default/g${index}` })),
  }));
  const groups = TEXTS.map((text, index) => ({
    kind: 'Group',
    metadata: { name: `g${index}`, namespace: 'default', title: text },
    spec: { type: 'team', profile: { displayName: text } },
  }));
  const components = TEXTS.map((text, index) => ({
    kind: 'Component',
    metadata: { name: `c${index}`, namespace: 'default', title: text },
    spec: { type: text.slice(0, 60), lifecycle: 'production', owner: `group:default/g${index}` },
  }));
  const lines = [...people, ...groups, ...components].map(entity => JSON.stringify(entity)).join('\n');
  const headers = { authorization: `Bearer ${TOKENS.catalog}`, 'content-type': 'application/x-ndjson' };
  await server.ask('/catalog?generation=1&page=1', { method: 'POST', headers, body: lines });
  await server.ask('/catalog?generation=1&complete=true&pages=1', { method: 'POST', headers });
}
