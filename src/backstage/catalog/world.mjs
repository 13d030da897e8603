// Another organisation, invented: what a catalog that has grown for years holds, including what is wrong in it.

const TEAMS = 24;
const PEOPLE = 1_040; // more than a page of whoever reads
const COMPONENTS = 60;

const group = (namespace, name, type, spec = {}, metadata = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace, title: `The ${name}`, ...metadata },
  spec: { type, children: [], ...spec },
});

const take = { includeInInsights: true };

/** Five levels, two namespaces, a cycle, parents that are missing, groups that the filter leaves out in the middle. */
function groups() {
  const teams = Array.from({ length: TEAMS }, (_, i) =>
    group(
      'default',
      `Squad.${i}`,
      i % 3 ? 'team' : 'guild',
      { parent: i % 2 ? 'runtime' : 'default/Payments' },
      i % 4 ? take : {},
    ),
  );
  return [
    group('corporate', 'Acme-Corp', 'organization', {}, { includeInInsights: false }),
    group('corporate', 'Engineering', 'department', { parent: 'acme-corp' }, take),
    group('corporate', 'Sales', 'department', { parent: 'Acme-Corp' }, { includeInInsights: 'true' }),
    group('default', 'platform', 'tribe', { parent: 'group:corporate/engineering' }), // left out, in the middle
    group('default', 'runtime', 'team', { parent: 'platform' }, take),
    group('default', 'Payments', 'department', {}, take), // its parent only says so, below
    group('corporate', 'Operations', 'department', { children: ['default/payments'], parent: 'acme-corp' }, take),
    group('default', 'oncall_EU', 'team', { parent: 'squad.1' }, take),
    group('default', 'loop-a', 'team', { parent: 'loop-b' }, take),
    group('default', 'loop-b', 'team', { parent: 'loop-a' }, take),
    group('default', 'security', 'guild', { parent: 'group:default/gone' }, take),
    ...teams,
  ];
}

/** What people are called; in no word of what is no person's. */
const FIRST = ['Ottilie', 'Wendelin', 'Xaver', 'Ysolde', 'Zbigniew', 'Quirin', 'Philomena', 'Leocadia'];
const LAST = ['Brambach', 'Quastenfels', 'Zwickelsdorf', 'Ypernburg', 'Wolkenstein'];

/** Who a person belongs to: in several groups, in one that is missing, in none. */
function memberOf(i) {
  if (i % 13 === 0) {
    return [];
  }
  const squad = `default/squad.${i % TEAMS}`;
  const others = [
    [],
    ['group:corporate/sales'],
    ['default/loop-a'],
    ['default/ghosts'],
    ['default/oncall_eu', 'corporate/Engineering'],
  ];
  return [squad, ...others[i % others.length]];
}

function person(i) {
  const name = `${FIRST[i % FIRST.length]}.${LAST[i % LAST.length]}-${i}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: i % 3 ? 'default' : 'corporate',
      title: name.replace('.', ' '),
      ...(i % 5 === 0 && { includeInInsights: i % 2 === 0 }),
      ...(i % 7 === 0 && { labels: { employment: 'Contractor' } }),
      annotations: { 'acme.example/country': ['DE', 'PL', 'IN'][i % 3] },
    },
    spec: {
      profile: { displayName: name.replace('.', ' '), email: `${name.toLowerCase()}@acme.example` },
      memberOf: memberOf(i),
    },
  };
}

const LIFECYCLES = ['production', 'experimental', 'deprecated'];
const TYPES = ['service', 'website', 'library'];

/** Owned by a team in short, in full, by one that is missing, by a person. */
function owner(i) {
  return ['squad.3', 'group:corporate/Sales', 'nobody-at-all', `user:default/${person(1).metadata.name}`][i % 4];
}

const component = i => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: `Petstore.API_${i}`,
    namespace: i % 5 ? 'default' : 'corporate',
    ...(i % 2 && { title: `Pet store no. ${i}` }),
    tags: ['java', `tier-${i % 3}`],
    annotations: {
      ...(i % 3 === 0 && { 'backstage.io/techdocs-ref': 'dir:.' }),
      ...(i % 6 === 0 && { 'backstage.io/source-template': 'template:default/new-Service' }),
    },
  },
  spec: { type: TYPES[i % 3], lifecycle: LIFECYCLES[i % 3], owner: owner(i), tier: i % 4 },
});

const template = (name, annotations, owner) => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, title: `Make a ${name}`, annotations },
  spec: { type: 'service', ...(owner && { owner }), steps: [{ id: 'a', name: 'a', action: 'debug:log' }] },
});

/** Of each person one at least is in the name, the title and the e-mail address. */
export const NAMES = [...FIRST, ...LAST];

/** All entities, as their owners wrote them. */
export const world = [
  ...groups(),
  ...Array.from({ length: PEOPLE }, (_, i) => person(i)),
  ...Array.from({ length: COMPONENTS }, (_, i) => component(i)),
  template('new-Service', { 'backstage.io/time-saved': 'PT4H' }, 'squad.5'),
  template('old.service', { 'rhdh.redhat.com/time-saved': '90' }, 'squad.5'),
  template('ownerless', {}),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'shop', namespace: 'corporate' },
    spec: { owner: 'Sales' },
  },
];
