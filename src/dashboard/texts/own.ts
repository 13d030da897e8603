/** What only the server's own page says. */
export const OWN = {
  signIn: {
    title: 'Sign in',
    why: 'This server wants a token of scope “read”. It is kept in this tab only, and forgotten when you sign out.',
    reasons: {
      wanted: '',
      refused: 'The token is not valid here, or not any more. Use another one.',
      scope: 'The token is valid, but may not read: it has another scope than “read”. Use one that has it.',
      'signed-out': 'You are signed out.',
    },
    token: 'Read token',
    submit: 'Sign in',
    how: 'Make one with:',
  },

  firstRun: {
    title: 'No events yet',
    why: 'Nobody has sent an event to this server. Look at a generated portal first, or connect yours.',
    demoTitle: 'Look at a generated portal',
    demoWhy: 'Made-up people, teams, searches and templates, sent to this server in half a minute.',
    demo: 'Show me a generated portal',
    demoRunning: (events: string): string => `${events} events so far…`,
    demoStarting: 'Being made…',
    demoFailed: 'The portal could not be generated.',
    demoDone: 'Done. Loading the figures…',
    connectTitle: 'Connect your portal',
    connectInstall: '1. Add the module to the app:',
    connectNew: '2. Register it, in packages/app/src/App.tsx:',
    connectConfig: '3. Tell it where this server is, in app-config.yaml:',
    connectOld: 'The old frontend system and the proxy are described in the package’s README.',
    connectCatalog: '4. Push the catalog, for teams and adoption:',
    copy: 'Copy',
    copied: 'Copied',
    copyOf: (what: string): string => `Copy ${what}`,
    again: 'Look again',
  },
};
