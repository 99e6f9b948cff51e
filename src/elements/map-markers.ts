import {markerSize} from '../feed/separate.js';
import type {Cluster} from './map-clusters.js';
import type {Pins, Project} from './map-pins.js';

/** What the marker of one campaign says. */
export interface MarkerText {
  /** Title, place and progress: the accessible name. */
  name: string;
  /** "82 %"; empty when there is no percentage. */
  percent: string;
  /** What the ring paints, 0 to 1; null when there is nothing to paint. */
  filled: number | null;
  /** The campaign has what it needs to succeed. */
  reached: boolean;
}

/** What the markers of one map are made from. */
export interface MarkerSource {
  /** Tells a cluster from all others of the same campaigns: the same words, the same marker. */
  keyOf: (cluster: Cluster) => string;
  /** Whether the campaign of an identifier is one of a cluster's. */
  has: (cluster: Cluster, id: string) => boolean;
  /** Whether nobody can tell which campaign a marker of one stands for: it then says no more than that. Missing: never. */
  isNameless?: (cluster: Cluster) => boolean;
  /** Null: what it says is still to be read (`want`). */
  describe: (member: number) => MarkerText | null;
  /** Reads what the markers of these campaigns say; undefined when it is there. */
  want?: (members: readonly number[]) => Promise<unknown> | undefined;
  /** The accessible name of a cluster. `isOnePlace`: zooming in does not tell its campaigns apart. */
  nameCluster: (cluster: Cluster, isOnePlace: boolean) => string;
  isOnePlace: (cluster: Cluster) => boolean;
  /** The place that all its campaigns share; empty when they do not. */
  placeOf: (cluster: Cluster) => string;
  /** What stands in a cluster: its count, in the language's figures. */
  count: (cluster: Cluster) => string;
  /** And how much was raised, in short; empty when nobody knows. */
  sum: (cluster: Cluster) => string;
  onMarker: (member: number) => void;
  onCluster: (cluster: Cluster) => void;
}

/** A cluster and where it stands, in degrees. */
export interface Placed {
  cluster: Cluster;
  lon: number;
  lat: number;
}

const SVG = 'http://www.w3.org/2000/svg';

/** CSS pixels: half of a place's name, about, and its distance under the marker. */
const LABEL = {halfWidth: 60, top: 22, bottom: 44};

/** Shows these clusters as buttons: a ring with its percentage for one campaign, a disc with its count for several. */
export function showMarkers(
  pins: Pins,
  placed: readonly Placed[],
  source: MarkerSource,
  project: Project,
) {
  const isSaid = (cluster: Cluster) =>
    cluster.count > 1 || source.isNameless?.(cluster) || source.describe(cluster.first);
  const said = placed.filter(({cluster}) => isSaid(cluster));
  const byKey = new Map(said.map((one) => [source.keyOf(one.cluster), one]));
  const wanted = [...byKey].map(([key, {lon, lat}]) => ({key, lon, lat}));
  pins.show(
    wanted,
    (key) => {
      const {cluster} = byKey.get(key) as Placed;
      const button =
        cluster.count === 1 ? campaignMarker(cluster, source) : clusterMarker(cluster, source);
      const place = source.placeOf(cluster);
      if (place) button.append(seen('place', place));
      return button;
    },
    project,
  );
  showPlaces(pins, project);
}

/** Marks the one that is chosen and the one that the list points at. Empty: none. */
export function markMarkers(
  pins: Pins,
  placed: readonly Placed[],
  source: MarkerSource,
  {chosen, pointed}: {chosen: string; pointed: string},
) {
  for (const {cluster} of placed) {
    const element = pins.all.get(source.keyOf(cluster))?.element;
    if (!element) continue;
    const isChosen = chosen !== '' && source.has(cluster, chosen);
    element.classList.toggle('chosen', isChosen);
    element.classList.toggle('pointed', pointed !== '' && source.has(cluster, pointed));
    if (element.matches('.marker')) element.setAttribute('aria-pressed', String(isChosen));
  }
}

function campaignMarker(cluster: Cluster, source: MarkerSource): HTMLElement {
  const {first} = cluster;
  const known = source.describe(first);
  const nameless = {percent: '', filled: null, reached: false};
  const text = known ?? {...nameless, name: source.nameCluster(cluster, false)};
  const onPress = () => (known ? source.onMarker(first) : source.onCluster(cluster));
  const button = pressable('marker', text.name, onPress);
  button.classList.toggle('reached', text.reached);
  const isLong = text.percent.length > 4;
  button.append(ring(text.filled), seen(isLong ? 'figure long' : 'figure', text.percent || '•'));
  return button;
}

function clusterMarker(cluster: Cluster, source: MarkerSource): HTMLElement {
  const button = pressable('cluster', source.nameCluster(cluster, source.isOnePlace(cluster)), () =>
    source.onCluster(cluster),
  );
  button.style.setProperty('--_size', `${markerSize(cluster.count)}px`);
  button.append(seen('figure', source.count(cluster)));
  const sum = source.sum(cluster);
  if (sum) button.append(seen('sum', sum));
  button.classList.toggle('summed', sum !== '');
  return button;
}

function pressable(part: string, name: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `pin ${part} leaflet-zoom-animated`;
  button.setAttribute('part', part);
  button.append(said('hidden', name));
  button.addEventListener('click', onClick);
  return button;
}

/** What is seen says less than the name, which holds it all: only the name is read out. */
function seen(name: string, words: string): HTMLElement {
  const span = said(name, words);
  span.setAttribute('aria-hidden', 'true');
  return span;
}

function said(name: string, words: string): HTMLElement {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = words;
  return span;
}

/** How far the campaign is, around its marker. Lengths are attributes: a strict CSP lets them through. */
function ring(filled: number | null): SVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 44 44');
  drawing.setAttribute('aria-hidden', 'true');
  for (const [name, length] of [
    ['ring', 100],
    ['ring done', Math.round((filled ?? 0) * 100)],
  ] as const) {
    if (length === 0) continue;
    const circle = document.createElementNS(SVG, 'circle');
    circle.setAttribute('class', name);
    for (const [key, value] of Object.entries({cx: 22, cy: 22, r: 19, pathLength: 100})) {
      circle.setAttribute(key, String(value));
    }
    circle.setAttribute('stroke-dasharray', `${length} 100`);
    drawing.append(circle);
  }
  return drawing;
}

/** Writes the place under each marker that has the room: no other marker, no other name there. */
function showPlaces(pins: Pins, project: Project) {
  const spots = [...pins.all.values()].map(({element, lon, lat}) => ({
    element,
    ...project(lon, lat),
  }));
  const written: typeof spots = [];
  for (const spot of spots) {
    const label = spot.element.querySelector('.place');
    if (!label) continue;
    const isFree = (other: (typeof spots)[number], height: number) =>
      other === spot ||
      Math.abs(other.x - spot.x) > LABEL.halfWidth + height ||
      other.y - spot.y < -height ||
      other.y - spot.y > LABEL.bottom + height;
    const free =
      spots.every((other) => isFree(other, LABEL.top)) &&
      written.every(
        (other) =>
          Math.abs(other.x - spot.x) > 2 * LABEL.halfWidth || Math.abs(other.y - spot.y) > 24,
      );
    label.toggleAttribute('hidden', !free);
    if (free) written.push(spot);
  }
}
