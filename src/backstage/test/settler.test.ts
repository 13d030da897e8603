import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PortalEvent } from '../src/event.js';
import { isSearch } from '../src/search.js';
import { Settler } from '../src/settler.js';
import { event } from './helpers.js';

let emitted: PortalEvent[];
let settler: Settler;

const story = () => emitted.map(({ action, subject }) => `${action} ${subject}`);
const search = (subject: string, pluginId = 'search') => event({ action: 'search', subject, context: { pluginId } });
const navigate = (subject: string, pluginId: string) => event({ action: 'navigate', subject, context: { pluginId } });

beforeEach(() => {
  vi.useFakeTimers();
  emitted = [];
  settler = new Settler(3_000, final => emitted.push(final));
});
afterEach(() => vi.useRealTimers());

it('search_typedOn_keepsTheLastTerm', () => {
  ['p', 'pe', 'Pet ', 'petstore'].forEach(term => settler.add(search(term)));
  expect(story()).toEqual([]);
  vi.advanceTimersByTime(3_000);
  expect(story()).toEqual(['search petstore']);
});

it('search_anotherTerm_keepsBoth', () => {
  ['petstore', 'pet', 'petclinic'].forEach(term => settler.add(search(term)));
  settler.release();
  expect(story()).toEqual(['search petstore', 'search petclinic']);
});

it('search_elsewhere_keepsBoth', () => {
  settler.add(search('pet', 'catalog'));
  settler.add(search('petstore', 'search'));
  settler.release();
  expect(story()).toEqual(['search pet', 'search petstore']);
});

it('search_afterThePause_keepsBoth', () => {
  settler.add(search('pet'));
  vi.advanceTimersByTime(3_000);
  settler.add(search('petstore'));
  settler.release();
  expect(story()).toEqual(['search pet', 'search petstore']);
});

it('search_thenAnythingElse_staysInOrder', () => {
  settler.add(search('pet'));
  settler.add(event({ action: 'discover', subject: 'Petstore' }));
  expect(story()).toEqual(['search pet', 'discover Petstore']);
});

it('search_withoutDebounce_keepsEveryPrefix', () => {
  settler = new Settler(0, final => emitted.push(final));
  ['p', 'pe'].forEach(term => settler.add(search(term)));
  expect(story()).toEqual(['search p', 'search pe']);
});

it('customSearch_typedOn_keepsTheLastTerm', () => {
  ['p', 'pe'].forEach(subject => settler.add(event({ action: 'catalog_search', subject })));
  settler.release();
  expect(story()).toEqual(['catalog_search pe']);
});

it.each([
  ['ㄱ', '가'],
  ['vie', 'viê', 'việt'],
])('search_typedOnWithSigns as %s, %s and so on, keepsTheLastTerm', (...terms) => {
  terms.forEach(term => settler.add(search(term)));
  settler.release();
  expect(story()).toEqual([`search ${terms.at(-1)}`]);
});

it.each([
  ['k', 'か', 'かふ', 'カフカ'],
  ['けんさ', 'けんさく', '検索'],
  ["ni'h", "ni'hao", '你好'],
  ['가', '간', '가나'],
  ['kafka kensa', 'kafka 検索'],
])('search_composed as %s, %s and so on, keepsTheLastTerm', (...terms) => {
  terms.slice(0, -1).forEach(term => settler.add(search(term), true));
  settler.composed(terms.at(-1)!.slice(-2));
  settler.add(search(terms.at(-1)!));
  settler.release();
  expect(story()).toEqual([`search ${terms.at(-1)}`]);
});

it.each([
  ['kafka', '検索'],
  ['けん', '検索'],
  ['検索', '設定'],
])('search_%sThen%sNotComposed_keepsBoth', (...terms) => {
  terms.forEach(term => settler.add(search(term)));
  settler.release();
  expect(story()).toEqual(terms.map(term => `search ${term}`));
});

it('search_afterAComposedTerm_keepsBoth', () => {
  ['けんさ', '検索'].forEach(term => settler.add(search(term), true));
  settler.composed('検索');
  settler.add(search('kafka'));
  settler.release();
  expect(story()).toEqual(['search 検索', 'search kafka']);
});

it.each([
  ['search', true],
  ['SEARCH', true],
  ['catalog_search', true],
  ['qeta-search', true],
  ['docs.search', true],
  ['searchDocs', true],
  ['docsSearch', true],
  ['HTTPSearch', true],
  ['research', false],
  ['research_x', false],
  ['searches', false],
  ['searchable_x', false],
  ['ŝearch', false],
  ['', false],
])('isSearch of %s is %s', (action, expected) => {
  expect(isSearch(action)).toBe(expected);
});

it.each([
  ['app', 'catalog'],
  ['catalog', 'app'],
  ['root', 'catalog'],
])('navigate_doubledAs %s and %s, keepsTheRicherWithTheFirstId', (first, second) => {
  const visit = navigate('/', first);
  settler.add(visit);
  vi.advanceTimersByTime(1_000);
  settler.add(navigate('/', second));
  settler.release();
  expect(emitted).toEqual([{ ...visit, context: { pluginId: 'catalog' } }]);
});

it('navigate_toAnotherPage_keepsBoth', () => {
  settler.add(navigate('/', 'app'));
  settler.add(navigate('/catalog', 'catalog'));
  settler.release();
  expect(story()).toEqual(['navigate /', 'navigate /catalog']);
});

it('navigate_againAfterAWhile_isAnotherVisit', () => {
  settler.add(navigate('/', 'catalog'));
  vi.advanceTimersByTime(2_001);
  settler.add(navigate('/', 'catalog'));
  settler.release();
  expect(story()).toEqual(['navigate /', 'navigate /']);
});

it('release_twice_emitsOnce', () => {
  settler.add(navigate('/', 'app'));
  settler.release();
  settler.release();
  vi.advanceTimersByTime(10_000);
  expect(story()).toEqual(['navigate /']);
});
