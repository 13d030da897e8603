import type { CARDS as ENGLISH } from '../../../../../dashboard/texts/cards.ts';

/** What cards say beside their figures. */
export const CARDS: typeof ENGLISH = {
  headline: {
    title: 'Kurz gesagt',
    question: '',
    empty: 'In diesem Zeitraum wurde nichts gezählt. Ein früherer oder längerer zeigt vielleicht mehr.',
  },
  keyFigures: {
    title: 'Kennzahlen',
    question: 'Wird das Portal mehr genutzt als zuvor?',
    empty: 'In diesem Zeitraum wurde nichts gezählt. Ein früherer oder längerer zeigt vielleicht mehr.',
  },
  activeUsers: {
    title: 'Aktive Personen',
    question: 'Wie viele nutzen das Portal, und werden es mehr?',
    empty:
      'In diesem Zeitraum war niemand aktiv. Ein früherer oder längerer, oder ein Filter weniger, zeigt vielleicht mehr.',
  },
  newAndReturning: {
    title: 'Neue und Wiederkehrende',
    question: 'Kommen Leute, und kommen sie wieder?',
    empty:
      'In diesem Zeitraum war niemand aktiv. Ein früherer oder längerer, oder ein Filter weniger, zeigt vielleicht mehr.',
  },
  adoption: {
    title: 'Verbreitung',
    question: 'Wer von denen, die das Portal nutzen könnten, tut es?',
    empty: 'Wer das Portal nutzen könnte, weiß nur ein Katalog: Er wird gesendet, oder der Server holt ihn.',
  },
  missing: {
    title: 'Wer fehlt',
    question: 'Die ausreichend großen Teams mit der geringsten Verbreitung',
    empty: 'Von keinem anderen Team lässt sich die Verbreitung hier zeigen: Teams kommen mit dem Katalog.',
  },
  changed: {
    title: 'Was sich geändert hat',
    question: 'Wo sind mehr oder weniger Leute als zuvor?',
    empty: 'Nichts hat sich um mehr als eine Person verändert, oder in der Vergleichszeit wurde nichts gezählt.',
  },
  teams: {
    title: 'Verbreitung nach Team',
    question: 'Welche Teams nutzen das Portal, und welche nicht?',
    empty: 'Von keinem Team lässt sich die Verbreitung zeigen: Der Katalog muss mit seinen Gruppen gesendet werden.',
  },
  zeroResults: {
    title: 'Suchen ohne Treffer',
    question: 'Wonach wird vergeblich gesucht?',
    empty: 'Jeder Begriff, den zwei Personen gesucht haben, wurde mindestens einmal gefunden.',
  },
  searches: {
    title: 'Suchen und Klicks auf Treffer',
    question: 'Wird gefunden, was gesucht wird, und auch geöffnet?',
    empty: 'In diesem Zeitraum hat niemand gesucht. Ein längerer zeigt vielleicht mehr.',
  },
  documents: {
    title: 'Gelesene Dokumentation',
    question: 'Welche Dokumentation wird gelesen?',
    empty: 'In diesem Zeitraum hat niemand Dokumentation gelesen. Ein längerer zeigt vielleicht mehr.',
  },
  unread: {
    title: 'Dokumentation, die niemand liest',
    question: 'Was ließe sich verbessern, zusammenlegen oder entfernen?',
    empty: 'Alle Dokumentation des Katalogs wurde in diesem Zeitraum gelesen.',
  },
  notFound: {
    title: 'Seiten, die es nicht gibt',
    question: 'Wo kommen Leute vergeblich an?',
    empty: 'Niemand kam auf eine Seite, die es nicht gibt.',
  },
  funnel: {
    title: 'Von der Vorlage zum Ergebnis',
    question: 'Wo wird aufgegeben?',
    empty: 'In diesem Zeitraum hat niemand eine Vorlage angesehen. Ein längerer zeigt vielleicht mehr.',
  },
  failures: {
    title: 'Läufe, die scheitern',
    question: 'Welche Vorlagen scheitern, und wie oft?',
    empty: 'In diesem Zeitraum ist kein Lauf gescheitert.',
  },
  timeSaved: {
    title: 'Gesparte Zeit',
    question: 'Wie viele Stunden haben Vorlagen gespart?',
    empty:
      'Kein Lauf hat Zeit gespart. Was eine Vorlage spart, sagt die Annotation backstage.io/time-saved, etwa PT2H.',
  },
  plugins: {
    title: 'Plugins',
    question: 'Welche Plugins werden genutzt, und von wie vielen?',
    empty: 'In diesem Zeitraum wurde kein Plugin besucht. Ein längerer zeigt vielleicht mehr.',
  },
  sections: {
    title: 'Bereiche',
    question: 'Welche eigenen Seiten des Portals werden besucht?',
    empty: 'Alle Besuche galten bekannten Plugins.',
  },
  entities: {
    title: 'Entitäten',
    question: 'Welche Entitäten werden besucht?',
    empty: 'In diesem Zeitraum wurde keine Entität besucht. Ein längerer zeigt vielleicht mehr.',
  },
  unvisited: {
    title: 'Entitäten, die niemand besucht',
    question: 'Was steht im Katalog, das niemand ansieht?',
    empty: 'Jede Entität des Katalogs wurde besucht, oder es gibt keinen Katalog.',
  },
  advice: {
    title: 'Was zu tun ist',
    question: 'Kann man den Zahlen trauen?',
    empty: 'Nichts zu tun: Ereignisse kommen an, sie nennen Personen, und der Katalog kennt sie.',
  },
  arrivals: {
    title: 'Ereignisse Tag für Tag',
    question: 'Kommen Ereignisse an, und wie viele werden abgelehnt?',
    empty: 'An diesen Tagen kam kein Ereignis an. Ist das Analytics-Modul im Portal eingebunden?',
  },
  verdicts: {
    title: 'Was aus Ereignissen wurde',
    question: 'Wie viele zählen, und warum andere nicht?',
    empty: 'An diesen Tagen kam kein Ereignis an.',
  },
  senders: {
    title: 'Absender',
    question: 'Welche Versionen senden, und wann zuletzt?',
    empty: 'Noch hat niemand ein Ereignis gesendet.',
  },
  sources: {
    title: 'Katalog und Wartung',
    question: 'Laufen die Aufgaben hinter den Zahlen?',
    empty: 'Vom Katalog und von der Wartung ist nichts bekannt.',
  },
  usage: {
    title: 'Nutzung',
    question: 'Wer hat das in den letzten 30 Tagen angesehen?',
    empty: 'In den letzten 30 Tagen hat das niemand angesehen.',
  },
  colleagues: {
    title: 'Was die anderen öffnen',
    question: 'Die Entitäten mit den meisten Besuchern in den letzten 30 Tagen',
    empty: 'In den letzten 30 Tagen hat niemand eine Entität geöffnet.',
  },
};
