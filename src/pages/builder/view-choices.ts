import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {RelaisSelectEvent} from '../../elements/events.js';
import type {Campaign} from '../../feed/campaign.js';
import {builderNoteStrings, builderStrings} from '../../i18n/builder-strings.js';
import {campaignText} from '../../i18n/campaign-text.js';
import {countText} from '../../i18n/count-text.js';
import {formatNumber, pick} from '../../i18n/localize.js';
import {askedOf, subjectOf, widgetOf} from './attributes.js';
import {widgets, type ChoiceName} from './choices.js';
import {countsOf, searchCampaigns} from './feed-reader.js';
import type {Model} from './model.js';
import {choiceField} from './view-fields.js';
import {glyph} from './view-glyphs.js';

/** Campaigns that a search shows at once. */
const MOST = 30;

/**
 * The feed: its address, and what came of reading it. What is being typed is the reader's until it is
 * taken: a field follows the choice when this changes, not at every drawing of the page.
 */
export function feedPart(model: Model, example: string): TemplateResult {
  const words = pick(builderStrings, model.lang);
  const {state} = model.reader.reading;
  const onChange = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const isTaken = model.chooseFeed(input.value);
    input.setCustomValidity(isTaken ? '' : words.feed.hint);
    if (!isTaken) input.reportValidity();
  };
  return html`<section aria-labelledby="part-feed">
    <h2 id="part-feed">${words.parts.feed}</h2>
    <div class="field">
      <label for="choice-feed">${words.feed.label}</label>
      <p class="hint" id="choice-feed-hint">${words.feed.hint}</p>
      <input
        id="choice-feed"
        type="text"
        inputmode="url"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="choice-feed-hint feed-said"
        aria-invalid=${state === 'error' ? 'true' : nothing}
        .value=${model.choices.feed}
        @change=${onChange}
      />
    </div>
    <p class="said ${state}" id="feed-said" role="status">${feedSaid(model)}</p>
    ${
      example && !model.choices.feed
        ? html`<button type="button" @click=${() => model.chooseFeed(example)}>
            ${words.feed.example}
          </button>`
        : nothing
    }
    ${model.choices.feed ? formatField(model) : nothing}
  </section>`;
}

/** How the feed is read, for one whose shape does not say it: open where nothing could be read. */
function formatField(model: Model): TemplateResult {
  const words = pick(builderStrings, model.lang).feed;
  const {error, feed} = model.reader.reading;
  const isUnread =
    error === 'not-a-feed' || (feed?.campaigns.length === 0 && feed.problems.length > 0);
  const onChange = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const isTaken = model.choose({format: input.value.trim()});
    input.setCustomValidity(isTaken ? '' : words.formatHint);
    if (!isTaken) input.reportValidity();
  };
  return html`<details ?open=${isUnread || model.choices.format !== ''}>
    <summary>${words.more}</summary>
    <div class="field">
      <label for="choice-format">${words.format}</label>
      <p class="hint" id="choice-format-hint">${words.formatHint}</p>
      <input
        id="choice-format"
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby="choice-format-hint"
        .value=${model.choices.format}
        @change=${onChange}
      />
    </div>
  </details>`;
}

function feedSaid({lang, reader}: Model): string {
  const words = pick(builderStrings, lang).feed;
  const {state, feed, error} = reader.reading;
  if (state === 'loading') return words.loading;
  if (error) return pick(builderNoteStrings, lang).feed[error];
  if (!feed) return '';
  const {campaigns, live} = countsOf(reader.reading);
  const count = countText(campaigns, words.campaigns, lang);
  return words.read(feed.title ?? '', count, formatNumber(live, lang));
}

/** The widget, and its own choices. */
export function widgetPart(model: Model): TemplateResult {
  const words = pick(builderStrings, model.lang);
  return html`<section aria-labelledby="part-widget">
    <h2 id="part-widget">${words.parts.widget}</h2>
    <fieldset class="tiles">
      <legend class="hidden">${words.parts.widget}</legend>
      ${widgets.map((name) => {
        const [title, what] = words.widgets[name] ?? [name, ''];
        return html`<label class="tile"
          ><input
            type="radio"
            name="widget"
            value=${name}
            .checked=${live(model.choices.widget === name)}
            @change=${() => model.choose({widget: name})}
          />${glyph(name)}<span class="name">${title}</span><span class="what">${what}</span></label
        >`;
      })}
    </fieldset>
    <div class="fields">${askedOf(model.choices).map((name) => choiceField(model, name))}</div>
  </section>`;
}

