/** What cards say beside their figures: title, question, and what it means that nothing is there. */
export const CARDS = {
  headline: {
    title: 'In short',
    question: '',
    empty: 'Nothing was counted in this range. Choose an earlier or longer one.',
  },
  keyFigures: {
    title: 'Key figures',
    question: 'Is the portal used more than before?',
    empty: 'Nothing was counted in this range. Choose an earlier or longer one.',
  },
  activeUsers: {
    title: 'Active users',
    question: 'How many people use the portal, and does the number grow?',
    empty: 'Nobody was active in this range. Choose an earlier or longer one, or take a filter away.',
  },
  newAndReturning: {
    title: 'New and returning',
    question: 'Do people come, and do they come back?',
    empty: 'Nobody was active in this range. Choose an earlier or longer one, or take a filter away.',
  },
  adoption: {
    title: 'Adoption',
    question: 'Who of those who could use the portal does?',
    empty: 'Nobody knows who could use the portal: push the catalog, or let the server pull it.',
  },
  missing: {
    title: 'Who is missing',
    question: 'The large enough teams with the lowest adoption',
    empty: 'No other team’s adoption can be shown here: teams come with the catalog.',
  },
  changed: {
    title: 'What changed',
    question: 'Where are more or fewer people than before?',
    empty: 'Nothing has moved by more than a person, or nothing was counted in the time to compare with.',
  },
  teams: {
    title: 'Adoption by team',
    question: 'Which teams use the portal, and which do not?',
    empty: 'There is no team whose adoption can be shown: push the catalog with its groups.',
  },
  zeroResults: {
    title: 'Searches that find nothing',
    question: 'What do people look for in vain?',
    empty: 'Every term that two people searched for was found at least once.',
  },
  searches: {
    title: 'Searches and click-through',
    question: 'Do people find what they search for, and open it?',
    empty: 'Nobody searched in this range. Choose a longer one.',
  },
  documents: {
    title: 'Documentation that is read',
    question: 'Which documentation do people read?',
    empty: 'Nobody read documentation in this range. Choose a longer one.',
  },
  unread: {
    title: 'Documentation that nobody reads',
    question: 'What could be improved, merged or removed?',
    empty: 'No documentation of the catalog is unread in this range.',
  },
  notFound: {
    title: 'Pages that are not there',
    question: 'Where do people arrive in vain?',
    empty: 'Nobody met a page that is not there.',
  },
  funnel: {
    title: 'From the template to the result',
    question: 'Where do people give up?',
    empty: 'Nobody looked at a template in this range. Choose a longer one.',
  },
  failures: {
    title: 'Runs that fail',
    question: 'Which templates fail, and how often?',
    empty: 'No run failed in this range.',
  },
  timeSaved: {
    title: 'Time saved',
    question: 'How many hours did templates save?',
    empty:
      'No run saved time. Say what a template saves by the annotation backstage.io/time-saved, such as PT2H.',
  },
  plugins: {
    title: 'Plugins',
    question: 'Which plugins are used, and by how many people?',
    empty: 'No plugin was visited in this range. Choose a longer one.',
  },
  sections: {
    title: 'Sections',
    question: "Which pages of the portal's own are visited?",
    empty: 'All visits were of known plugins.',
  },
  entities: {
    title: 'Entities',
    question: 'Which entities are visited?',
    empty: 'No entity was visited in this range. Choose a longer one.',
  },
  unvisited: {
    title: 'Entities that nobody visits',
    question: 'What does the catalog hold that nobody looks at?',
    empty: 'Every entity of the catalog was visited, or there is no catalog.',
  },
  advice: {
    title: 'What to do',
    question: 'Can the figures be trusted?',
    empty: 'Nothing to do: events arrive, they name users, and the catalog knows them.',
  },
  arrivals: {
    title: 'Events day by day',
    question: 'Do events arrive, and how many are refused?',
    empty: 'No event has arrived on these days. Is the analytics factory registered in the portal?',
  },
  verdicts: {
    title: 'What became of events',
    question: 'How many count, and why do others not?',
    empty: 'No event has arrived on these days.',
  },
  senders: {
    title: 'Senders',
    question: 'Which versions send, and when did they last?',
    empty: 'Nobody has sent an event yet.',
  },
  sources: {
    title: 'Catalog and maintenance',
    question: 'Do the jobs behind the figures run?',
    empty: 'Nothing is known of the catalog or the maintenance.',
  },
  usage: {
    title: 'Usage',
    question: 'Who looks at this, in the last 30 days?',
    empty: 'Nobody looked at this in the last 30 days.',
  },
  colleagues: {
    title: 'What colleagues open',
    question: 'The entities with the most visitors in the last 30 days',
    empty: 'Nobody opened an entity in the last 30 days.',
  },
};
