import { COLOURS, sheetOf } from '../ui/sheet.ts';

/** How cards look; one sheet for all of them. */
export const CARD_SHEET = sheetOf(`${COLOURS}
/* As high as what comes, so that nothing jumps when it does. */
:host(hc-active-users), :host(hc-arrivals) { --hc-body: 21rem; }
:host(hc-team-adoption), :host(hc-searches), :host(hc-zero-results), :host(hc-plugins), :host(hc-entities), :host(hc-funnel) { --hc-body: 24rem; }
:host { display: block; color: var(--hc-text); font: inherit; line-height: 1.45; min-width: 0; }
*, *::before, *::after { box-sizing: border-box; }
h2, h3, p, ul, ol, dl, dd, table { margin: 0; padding: 0; }
ul, ol { list-style: none; }
section { display: flex; flex-direction: column; height: 100%; background: var(--hc-surface); border: 1px solid var(--hc-line);
  border-radius: 10px; padding: 1rem 1.15rem .8rem; }
.top { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: flex-start; justify-content: space-between; }
.top > div:first-child { flex: 1 1 12rem; }
h2 { font-size: 1rem; font-weight: 650; }
h3 { font-size: .85rem; font-weight: 650; }
.question, .quiet, footer { color: var(--hc-quiet); font-size: .85rem; }
.actions { display: flex; gap: .25rem; }
a { color: var(--hc-accent); text-underline-offset: 2px; text-decoration-color: var(--hc-line); }
a:hover { text-decoration-color: currentColor; }
button { font: inherit; color: inherit; cursor: pointer; }
.actions button, .plain { font-size: .8rem; min-height: 1.75rem; padding: .1rem .55rem; border: 1px solid transparent; border-radius: 6px;
  background: transparent; color: var(--hc-accent); }
.actions button:hover, .plain:hover { background: var(--hc-sunken); }
.actions button[aria-pressed='true'], .actions button[aria-expanded='true'] { background: var(--hc-info-ground); border-color: var(--hc-accent); }
:focus-visible { outline: 3px solid var(--hc-accent); outline-offset: 2px; border-radius: 4px; }
.about { margin-top: .6rem; padding: .6rem .8rem; background: var(--hc-sunken); border-radius: 6px; font-size: .85rem; }
.about dl { display: grid; gap: .3rem; }
.about dt { font-weight: 600; }
.about dd { color: var(--hc-quiet); }
.body { flex: 1; margin-top: .8rem; min-height: var(--hc-body, 6rem); display: flex; flex-direction: column; gap: .8rem; }
.body[aria-busy='true'] { opacity: .55; }
footer { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin-top: .7rem; font-size: .78rem; min-height: 1.2rem; }
hc-chart { display: block; flex: 1 1 17rem; min-height: 17rem; min-width: 0; overflow: hidden; }
.skeleton { flex: 1; min-height: var(--hc-body, 6rem); border-radius: 6px; background: var(--hc-sunken); }
@media (prefers-reduced-motion: no-preference) {
  .skeleton { animation: breathe 1.6s ease-in-out infinite; }
  @keyframes breathe { 50% { opacity: .55; } }
}
.state { padding: .9rem 1rem; border-radius: 8px; background: var(--hc-sunken); font-size: .9rem; }
.state strong { display: block; }
.state.failed { background: var(--hc-bad-ground); }
.state.hidden { background: var(--hc-info-ground); }
.state button, .button { margin: .6rem .5rem 0 0; min-height: 2rem; padding: .2rem .8rem; border-radius: 6px; border: 1px solid var(--hc-accent);
  background: var(--hc-surface); color: var(--hc-accent); }
.scroll { overflow-x: auto; max-height: 30rem; overflow-y: auto; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--hc-quiet); padding-bottom: .3rem; }
th, td { padding: .3rem .7rem .3rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--hc-line); }
thead th { position: sticky; top: 0; background: var(--hc-surface); color: var(--hc-quiet); font-weight: 600; }
th.figure, td.figure { text-align: end; white-space: nowrap; }
th[scope='row'] { font-weight: 500; overflow-wrap: anywhere; min-width: 9rem; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .82rem; color: var(--hc-quiet); }
.legend li { display: flex; align-items: center; gap: .4rem; }
.legend svg { width: 1.5rem; height: .75rem; flex: none; }
.bars { display: grid; gap: .6rem; }
.bars li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .05rem .8rem; align-items: baseline; font-size: .9rem; }
.bars .name { overflow-wrap: anywhere; min-width: 0; }
.bars .name button { border: 0; background: none; padding: .1rem 0; text-align: start; color: var(--hc-accent); text-decoration: underline;
  text-underline-offset: 2px; text-decoration-color: var(--hc-line); overflow-wrap: anywhere; }
.bars .within { display: block; color: var(--hc-quiet); font-size: .8rem; }
.bars .name button:hover { text-decoration-color: currentColor; }
.bars .figure { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
.bars .note { grid-column: 1 / -1; color: var(--hc-quiet); font-size: .8rem; }
.track { grid-column: 1 / -1; position: relative; height: .55rem; border-radius: 3px; background: var(--hc-sunken); }
.track i { position: absolute; inset: 0 auto 0 0; width: calc(var(--share) * 100%); border-radius: 3px; background: var(--tone, var(--hc-first)); }
.track b { position: absolute; top: -.15rem; bottom: -.15rem; inset-inline-start: calc(var(--share) * 100%); width: 2px; background: var(--hc-text); }
.columns { columns: 20rem; column-gap: 2rem; }
.columns.bars { display: block; }
.columns li { break-inside: avoid; margin-bottom: .6rem; }
.more { text-decoration: none; color: var(--hc-quiet); }
.less { color: var(--hc-bad); }
.gain { color: var(--hc-good); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .8rem 1.2rem; }
.tiles > div { display: flex; flex-direction: column; justify-content: flex-end; }
.tiles dt { color: var(--hc-quiet); font-size: .85rem; }
.tiles .value { font-size: 1.7rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tiles .change { font-size: .82rem; display: block; white-space: nowrap; }
.sparkline { display: block; width: 100%; max-width: 22rem; height: 3rem; }
.sparkline path { fill: none; stroke: var(--hc-first); stroke-width: 2; vector-effect: non-scaling-stroke; }
.sparkline circle { fill: var(--hc-first); }
.split { display: flex; height: 1.4rem; border-radius: 4px; overflow: hidden; gap: 2px; }
.split i { flex: var(--share) 1 0; background: var(--tone); min-width: 2px; }
.big { font-size: 2.4rem; font-weight: 650; line-height: 1.1; font-variant-numeric: tabular-nums; }
.facts { display: grid; gap: .35rem; font-size: .9rem; }
.facts div { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--hc-line); padding-bottom: .3rem; }
.facts dt { color: var(--hc-quiet); display: flex; gap: .5rem; align-items: baseline; }
.facts dd { font-variant-numeric: tabular-nums; font-weight: 600; text-align: end; }
.swatch { width: .75rem; height: .75rem; border-radius: 2px; background: var(--tone); flex: none; align-self: center; }
.lead { font-size: clamp(1.35rem, 1rem + 1.4vw, 1.9rem); font-weight: 650; line-height: 1.25; max-width: 60ch; }
.lead + p { font-size: 1.05rem; max-width: 75ch; }
.lead, .bars .name { unicode-bidi: isolate; overflow-wrap: anywhere; }
.track, .track i, .split i, .swatch, .legend svg { forced-color-adjust: none; }
.lead + p button { border: 0; background: none; padding: 0 .1rem; color: var(--hc-accent); text-decoration: underline; text-underline-offset: 2px; }
.groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem 1.5rem; }
.advice { display: grid; gap: .6rem; }
.advice li { border-inline-start: 4px solid var(--tone); background: var(--back); border-radius: 6px; padding: .6rem .9rem; }
.advice .level { font-size: .78rem; font-weight: 650; text-transform: none; color: var(--hc-quiet); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`);
