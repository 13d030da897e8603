import { MESSAGES } from '../../../../dashboard/texts/say.ts';

/** What the plugin says beside the cards. */
export const PLUGIN = {
  title: 'Housecount',
  tabs: {
    overview: 'Overview',
    'search-and-docs': 'Search and docs',
    'templates-and-plugins': 'Templates and plugins',
    'data-health': 'Data health',
  },
  teamTab: 'Adoption',
  colleagues: {
    title: 'What colleagues open',
    description: 'The entities with the most visitors in the last 30 days',
  },
};

/** All messages: the cards' and the plugin's own. */
export const ENGLISH = { ...MESSAGES, plugin: PLUGIN };
