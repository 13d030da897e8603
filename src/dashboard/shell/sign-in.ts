import type { Texts } from '../texts.ts';
import { h } from '../ui/h.ts';

/** Why somebody is asked for a token. */
export type SignInReason = 'wanted' | 'refused' | 'scope' | 'signed-out';

/** A form for the read token. It is no credential of a person: password managers need not offer to keep it. */
export function signInForm(
  texts: Texts,
  reason: SignInReason,
  submit: (token: string) => boolean,
): HTMLElement {
  const { signIn } = texts;
  const token = h('input', {
    id: 'token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
  });
  const message = h('p', { role: 'alert', id: 'token-problem' });
  message.textContent = signIn.reasons[reason];
  const send = (event: Event): void => {
    event.preventDefault();
    if (!submit(token.value)) {
      message.textContent = signIn.reasons.refused;
      token.setAttribute('aria-invalid', 'true');
      token.setAttribute('aria-describedby', 'token-problem');
      token.focus();
    }
  };
  queueMicrotask(() => token.focus());
  return h(
    'form',
    { class: 'panel sign-in', onsubmit: send, 'aria-label': signIn.title },
    h('h2', {}, signIn.title),
    h('p', {}, signIn.why),
    message,
    h('div', { class: 'field' }, h('label', { for: 'token' }, signIn.token), token),
    h('button', { type: 'submit', class: 'primary' }, signIn.submit),
    h(
      'p',
      { class: 'quiet' },
      `${signIn.how} `,
      h('code', {}, 'java -jar quarkus-run.jar token my-portal read'),
    ),
  );
}
