// What is kept of an entity on its way to Housecount. Plain JavaScript, since scripts/push-catalog.mjs uses it as it is.
// @ts-check

const RELATIONS = new Set(['ownedBy', 'memberOf', 'childOf', 'parentOf']);

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations.backstage.io/time-saved',
  'metadata.annotations.rhdh.redhat.com/time-saved',
  'metadata.annotations.backstage.io/source-template',
  'metadata.creationTimestamp',
  'metadata.annotations.backstage.io/createdAt',
  'metadata.annotations.backstage.io/created-at',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.parent',
  'spec.children',
  'spec.memberOf',
  'relations',
];

const TITLES = ['metadata.title', 'spec.profile.displayName']; // of a person they are names

/**
 * The fields to ask the catalog for.
 *
 * @param {string} kind of entities
 * @param {readonly string[]} more fields, besides those that are captured by default
 * @returns {string[]} paths as in `fields` of the catalog's API
 */
exports.wantedFields = (kind, more) => [...FIELDS, ...(kind.toLowerCase() === 'user' ? [] : TITLES), ...more];

/**
 * Of the wanted fields, whatever the catalog answered; of its relations those that say who belongs to whom.
 *
 * @param {any} entity of the catalog
 * @param {readonly string[]} wanted as {@link exports.wantedFields} gives them
 * @returns {any} a part of it
 */
exports.reduced = (entity, wanted) => {
  /** @type {Record<string, unknown>} */
  const kept = {};
  for (const field of wanted) {
    copy(entity, kept, field.split('.'));
  }
  const relations = entity.relations?.filter((/** @type {any} */ { type }) => RELATIONS.has(type));
  return {
    ...kept,
    relations: relations?.map((/** @type {any} */ { type, targetRef }) => ({ type, targetRef })),
  };
};

/**
 * Keys hold dots, too: the shortest that is there leads on, as in Backstage.
 *
 * @param {any} from
 * @param {any} to
 * @param {string[]} words
 */
function copy(from, to, words) {
  for (let length = 1; length <= words.length; length++) {
    const key = words.slice(0, length).join('.');
    if (from !== null && typeof from === 'object' && Object.hasOwn(from, key)) {
      if (length === words.length) {
        to[key] = from[key];
      } else {
        copy(from[key], (to[key] ??= {}), words.slice(length));
      }
      return;
    }
  }
}
