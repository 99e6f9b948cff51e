import type {Campaign} from '../../feed/campaign.js';
import {languageOf, type Language} from '../../i18n/localize.js';
import {subjectOf, widgetOf} from './attributes.js';
import {
  addressOf,
  isChoice,
  readChoices,
  writeChoices,
  type ChoiceName,
  type Choices,
} from './choices.js';
import {campaignOf, FeedReader, firstCampaign, liveIn} from './feed-reader.js';
import {formOf, makeForm, makePicture, needsCampaign, type Known, type Made} from './made.js';
import {pictureData} from './pictures.js';
import {warningsOf, type Warning} from './warnings.js';

/** What was chosen, what follows from it, and the page's address that says the same. */
export class Model {
  choices: Choices = chosenHere();
  /** The form as it is copied. */
  made: Made;
  /** The picture of a form that is one, as SVG. */
  picture: string | null = null;
  warnings: Warning[] = [];
  /** Words of the search among campaigns: nobody's choice, so not in the address. */
  search = '';
  readonly base = new URL('.', location.href).href;
  readonly reader: FeedReader;
  readonly #onChange: () => void;
  #integrity = '';
  #live: {key: string; count: number | null} = {key: '', count: null};
  #turn = 0;
  /** Whether the campaign's picture could be drawn, once it was asked for. */
  #drawable: boolean | null = null;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.reader = new FeedReader(() => this.#update());
    this.made = makeForm(formOf(this.choices), this.choices, this.known);
    addEventListener('popstate', () => {
      this.choices = chosenHere();
      this.#update();
    });
  }

  get lang(): Language {
    return languageOf(this.choices.lang);
  }

  get campaign(): Campaign | null {
    return campaignOf(this.reader.reading.feed, this.choices.campaign);
  }

  get known(): Known {
    const {feed} = this.reader.reading;
    return {
      base: this.base,
      integrity: this.#integrity,
      campaign: this.campaign,
      calls: feed?.calls ?? [],
      updatedAt: feed?.updatedAt ?? null,
      now: Date.now(),
    };
  }

  /** Whether one campaign is asked for, by the widget or by the form. */
  get asksCampaign(): boolean {
    return subjectOf(widgetOf(this.choices)) === 'campaign' || needsCampaign(formOf(this.choices));
  }

  start() {
    void this.#readIntegrity();
    this.#update();
  }

  /**
   * Takes what was chosen. What a choice may not be is not taken.
   *
   * @param history - `push`: "back" undoes it. `replace`: while one types.
   * @returns Whether it was taken.
   */
  choose(changes: Partial<Choices>, history: 'push' | 'replace' = 'push'): boolean {
    const entries = Object.entries(changes) as [ChoiceName, string][];
    if (!entries.every(([name, value]) => isChoice(name, value))) return false;
    const next = {...this.choices, ...changes};
    // Another feed has other campaigns, and is not to be read as the last one was.
    const isOther = next.feed !== this.choices.feed;
    const isReadAnew = isOther || next.format !== this.choices.format;
    const own = {
      ...(isReadAnew && {campaign: '', call: '', edition: ''}),
      ...(isOther && {format: ''}),
    };
    this.#take({...next, ...own, ...changes}, history);
    return true;
  }

  /** Takes an address of a feed as it was typed. */
  chooseFeed(typed: string): boolean {
    return this.choose({feed: addressOf(typed, location.href)});
  }

  /** Says anew what is seen, when something that is no choice has changed. */
  refresh() {
    this.#onChange();
  }

  #take(choices: Choices, history: 'push' | 'replace') {
    const before = writeChoices(this.choices);
    this.choices = choices;
    const query = writeChoices(choices);
    if (query !== before) {
      const address = `${location.pathname}${query}${location.hash}`;
      if (history === 'push') globalThis.history.pushState(null, '', address);
      else globalThis.history.replaceState(null, '', address);
    }
    this.#update();
  }

  #update() {
    const {choices, reader} = this;
    reader.read(choices.feed, choices.format);
    const {feed} = reader.reading;
    if (choices.campaign && this.asksCampaign) reader.want(choices.campaign);
    // What shows without a choice is chosen, so that all that is copied is about the same campaign.
    if (feed && !choices.campaign && this.asksCampaign) {
      const first = firstCampaign(feed);
      if (first && isChoice('campaign', first.id)) {
        this.#take({...choices, campaign: first.id}, 'replace');
        return;
      }
    }
    const form = formOf(choices);
    this.made = makeForm(form, choices, this.known);
    this.#warn();
    void this.#draw();
    this.#onChange();
  }

  #warn() {
    const {feed, error, open} = this.reader.reading;
    const found = {
      error,
      open,
      campaigns: feed?.campaigns ?? null,
      campaign: this.asksCampaign ? this.campaign : null,
      live: this.#liveCount(),
      problems: feed?.problems.length ?? 0,
      drawable: this.#drawable,
      now: Date.now(),
    };
    this.warnings = warningsOf(this.choices, this.made.form, found, this.base);
  }

  /** Live campaigns of the territory; counted once, and told when they are. */
  #liveCount(): number | null {
    const {feed} = this.reader.reading;
    const territory = this.choices[subjectOf(widgetOf(this.choices))];
    if (!feed || !territory || subjectOf(widgetOf(this.choices)) === 'campaign') return null;
    const key = `${feed.urls.join(' ')} ${territory}`;
    if (this.#live.key !== key) {
      const live = {key, count: null as number | null};
      this.#live = live;
      const count = async () => {
        live.count = await liveIn(this.reader.reading, territory);
        if (this.#live === live) this.#update();
      };
      // Without the table of places nothing can be said.
      count().catch(() => undefined);
    }
    return this.#live.count;
  }

  async #draw() {
    this.#turn += 1;
    const turn = this.#turn;
    const {choices, known} = this;
    const {form} = this.made;
    this.#drawable = null;
    if (form !== 'share' && form !== 'print') {
      this.picture = null;
      return;
    }
    const {image} = known.campaign ?? {};
    const data = image ? await pictureData(image.src) : null;
    const picture = await makePicture(form, choices, known, data);
    if (turn !== this.#turn) return;
    this.picture = picture;
    this.#drawable = data !== null;
    this.#warn();
    this.#onChange();
  }

  async #readIntegrity() {
    try {
      const answer = await fetch(new URL('integrity.json', this.base));
      const hashes = (await answer.json()) as Record<string, unknown>;
      const hash = hashes['relais.classic.js'];
      if (typeof hash === 'string' && /^sha384-[\w+/]+=*$/.test(hash)) this.#integrity = hash;
    } catch {
      // The form that needs it says that it is missing.
    }
    this.#update();
  }
}

/** What the page's address says; a feed's address in it may count from the page's. */
function chosenHere(): Choices {
  const choices = readChoices(location.search);
  return {...choices, feed: addressOf(choices.feed, location.href)};
}
