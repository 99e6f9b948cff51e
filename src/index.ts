/** The public surface: every element, and the functions behind them. */
export {RelaisErrorEvent, RelaisLoadEvent, RelaisSelectEvent} from './elements/events.js';
export type {State} from './elements/feed-controller.js';
export {RelaisCallForProjects} from './elements/call-for-projects.js';
export {RelaisCitySearch} from './elements/city-search.js';
export {RelaisProgressBar} from './elements/progress-bar.js';
export {RelaisProjectCard, type CardVariant} from './elements/project-card.js';
export {RelaisProjectList} from './elements/project-list.js';
export {RelaisTerritoryMap} from './elements/territory-map.js';
export {RelaisTerritorySummary} from './elements/territory-summary.js';
export * from './feed/index.js';
export {campaignText, type CampaignText, type TextOptions} from './i18n/campaign-text.js';
export type {Language} from './i18n/localize.js';
export * from './territory/index.js';
