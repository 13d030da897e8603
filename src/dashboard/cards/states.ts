import { problemName } from '../report/problem.ts';
import type { Problem } from '../report/problem.ts';
import type { Texts } from '../texts.ts';
import { h } from '../ui/h.ts';

/** Nothing is there yet. */
export function skeleton(): HTMLElement {
  return h('div', { class: 'skeleton' });
}

/** Nothing is there, and what that means: by what the answer says of itself, where it does. */
export function emptyState(texts: Texts, detail: string, notes: readonly string[]): HTMLElement {
  const why = notes.length > 0 ? notes : [detail];
  return h(
    'div',
    { class: 'state' },
    h('strong', {}, texts.states.empty),
    ...why.map(each => h('p', {}, each)),
  );
}

/** Too few people are behind it. */
export function hiddenState(texts: Texts, fewerThan: number): HTMLElement {
  const { hidden, hiddenDetail } = texts.states;
  return h('div', { class: 'state hidden' }, h('strong', {}, hidden(fewerThan)), h('p', {}, hiddenDetail));
}

/** It failed: what happened, and what to do. */
export function failedState(
  texts: Texts,
  problem: Problem,
  on: { readonly retry: () => void; readonly shorter: () => void },
): HTMLElement {
  const { states } = texts;
  const tooMuch = problemName(problem) === 'too-much-to-read';
  const [title, detail] = words(texts, problem, tooMuch);
  return h(
    'div',
    { class: 'state failed' },
    h('strong', {}, title),
    h('p', {}, detail),
    tooMuch && h('p', {}, states.tooMuchDo),
    tooMuch && h('button', { type: 'button', onclick: on.shorter }, states.shorter),
    h('button', { type: 'button', onclick: on.retry }, states.retry),
  );
}

function words({ states }: Texts, problem: Problem, tooMuch: boolean): [string, string] {
  const detail = [problem.title, problem.detail].filter(Boolean).join(': ');
  if (tooMuch) {
    return [states.tooMuch, problem.detail ?? ''];
  }
  if (problem.status === 0) {
    return [states.offline, states.offlineDetail];
  }
  return [states.failed, detail];
}
