import type {Choices, ChoiceName, Widget} from './choices.js';
import {unsaid} from './choices.js';

/** The attributes of each widget that its form asks for, in their order. */
const ASKED: Readonly<Record<Widget, readonly ChoiceName[]>> = {
  'project-card': ['variant', 'heading-level'],
  'project-list': [
    'layout',
    'status',
    'sort',
    'limit',
    'category',
    'call',
    'mentor',
    'filters',
    'heading-level',
  ],
  'territory-map': ['status', 'view', 'shade', 'by', 'heading-level'],
  'city-search': ['label'],
  'call-for-projects': ['call', 'edition', 'heading-level'],
  'territory-summary': ['period', 'heading-level'],
  'progress-bar': [],
};

/** Which choice each widget takes to say what it is about. */
const SUBJECTS: Readonly<Record<Widget, ChoiceName>> = {
  'project-card': 'campaign',
  'progress-bar': 'campaign',
  'project-list': 'territory',
  'territory-map': 'territory',
  'call-for-projects': 'territory',
  'territory-summary': 'territory',
  'city-search': 'scope',
};

export function widgetOf(choices: Choices): Widget {
  return choices.widget as Widget;
}

/** `campaign`, `territory` or `scope`. */
export function subjectOf(widget: Widget): ChoiceName {
  return SUBJECTS[widget];
}

/** What its form asks for: `by` only where something is shaded. */
export function askedOf(choices: Choices): readonly ChoiceName[] {
  return ASKED[widgetOf(choices)].filter((name) => name !== 'by' || choices.shade !== '');
}

/** Widgets without a link of their own: `relay` says nothing there. */
export function hasLinks(widget: Widget): boolean {
  return widget !== 'progress-bar' && widget !== 'city-search';
}

/** The attributes of the element, as a snippet writes them: what it means without saying is left out. */
export function attributesOf(choices: Choices): Record<string, string> {
  const widget = widgetOf(choices);
  const names = [
    subjectOf(widget),
    ...askedOf(choices),
    ...(hasLinks(widget) ? ['relay' as const] : []),
  ];
  const own = names
    .filter((name) => choices[name] !== unsaid(name))
    .map((name) => [name, choices[name]]);
  return {
    feed: choices.feed,
    format: choices.format,
    ...(Object.fromEntries(own) as Record<string, string>),
    lang: choices.speaks,
  };
}