/** What the widget is about: a campaign, a territory, or both where the form asks for one campaign. */
export function subjectPart(model: Model): TemplateResult {
  const words = pick(builderStrings, model.lang);
  const subject = subjectOf(widgetOf(model.choices));
  return html`<section aria-labelledby="part-subject" id="subject" tabindex="-1">
    <h2 id="part-subject">${words.parts.subject}</h2>
    ${subject === 'campaign' ? nothing : territoryField(model, subject)}
    ${model.asksCampaign ? campaignField(model) : nothing}
  </section>`;
}

function territoryField(model: Model, name: ChoiceName): TemplateResult {
  const words = pick(builderStrings, model.lang).subject;
  const onSelect = (event: Event) => {
    const {territory} = event as RelaisSelectEvent;
    if (territory) model.choose({[name]: territory});
  };
  const label = name === 'scope' ? words.scope : words.territory;
  return html`<relais-city-search
      .feed=${model.choices.feed}
      .format=${model.choices.format}
      .value=${model.choices[name]}
      .label=${label}
      lang=${model.lang}
      @relais-select=${onSelect}
    ></relais-city-search>
    ${
      model.choices[name]
        ? html`<button type="button" @click=${() => model.choose({[name]: ''})}>
            ${name === 'scope' ? words.allOfFrance : words.all}
          </button>`
        : nothing
    }`;
}

function campaignField(model: Model): TemplateResult {
  const words = pick(builderStrings, model.lang).subject;
  const {feed, folder} = model.reader.reading;
  if (!feed) return html`<p class="hint">${words.noFeed}</p>`;
  const found = searchCampaigns(feed, model.search);
  const shown = found.slice(0, MOST);
  // What is chosen stays in the list, so that a radio button is checked.
  const chosen = model.campaign;
  if (chosen && !model.search && !shown.includes(chosen)) shown.unshift(chosen);
  const onSearch = (event: Event) => {
    model.search = (event.target as HTMLInputElement).value;
    model.reader.seek(model.search);
    model.refresh();
  };
  // Of a published folder only some were read: others are found by their place or their id.
  const isPartly = folder !== null && feed.campaigns.length < folder.manifest.counts.campaigns;
  const count = words.found(
    formatNumber(shown.length, model.lang),
    formatNumber(found.length, model.lang),
  );
  return html`<fieldset class="campaigns">
    <legend>${words.campaign}</legend>
    <div class="field">
      <label for="search">${words.find}</label>
      ${isPartly ? html`<p class="hint" id="search-hint">${words.partly}</p>` : nothing}
      <input
        id="search"
        type="search"
        autocomplete="off"
        aria-describedby=${isPartly ? 'search-hint' : nothing}
        .value=${model.search}
        @input=${onSearch}
      />
    </div>
    <div class="scroll">${shown.map((campaign) => campaignRow(model, campaign))}</div>
    <p class="hint" role="status">
      ${found.length ? count : model.reader.isSeeking ? words.seeking : words.none} ${found.length > shown.length ? words.more : nothing}
    </p>
  </fieldset>`;
}

function campaignRow(model: Model, campaign: Campaign): TemplateResult {
  const text = campaignText(campaign, model.lang);
  const facts = [text.place, text.percent, text.status].filter(Boolean).join(' · ');
  return html`<label class="row"
    ><input
      type="radio"
      name="campaign"
      value=${campaign.id}
      .checked=${live(model.choices.campaign === campaign.id)}
      @change=${() => model.choose({campaign: campaign.id})}
    /><span dir="auto" lang=${campaign.lang ?? nothing}>${text.title}</span
    ><span class="facts">${facts}</span></label
  >`;
}
