const PREFIX = 'housecount.tab.';

/** How often a tab without Web Locks says that it lives; hidden tabs may do so once a minute. */
const BEAT_MILLIS = 30_000;
const SILENCE_MILLIS = 300_000;

/** Knows which tabs live: each sends its own events, and those of tabs that are gone. */
export interface Tabs {
  /** Does the work if the tab is gone; no other tab does it at the same time. */
  ifGone(tab: string, work: () => Promise<void>): Promise<void>;
}

/** @param me - this tab's name, from now on known to live */
export function tabs(me: string): Tabs {
  return globalThis.navigator?.locks ? lockingTabs(me) : beatingTabs(me);
}

/** A tab holds the lock of its name; the browser frees it however the tab ends. */
function lockingTabs(me: string): Tabs {
  const { locks } = navigator;
  locks.request(PREFIX + me, () => new Promise(() => {})).catch(() => {});
  return {
    ifGone: (tab, work) =>
      locks.request(PREFIX + tab, { ifAvailable: true }, lock => (lock ? work() : undefined)) as Promise<void>,
  };
}

/** Portals served over plain HTTP have no Web Locks: a tab that is silent for long is gone. */
function beatingTabs(me: string): Tabs {
  const beat = () => {
    try {
      localStorage.setItem(PREFIX + me, String(Date.now()));
    } catch {
      // Without storage there is no queue to share either.
    }
  };
  forgetSilent();
  beat();
  setInterval(beat, BEAT_MILLIS);
  return {
    async ifGone(tab, work) {
      if (isSilent(PREFIX + tab)) {
        await work();
      }
    },
  };
}

function isSilent(key: string): boolean {
  return Date.now() - Number(localStorage.getItem(key)) > SILENCE_MILLIS;
}

function forgetSilent(): void {
  try {
    Object.keys(localStorage)
      .filter(key => key.startsWith(PREFIX) && isSilent(key))
      .forEach(key => localStorage.removeItem(key));
  } catch {
    // Storage is forbidden.
  }
}
