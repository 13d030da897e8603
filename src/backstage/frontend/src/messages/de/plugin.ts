import type { PLUGIN as ENGLISH } from '../english.ts';

/** What the plugin says beside the cards. */
export const PLUGIN: typeof ENGLISH = {
  title: 'Housecount',
  tabs: {
    overview: 'Überblick',
    'search-and-docs': 'Suche und Dokumentation',
    'templates-and-plugins': 'Vorlagen und Plugins',
    'data-health': 'Zustand der Daten',
  },
  teamTab: 'Verbreitung',
  colleagues: {
    title: 'Was die anderen öffnen',
    description: 'Die Entitäten mit den meisten Besuchern in den letzten 30 Tagen',
  },
};
